-- Vetting (بررسی ایمنی): recorded by the agency's safeguarding leads, ended with a reason, and never by the group itself.

-- Whether the deed holds the key of a safeguarding lead's area, by the first home of that area: nation, province, county.
create function wall.vets(home integer) returns boolean language sql stable parallel safe
  as $$ select array['vetting:0', 'vetting:' || home / 10000 * 10000, 'vetting:' || home / 100 * 100] && wall.keys() $$;

create policy vetting on network.volunteer for select using (wall.vets(home));

create table network.vetting (
  -- of the volunteer
  home integer not null,
  id uuid not null,
  revision integer not null default 1,
  recorded_at timestamptz not null,
  -- the account that answers for it
  recorded_by text not null,
  volunteer uuid not null,
  purposes text[] not null check (cardinality(purposes) > 0 and purposes <@ array['home', 'children']),
  evidence text[] not null check (cardinality(evidence) > 0),
  until date not null,
  state text not null check (state in ('in-force', 'replaced', 'ended')),
  ended_at timestamptz,
  ended_by text,
  reason text check (reason in ('evidence', 'concern', 'own-wish', 'mistake')),
  synthetic boolean not null default false,
  access text[] not null generated always as (array['volunteer:' || volunteer::text]) stored,
  primary key (home, id),
  check ((state = 'in-force') = (ended_at is null)),
  check ((state = 'ended') = (reason is not null))
);

create index vetting_access on network.vetting using gin (access) with (fastupdate = off);

create index vetting_volunteer on network.vetting (volunteer);

create unique index vetting_once on network.vetting (home, volunteer) where state = 'in-force';

alter table network.vetting enable row level security;

alter table network.vetting force row level security;

create policy own on network.vetting using (access && wall.keys());

create policy vetting on network.vetting for select using (wall.vets(home));

grant select, insert, update on network.vetting to hamyar_app;

grant select, insert, update, delete on network.vetting to hamyar_loader;

-- What is proposed and names somebody whose vetting ends is found by them.
create index proposal_open_volunteer on matching.proposal (volunteer) where state = 'proposed';

create index proposal_open_companion on matching.proposal (companion) where state = 'proposed';
