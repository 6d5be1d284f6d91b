-- The main chain: places, network, people, desk, casework, consents, referrals, matching, visits.
-- Every large table's key begins with `home`, the registry office that opened the record.

create schema places;

create table places.place (
  code text primary key,
  kind text not null,
  parent text references places.place (code),
  name_fa text not null,
  name_en text not null,
  search text not null,
  lat double precision not null,
  lon double precision not null,
  population bigint,
  population_kind text check (population_kind in ('census', 'modelled')),
  -- the registry range that serves it
  home integer not null,
  valid_from date not null default '1900-01-01',
  valid_until date
);

create index place_parent on places.place (parent);

create index place_search on places.place (search text_pattern_ops);

-- Network and agency: both trees of units, public directories.

create schema network;

create table network.unit (
  id uuid primary key,
  organisation text not null check (organisation in ('agency', 'network')),
  parent uuid references network.unit (id),
  level text not null,
  kind text check (kind in ('neighbourhood', 'professional', 'liaison')),
  membership text check (membership in ('women', 'men', 'mixed')),
  profession text,
  name_fa text not null,
  name_en text not null,
  place text not null references places.place (code),
  quarter_fa text,
  quarter_en text,
  home integer not null,
  hosted_by uuid references network.unit (id),
  lat double precision not null,
  lon double precision not null,
  hours text,
  phone text,
  opened_on date not null,
  closed_on date,
  synthetic boolean not null default false
);

create index unit_parent on network.unit (parent);

create index unit_home on network.unit (home, organisation, level);

create table network.venue (
  id uuid primary key,
  kind text not null,
  name_fa text not null,
  name_en text not null,
  place text not null references places.place (code),
  home integer not null,
  rooms integer not null,
  capacity integer not null,
  step_free boolean not null,
  lat double precision not null,
  lon double precision not null,
  synthetic boolean not null default false
);

create index venue_home on network.venue (home);

create table network.volunteer (
  home integer not null,
  id uuid not null,
  revision integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by text not null,
  unit uuid not null,
  given_name text not null,
  family_name text not null,
  sex text not null check (sex in ('female', 'male')),
  place text not null,
  lat double precision not null,
  lon double precision not null,
  skills jsonb not null,
  languages text[] not null,
  -- kinds of need this volunteer is willing to serve
  kinds text[] not null,
  -- half-open minutes of the week, from Monday 00:00: [[from, to], …]
  windows jsonb not null,
  weekly_minutes integer not null,
  capacity integer not null,
  load integer not null default 0,
  travel_km integer not null,
  vetted_until date,
  vetted_for text[] not null default '{}',
  paused_until date,
  confirmed_at timestamptz,
  contact bytea,
  phone_digest bytea,
  family_token bigint,
  synthetic boolean not null default false,
  access text[] not null generated always as
    (array['volunteer:' || id::text, 'coordinator:' || unit::text]) stored,
  primary key (home, id)
);

-- No pending list on the wall's indexes: it would be read from end to end by every guarded query until the next vacuum.
create index volunteer_access on network.volunteer using gin (access) with (fastupdate = off);

create index volunteer_unit on network.volunteer (unit);

create index volunteer_near on network.volunteer (home, lat, lon);

-- People.

create schema people;

create table people.person (
  home integer not null,
  id uuid not null,
  revision integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by text not null,
  worker uuid,
  team uuid not null,
  restricted boolean not null default false,
  sheltered boolean not null default false,
  given_name text not null,
  family_name text not null,
  sex text check (sex in ('female', 'male')),
  birth_year integer,
  languages text[] not null default '{}',
  access_needs text[] not null default '{}',
  contact bytea,
  address bytea,
  place text not null,
  quarter text,
  lat double precision,
  lon double precision,
  secret_hash text,
  -- pseudonyms in facts are made from it; gone when it is erased
  secret bytea not null,
  synthetic boolean not null default false,
  access text[] not null generated always as (
    array['person:' || id::text, 'worker:' || coalesce(worker::text, 'none')] ||
    case when restricted or sheltered then '{}'::text[] else array['team:' || team::text] end) stored,
  primary key (home, id)
);

create index person_access on people.person using gin (access) with (fastupdate = off);

