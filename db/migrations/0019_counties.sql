-- What the last run says of each county: how many carry how much, who is idle, how long it waits and what is lacking.
-- Counts only; whoever reads them gets none under five.

alter table matching.run_region add column lacks jsonb;

create table matching.county_picture (
  -- the first home of the county
  home integer primary key,
  at timestamptz not null,
  run uuid not null,
  loads jsonb not null,
  idle jsonb not null,
  waiting integer not null,
  longest_days integer not null,
  lacks jsonb not null,
  access text[] not null generated always as (array['county-pictures']) stored
);

create index county_picture_access on matching.county_picture using gin (access) with (fastupdate = off);

alter table matching.county_picture enable row level security;

alter table matching.county_picture force row level security;

create policy own on matching.county_picture for select using (access && wall.keys());

-- Written by a run for its area, and by nobody else: a desk has the area, and no right to write.
create policy area on matching.county_picture using (home >= wall.area_from() and home <= wall.area_to() and 'county-pictures' = any (wall.keys()));

grant select, insert, update on matching.county_picture to hamyar_app;

grant select, insert, update, delete on matching.county_picture to hamyar_loader;
