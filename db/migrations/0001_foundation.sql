-- The ground every domain stands on: the wall, the trail, facts, idempotency, jobs, messages, accounts.

create schema wall;

-- The policies of row-level security read these settings and nothing else (no subquery in any policy).
-- Never IMMUTABLE: the planner would fold one actor's keys into another's plan.
create function wall.keys() returns text[] language sql stable parallel safe
  return string_to_array(current_setting('hamyar.keys', true), ',');

create function wall.area_from() returns integer language sql stable parallel safe
  return coalesce(nullif(current_setting('hamyar.area_from', true), ''), '1')::integer;

create function wall.area_to() returns integer language sql stable parallel safe
  return coalesce(nullif(current_setting('hamyar.area_to', true), ''), '0')::integer;

create function wall.counts_from() returns integer language sql stable parallel safe
  return coalesce(nullif(current_setting('hamyar.counts_from', true), ''), '1')::integer;

create function wall.counts_to() returns integer language sql stable parallel safe
  return coalesce(nullif(current_setting('hamyar.counts_to', true), ''), '0')::integer;

create function wall.clock() returns timestamptz language sql stable parallel safe
  return coalesce(nullif(current_setting('hamyar.now', true), '')::timestamptz, now());

grant usage on schema wall to hamyar_app, hamyar_loader, hamyar_observatory, hamyar_auth;

-- Why a table may be read without a policy. The catalogue test fails for one that has neither.
create table wall.open_table (
  name text primary key,
  reason text not null
);