create table people.name_token (
  token bigint not null,
  home integer not null,
  person uuid not null,
  primary key (token, home, person)
);

-- Whom a person does not want to meet: resolved to volunteers and units on the agency's side, shown to nobody else.
create table people.exclusion (
  home integer not null,
  id uuid not null,
  person uuid not null,
  kind text not null check (kind in ('phone', 'family', 'volunteer', 'unit')),
  digest bytea,
  token bigint,
  reference uuid,
  label bytea,
  recorded_at timestamptz not null,
  recorded_by text not null,
  access text[] not null generated always as
    (array['person:' || person::text, 'exclusions:' || person::text]) stored,
  primary key (home, id)
);

create index exclusion_access on people.exclusion using gin (access) with (fastupdate = off);

-- Desk.

create schema desk;

create table desk.request (
  home integer not null,
  id uuid not null,
  revision integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by text not null,
  team uuid not null,
  code_digest bytea not null,
  channel text not null check (channel in ('desk', 'phone', 'web', 'kiosk', 'message')),
  kinds text[] not null,
  words bytea not null,
  given_name text not null,
  family_name text not null,
  birth_year integer,
  sex text check (sex in ('female', 'male')),
  contact bytea not null,
  place text not null,
  quarter text,
  secret_hash text,
  -- whom the person does not want to meet, as they said it; moves to the person when a case is opened
  unwanted bytea,
  phone_digest bytea,
  name_token bigint,
  on_behalf boolean not null default false,
  confirmed_at timestamptz,
  urgency text not null check (urgency in ('ordinary', 'soon', 'danger')),
  due_at timestamptz not null,
  state text not null check (state in
    ('received', 'triaged', 'case-opened', 'answered', 'passed-on', 'duplicate', 'withdrawn')),
  reason text,
  -- what was said or where it was passed on to, as the person reads it
  answer bytea,
  points_at uuid,
  points_kind text check (points_kind in ('duplicate', 'appeal', 'complaint')),
  triaged_at timestamptz,
  triaged_by text,
  case_id uuid,
  person uuid,
  synthetic boolean not null default false,
  access text[] not null generated always as (
    array['request:' || id::text, 'desk:' || team::text, 'code:' || encode(code_digest, 'hex')] ||
    case when person is null then '{}'::text[] else array['person:' || person::text] end) stored,
  primary key (home, id),
  unique (home, code_digest)
);

create index request_access on desk.request using gin (access) with (fastupdate = off);

create index request_open on desk.request (team, due_at) where state = 'received';

-- Casework.

create schema casework;

create table casework.case (
  home integer not null,
  id uuid not null,
  revision integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by text not null,
  person uuid not null,
  request uuid,
  worker uuid not null,
  team uuid not null,
  restricted boolean not null default false,
  state text not null check (state in
    ('open', 'assessed', 'planned', 'active', 'under-review', 'closed', 'reopened')),
  reason text,
  opened_at timestamptz not null,
  review_on date,
  closed_at timestamptz,
  synthetic boolean not null default false,
  access text[] not null generated always as (
    array['case:' || id::text, 'person:' || person::text, 'worker:' || worker::text] ||
    case when restricted then '{}'::text[] else array['team:' || team::text] end) stored,
  primary key (home, id)
);

create index case_access on casework.case using gin (access) with (fastupdate = off);

create index case_worker on casework.case (worker, state);

create table casework.need (
  home integer not null,
  id uuid not null,
  revision integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by text not null,
  case_id uuid not null,
  person uuid not null,
  worker uuid not null,
  team uuid not null,
  restricted boolean not null default false,
  kind text not null,
  -- what is required of who helps: skill, level, vetting, same sex, language
  requires jsonb not null,
  minutes integer not null,
  window_from timestamptz not null,
  window_to timestamptz not null,
  place text not null,
  quarter text,
  lat double precision not null,
  lon double precision not null,
  priority integer not null default 1,
  since timestamptz not null,
  state text not null check (state in
    ('draft', 'open', 'referred', 'matched', 'under-way', 'met', 'unmet', 'withdrawn')),
  reason text,
  outcome text check (outcome in ('met', 'partly', 'not')),
  ended_at timestamptz,
  subject text not null,
  sex text,
  age_group text,
  synthetic boolean not null default false,
  access text[] not null generated always as (
    array['need:' || id::text, 'case:' || case_id::text, 'person:' || person::text, 'worker:' || worker::text] ||
    case when restricted then '{}'::text[] else array['team:' || team::text] end) stored,
  primary key (home, id)
);

