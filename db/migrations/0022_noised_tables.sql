-- Tables that anybody may build: cubes in which every number has its noise already. The exact ones are not here.

create table observatory.noised_edition (
  -- the nation's own office: it is of everybody
  home integer not null,
  id uuid not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  cube text not null,
  cube_version text not null,
  number integer not null check (number > 0),
  -- the last period that is in it, in the country's own calendar
  last_period text not null,
  periods text[] not null,
  as_of timestamptz not null,
  -- from then on it is everybody's
  out_at timestamptz not null,
  -- what everybody is told of the noise
  noise jsonb not null,
  -- made from the demonstration's facts
  synthetic boolean not null,
  -- of all numbers, as they are shown
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (home, id)
);

create unique index noised_edition_number on observatory.noised_edition (home, cube, number);

create unique index noised_edition_period on observatory.noised_edition (home, cube, last_period);

create table observatory.noised_block (
  home integer not null,
  edition uuid not null,
  place text not null,
  period text not null,
  -- one for each combination of codes, all together first
  numbers integer[] not null,
  out_at timestamptz not null,
  primary key (home, edition, place, period)
);

alter table observatory.noised_edition enable row level security;

alter table observatory.noised_edition force row level security;

alter table observatory.noised_block enable row level security;

alter table observatory.noised_block force row level security;

create policy published on observatory.noised_edition for select using (out_at <= wall.clock());

create policy published on observatory.noised_block for select using (out_at <= wall.clock());

-- Whoever counts for the whole nation makes them.

create policy nation on observatory.noised_edition using (wall.counts_from() <= 0 and wall.counts_to() >= 999999);

create policy nation on observatory.noised_block using (wall.counts_from() <= 0 and wall.counts_to() >= 999999);

grant select, insert on observatory.noised_edition, observatory.noised_block to hamyar_app;