-- Columns whose content is sealed with the key of an office (`home` names the column that says which; none
-- means the nation's own). Re-sealing after a rotation goes by this list, so a column that is not on it would
-- be lost with the old key: a test fails for a bytea column that is neither here nor known to hold a digest.
create table wall.sealed_column (
  name text primary key,
  home text
);

-- The trail: one hash chain per pooled connection, sealed each minute into chained Merkle roots.

create schema audit;

create table audit.entry (
  home integer not null,
  chain uuid not null,
  seq integer not null,
  at timestamptz not null,
  actor text not null,
  role text not null,
  act text not null,
  record text,
  person uuid,
  refused boolean not null,
  details jsonb not null,
  hash bytea not null,
  primary key (home, chain, seq)
);

create index entry_chain on audit.entry (chain, seq);

create index entry_person on audit.entry (person, at) where person is not null;

create index entry_at on audit.entry using brin (at);

create table audit.seal (
  number bigint primary key,
  at timestamptz not null,
  chains integer not null,
  heads jsonb not null,
  root bytea not null,
  previous bytea not null,
  hash bytea not null
);

alter table audit.entry enable row level security;

alter table audit.entry force row level security;

create policy written on audit.entry for insert with check (true);

-- The auditor reads the trail; a person reads who touched their data; nobody else reads it.
create policy read on audit.entry for select
  using ('auditor' = any (wall.keys()) or ('person:' || person::text) = any (wall.keys()));

alter table audit.seal enable row level security;

alter table audit.seal force row level security;

create policy written on audit.seal for insert with check (true);

create policy read on audit.seal for select using ('auditor' = any (wall.keys()));

-- Idempotency: which record came of a key. The answer itself is never kept.

create schema platform;

create table platform.idempotency (
  home integer not null,
  actor text not null,
  key uuid not null,
  request_hash bytea not null,
  record text,
  at timestamptz not null,
  primary key (home, actor, key)
);

alter table platform.idempotency enable row level security;

alter table platform.idempotency force row level security;

create policy own on platform.idempotency
  using (case actor when 'anyone' then 'anyone' else 'actor:' || actor end = any (wall.keys()));

create table platform.setting (
  name text primary key,
  value jsonb not null
);

insert into wall.open_table values ('platform.setting', 'facts about the installation: country, demonstration, time of loading');

-- Facts: appended with the deed, folded into roll-ups by a job.

create schema facts;

create table facts.kind (
  id text not null,
  version integer not null,
  measure text not null,
  dimensions text[] not null,
  name_fa text not null,
  name_en text not null,
  primary key (id, version)
);

insert into wall.open_table values ('facts.kind', 'the published catalogue of what is counted');

create table facts.fact (
  home integer not null,
  id uuid not null,
  kind text not null,
  version integer not null,
  occurred_on date not null,
  unit uuid not null,
  place text not null,
  subject text,
  quantity bigint not null,
  dimensions jsonb not null,
  source uuid not null,
  reverses uuid,
  recorded_at timestamptz not null,
  -- The folding job takes whole transactions that no running one can still precede.
  recorded_xid xid8 not null default pg_current_xact_id(),
  primary key (home, id)
);

create index fact_unfolded on facts.fact (recorded_xid);

-- A second reversal of the same fact would count it away twice.
create unique index fact_reversed_once on facts.fact (home, reverses) where reverses is not null;

create table facts.rollup (
  home integer not null,
  kind text not null,
  version integer not null,
  occurred_on date not null,
  unit uuid not null,
  place text not null,
  dimensions jsonb not null,
  quantity bigint not null,
  facts bigint not null,
  primary key (home, kind, version, occurred_on, unit, place, dimensions)
);

create table facts.fold (
  one boolean primary key default true check (one),
  folded_before xid8 not null,
  at timestamptz not null
);

insert into facts.fold (folded_before, at) values (pg_current_xact_id(), now());

insert into wall.open_table values ('facts.fold', 'one row: up to where the folding job has come');

alter table facts.fact enable row level security;

alter table facts.fact force row level security;

alter table facts.rollup enable row level security;

alter table facts.rollup force row level security;

create policy written on facts.fact for insert to hamyar_app with check (true);

create policy counted on facts.fact for select to hamyar_app
  using (home >= wall.counts_from() and home <= wall.counts_to());

create policy observed on facts.fact for select to hamyar_observatory using (true);

create policy folded on facts.rollup to hamyar_app
  using (home >= wall.counts_from() and home <= wall.counts_to())
  with check (true);

create policy observed on facts.rollup for select to hamyar_observatory using (true);

-- Jobs: the queue's own schema belongs to hamyar_jobs; this function is the only way in.

create schema jobs;

create table jobs.subscription (
  event text not null,
  task text not null,
  primary key (event, task)
);

insert into wall.open_table values ('jobs.subscription', 'which job follows which event; written at start-up');

-- Messages wait here until a provider takes them; without one they are shown on the local outbox page.

create schema messages;

create table messages.outbox (
  home integer not null,
  id uuid not null,
  at timestamptz not null,
  channel text not null check (channel in ('sms', 'email')),
  purpose text not null,
  recipient bytea not null,
  body bytea not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'shown')),
  attempts integer not null default 0,
  -- not before this instant: a provider that failed is tried again later
  next_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (home, id)
);

create index outbox_at on messages.outbox (at);

create index outbox_waiting on messages.outbox (next_at) where state = 'waiting';

alter table messages.outbox enable row level security;

alter table messages.outbox force row level security;

create policy written on messages.outbox for insert with check (true);

create policy carried on messages.outbox using ('outbox' = any (wall.keys()));

-- Accounts: their own schema, role and pool. The application's role cannot read a secret of anybody.

create schema auth;

create table auth.account (
  id uuid primary key,
  revision integer not null default 1,
  phone_digest bytea unique,
  email_digest bytea unique,
  contact bytea not null,
  display_name text not null,
  language text not null default 'fa',
  totp bytea,
  totp_confirmed boolean not null default false,
  totp_last_step bigint,
  secret_hash text,
  recovery jsonb,
  demonstration boolean not null default false,
  suspended_at timestamptz,
  recorded_at timestamptz not null
);

create table auth.appointment (
  id uuid primary key,
  account uuid not null references auth.account (id),
  role text not null,
  unit uuid,
  unit_name text not null default '',
  home integer not null,
  area_from integer not null,
  area_to integer not null,
  volunteer uuid,
  valid_from timestamptz not null,
  valid_until timestamptz,
  appointed_by uuid,
  seconded_by uuid
);