create index need_access on casework.need using gin (access) with (fastupdate = off);

create index need_waiting on casework.need (home, since) where state in ('open', 'referred');

-- Consents and disclosures.

create schema consents;

create table consents.consent (
  home integer not null,
  id uuid not null,
  revision integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by text not null,
  person uuid not null,
  case_id uuid,
  need uuid,
  worker uuid not null,
  team uuid not null,
  state text not null check (state in ('given', 'refused', 'withdrawn', 'expired')),
  notice text not null,
  notice_version integer not null,
  purpose text not null,
  categories text[] not null,
  recipients text not null,
  until timestamptz not null,
  how text not null check (how in ('signed', 'one-time-code', 'witnessed-speech', 'guardian', 'own-follow-up')),
  witness text,
  ended_at timestamptz,
  synthetic boolean not null default false,
  access text[] not null generated always as (
    array['consent:' || id::text, 'person:' || person::text, 'worker:' || worker::text, 'team:' || team::text]) stored,
  primary key (home, id)
);

create index consent_access on consents.consent using gin (access) with (fastupdate = off);

-- One row a stage: who may read which exact, frozen fields, from when until when. The wall checks the window at every read.
create table consents.disclosure (
  home integer not null,
  id uuid not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  consent uuid not null,
  person uuid not null,
  need uuid not null,
  referral uuid not null,
  worker uuid not null,
  unit uuid,
  volunteer uuid,
  stage text not null check (stage in ('offer', 'accepted', 'visit')),
  purpose text not null,
  fields text[] not null,
  -- the fields' values, sealed for this home
  content bytea not null,
  open_from timestamptz not null,
  open_until timestamptz not null,
  reads integer not null default 0,
  last_read_at timestamptz,
  access text[] not null generated always as
    (array['disclosure:' || id::text, 'referral:' || referral::text, 'consent:' || consent::text, 'person:' || person::text, 'worker:' || worker::text]) stored,
  lent text[] not null generated always as (
    case when unit is null then '{}'::text[] else array['coordinator:' || unit::text] end ||
    case when volunteer is null then '{}'::text[] else array['volunteer:' || volunteer::text] end) stored,
  primary key (home, id)
);

create index disclosure_access on consents.disclosure using gin (access) with (fastupdate = off);

create index disclosure_lent on consents.disclosure using gin (lent) with (fastupdate = off);

-- Referrals.

create schema referrals;

create table referrals.referral (
  home integer not null,
  id uuid not null,
  revision integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by text not null,
  need uuid not null,
  case_id uuid not null,
  person uuid not null,
  worker uuid not null,
  team uuid not null,
  from_unit uuid not null,
  to_unit uuid,
  consent uuid not null,
  state text not null check (state in
    ('ready', 'offered', 'accepted', 'closed', 'declined', 'withdrawn', 'expired')),
  reason text,
  -- what the other side sees before the person approved anybody: kind of help, time, coarse place; no name
  card jsonb not null,
  attempt integer not null default 1,
  passed_units uuid[] not null default '{}',
  passed_volunteers uuid[] not null default '{}',
  volunteer uuid,
  answer_by timestamptz,
  open_from timestamptz not null,
  open_until timestamptz not null,
  closed_at timestamptz,
  synthetic boolean not null default false,
  access text[] not null generated always as (
    array['referral:' || id::text, 'need:' || need::text, 'case:' || case_id::text, 'person:' || person::text,
      'worker:' || worker::text, 'team:' || team::text, 'consent:' || consent::text]) stored,
  lent text[] not null generated always as (
    case when to_unit is null then '{}'::text[] else array['coordinator:' || to_unit::text] end) stored,
  primary key (home, id)
);

create index referral_access on referrals.referral using gin (access) with (fastupdate = off);

