-- The matching of a whole area, by night or by hand: county after county, each in a transaction of its own.

create table matching.run (
  -- the first home of the area
  home integer not null,
  id uuid not null,
  revision integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by text not null,
  area_from integer not null,
  area_to integer not null,
  how text not null check (how in ('night', 'hand')),
  -- the calendar day, where the country keeps its clock, of a run that came by itself
  night date,
  state text not null check (state in ('planned', 'running', 'done', 'cancelled', 'failed')),
  reason text check (reason in ('region', 'stopped')),
  weights jsonb not null,
  started_at timestamptz,
  ended_at timestamptz,
  -- when it last wrote that it goes on
  beat_at timestamptz not null,
  cancelled_by text,
  regions integer not null,
  regions_done integer not null default 0,
  regions_failed integer not null default 0,
  -- needs that waited when it was planned, and those of them in regions that are over
  waiting integer not null,
  waited integer not null default 0,
  -- what may be told to a desk that answers for a part of the area: counts without small ones, written at the end
  wide jsonb,
  access text[] not null generated always as (array['run:' || id::text]) stored,
  primary key (home, id),
  -- one run at a time for any place
  constraint run_one_at_a_time exclude using gist (int4range(area_from, area_to, '[]') with &&) where (state in ('planned', 'running'))
);

create index run_access on matching.run using gin (access) with (fastupdate = off);

create index run_id on matching.run (id);

create unique index run_one_a_night on matching.run (home, area_to, night) where night is not null;

create table matching.run_region (
  -- the first home of the region
  home integer not null,
  run uuid not null,
  area_to integer not null,
  waiting integer not null,
  state text not null check (state in ('waiting', 'done', 'failed')),
  done_at timestamptz,
  -- counts only
  summary jsonb,
  access text[] not null generated always as (array['run:' || run::text]) stored,
  primary key (home, run)
);

create index run_region_of on matching.run_region (run);

create index run_region_access on matching.run_region using gin (access) with (fastupdate = off);

alter table matching.run enable row level security;

alter table matching.run force row level security;

create policy own on matching.run using (access && wall.keys());

-- How far it is, for every desk whose area it goes through; what came of a region, for the desk of that region.
create policy area on matching.run for select using (area_from <= wall.area_to() and area_to >= wall.area_from());

create policy planned on matching.run for insert
  with check (area_from >= wall.area_from() and area_to <= wall.area_to() and home = area_from and state = 'planned');

create policy stopped on matching.run for update
  using (area_from >= wall.area_from() and area_to <= wall.area_to() and state in ('planned', 'running'))
  with check (area_from >= wall.area_from() and area_to <= wall.area_to() and state in ('cancelled', 'failed'));

alter table matching.run_region enable row level security;

alter table matching.run_region force row level security;

create policy own on matching.run_region using (access && wall.keys());

create policy area on matching.run_region for select using (home >= wall.area_from() and area_to <= wall.area_to());

create policy planned on matching.run_region for insert
  with check (home >= wall.area_from() and area_to <= wall.area_to() and state = 'waiting');

grant select, insert, update on matching.run, matching.run_region to hamyar_app;

grant select, insert, update, delete on matching.run, matching.run_region to hamyar_loader;

-- A proposal is of its day: past this it cannot be sent, and the next run takes its place.
alter table matching.proposal add column expires_at timestamptz not null default now() + interval '72 hours';

alter table matching.proposal alter column expires_at drop default;
