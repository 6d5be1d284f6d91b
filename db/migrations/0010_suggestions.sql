-- A group answers an offer with another volunteer of its own; the liaison desk decides which of the two it is.

create table matching.suggestion (
  home integer not null,
  id uuid not null,
  revision integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by text not null,
  referral uuid not null,
  need uuid not null,
  unit uuid not null,
  -- who was proposed, and what the choice costs: kept beside the other, so that both were reckoned at one moment
  instead_of uuid not null,
  instead_name text not null,
  instead_cost jsonb not null,
  volunteer uuid not null,
  name text not null,
  cost jsonb not null,
  weights_version integer not null,
  state text not null check (state in ('suggested', 'confirmed', 'kept', 'replaced')),
  -- the offer's own deadline: a suggestion does not move it, and is nothing after it
  open_until timestamptz not null,
  synthetic boolean not null default false,
  access text[] not null generated always as
    (array['suggestion:' || id::text, 'referral:' || referral::text, 'need:' || need::text]) stored,
  lent text[] not null generated always as (array['coordinator:' || unit::text]) stored,
  primary key (home, id)
);

create index suggestion_access on matching.suggestion using gin (access) with (fastupdate = off);

create index suggestion_lent on matching.suggestion using gin (lent) with (fastupdate = off);

create unique index suggestion_one_open on matching.suggestion (home, referral) where state = 'suggested';

alter table matching.suggestion enable row level security;

alter table matching.suggestion force row level security;

create policy own on matching.suggestion using (access && wall.keys());

-- The desk decides; it makes none of its own.
create policy area on matching.suggestion for select using (home >= wall.area_from() and home <= wall.area_to());

create policy decided on matching.suggestion for update
  using (home >= wall.area_from() and home <= wall.area_to())
  with check (home >= wall.area_from() and home <= wall.area_to() and state in ('confirmed', 'kept'));

create policy lent on matching.suggestion for select
  using (lent && wall.keys() and wall.clock() < open_until);

create policy made on matching.suggestion for insert
  with check (lent && wall.keys() and wall.clock() < open_until and state = 'suggested');

-- A group may think again while nobody decided: the newer one takes the place of the older.
create policy replaced on matching.suggestion for update
  using (lent && wall.keys() and wall.clock() < open_until and state = 'suggested')
  with check (lent && wall.keys() and state = 'replaced');

grant select, insert, update on matching.suggestion to hamyar_app;

grant select, insert, update, delete on matching.suggestion to hamyar_loader;