create index referral_lent on referrals.referral using gin (lent) with (fastupdate = off);

create index referral_waiting on referrals.referral (home, recorded_at) where state in ('ready', 'offered');

-- Matching.

create schema matching;

create table matching.proposal (
  home integer not null,
  id uuid not null,
  revision integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by text not null,
  run uuid not null,
  referral uuid not null,
  need uuid not null,
  -- none when nobody fits: `why` then names the smallest set of requirements to relax
  volunteer uuid,
  volunteer_home integer,
  unit uuid,
  state text not null check (state in ('proposed', 'confirmed', 'rejected', 'superseded')),
  reason text,
  weights_version integer not null,
  cost jsonb not null,
  why jsonb not null,
  runners_up jsonb not null,
  synthetic boolean not null default false,
  access text[] not null generated always as
    (array['proposal:' || id::text, 'referral:' || referral::text, 'need:' || need::text]) stored,
  primary key (home, id)
);

create index proposal_access on matching.proposal using gin (access) with (fastupdate = off);

create unique index proposal_one_open on matching.proposal (home, referral) where state = 'proposed';

-- Visits.

create schema visits;

create table visits.assignment (
  home integer not null,
  id uuid not null,
  revision integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by text not null,
  need uuid not null,
  referral uuid not null,
  case_id uuid not null,
  person uuid not null,
  worker uuid not null,
  team uuid not null,
  unit uuid not null,
  volunteer uuid not null,
  volunteer_home integer not null,
  volunteer_name text not null,
  consent uuid not null,
  kind text not null,
  card jsonb not null,
  visit_from timestamptz not null,
  visit_to timestamptz not null,
  state text not null check (state in
    ('offered', 'accepted', 'approved', 'under-way', 'done', 'confirmed', 'no-show', 'cancelled', 'declined', 'expired')),
  reason text,
  answer_by timestamptz not null,
  accepted_at timestamptz,
  approved_at timestamptz,
  approved_how text,
  on_way_at timestamptz,
  arrived_at timestamptz,
  done_at timestamptz,
  report jsonb,
  confirm_hash bytea,
  confirm_attempts integer not null default 0,
  confirmed_at timestamptz,
  confirmed_how text,
  outcome text check (outcome in ('met', 'partly', 'not')),
  open_from timestamptz not null,
  open_until timestamptz not null,
  subject text not null,
  sex text,
  age_group text,
  place text not null,
  synthetic boolean not null default false,
  access text[] not null generated always as (
    array['assignment:' || id::text, 'referral:' || referral::text, 'need:' || need::text, 'person:' || person::text,
      'worker:' || worker::text, 'team:' || team::text, 'consent:' || consent::text]) stored,
  lent text[] not null generated always as
    (array['volunteer:' || volunteer::text, 'coordinator:' || unit::text]) stored,
  primary key (home, id)
);

create index assignment_access on visits.assignment using gin (access) with (fastupdate = off);

create index assignment_lent on visits.assignment using gin (lent) with (fastupdate = off);

create index assignment_due on visits.assignment (visit_from) where state in ('approved', 'under-way');

-- A volunteer is in one place at a time. Kept with the volunteer; the assignment lives with the need.
create table visits.booking (
  home integer not null,
  id uuid not null,
  volunteer uuid not null,
  assignment uuid not null,
  during tstzrange not null,
  access text[] not null generated always as
    (array['volunteer:' || volunteer::text, 'assignment:' || assignment::text]) stored,
  primary key (home, id),
  constraint booking_once exclude using gist (home with =, volunteer with =, during with &&)
);

create index booking_access on visits.booking using gin (access) with (fastupdate = off);

insert into wall.open_table values
  ('places.place', 'public geography'),
  ('network.unit', 'public directory of both organisations: no person is named in it'),
  ('network.venue', 'public directory of host venues'),
  ('people.name_token', 'keyed digests of parts of names; reading a person by one still meets the wall');

insert into wall.sealed_column values
  ('network.volunteer.contact', 'home'),
  ('people.person.contact', 'home'),
  ('people.person.address', 'home'),
  ('people.exclusion.label', 'home'),
  ('desk.request.words', 'home'),
  ('desk.request.contact', 'home'),
  ('desk.request.answer', 'home'),
  ('desk.request.unwanted', 'home'),
  ('consents.disclosure.content', 'home');

