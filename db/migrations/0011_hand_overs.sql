-- Whoever leaves a role leaves nobody behind: what they carried moves on by rule, and a line says so.

create table casework.handover (
  home integer not null,
  id uuid not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  case_id uuid not null,
  person uuid not null,
  from_worker uuid not null,
  to_worker uuid not null,
  -- who is responsible now: every line of a case moves with it, so that its worker reads all of them
  worker uuid not null,
  team uuid not null,
  restricted boolean not null,
  reason text not null check (reason in ('duty-ended')),
  synthetic boolean not null default false,
  access text[] not null generated always as (
    array['case:' || case_id::text, 'person:' || person::text, 'worker:' || worker::text] ||
    case when restricted then '{}'::text[] else array['team:' || team::text] end) stored,
  primary key (home, id)
);

create index handover_access on casework.handover using gin (access) with (fastupdate = off);

alter table casework.handover enable row level security;

alter table casework.handover force row level security;

create policy own on casework.handover using (access && wall.keys());

grant select, insert, update on casework.handover to hamyar_app;

grant select, insert, update, delete on casework.handover to hamyar_loader;

-- A volunteer who left, or whose account is suspended, is proposed to nobody.
alter table network.volunteer add left_at timestamptz;