create index appointment_account on auth.appointment (account);

create table auth.session (
  id uuid primary key,
  token_digest bytea not null unique,
  kind text not null check (kind in ('account', 'person')),
  account uuid references auth.account (id),
  appointment uuid references auth.appointment (id),
  person uuid,
  home integer not null,
  keys text[] not null default '{}',
  -- how much was shown: 'code' alone, or 'code+second'
  strength text not null,
  device text not null default '',
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz
);

create index session_account on auth.session (account);

create table auth.challenge (
  id uuid primary key,
  contact_digest bytea not null,
  account uuid references auth.account (id),
  purpose text not null,
  code_hash bytea not null,
  attempts integer not null default 0,
  started_at timestamptz not null,
  ends_at timestamptz not null,
  code_shown_at timestamptz,
  used_at timestamptz
);

create index challenge_contact on auth.challenge (contact_digest, started_at);

-- What two people must agree on: an appointment to a sensitive role, a way back after a lost phone.
create table auth.proposal (
  id uuid primary key,
  kind text not null check (kind in ('appointment', 'recovery')),
  account uuid not null references auth.account (id),
  home integer not null,
  unit uuid,
  -- which roles may decide, and the appointment or the new contact itself
  details jsonb not null,
  needed integer not null,
  -- accounts that said yes, the proposer of an appointment first
  agreed uuid[] not null default '{}',
  proposed_at timestamptz not null,
  not_before timestamptz not null,
  ends_at timestamptz not null,
  decided_at timestamptz,
  outcome text check (outcome in ('done', 'refused'))
);

create index proposal_open on auth.proposal (proposed_at) where decided_at is null;

-- Counted by keyed digest, so the table names nobody: who (phone, address, code) tried what, how often.
create table auth.attempt (
  what text not null,
  who bytea not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (what, who, window_start)
);

insert into wall.sealed_column values
  ('messages.outbox.recipient', 'home'),
  ('messages.outbox.body', 'home'),
  ('auth.account.contact', null),
  ('auth.account.totp', null);

grant usage on schema auth to hamyar_auth;

grant select, insert, update, delete on all tables in schema auth to hamyar_auth;

insert into wall.open_table values
  ('auth.account', 'own schema and role: the application''s role has no grant on it'),
  ('auth.appointment', 'own schema and role: the application''s role has no grant on it'),
  ('auth.session', 'own schema and role: the application''s role has no grant on it'),
  ('auth.proposal', 'own schema and role: the application''s role has no grant on it'),
  ('auth.challenge', 'own schema and role: the application''s role has no grant on it'),
  ('auth.attempt', 'own schema and role: the application''s role has no grant on it'),
  ('wall.open_table', 'the reasons themselves'),
  ('wall.sealed_column', 'names of columns, no content'),
  ('migrations.applied', 'which migrations ran; no role but the owner has a grant on it');

grant usage, create on schema jobs to hamyar_jobs;

grant select on jobs.subscription to hamyar_jobs;

grant usage on schema audit, platform, facts, jobs, messages to hamyar_app;

grant select, insert on audit.entry, audit.seal to hamyar_app;

grant select, insert, update, delete on platform.idempotency to hamyar_app;

grant select on platform.setting to hamyar_app;

grant select, insert, update on platform.setting to hamyar_loader;

grant select, insert on facts.fact to hamyar_app;

grant select, insert, update on facts.rollup, facts.kind, facts.fold to hamyar_app;

grant select, insert, delete on jobs.subscription to hamyar_app;

grant select, insert, update on messages.outbox to hamyar_app;

grant usage on schema facts to hamyar_observatory;

-- Everything of a fact but the record that caused it.
grant select (home, id, kind, version, occurred_on, unit, place, subject, quantity, dimensions, reverses, recorded_at, recorded_xid)
  on facts.fact to hamyar_observatory;

grant select on facts.rollup, facts.kind, facts.fold to hamyar_observatory;
