-- Danger has its own clock: who is on duty at a centre, alarms that ring until somebody answers, hand-overs with a receipt.

create schema duty;

-- One row a centre: its contacts in the order in which they are told, sealed as one value.
create table duty.list (
  home integer not null,
  team uuid not null,
  revision integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by text not null,
  contacts bytea not null,
  access text[] not null generated always as (array['duty:' || team::text]) stored,
  primary key (home, team)
);

create index list_access on duty.list using gin (access) with (fastupdate = off);

create schema danger;

-- One for each request that is about danger. It holds no word of the person.
create table danger.alarm (
  home integer not null,
  request uuid not null,
  team uuid not null,
  -- the keys of the safeguarding leads of the centre's offices, up to the nation: they may answer, too
  leads text[] not null,
  place text not null,
  raised_at timestamptz not null,
  due_at timestamptz not null,
  state text not null check (state in ('ringing', 'answered', 'over')),
  rings integer not null default 0,
  next_ring_at timestamptz,
  answered_at timestamptz,
  answered_by text,
  answered_role text,
  over_at timestamptz,
  -- handed over to somebody who has not acknowledged it yet
  unreceipted integer not null default 0,
  synthetic boolean not null default false,
  access text[] not null generated always as (
    array['alarm:' || request::text, 'desk:' || team::text] || leads) stored,
  primary key (home, request)
);

create index alarm_access on danger.alarm using gin (access) with (fastupdate = off);

create table danger.hand_over (
  home integer not null,
  id uuid not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_role text not null,
  request uuid not null,
  team uuid not null,
  leads text[] not null,
  receiver text not null,
  basis text not null check (basis in ('asked', 'vital-interest')),
  received_at timestamptz,
  -- who received it and under which reference of theirs, sealed
  receipt bytea,
  receipt_by text,
  access text[] not null generated always as (
    array['alarm:' || request::text, 'desk:' || team::text] || leads) stored,
  primary key (home, id)
);

create index hand_over_access on danger.hand_over using gin (access) with (fastupdate = off);

insert into wall.sealed_column values
  ('duty.list.contacts', 'home'),
  ('danger.hand_over.receipt', 'home');

alter table duty.list enable row level security;

alter table duty.list force row level security;

create policy own on duty.list using (access && wall.keys());

alter table danger.alarm enable row level security;

alter table danger.alarm force row level security;

create policy own on danger.alarm using (access && wall.keys());

alter table danger.hand_over enable row level security;

alter table danger.hand_over force row level security;

create policy own on danger.hand_over using (access && wall.keys());

grant usage on schema duty, danger to hamyar_app, hamyar_loader;

grant select, insert, update on duty.list, danger.alarm, danger.hand_over to hamyar_app;

grant select, insert, update, delete on all tables in schema duty, danger to hamyar_loader;
