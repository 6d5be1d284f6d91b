-- An offer that nobody outside saw can be taken back for a short while; and a rule, set by a named person for a while,
-- that sends what needs no second look.

-- when somebody of the group saw it first
alter table referrals.referral add column seen_at timestamptz;

-- A case that began with danger: what it needs is never sent without somebody's own look.
alter table casework."case" add column danger boolean not null default false;

alter table casework.need add column danger boolean not null default false;

create table matching.standing_rule (
  -- the first home of the area
  home integer not null,
  id uuid not null,
  revision integer not null default 1,
  recorded_at timestamptz not null,
  -- whose rule it is: who answers for what it sends
  recorded_by text not null,
  name text not null,
  unit uuid not null,
  area_from integer not null,
  area_to integer not null,
  kinds text[] not null check (cardinality(kinds) > 0),
  within_km integer not null check (within_km between 1 and 50),
  until timestamptz not null check (until > recorded_at and until <= recorded_at + interval '91 days'),
  stopped_at timestamptz,
  stopped_by text,
  access text[] not null generated always as (array['standing-rule:' || id::text]) stored,
  primary key (home, id)
);

create index standing_rule_access on matching.standing_rule using gin (access) with (fastupdate = off);

-- one a desk
create unique index standing_rule_one on matching.standing_rule (home, area_from, area_to) where stopped_at is null;

alter table matching.standing_rule enable row level security;

alter table matching.standing_rule force row level security;

create policy own on matching.standing_rule using (access && wall.keys());

-- A run reads those that cover the county in its hands.
create policy area on matching.standing_rule for select using (area_from <= wall.area_to() and area_to >= wall.area_from());

create policy set on matching.standing_rule for insert
  with check (area_from >= wall.area_from() and area_to <= wall.area_to() and home = area_from);

create policy stopped on matching.standing_rule for update
  using (area_from >= wall.area_from() and area_to <= wall.area_to())
  with check (area_from >= wall.area_from() and area_to <= wall.area_to() and stopped_at is not null);

grant select, insert, update on matching.standing_rule to hamyar_app;

grant select, insert, update, delete on matching.standing_rule to hamyar_loader;

-- by which rule it was sent; none where somebody sent it
alter table matching.proposal add column rule uuid;

alter table matching.proposal add column released_at timestamptz;

create index proposal_rule on matching.proposal (rule) where rule is not null;