-- Own rows, by key.

alter table network.volunteer enable row level security;

alter table network.volunteer force row level security;

create policy own on network.volunteer using (access && wall.keys());

create policy area on network.volunteer for select using (home >= wall.area_from() and home <= wall.area_to());

alter table people.person enable row level security;

alter table people.person force row level security;

create policy own on people.person using (access && wall.keys());

alter table people.exclusion enable row level security;

alter table people.exclusion force row level security;

create policy own on people.exclusion using (access && wall.keys());

alter table desk.request enable row level security;

alter table desk.request force row level security;

create policy own on desk.request using (access && wall.keys());

alter table casework.case enable row level security;

alter table casework.case force row level security;

create policy own on casework.case using (access && wall.keys());

alter table casework.need enable row level security;

alter table casework.need force row level security;

create policy own on casework.need using (access && wall.keys());

create policy area on casework.need for select
  using (not restricted and home >= wall.area_from() and home <= wall.area_to());

alter table consents.consent enable row level security;

alter table consents.consent force row level security;

create policy own on consents.consent using (access && wall.keys());

alter table consents.disclosure enable row level security;

alter table consents.disclosure force row level security;

create policy own on consents.disclosure using (access && wall.keys());

create policy lent on consents.disclosure for select
  using (lent && wall.keys() and open_from <= wall.clock() and wall.clock() < open_until);

alter table referrals.referral enable row level security;

alter table referrals.referral force row level security;

create policy own on referrals.referral using (access && wall.keys());

create policy lent on referrals.referral for select
  using (lent && wall.keys() and open_from <= wall.clock() and wall.clock() < open_until);

-- Answering may close the window or hand the row on: the new row need only stay within what was lent.
create policy answered on referrals.referral for update
  using (lent && wall.keys() and open_from <= wall.clock() and wall.clock() < open_until)
  with check (lent && wall.keys());

create policy area on referrals.referral for select using (home >= wall.area_from() and home <= wall.area_to());

create policy released on referrals.referral for update
  using (home >= wall.area_from() and home <= wall.area_to() and state in ('ready', 'offered'))
  with check (home >= wall.area_from() and home <= wall.area_to() and state in ('ready', 'offered', 'withdrawn'));

alter table matching.proposal enable row level security;

alter table matching.proposal force row level security;

create policy own on matching.proposal using (access && wall.keys());

create policy area on matching.proposal using (home >= wall.area_from() and home <= wall.area_to());

alter table visits.assignment enable row level security;

alter table visits.assignment force row level security;

create policy own on visits.assignment using (access && wall.keys());

create policy lent on visits.assignment for select
  using (lent && wall.keys() and open_from <= wall.clock() and wall.clock() < open_until);

create policy answered on visits.assignment for update
  using (lent && wall.keys() and open_from <= wall.clock() and wall.clock() < open_until)
  with check (lent && wall.keys());

alter table visits.booking enable row level security;

alter table visits.booking force row level security;

create policy own on visits.booking using (access && wall.keys());

grant usage on schema places, network, people, desk, casework, consents, referrals, matching, visits
  to hamyar_app, hamyar_loader;

grant select on places.place, network.unit, network.venue to hamyar_app;

grant select, insert, update on network.volunteer, people.person, desk.request, casework.case, casework.need,
  consents.consent, consents.disclosure, referrals.referral, matching.proposal, visits.assignment to hamyar_app;

grant select, insert, delete on people.name_token, people.exclusion, visits.booking to hamyar_app;

grant usage on schema audit, platform, facts, messages, wall to hamyar_loader;

grant select, insert, update, delete on all tables in schema places, network, people, desk, casework, consents,
  referrals, matching, visits, facts, audit, platform, messages to hamyar_loader;

grant usage on schema auth to hamyar_loader;

grant select, insert, update on auth.account, auth.appointment to hamyar_loader;

grant select on wall.sealed_column to hamyar_loader;

grant usage on schema places, network to hamyar_observatory;

grant select on places.place, network.unit to hamyar_observatory;
