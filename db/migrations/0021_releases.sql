-- Releases: what goes out, frozen, with its manifest and files; apart from it, what must never go out.

create table observatory.release (
  -- the nation's own office: a release is of everybody
  home integer not null,
  id uuid not null,
  revision integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by text not null,
  plan text not null,
  dataset text not null,
  -- which vintage of its dataset
  number integer not null check (number > 0),
  state text not null check (state in ('draft', 'protected', 'checked', 'released', 'withdrawn')),
  -- the plan as it was, periods, definitions by version, moment of the data: a rebuild needs nothing else
  frozen jsonb not null,
  as_of timestamptz not null,
  -- by the calendar of its plan, or out of it for a reason that goes out with it
  scheduled boolean not null,
  reason jsonb,
  releases_at timestamptz not null,
  steps integer not null default 0,
  steps_done integer not null default 0,
  -- when it last wrote that it goes on
  beat_at timestamptz not null,
  -- why it could not be made; counts and names of cells, no number of a hidden one
  failure jsonb,
  hash text check (hash ~ '^[0-9a-f]{64}$'),
  manifest jsonb,
  -- everything that is said, as all formats are written from it
  content jsonb,
  signed_by text,
  signed_at timestamptz,
  withdrawn_by text,
  withdrawn_at timestamptz,
  access text[] not null generated always as (array['release:' || id::text]) stored,
  primary key (home, id),
  check (scheduled or reason is not null),
  check (state not in ('checked', 'released') or (hash is not null and manifest is not null and content is not null)),
  -- two persons: nobody signs what they made
  check (state <> 'released' or (signed_by <> recorded_by and signed_at < releases_at))
);

create index release_access on observatory.release using gin (access) with (fastupdate = off);

create unique index release_one_in_work on observatory.release (home, plan) where state in ('draft', 'protected', 'checked');

create unique index release_number on observatory.release (home, dataset, number) where state = 'released';

create table observatory.release_file (
  home integer not null,
  release uuid not null,
  name text not null,
  place integer not null,
  title jsonb not null,
  media_type text not null,
  conforms_to text,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size integer not null,
  content bytea not null,
  -- from this moment on it is everybody's; nobody's before
  out_at timestamptz,
  access text[] not null generated always as (array['release:' || release::text]) stored,
  primary key (home, release, name)
);

create index release_file_access on observatory.release_file using gin (access) with (fastupdate = off);

create unique index release_file_name on observatory.release_file (home, name) where out_at is not null;

-- Which cells hide which, and the tables that prove it: sealed, and apart from what goes out.

create table observatory.release_part (
  home integer not null,
  release uuid not null,
  part integer not null,
  -- counts of cells only
  summary jsonb not null,
  sealed bytea not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- what the attack on what is to be published came to
  attack jsonb,
  access text[] not null generated always as (array['release:' || release::text]) stored,
  primary key (home, release, part)
);

create index release_part_access on observatory.release_part using gin (access) with (fastupdate = off);

alter table observatory.release enable row level security;

alter table observatory.release force row level security;

alter table observatory.release_file enable row level security;

alter table observatory.release_file force row level security;

alter table observatory.release_part enable row level security;

alter table observatory.release_part force row level security;

create policy own on observatory.release using (access && wall.keys());

create policy own on observatory.release_file using (access && wall.keys());

create policy own on observatory.release_part using (access && wall.keys());

-- Out is out, for everybody, from its moment on.

create policy published on observatory.release for select using (state = 'released' and releases_at <= wall.clock());

create policy published on observatory.release_file for select using (out_at <= wall.clock());

-- Who counts for the whole nation makes and signs releases.

create policy nation on observatory.release using (wall.counts_from() <= 0 and wall.counts_to() >= 999999);

create policy nation on observatory.release_file using (wall.counts_from() <= 0 and wall.counts_to() >= 999999);

create policy nation on observatory.release_part using (wall.counts_from() <= 0 and wall.counts_to() >= 999999);

grant select, insert, update on observatory.release to hamyar_app;

grant select, insert, update, delete on observatory.release_file, observatory.release_part to hamyar_app;

grant select, insert, update, delete on observatory.release, observatory.release_file, observatory.release_part to hamyar_loader;

insert into wall.sealed_column values ('observatory.release_part.sealed', 'home');
