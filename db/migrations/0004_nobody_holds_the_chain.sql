-- Nobody holds the whole chain (design 8.9): who did which step is kept beside the step, so that the next one can refuse.

alter table referrals.referral add column offered_by text;

alter table referrals.referral add column accepted_by text;

alter table visits.assignment add column accepted_by text;

alter table visits.assignment add column approved_by text;

-- The telephone to which the code was sent: one that confirms for many is looked at.
alter table visits.assignment add column code_phone_digest bytea;

alter table network.volunteer add column vetted_by text;

-- When the person was called and says that it did not take place.
alter table visits.assignment drop constraint assignment_state_check;

alter table visits.assignment add constraint assignment_state_check check (state in
  ('offered', 'accepted', 'approved', 'under-way', 'done', 'confirmed', 'unconfirmed', 'no-show', 'cancelled', 'declined', 'expired'));

-- Which telephone confirmed for whom: found by the telephone's own digest, by the job that watches and by nobody else.
create table visits.confirmation (
  home integer not null,
  id uuid not null,
  assignment uuid not null,
  case_id uuid not null,
  person uuid not null,
  team uuid not null,
  phone_digest bytea not null,
  confirmed_at timestamptz not null,
  access text[] not null generated always as (array['confirming:' || encode(phone_digest, 'hex')]) stored,
  primary key (home, id)
);

create index confirmation_access on visits.confirmation using gin (access) with (fastupdate = off);

-- One telephone confirmed for several people of a centre: something to ask about, no more.
create table visits.shared_phone (
  home integer not null,
  id uuid not null,
  revision integer not null default 1,
  team uuid not null,
  leads text[] not null,
  phone_digest bytea not null,
  -- of the whole country, and the cases of this centre
  people integer not null,
  cases uuid[] not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  state text not null check (state in ('open', 'seen')),
  seen_at timestamptz,
  seen_by text,
  access text[] not null generated always as (
    array['shared-phone:' || id::text, 'confirming:' || encode(phone_digest, 'hex'), 'team:' || team::text] || leads) stored,
  primary key (home, id),
  unique (home, team, phone_digest)
);

create index shared_phone_access on visits.shared_phone using gin (access) with (fastupdate = off);

-- A confirmed visit that is asked about by telephone, by somebody of the centre who had no part in it.
create table visits.call_back (
  home integer not null,
  id uuid not null,
  revision integer not null default 1,
  recorded_at timestamptz not null,
  assignment uuid not null,
  case_id uuid not null,
  need uuid not null,
  person uuid not null,
  team uuid not null,
  kind text not null,
  visit_from timestamptz not null,
  visit_to timestamptz not null,
  reason text not null check (reason in ('drawn', 'shared-phone', 'alone')),
  due_at timestamptz not null,
  tries integer not null default 0,
  state text not null check (state in ('due', 'confirmed', 'not-confirmed', 'not-reached')),
  done_at timestamptz,
  done_by text,
  -- keys of everybody who had a part in the case: to them the row is not there
  barred text[] not null,
  access text[] not null generated always as (array['call-back:' || id::text, 'desk:' || team::text]) stored,
  primary key (home, id),
  unique (home, assignment)
);

create index call_back_access on visits.call_back using gin (access) with (fastupdate = off);

alter table visits.confirmation enable row level security;

alter table visits.confirmation force row level security;

create policy own on visits.confirmation using (access && wall.keys());

alter table visits.shared_phone enable row level security;

alter table visits.shared_phone force row level security;

create policy own on visits.shared_phone using (access && wall.keys());

alter table visits.call_back enable row level security;

alter table visits.call_back force row level security;

create policy own on visits.call_back using (access && wall.keys() and not (barred && wall.keys()));

grant select, insert on visits.confirmation to hamyar_app;

grant select, insert, update on visits.shared_phone, visits.call_back to hamyar_app;

grant select, insert, update, delete on visits.confirmation, visits.shared_phone, visits.call_back to hamyar_loader;
