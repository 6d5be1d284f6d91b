-- Derived from db/migrations by tools/derive.ts; do not edit. To be read, not to be run: migrations make databases.

-- role hamyar_app
-- role hamyar_auth
-- role hamyar_jobs
-- role hamyar_loader bypassrls
-- role hamyar_observatory
-- role hamyar_owner

create extension btree_gist;

-- audit

create schema audit;
grant usage on schema audit to hamyar_app;
grant usage on schema audit to hamyar_loader;

create table audit.entry (
  home integer not null,
  chain uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  actor text not null,
  role text not null,
  act text not null,
  record text,
  person uuid,
  refused boolean not null,
  details jsonb not null,
  hash bytea not null,
  constraint entry_pkey PRIMARY KEY (home, chain, seq)
);

create table audit.seal (
  number bigint not null,
  at timestamp with time zone not null,
  chains integer not null,
  heads jsonb not null,
  root bytea not null,
  previous bytea not null,
  hash bytea not null,
  constraint seal_pkey PRIMARY KEY (number)
);

CREATE INDEX entry_at ON audit.entry USING brin (at);

CREATE INDEX entry_chain ON audit.entry USING btree (chain, seq);

CREATE INDEX entry_person ON audit.entry USING btree (person, at) WHERE (person IS NOT NULL);

alter table audit.entry enable row level security;
alter table audit.entry force row level security;

alter table audit.seal enable row level security;
alter table audit.seal force row level security;

create policy read on audit.entry for select to public
  using (('auditor'::text = ANY (wall.keys())) OR (('person:'::text || (person)::text) = ANY (wall.keys())));

create policy written on audit.entry for insert to public
  with check (true);

create policy read on audit.seal for select to public
  using ('auditor'::text = ANY (wall.keys()));

create policy written on audit.seal for insert to public
  with check (true);

grant insert, select on audit.entry to hamyar_app;
grant delete, insert, select, update on audit.entry to hamyar_loader;

grant insert, select on audit.seal to hamyar_app;
grant delete, insert, select, update on audit.seal to hamyar_loader;

-- auth

create schema auth;
grant usage on schema auth to hamyar_auth;
grant usage on schema auth to hamyar_loader;

create table auth.account (
  id uuid not null,
  revision integer default 1 not null,
  phone_digest bytea,
  email_digest bytea,
  contact bytea not null,
  display_name text not null,
  language text default 'fa'::text not null,
  totp bytea,
  totp_confirmed boolean default false not null,
  totp_last_step bigint,
  secret_hash text,
  recovery jsonb,
  demonstration boolean default false not null,
  suspended_at timestamp with time zone,
  recorded_at timestamp with time zone not null,
  constraint account_email_digest_key UNIQUE (email_digest),
  constraint account_phone_digest_key UNIQUE (phone_digest),
  constraint account_pkey PRIMARY KEY (id)
);

create table auth.appointment (
  id uuid not null,
  account uuid not null,
  role text not null,
  unit uuid,
  unit_name text default ''::text not null,
  home integer not null,
  area_from integer not null,
  area_to integer not null,
  volunteer uuid,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone,
  appointed_by uuid,
  seconded_by uuid,
  constraint appointment_account_fkey FOREIGN KEY (account) REFERENCES auth.account(id),
  constraint appointment_pkey PRIMARY KEY (id)
);

create table auth.attempt (
  what text not null,
  who bytea not null,
  window_start timestamp with time zone not null,
  count integer not null,
  constraint attempt_pkey PRIMARY KEY (what, who, window_start)
);

create table auth.challenge (
  id uuid not null,
  contact_digest bytea not null,
  account uuid,
  purpose text not null,
  code_hash bytea not null,
  attempts integer default 0 not null,
  started_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  code_shown_at timestamp with time zone,
  used_at timestamp with time zone,
  constraint challenge_account_fkey FOREIGN KEY (account) REFERENCES auth.account(id),
  constraint challenge_pkey PRIMARY KEY (id)
);

create table auth.proposal (
  id uuid not null,
  kind text not null,
  account uuid not null,
  home integer not null,
  unit uuid,
  details jsonb not null,
  needed integer not null,
  agreed uuid[] default '{}'::uuid[] not null,
  proposed_at timestamp with time zone not null,
  not_before timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  outcome text,
  constraint proposal_account_fkey FOREIGN KEY (account) REFERENCES auth.account(id),
  constraint proposal_kind_check CHECK ((kind = ANY (ARRAY['appointment'::text, 'recovery'::text]))),
  constraint proposal_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text]))),
  constraint proposal_pkey PRIMARY KEY (id)
);

create table auth.session (
  id uuid not null,
  token_digest bytea not null,
  kind text not null,
  account uuid,
  appointment uuid,
  person uuid,
  home integer not null,
  keys text[] default '{}'::text[] not null,
  strength text not null,
  device text default ''::text not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint session_account_fkey FOREIGN KEY (account) REFERENCES auth.account(id),
  constraint session_appointment_fkey FOREIGN KEY (appointment) REFERENCES auth.appointment(id),
  constraint session_kind_check CHECK ((kind = ANY (ARRAY['account'::text, 'person'::text]))),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_digest_key UNIQUE (token_digest)
);

CREATE INDEX appointment_account ON auth.appointment USING btree (account);

CREATE INDEX challenge_contact ON auth.challenge USING btree (contact_digest, started_at);

CREATE INDEX proposal_open ON auth.proposal USING btree (proposed_at) WHERE (decided_at IS NULL);

CREATE INDEX session_account ON auth.session USING btree (account);

grant delete, insert, select, update on auth.account to hamyar_auth;
grant insert, select, update on auth.account to hamyar_loader;

grant delete, insert, select, update on auth.appointment to hamyar_auth;
grant insert, select, update on auth.appointment to hamyar_loader;

grant delete, insert, select, update on auth.attempt to hamyar_auth;

grant delete, insert, select, update on auth.challenge to hamyar_auth;

grant delete, insert, select, update on auth.proposal to hamyar_auth;

grant delete, insert, select, update on auth.session to hamyar_auth;

-- casework

create schema casework;
grant usage on schema casework to hamyar_app;
grant usage on schema casework to hamyar_loader;

create table casework."case" (
  home integer not null,
  id uuid not null,
  revision integer default 1 not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  person uuid not null,
  request uuid,
  worker uuid not null,
  team uuid not null,
  restricted boolean default false not null,
  state text not null,
  reason text,
  opened_at timestamp with time zone not null,
  review_on date,
  closed_at timestamp with time zone,
  synthetic boolean default false not null,
  access text[] generated always as ((ARRAY[('case:'::text || (id)::text), ('person:'::text || (person)::text), ('worker:'::text || (worker)::text)] ||
CASE
    WHEN restricted THEN '{}'::text[]
    ELSE ARRAY[('team:'::text || (team)::text)]
END)) stored not null,
  danger boolean default false not null,
  review_changes jsonb default '[]'::jsonb not null,
  constraint case_pkey PRIMARY KEY (home, id),
  constraint case_state_check CHECK ((state = ANY (ARRAY['open'::text, 'assessed'::text, 'planned'::text, 'active'::text, 'under-review'::text, 'closed'::text, 'reopened'::text])))
);

create table casework.handover (
  home integer not null,
  id uuid not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  case_id uuid not null,
  person uuid not null,
  from_worker uuid not null,
  to_worker uuid not null,
  worker uuid not null,
  team uuid not null,
  restricted boolean not null,
  reason text not null,
  synthetic boolean default false not null,
  access text[] generated always as ((ARRAY[('case:'::text || (case_id)::text), ('person:'::text || (person)::text), ('worker:'::text || (worker)::text)] ||
CASE
    WHEN restricted THEN '{}'::text[]
    ELSE ARRAY[('team:'::text || (team)::text)]
END)) stored not null,
  constraint handover_pkey PRIMARY KEY (home, id),
  constraint handover_reason_check CHECK ((reason = 'duty-ended'::text))
);

create table casework.need (
  home integer not null,
  id uuid not null,
  revision integer default 1 not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  case_id uuid not null,
  person uuid not null,
  worker uuid not null,
  team uuid not null,
  restricted boolean default false not null,
  kind text not null,
  requires jsonb not null,
  minutes integer not null,
  window_from timestamp with time zone not null,
  window_to timestamp with time zone not null,
  place text not null,
  quarter text,
  lat double precision not null,
  lon double precision not null,
  priority integer default 1 not null,
  since timestamp with time zone not null,
  state text not null,
  reason text,
  outcome text,
  ended_at timestamp with time zone,
  subject text not null,
  sex text,
  age_group text,
  synthetic boolean default false not null,
  access text[] generated always as ((ARRAY[('need:'::text || (id)::text), ('case:'::text || (case_id)::text), ('person:'::text || (person)::text), ('worker:'::text || (worker)::text)] ||
CASE
    WHEN restricted THEN '{}'::text[]
    ELSE ARRAY[('team:'::text || (team)::text)]
END)) stored not null,
  pair text default 'never'::text not null,
  by_staff_at timestamp with time zone,
  danger boolean default false not null,
  constraint need_outcome_check CHECK ((outcome = ANY (ARRAY['met'::text, 'partly'::text, 'not'::text]))),
  constraint need_pair_check CHECK ((pair = ANY (ARRAY['never'::text, 'first-visit'::text, 'every-visit'::text]))),
  constraint need_pkey PRIMARY KEY (home, id),
  constraint need_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'referred'::text, 'matched'::text, 'under-way'::text, 'met'::text, 'unmet'::text, 'withdrawn'::text])))
);

CREATE INDEX case_access ON casework."case" USING gin (access) WITH (fastupdate=off);

CREATE INDEX case_id ON casework."case" USING btree (id);

CREATE INDEX case_worker ON casework."case" USING btree (worker, state);

CREATE INDEX handover_access ON casework.handover USING gin (access) WITH (fastupdate=off);

CREATE INDEX handover_case ON casework.handover USING btree (case_id);

CREATE INDEX need_access ON casework.need USING gin (access) WITH (fastupdate=off);

CREATE INDEX need_case ON casework.need USING btree (case_id);

CREATE INDEX need_id ON casework.need USING btree (id);

CREATE INDEX need_waiting ON casework.need USING btree (home, since) WHERE (state = ANY (ARRAY['open'::text, 'referred'::text]));

alter table casework."case" enable row level security;
alter table casework."case" force row level security;

alter table casework.handover enable row level security;
alter table casework.handover force row level security;

alter table casework.need enable row level security;
alter table casework.need force row level security;

create policy own on casework."case" for all to public
  using (access && wall.keys());

create policy own on casework.handover for all to public
  using (access && wall.keys());

create policy area on casework.need for select to public
  using ((NOT restricted) AND (home >= wall.area_from()) AND (home <= wall.area_to()));

create policy own on casework.need for all to public
  using (access && wall.keys());

grant insert, select, update on casework."case" to hamyar_app;
grant delete, insert, select, update on casework."case" to hamyar_loader;

grant insert, select, update on casework.handover to hamyar_app;
grant delete, insert, select, update on casework.handover to hamyar_loader;

grant insert, select, update on casework.need to hamyar_app;
grant delete, insert, select, update on casework.need to hamyar_loader;

-- consents

create schema consents;
grant usage on schema consents to hamyar_app;
grant usage on schema consents to hamyar_loader;

create table consents.consent (
  home integer not null,
  id uuid not null,
  revision integer default 1 not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  person uuid not null,
  case_id uuid,
  need uuid,
  worker uuid not null,
  team uuid not null,
  state text not null,
  notice text not null,
  notice_version integer not null,
  purpose text not null,
  categories text[] not null,
  recipients text not null,
  until timestamp with time zone not null,
  how text not null,
  witness text,
  ended_at timestamp with time zone,
  synthetic boolean default false not null,
  access text[] generated always as (ARRAY[('consent:'::text || (id)::text), ('person:'::text || (person)::text), ('worker:'::text || (worker)::text), ('team:'::text || (team)::text)]) stored not null,
  constraint consent_how_check CHECK ((how = ANY (ARRAY['signed'::text, 'one-time-code'::text, 'witnessed-speech'::text, 'guardian'::text, 'own-follow-up'::text]))),
  constraint consent_pkey PRIMARY KEY (home, id),
  constraint consent_state_check CHECK ((state = ANY (ARRAY['given'::text, 'refused'::text, 'withdrawn'::text, 'expired'::text])))
);

create table consents.disclosure (
  home integer not null,
  id uuid not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  consent uuid not null,
  person uuid not null,
  need uuid not null,
  referral uuid not null,
  worker uuid not null,
  unit uuid,
  volunteer uuid,
  stage text not null,
  purpose text not null,
  fields text[] not null,
  content bytea not null,
  open_from timestamp with time zone not null,
  open_until timestamp with time zone not null,
  reads integer default 0 not null,
  last_read_at timestamp with time zone,
  access text[] generated always as (ARRAY[('disclosure:'::text || (id)::text), ('referral:'::text || (referral)::text), ('consent:'::text || (consent)::text), ('person:'::text || (person)::text), ('worker:'::text || (worker)::text)]) stored not null,
  lent text[] generated always as ((
CASE
    WHEN (unit IS NULL) THEN '{}'::text[]
    ELSE ARRAY[('coordinator:'::text || (unit)::text)]
END ||
CASE
    WHEN (volunteer IS NULL) THEN '{}'::text[]
    ELSE ARRAY[('volunteer:'::text || (volunteer)::text)]
END)) stored not null,
  constraint disclosure_pkey PRIMARY KEY (home, id),
  constraint disclosure_stage_check CHECK ((stage = ANY (ARRAY['offer'::text, 'accepted'::text, 'visit'::text])))
);

CREATE INDEX consent_access ON consents.consent USING gin (access) WITH (fastupdate=off);

CREATE INDEX consent_case ON consents.consent USING btree (case_id);

CREATE INDEX consent_id ON consents.consent USING btree (id);

CREATE INDEX disclosure_access ON consents.disclosure USING gin (access) WITH (fastupdate=off);

CREATE INDEX disclosure_lent ON consents.disclosure USING gin (lent) WITH (fastupdate=off);

alter table consents.consent enable row level security;
alter table consents.consent force row level security;

alter table consents.disclosure enable row level security;
alter table consents.disclosure force row level security;

create policy own on consents.consent for all to public
  using (access && wall.keys());

create policy lent on consents.disclosure for select to public
  using ((lent && wall.keys()) AND (open_from <= wall.clock()) AND (wall.clock() < open_until));

create policy own on consents.disclosure for all to public
  using (access && wall.keys());

grant insert, select, update on consents.consent to hamyar_app;
grant delete, insert, select, update on consents.consent to hamyar_loader;

grant insert, select, update on consents.disclosure to hamyar_app;
grant delete, insert, select, update on consents.disclosure to hamyar_loader;

-- danger

create schema danger;
grant usage on schema danger to hamyar_app;
grant usage on schema danger to hamyar_loader;

create table danger.alarm (
  home integer not null,
  request uuid not null,
  team uuid not null,
  leads text[] not null,
  place text not null,
  raised_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  state text not null,
  rings integer default 0 not null,
  next_ring_at timestamp with time zone,
  answered_at timestamp with time zone,
  answered_by text,
  answered_role text,
  over_at timestamp with time zone,
  unreceipted integer default 0 not null,
  synthetic boolean default false not null,
  access text[] generated always as ((ARRAY[('alarm:'::text || (request)::text), ('desk:'::text || (team)::text)] || leads)) stored not null,
  constraint alarm_pkey PRIMARY KEY (home, request),
  constraint alarm_state_check CHECK ((state = ANY (ARRAY['ringing'::text, 'answered'::text, 'over'::text])))
);

create table danger.hand_over (
  home integer not null,
  id uuid not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  recorded_role text not null,
  request uuid not null,
  team uuid not null,
  leads text[] not null,
  receiver text not null,
  basis text not null,
  received_at timestamp with time zone,
  receipt bytea,
  receipt_by text,
  access text[] generated always as ((ARRAY[('alarm:'::text || (request)::text), ('desk:'::text || (team)::text)] || leads)) stored not null,
  constraint hand_over_basis_check CHECK ((basis = ANY (ARRAY['asked'::text, 'vital-interest'::text]))),
  constraint hand_over_pkey PRIMARY KEY (home, id)
);

CREATE INDEX alarm_access ON danger.alarm USING gin (access) WITH (fastupdate=off);

CREATE INDEX hand_over_access ON danger.hand_over USING gin (access) WITH (fastupdate=off);

alter table danger.alarm enable row level security;
alter table danger.alarm force row level security;

alter table danger.hand_over enable row level security;
alter table danger.hand_over force row level security;

create policy own on danger.alarm for all to public
  using (access && wall.keys());

create policy own on danger.hand_over for all to public
  using (access && wall.keys());

grant insert, select, update on danger.alarm to hamyar_app;
grant delete, insert, select, update on danger.alarm to hamyar_loader;

grant insert, select, update on danger.hand_over to hamyar_app;
grant delete, insert, select, update on danger.hand_over to hamyar_loader;

-- desk

create schema desk;
grant usage on schema desk to hamyar_app;
grant usage on schema desk to hamyar_loader;

create table desk.confirmation (
  home integer not null,
  request uuid not null,
  digest bytea not null,
  recorded_at timestamp with time zone not null,
  until timestamp with time zone not null,
  access text[] generated always as (ARRAY[('request:'::text || (request)::text), ('message:'::text || encode(digest, 'hex'::text))]) stored not null,
  constraint confirmation_pkey PRIMARY KEY (home, request)
);

create table desk.request (
  home integer not null,
  id uuid not null,
  revision integer default 1 not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  team uuid not null,
  code_digest bytea not null,
  channel text not null,
  kinds text[] not null,
  words bytea not null,
  given_name text not null,
  family_name text not null,
  birth_year integer,
  sex text,
  contact bytea not null,
  place text not null,
  quarter text,
  secret_hash text,
  unwanted bytea,
  phone_digest bytea,
  name_token bigint,
  on_behalf boolean default false not null,
  confirmed_at timestamp with time zone,
  urgency text not null,
  due_at timestamp with time zone not null,
  state text not null,
  reason text,
  answer bytea,
  points_at uuid,
  points_kind text,
  triaged_at timestamp with time zone,
  triaged_by text,
  case_id uuid,
  person uuid,
  synthetic boolean default false not null,
  access text[] generated always as ((ARRAY[('request:'::text || (id)::text), ('desk:'::text || (team)::text), ('code:'::text || encode(code_digest, 'hex'::text))] ||
CASE
    WHEN (person IS NULL) THEN '{}'::text[]
    ELSE ARRAY[('person:'::text || (person)::text)]
END)) stored not null,
  constraint request_channel_check CHECK ((channel = ANY (ARRAY['desk'::text, 'phone'::text, 'web'::text, 'kiosk'::text, 'message'::text]))),
  constraint request_home_code_digest_key UNIQUE (home, code_digest),
  constraint request_pkey PRIMARY KEY (home, id),
  constraint request_points_kind_check CHECK ((points_kind = ANY (ARRAY['duplicate'::text, 'appeal'::text, 'complaint'::text]))),
  constraint request_sex_check CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text]))),
  constraint request_state_check CHECK ((state = ANY (ARRAY['received'::text, 'triaged'::text, 'case-opened'::text, 'answered'::text, 'passed-on'::text, 'duplicate'::text, 'withdrawn'::text]))),
  constraint request_urgency_check CHECK ((urgency = ANY (ARRAY['ordinary'::text, 'soon'::text, 'danger'::text])))
);

CREATE INDEX confirmation_access ON desk.confirmation USING gin (access) WITH (fastupdate=off);

CREATE INDEX request_access ON desk.request USING gin (access) WITH (fastupdate=off);

CREATE INDEX request_id ON desk.request USING btree (id);

CREATE INDEX request_open ON desk.request USING btree (team, due_at) WHERE (state = 'received'::text);

alter table desk.confirmation enable row level security;
alter table desk.confirmation force row level security;

alter table desk.request enable row level security;
alter table desk.request force row level security;

create policy own on desk.confirmation for all to public
  using (access && wall.keys());

create policy own on desk.request for all to public
  using (access && wall.keys());

grant delete, insert, select on desk.confirmation to hamyar_app;
grant delete, insert, select, update on desk.confirmation to hamyar_loader;

grant insert, select, update on desk.request to hamyar_app;
grant delete, insert, select, update on desk.request to hamyar_loader;

-- duty

create schema duty;
grant usage on schema duty to hamyar_app;
grant usage on schema duty to hamyar_loader;

create table duty.list (
  home integer not null,
  team uuid not null,
  revision integer default 1 not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  contacts bytea not null,
  access text[] generated always as (ARRAY[('duty:'::text || (team)::text)]) stored not null,
  constraint list_pkey PRIMARY KEY (home, team)
);

CREATE INDEX list_access ON duty.list USING gin (access) WITH (fastupdate=off);

alter table duty.list enable row level security;
alter table duty.list force row level security;

create policy own on duty.list for all to public
  using (access && wall.keys());

grant insert, select, update on duty.list to hamyar_app;
grant delete, insert, select, update on duty.list to hamyar_loader;

-- facts

create schema facts;
grant usage on schema facts to hamyar_app;
grant usage on schema facts to hamyar_loader;
grant usage on schema facts to hamyar_observatory;

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
  recorded_at timestamp with time zone not null,
  recorded_xid xid8 default pg_current_xact_id() not null,
  constraint fact_pkey PRIMARY KEY (home, id)
);

create table facts.fold (
  one boolean default true not null,
  folded_before xid8 not null,
  at timestamp with time zone not null,
  constraint fold_one_check CHECK (one),
  constraint fold_pkey PRIMARY KEY (one)
);

create table facts.kind (
  id text not null,
  version integer not null,
  measure text not null,
  dimensions text[] not null,
  name_fa text not null,
  name_en text not null,
  constraint kind_pkey PRIMARY KEY (id, version)
);

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
  recorded_on date not null,
  constraint rollup_pkey PRIMARY KEY (home, kind, version, occurred_on, unit, place, dimensions, recorded_on)
);

CREATE INDEX fact_day ON facts.fact USING btree (kind, occurred_on);

CREATE INDEX fact_recorded ON facts.fact USING brin (recorded_at) WITH (autosummarize='on');

CREATE UNIQUE INDEX fact_reversed_once ON facts.fact USING btree (home, reverses) WHERE (reverses IS NOT NULL);

CREATE INDEX fact_unfolded ON facts.fact USING btree (recorded_xid);

CREATE INDEX rollup_day ON facts.rollup USING btree (kind, occurred_on);

alter table facts.fact enable row level security;
alter table facts.fact force row level security;

alter table facts.rollup enable row level security;
alter table facts.rollup force row level security;

create policy counted on facts.fact for select to hamyar_app
  using ((home >= wall.counts_from()) AND (home <= wall.counts_to()));

create policy observed on facts.fact for select to hamyar_observatory
  using ((home >= wall.counts_from()) AND (home <= wall.counts_to()));

create policy written on facts.fact for insert to hamyar_app
  with check (true);

create policy folded on facts.rollup for all to hamyar_app
  using ((home >= wall.counts_from()) AND (home <= wall.counts_to()))
  with check (true);

create policy observed on facts.rollup for select to hamyar_observatory
  using ((home >= wall.counts_from()) AND (home <= wall.counts_to()));

grant insert, select on facts.fact to hamyar_app;
grant delete, insert, select, update on facts.fact to hamyar_loader;

grant insert, select, update on facts.fold to hamyar_app;
grant delete, insert, select, update on facts.fold to hamyar_loader;
grant select on facts.fold to hamyar_observatory;

grant insert, select, update on facts.kind to hamyar_app;
grant delete, insert, select, update on facts.kind to hamyar_loader;
grant select on facts.kind to hamyar_observatory;

grant insert, select, update on facts.rollup to hamyar_app;
grant delete, insert, select, update on facts.rollup to hamyar_loader;
grant select on facts.rollup to hamyar_observatory;

grant select (home, id, kind, version, occurred_on, unit, place, subject, quantity, dimensions, reverses, recorded_at, recorded_xid) on facts.fact to hamyar_observatory;

-- jobs

create schema jobs;
grant usage on schema jobs to hamyar_app;
grant create, usage on schema jobs to hamyar_jobs;

CREATE OR REPLACE FUNCTION jobs.done(job bigint, worker text)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with done as (delete from graphile_worker._private_jobs where id = job and locked_by = worker returning id)
  select exists (select from done)
$function$;
-- owned by hamyar_jobs
grant execute on function jobs.done(bigint,text) to hamyar_app;

CREATE OR REPLACE FUNCTION jobs.tell(events jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  told jsonb;
  follower record;
begin
  for told in select * from jsonb_array_elements(events) loop
    for follower in select s.task from jobs.subscription s where s.event = told->>'name' loop
      perform graphile_worker.add_job(
        follower.task, (told->'payload')::json,
        run_at := coalesce((told->>'at')::timestamptz, now()),
        job_key := case when told ? 'key' then follower.task || ':' || (told->>'key') end);
    end loop;
  end loop;
end $function$;
-- owned by hamyar_jobs
grant execute on function jobs.tell(jsonb) to hamyar_app;

create table jobs.subscription (
  event text not null,
  task text not null,
  constraint subscription_pkey PRIMARY KEY (event, task)
);

grant delete, insert, select on jobs.subscription to hamyar_app;
grant select on jobs.subscription to hamyar_jobs;

-- matching

create schema matching;
grant usage on schema matching to hamyar_app;
grant usage on schema matching to hamyar_loader;

create table matching.county_picture (
  home integer not null,
  at timestamp with time zone not null,
  run uuid not null,
  loads jsonb not null,
  idle jsonb not null,
  waiting integer not null,
  longest_days integer not null,
  lacks jsonb not null,
  access text[] generated always as (ARRAY['county-pictures'::text]) stored not null,
  constraint county_picture_pkey PRIMARY KEY (home)
);

create table matching.proposal (
  home integer not null,
  id uuid not null,
  revision integer default 1 not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  run uuid not null,
  referral uuid not null,
  need uuid not null,
  volunteer uuid,
  volunteer_home integer,
  unit uuid,
  state text not null,
  reason text,
  weights_version integer not null,
  cost jsonb not null,
  why jsonb not null,
  runners_up jsonb not null,
  synthetic boolean default false not null,
  access text[] generated always as (ARRAY[('proposal:'::text || (id)::text), ('referral:'::text || (referral)::text), ('need:'::text || (need)::text)]) stored not null,
  companion uuid,
  companion_home integer,
  companion_unit uuid,
  companion_cost jsonb,
  expires_at timestamp with time zone not null,
  rule uuid,
  released_at timestamp with time zone,
  constraint proposal_pkey PRIMARY KEY (home, id),
  constraint proposal_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'rejected'::text, 'superseded'::text])))
);

create table matching.run (
  home integer not null,
  id uuid not null,
  revision integer default 1 not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  area_from integer not null,
  area_to integer not null,
  how text not null,
  night date,
  state text not null,
  reason text,
  weights jsonb not null,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  beat_at timestamp with time zone not null,
  cancelled_by text,
  regions integer not null,
  regions_done integer default 0 not null,
  regions_failed integer default 0 not null,
  waiting integer not null,
  waited integer default 0 not null,
  wide jsonb,
  access text[] generated always as (ARRAY[('run:'::text || (id)::text)]) stored not null,
  draft uuid,
  draft_revision integer,
  draft_weights jsonb,
  form text default 'tasks'::text not null,
  constraint run_form_check CHECK ((form = ANY (ARRAY['tasks'::text, 'hours'::text]))),
  constraint run_how_check CHECK ((how = ANY (ARRAY['night'::text, 'hand'::text, 'trial'::text]))),
  constraint run_one_at_a_time EXCLUDE USING gist (int4range(area_from, area_to, '[]'::text) WITH &&) WHERE (((state = ANY (ARRAY['planned'::text, 'running'::text])) AND (how <> 'trial'::text))),
  constraint run_pkey PRIMARY KEY (home, id),
  constraint run_reason_check CHECK ((reason = ANY (ARRAY['region'::text, 'stopped'::text]))),
  constraint run_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text]))),
  constraint run_trial CHECK (((how = 'trial'::text) = ((draft IS NOT NULL) AND (draft_revision IS NOT NULL) AND (draft_weights IS NOT NULL))))
);

create table matching.run_region (
  home integer not null,
  run uuid not null,
  area_to integer not null,
  waiting integer not null,
  state text not null,
  done_at timestamp with time zone,
  summary jsonb,
  access text[] generated always as (ARRAY[('run:'::text || (run)::text)]) stored not null,
  lacks jsonb,
  constraint run_region_pkey PRIMARY KEY (home, run),
  constraint run_region_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'failed'::text])))
);

create table matching.standing_rule (
  home integer not null,
  id uuid not null,
  revision integer default 1 not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  name text not null,
  unit uuid not null,
  area_from integer not null,
  area_to integer not null,
  kinds text[] not null,
  within_km integer not null,
  until timestamp with time zone not null,
  stopped_at timestamp with time zone,
  stopped_by text,
  access text[] generated always as (ARRAY[('standing-rule:'::text || (id)::text)]) stored not null,
  constraint standing_rule_check CHECK (((until > recorded_at) AND (until <= (recorded_at + '91 days'::interval)))),
  constraint standing_rule_kinds_check CHECK ((cardinality(kinds) > 0)),
  constraint standing_rule_pkey PRIMARY KEY (home, id),
  constraint standing_rule_within_km_check CHECK (((within_km >= 1) AND (within_km <= 50)))
);

create table matching.suggestion (
  home integer not null,
  id uuid not null,
  revision integer default 1 not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  referral uuid not null,
  need uuid not null,
  unit uuid not null,
  instead_of uuid not null,
  instead_name text not null,
  instead_cost jsonb not null,
  volunteer uuid not null,
  name text not null,
  cost jsonb not null,
  weights_version integer not null,
  state text not null,
  open_until timestamp with time zone not null,
  synthetic boolean default false not null,
  access text[] generated always as (ARRAY[('suggestion:'::text || (id)::text), ('referral:'::text || (referral)::text), ('need:'::text || (need)::text)]) stored not null,
  lent text[] generated always as (ARRAY[('coordinator:'::text || (unit)::text)]) stored not null,
  constraint suggestion_pkey PRIMARY KEY (home, id),
  constraint suggestion_state_check CHECK ((state = ANY (ARRAY['suggested'::text, 'confirmed'::text, 'kept'::text, 'replaced'::text])))
);

create table matching.weights (
  home integer not null,
  id uuid not null,
  revision integer default 1 not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  area_from integer not null,
  area_to integer not null,
  state text not null,
  version integer,
  weights jsonb not null,
  reason text not null,
  authors text[] not null,
  proposed_at timestamp with time zone,
  trial jsonb,
  decided_by text,
  decided_at timestamp with time zone,
  decision_reason text,
  ended_at timestamp with time zone,
  access text[] generated always as ((ARRAY[('weights:'::text || (id)::text)] ||
CASE
    WHEN (state = ANY (ARRAY['proposed'::text, 'refused'::text])) THEN ARRAY['proposed-weights'::text]
    ELSE '{}'::text[]
END)) stored not null,
  constraint weights_check CHECK (((version IS NULL) = (state = ANY (ARRAY['draft'::text, 'proposed'::text, 'refused'::text, 'discarded'::text])))),
  constraint weights_check1 CHECK (((state <> ALL (ARRAY['in-force'::text, 'past'::text])) OR (NOT (decided_by = ANY (authors))))),
  constraint weights_pkey PRIMARY KEY (home, id),
  constraint weights_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'proposed'::text, 'in-force'::text, 'past'::text, 'refused'::text, 'discarded'::text])))
);

CREATE INDEX county_picture_access ON matching.county_picture USING gin (access) WITH (fastupdate=off);

CREATE INDEX proposal_access ON matching.proposal USING gin (access) WITH (fastupdate=off);

CREATE INDEX proposal_id ON matching.proposal USING btree (id);

CREATE UNIQUE INDEX proposal_one_open ON matching.proposal USING btree (home, referral) WHERE (state = 'proposed'::text);

CREATE INDEX proposal_open_companion ON matching.proposal USING btree (companion) WHERE (state = 'proposed'::text);

CREATE INDEX proposal_open_volunteer ON matching.proposal USING btree (volunteer) WHERE (state = 'proposed'::text);

CREATE INDEX proposal_rule ON matching.proposal USING btree (rule) WHERE (rule IS NOT NULL);

CREATE INDEX proposal_run ON matching.proposal USING btree (run) WHERE (state <> 'rejected'::text);

CREATE INDEX run_access ON matching.run USING gin (access) WITH (fastupdate=off);

CREATE INDEX run_id ON matching.run USING btree (id);

CREATE UNIQUE INDEX run_one_a_night ON matching.run USING btree (home, area_to, night) WHERE (night IS NOT NULL);

CREATE UNIQUE INDEX run_one_trial ON matching.run USING btree (home, draft) WHERE ((state = ANY (ARRAY['planned'::text, 'running'::text])) AND (draft IS NOT NULL));

CREATE INDEX run_region_access ON matching.run_region USING gin (access) WITH (fastupdate=off);

CREATE INDEX run_region_of ON matching.run_region USING btree (run);

CREATE INDEX standing_rule_access ON matching.standing_rule USING gin (access) WITH (fastupdate=off);

CREATE UNIQUE INDEX standing_rule_one ON matching.standing_rule USING btree (home, area_from, area_to) WHERE (stopped_at IS NULL);

CREATE INDEX suggestion_access ON matching.suggestion USING gin (access) WITH (fastupdate=off);

CREATE INDEX suggestion_lent ON matching.suggestion USING gin (lent) WITH (fastupdate=off);

CREATE UNIQUE INDEX suggestion_one_open ON matching.suggestion USING btree (home, referral) WHERE (state = 'suggested'::text);

CREATE INDEX weights_access ON matching.weights USING gin (access) WITH (fastupdate=off);

CREATE UNIQUE INDEX weights_one_draft ON matching.weights USING btree (home, area_from, area_to) WHERE (state = ANY (ARRAY['draft'::text, 'proposed'::text]));

CREATE UNIQUE INDEX weights_one_in_force ON matching.weights USING btree (home) WHERE (state = 'in-force'::text);

CREATE UNIQUE INDEX weights_version ON matching.weights USING btree (home, version) WHERE (version IS NOT NULL);

alter table matching.county_picture enable row level security;
alter table matching.county_picture force row level security;

alter table matching.proposal enable row level security;
alter table matching.proposal force row level security;

alter table matching.run enable row level security;
alter table matching.run force row level security;

alter table matching.run_region enable row level security;
alter table matching.run_region force row level security;

alter table matching.standing_rule enable row level security;
alter table matching.standing_rule force row level security;

alter table matching.suggestion enable row level security;
alter table matching.suggestion force row level security;

alter table matching.weights enable row level security;
alter table matching.weights force row level security;

create policy area on matching.county_picture for all to public
  using ((home >= wall.area_from()) AND (home <= wall.area_to()) AND ('county-pictures'::text = ANY (wall.keys())));

create policy own on matching.county_picture for select to public
  using (access && wall.keys());

create policy area on matching.proposal for all to public
  using ((home >= wall.area_from()) AND (home <= wall.area_to()));

create policy own on matching.proposal for all to public
  using (access && wall.keys());

create policy area on matching.run for select to public
  using ((area_from <= wall.area_to()) AND (area_to >= wall.area_from()));

create policy own on matching.run for all to public
  using (access && wall.keys());

create policy planned on matching.run for insert to public
  with check ((area_from >= wall.area_from()) AND (area_to <= wall.area_to()) AND (home = area_from) AND (state = 'planned'::text));

create policy stopped on matching.run for update to public
  using ((area_from >= wall.area_from()) AND (area_to <= wall.area_to()) AND (state = ANY (ARRAY['planned'::text, 'running'::text])))
  with check ((area_from >= wall.area_from()) AND (area_to <= wall.area_to()) AND (state = ANY (ARRAY['cancelled'::text, 'failed'::text])));

create policy area on matching.run_region for select to public
  using ((home >= wall.area_from()) AND (area_to <= wall.area_to()));

create policy own on matching.run_region for all to public
  using (access && wall.keys());

create policy planned on matching.run_region for insert to public
  with check ((home >= wall.area_from()) AND (area_to <= wall.area_to()) AND (state = 'waiting'::text));

create policy area on matching.standing_rule for select to public
  using ((area_from <= wall.area_to()) AND (area_to >= wall.area_from()));

create policy own on matching.standing_rule for all to public
  using (access && wall.keys());

create policy set on matching.standing_rule for insert to public
  with check ((area_from >= wall.area_from()) AND (area_to <= wall.area_to()) AND (home = area_from));

create policy stopped on matching.standing_rule for update to public
  using ((area_from >= wall.area_from()) AND (area_to <= wall.area_to()))
  with check ((area_from >= wall.area_from()) AND (area_to <= wall.area_to()) AND (stopped_at IS NOT NULL));

create policy area on matching.suggestion for select to public
  using ((home >= wall.area_from()) AND (home <= wall.area_to()));

create policy decided on matching.suggestion for update to public
  using ((home >= wall.area_from()) AND (home <= wall.area_to()))
  with check ((home >= wall.area_from()) AND (home <= wall.area_to()) AND (state = ANY (ARRAY['confirmed'::text, 'kept'::text])));

create policy lent on matching.suggestion for select to public
  using ((lent && wall.keys()) AND (wall.clock() < open_until));

create policy made on matching.suggestion for insert to public
  with check ((lent && wall.keys()) AND (wall.clock() < open_until) AND (state = 'suggested'::text));

create policy own on matching.suggestion for all to public
  using (access && wall.keys());

create policy replaced on matching.suggestion for update to public
  using ((lent && wall.keys()) AND (wall.clock() < open_until) AND (state = 'suggested'::text))
  with check ((lent && wall.keys()) AND (state = 'replaced'::text));

create policy area on matching.weights for select to public
  using ((area_from >= wall.area_from()) AND (area_to <= wall.area_to()));

create policy drafted on matching.weights for insert to public
  with check ((area_from >= wall.area_from()) AND (area_to <= wall.area_to()) AND (state = 'draft'::text));

create policy known on matching.weights for select to public
  using (state = ANY (ARRAY['in-force'::text, 'past'::text]));

create policy own on matching.weights for all to public
  using (access && wall.keys());

create policy worked_on on matching.weights for update to public
  using ((area_from >= wall.area_from()) AND (area_to <= wall.area_to()) AND (state = ANY (ARRAY['draft'::text, 'proposed'::text])))
  with check ((area_from >= wall.area_from()) AND (area_to <= wall.area_to()) AND (state = ANY (ARRAY['draft'::text, 'proposed'::text, 'discarded'::text])));

grant insert, select, update on matching.county_picture to hamyar_app;
grant delete, insert, select, update on matching.county_picture to hamyar_loader;

grant insert, select, update on matching.proposal to hamyar_app;
grant delete, insert, select, update on matching.proposal to hamyar_loader;

grant insert, select, update on matching.run to hamyar_app;
grant delete, insert, select, update on matching.run to hamyar_loader;

grant insert, select, update on matching.run_region to hamyar_app;
grant delete, insert, select, update on matching.run_region to hamyar_loader;

grant insert, select, update on matching.standing_rule to hamyar_app;
grant delete, insert, select, update on matching.standing_rule to hamyar_loader;

grant insert, select, update on matching.suggestion to hamyar_app;
grant delete, insert, select, update on matching.suggestion to hamyar_loader;

grant insert, select, update on matching.weights to hamyar_app;
grant delete, insert, select, update on matching.weights to hamyar_loader;

-- messages

create schema messages;
grant usage on schema messages to hamyar_app;
grant usage on schema messages to hamyar_loader;

create table messages.outbox (
  home integer not null,
  id uuid not null,
  at timestamp with time zone not null,
  channel text not null,
  purpose text not null,
  recipient bytea not null,
  body bytea not null,
  state text default 'waiting'::text not null,
  attempts integer default 0 not null,
  next_at timestamp with time zone default now() not null,
  sent_at timestamp with time zone,
  about uuid,
  constraint outbox_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'email'::text]))),
  constraint outbox_pkey PRIMARY KEY (home, id),
  constraint outbox_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'shown'::text])))
);

CREATE INDEX outbox_about ON messages.outbox USING btree (about) WHERE (about IS NOT NULL);

CREATE INDEX outbox_at ON messages.outbox USING btree (at);

CREATE INDEX outbox_waiting ON messages.outbox USING btree (next_at) WHERE (state = 'waiting'::text);

alter table messages.outbox enable row level security;
alter table messages.outbox force row level security;

create policy carried on messages.outbox for all to public
  using ('outbox'::text = ANY (wall.keys()));

create policy erased on messages.outbox for delete to public
  using (('about:'::text || (about)::text) = ANY (wall.keys()));

create policy looked_up on messages.outbox for select to public
  using (('about:'::text || (about)::text) = ANY (wall.keys()));

create policy written on messages.outbox for insert to public
  with check (true);

grant delete, insert, select, update on messages.outbox to hamyar_app;
grant delete, insert, select, update on messages.outbox to hamyar_loader;

-- migrations

create schema migrations;

create table migrations.applied (
  name text not null,
  hash text not null,
  at timestamp with time zone default now() not null,
  constraint applied_pkey PRIMARY KEY (name)
);

-- network

create schema network;
grant usage on schema network to hamyar_app;
grant usage on schema network to hamyar_loader;
grant usage on schema network to hamyar_observatory;

create table network.unit (
  id uuid not null,
  organisation text not null,
  parent uuid,
  level text not null,
  kind text,
  membership text,
  profession text,
  name_fa text not null,
  name_en text not null,
  place text not null,
  quarter_fa text,
  quarter_en text,
  home integer not null,
  hosted_by uuid,
  lat double precision not null,
  lon double precision not null,
  hours text,
  phone text,
  opened_on date not null,
  closed_on date,
  synthetic boolean default false not null,
  revision integer default 1 not null,
  closed_reason text,
  constraint unit_check CHECK (((closed_reason IS NULL) OR (closed_on IS NOT NULL))),
  constraint unit_closed_reason_check CHECK ((closed_reason = ANY (ARRAY['merged'::text, 'nobody-leads'::text, 'too-few'::text, 'own-wish'::text, 'concern'::text]))),
  constraint unit_hosted_by_fkey FOREIGN KEY (hosted_by) REFERENCES network.unit(id),
  constraint unit_kind_check CHECK ((kind = ANY (ARRAY['neighbourhood'::text, 'professional'::text, 'liaison'::text]))),
  constraint unit_membership_check CHECK ((membership = ANY (ARRAY['women'::text, 'men'::text, 'mixed'::text]))),
  constraint unit_organisation_check CHECK ((organisation = ANY (ARRAY['agency'::text, 'network'::text]))),
  constraint unit_parent_fkey FOREIGN KEY (parent) REFERENCES network.unit(id),
  constraint unit_pkey PRIMARY KEY (id),
  constraint unit_place_fkey FOREIGN KEY (place) REFERENCES places.place(code)
);

create table network.venue (
  id uuid not null,
  kind text not null,
  name_fa text not null,
  name_en text not null,
  place text not null,
  home integer not null,
  rooms integer not null,
  capacity integer not null,
  step_free boolean not null,
  lat double precision not null,
  lon double precision not null,
  synthetic boolean default false not null,
  constraint venue_pkey PRIMARY KEY (id),
  constraint venue_place_fkey FOREIGN KEY (place) REFERENCES places.place(code)
);

create table network.vetting (
  home integer not null,
  id uuid not null,
  revision integer default 1 not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  volunteer uuid not null,
  purposes text[] not null,
  evidence text[] not null,
  until date not null,
  state text not null,
  ended_at timestamp with time zone,
  ended_by text,
  reason text,
  synthetic boolean default false not null,
  access text[] generated always as (ARRAY[('volunteer:'::text || (volunteer)::text)]) stored not null,
  constraint vetting_check CHECK (((state = 'in-force'::text) = (ended_at IS NULL))),
  constraint vetting_check1 CHECK (((state = 'ended'::text) = (reason IS NOT NULL))),
  constraint vetting_evidence_check CHECK ((cardinality(evidence) > 0)),
  constraint vetting_pkey PRIMARY KEY (home, id),
  constraint vetting_purposes_check CHECK (((cardinality(purposes) > 0) AND (purposes <@ ARRAY['home'::text, 'children'::text]))),
  constraint vetting_reason_check CHECK ((reason = ANY (ARRAY['evidence'::text, 'concern'::text, 'own-wish'::text, 'mistake'::text]))),
  constraint vetting_state_check CHECK ((state = ANY (ARRAY['in-force'::text, 'replaced'::text, 'ended'::text])))
);

create table network.volunteer (
  home integer not null,
  id uuid not null,
  revision integer default 1 not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  unit uuid not null,
  given_name text not null,
  family_name text not null,
  sex text not null,
  place text not null,
  lat double precision not null,
  lon double precision not null,
  skills jsonb not null,
  languages text[] not null,
  kinds text[] not null,
  windows jsonb not null,
  weekly_minutes integer not null,
  capacity integer not null,
  load integer default 0 not null,
  travel_km integer not null,
  vetted_until date,
  vetted_for text[] default '{}'::text[] not null,
  paused_until date,
  confirmed_at timestamp with time zone,
  contact bytea,
  phone_digest bytea,
  family_token bigint,
  synthetic boolean default false not null,
  access text[] generated always as (ARRAY[('volunteer:'::text || (id)::text), ('coordinator:'::text || (unit)::text)]) stored not null,
  address_digest bytea,
  kin uuid[] default '{}'::uuid[] not null,
  vetted_by text,
  left_at timestamp with time zone,
  without_group_since timestamp with time zone,
  constraint volunteer_pkey PRIMARY KEY (home, id),
  constraint volunteer_sex_check CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text])))
);

CREATE INDEX unit_home ON network.unit USING btree (home, organisation, level);

CREATE INDEX unit_parent ON network.unit USING btree (parent);

CREATE INDEX venue_home ON network.venue USING btree (home);

CREATE INDEX vetting_access ON network.vetting USING gin (access) WITH (fastupdate=off);

CREATE UNIQUE INDEX vetting_once ON network.vetting USING btree (home, volunteer) WHERE (state = 'in-force'::text);

CREATE INDEX vetting_volunteer ON network.vetting USING btree (volunteer);

CREATE INDEX volunteer_access ON network.volunteer USING gin (access) WITH (fastupdate=off);

CREATE INDEX volunteer_id ON network.volunteer USING btree (id);

CREATE INDEX volunteer_near ON network.volunteer USING btree (home, lat, lon);

CREATE INDEX volunteer_unit ON network.volunteer USING btree (unit);

CREATE INDEX volunteer_without_group ON network.volunteer USING btree (unit) WHERE (without_group_since IS NOT NULL);

alter table network.vetting enable row level security;
alter table network.vetting force row level security;

alter table network.volunteer enable row level security;
alter table network.volunteer force row level security;

create policy own on network.vetting for all to public
  using (access && wall.keys());

create policy vetting on network.vetting for select to public
  using ((home >= wall.vets_from()) AND (home <= wall.vets_to()));

create policy area on network.volunteer for select to public
  using ((home >= wall.area_from()) AND (home <= wall.area_to()));

create policy own on network.volunteer for all to public
  using (access && wall.keys());

create policy vetting on network.volunteer for select to public
  using ((home >= wall.vets_from()) AND (home <= wall.vets_to()));

grant select on network.unit to hamyar_app;
grant delete, insert, select, update on network.unit to hamyar_loader;
grant select on network.unit to hamyar_observatory;

grant select on network.venue to hamyar_app;
grant delete, insert, select, update on network.venue to hamyar_loader;

grant insert, select, update on network.vetting to hamyar_app;
grant delete, insert, select, update on network.vetting to hamyar_loader;

grant insert, select, update on network.volunteer to hamyar_app;
grant delete, insert, select, update on network.volunteer to hamyar_loader;

grant update (closed_on, revision, closed_reason) on network.unit to hamyar_app;

-- observatory

create schema observatory;
grant usage on schema observatory to hamyar_app;
grant usage on schema observatory to hamyar_loader;
grant usage on schema observatory to hamyar_observatory;

create table observatory.indicator (
  id text not null,
  version text not null,
  from_day date not null,
  bridge_until date,
  definition jsonb not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint indicator_check CHECK ((bridge_until >= from_day)),
  constraint indicator_id_check CHECK ((id ~ '^[a-z][a-z0-9-]*$'::text)),
  constraint indicator_pkey PRIMARY KEY (id, version),
  constraint indicator_version_check CHECK ((version ~ '^[0-9]+\.[0-9]+\.[0-9]+$'::text))
);

create table observatory.noised_block (
  home integer not null,
  edition uuid not null,
  place text not null,
  period text not null,
  numbers integer[] not null,
  out_at timestamp with time zone not null,
  constraint noised_block_pkey PRIMARY KEY (home, edition, place, period)
);

create table observatory.noised_edition (
  home integer not null,
  id uuid not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  cube text not null,
  cube_version text not null,
  number integer not null,
  last_period text not null,
  periods text[] not null,
  as_of timestamp with time zone not null,
  out_at timestamp with time zone not null,
  noise jsonb not null,
  synthetic boolean not null,
  hash text not null,
  constraint noised_edition_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint noised_edition_number_check CHECK ((number > 0)),
  constraint noised_edition_pkey PRIMARY KEY (home, id)
);

create table observatory.release (
  home integer not null,
  id uuid not null,
  revision integer default 1 not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  plan text not null,
  dataset text not null,
  number integer not null,
  state text not null,
  frozen jsonb not null,
  as_of timestamp with time zone not null,
  scheduled boolean not null,
  reason jsonb,
  releases_at timestamp with time zone not null,
  steps integer default 0 not null,
  steps_done integer default 0 not null,
  beat_at timestamp with time zone not null,
  failure jsonb,
  hash text,
  manifest jsonb,
  content jsonb,
  signed_by text,
  signed_at timestamp with time zone,
  withdrawn_by text,
  withdrawn_at timestamp with time zone,
  access text[] generated always as (ARRAY[('release:'::text || (id)::text)]) stored not null,
  constraint release_check CHECK ((scheduled OR (reason IS NOT NULL))),
  constraint release_check1 CHECK (((state <> ALL (ARRAY['checked'::text, 'released'::text])) OR ((hash IS NOT NULL) AND (manifest IS NOT NULL) AND (content IS NOT NULL)))),
  constraint release_check2 CHECK (((state <> 'released'::text) OR ((signed_by <> recorded_by) AND (signed_at < releases_at)))),
  constraint release_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint release_number_check CHECK ((number > 0)),
  constraint release_pkey PRIMARY KEY (home, id),
  constraint release_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'protected'::text, 'checked'::text, 'released'::text, 'withdrawn'::text])))
);

create table observatory.release_file (
  home integer not null,
  release uuid not null,
  name text not null,
  place integer not null,
  title jsonb not null,
  media_type text not null,
  conforms_to text,
  sha256 text not null,
  size integer not null,
  content bytea not null,
  out_at timestamp with time zone,
  access text[] generated always as (ARRAY[('release:'::text || (release)::text)]) stored not null,
  constraint release_file_pkey PRIMARY KEY (home, release, name),
  constraint release_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table observatory.release_part (
  home integer not null,
  release uuid not null,
  part integer not null,
  summary jsonb not null,
  sealed bytea not null,
  sha256 text not null,
  attack jsonb,
  access text[] generated always as (ARRAY[('release:'::text || (release)::text)]) stored not null,
  hidden bytea,
  constraint release_part_pkey PRIMARY KEY (home, release, part),
  constraint release_part_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

CREATE UNIQUE INDEX noised_edition_number ON observatory.noised_edition USING btree (home, cube, number);

CREATE UNIQUE INDEX noised_edition_period ON observatory.noised_edition USING btree (home, cube, last_period);

CREATE INDEX release_access ON observatory.release USING gin (access) WITH (fastupdate=off);

CREATE UNIQUE INDEX release_number ON observatory.release USING btree (home, dataset, number) WHERE (state = 'released'::text);

CREATE UNIQUE INDEX release_one_in_work ON observatory.release USING btree (home, plan) WHERE (state = ANY (ARRAY['draft'::text, 'protected'::text, 'checked'::text]));

CREATE INDEX release_file_access ON observatory.release_file USING gin (access) WITH (fastupdate=off);

CREATE UNIQUE INDEX release_file_name ON observatory.release_file USING btree (home, name) WHERE (out_at IS NOT NULL);

CREATE INDEX release_part_access ON observatory.release_part USING gin (access) WITH (fastupdate=off);

alter table observatory.noised_block enable row level security;
alter table observatory.noised_block force row level security;

alter table observatory.noised_edition enable row level security;
alter table observatory.noised_edition force row level security;

alter table observatory.release enable row level security;
alter table observatory.release force row level security;

alter table observatory.release_file enable row level security;
alter table observatory.release_file force row level security;

alter table observatory.release_part enable row level security;
alter table observatory.release_part force row level security;

create policy nation on observatory.noised_block for all to public
  using ((wall.counts_from() <= 0) AND (wall.counts_to() >= 999999));

create policy published on observatory.noised_block for select to public
  using (out_at <= wall.clock());

create policy nation on observatory.noised_edition for all to public
  using ((wall.counts_from() <= 0) AND (wall.counts_to() >= 999999));

create policy published on observatory.noised_edition for select to public
  using (out_at <= wall.clock());

create policy nation on observatory.release for all to public
  using ((wall.counts_from() <= 0) AND (wall.counts_to() >= 999999));

create policy own on observatory.release for all to public
  using (access && wall.keys());

create policy published on observatory.release for select to public
  using ((state = 'released'::text) AND (releases_at <= wall.clock()));

create policy nation on observatory.release_file for all to public
  using ((wall.counts_from() <= 0) AND (wall.counts_to() >= 999999));

create policy own on observatory.release_file for all to public
  using (access && wall.keys());

create policy published on observatory.release_file for select to public
  using (out_at <= wall.clock());

create policy nation on observatory.release_part for all to public
  using ((wall.counts_from() <= 0) AND (wall.counts_to() >= 999999));

create policy own on observatory.release_part for all to public
  using (access && wall.keys());

grant insert, select on observatory.indicator to hamyar_app;
grant delete, insert, select, update on observatory.indicator to hamyar_loader;
grant select on observatory.indicator to hamyar_observatory;

grant insert, select on observatory.noised_block to hamyar_app;

grant insert, select on observatory.noised_edition to hamyar_app;

grant insert, select, update on observatory.release to hamyar_app;
grant delete, insert, select, update on observatory.release to hamyar_loader;

grant delete, insert, select, update on observatory.release_file to hamyar_app;
grant delete, insert, select, update on observatory.release_file to hamyar_loader;

grant delete, insert, select, update on observatory.release_part to hamyar_app;
grant delete, insert, select, update on observatory.release_part to hamyar_loader;

-- people

create schema people;
grant usage on schema people to hamyar_app;
grant usage on schema people to hamyar_loader;

create table people.exclusion (
  home integer not null,
  id uuid not null,
  person uuid not null,
  kind text not null,
  digest bytea,
  token bigint,
  reference uuid,
  label bytea,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  access text[] generated always as (ARRAY[('person:'::text || (person)::text), ('exclusions:'::text || (person)::text)]) stored not null,
  constraint exclusion_kind_check CHECK ((kind = ANY (ARRAY['phone'::text, 'family'::text, 'volunteer'::text, 'unit'::text, 'address'::text]))),
  constraint exclusion_pkey PRIMARY KEY (home, id)
);

create table people.name_token (
  token bigint not null,
  home integer not null,
  person uuid not null,
  constraint name_token_pkey PRIMARY KEY (token, home, person)
);

create table people.person (
  home integer not null,
  id uuid not null,
  revision integer default 1 not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  worker uuid,
  team uuid not null,
  restricted boolean default false not null,
  sheltered boolean default false not null,
  given_name text not null,
  family_name text not null,
  sex text,
  birth_year integer,
  languages text[] default '{}'::text[] not null,
  access_needs text[] default '{}'::text[] not null,
  contact bytea,
  address bytea,
  place text not null,
  quarter text,
  lat double precision,
  lon double precision,
  secret_hash text,
  secret bytea not null,
  synthetic boolean default false not null,
  access text[] generated always as ((ARRAY[('person:'::text || (id)::text), ('worker:'::text || COALESCE((worker)::text, 'none'::text))] ||
CASE
    WHEN (restricted OR sheltered) THEN '{}'::text[]
    ELSE ARRAY[('team:'::text || (team)::text)]
END)) stored not null,
  household jsonb default '[]'::jsonb not null,
  constraint person_pkey PRIMARY KEY (home, id),
  constraint person_sex_check CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text])))
);

CREATE INDEX exclusion_access ON people.exclusion USING gin (access) WITH (fastupdate=off);

CREATE UNIQUE INDEX exclusion_address ON people.exclusion USING btree (home, person) WHERE (kind = 'address'::text);

CREATE INDEX person_access ON people.person USING gin (access) WITH (fastupdate=off);

CREATE INDEX person_id ON people.person USING btree (id);

alter table people.exclusion enable row level security;
alter table people.exclusion force row level security;

alter table people.person enable row level security;
alter table people.person force row level security;

create policy own on people.exclusion for all to public
  using (access && wall.keys());

create policy own on people.person for all to public
  using (access && wall.keys());

grant delete, insert, select on people.exclusion to hamyar_app;
grant delete, insert, select, update on people.exclusion to hamyar_loader;

grant delete, insert, select on people.name_token to hamyar_app;
grant delete, insert, select, update on people.name_token to hamyar_loader;

grant insert, select, update on people.person to hamyar_app;
grant delete, insert, select, update on people.person to hamyar_loader;

-- places

create schema places;
grant usage on schema places to hamyar_app;
grant usage on schema places to hamyar_loader;
grant usage on schema places to hamyar_observatory;

create table places.came_from (
  place text not null,
  origin text not null,
  changed_on date not null,
  how text not null,
  constraint came_from_check CHECK ((place <> origin)),
  constraint came_from_how_check CHECK ((how = ANY (ARRAY['split'::text, 'joined'::text, 'renamed'::text, 'part'::text]))),
  constraint came_from_origin_fkey FOREIGN KEY (origin) REFERENCES places.place(code),
  constraint came_from_pkey PRIMARY KEY (place, origin, changed_on),
  constraint came_from_place_fkey FOREIGN KEY (place) REFERENCES places.place(code)
);

create table places.moved (
  place text not null,
  moved_on date not null,
  from_parent text not null,
  constraint moved_from_parent_fkey FOREIGN KEY (from_parent) REFERENCES places.place(code),
  constraint moved_pkey PRIMARY KEY (place, moved_on),
  constraint moved_place_fkey FOREIGN KEY (place) REFERENCES places.place(code)
);

create table places.place (
  code text not null,
  kind text not null,
  parent text,
  name_fa text not null,
  name_en text not null,
  search text not null,
  lat double precision not null,
  lon double precision not null,
  population bigint,
  population_kind text,
  home integer not null,
  valid_from date default '1900-01-01'::date not null,
  valid_until date,
  constraint place_parent_fkey FOREIGN KEY (parent) REFERENCES places.place(code),
  constraint place_pkey PRIMARY KEY (code),
  constraint place_population_kind_check CHECK ((population_kind = ANY (ARRAY['census'::text, 'modelled'::text])))
);

CREATE INDEX place_parent ON places.place USING btree (parent);

CREATE INDEX place_search ON places.place USING btree (search text_pattern_ops);

grant select on places.came_from to hamyar_app;
grant delete, insert, select, update on places.came_from to hamyar_loader;
grant select on places.came_from to hamyar_observatory;

grant select on places.moved to hamyar_app;
grant delete, insert, select, update on places.moved to hamyar_loader;
grant select on places.moved to hamyar_observatory;

grant select on places.place to hamyar_app;
grant delete, insert, select, update on places.place to hamyar_loader;
grant select on places.place to hamyar_observatory;

-- platform

create schema platform;
grant usage on schema platform to hamyar_app;
grant usage on schema platform to hamyar_loader;

create table platform.idempotency (
  home integer not null,
  actor text not null,
  key uuid not null,
  request_hash bytea not null,
  record text,
  at timestamp with time zone not null,
  constraint idempotency_pkey PRIMARY KEY (home, actor, key)
);

create table platform.setting (
  name text not null,
  value jsonb not null,
  constraint setting_pkey PRIMARY KEY (name)
);

alter table platform.idempotency enable row level security;
alter table platform.idempotency force row level security;

create policy own on platform.idempotency for all to public
  using (
CASE actor
    WHEN 'anyone'::text THEN 'anyone'::text
    ELSE ('actor:'::text || actor)
END = ANY (wall.keys()));

grant delete, insert, select, update on platform.idempotency to hamyar_app;
grant delete, insert, select, update on platform.idempotency to hamyar_loader;

grant select on platform.setting to hamyar_app;
grant delete, insert, select, update on platform.setting to hamyar_loader;

-- public

create schema public;
grant usage on schema public to public;

-- referrals

create schema referrals;
grant usage on schema referrals to hamyar_app;
grant usage on schema referrals to hamyar_loader;

create table referrals.referral (
  home integer not null,
  id uuid not null,
  revision integer default 1 not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  need uuid not null,
  case_id uuid not null,
  person uuid not null,
  worker uuid not null,
  team uuid not null,
  from_unit uuid not null,
  to_unit uuid,
  consent uuid not null,
  state text not null,
  reason text,
  card jsonb not null,
  attempt integer default 1 not null,
  passed_units uuid[] default '{}'::uuid[] not null,
  passed_volunteers uuid[] default '{}'::uuid[] not null,
  volunteer uuid,
  answer_by timestamp with time zone,
  open_from timestamp with time zone not null,
  open_until timestamp with time zone not null,
  closed_at timestamp with time zone,
  synthetic boolean default false not null,
  access text[] generated always as (ARRAY[('referral:'::text || (id)::text), ('need:'::text || (need)::text), ('case:'::text || (case_id)::text), ('person:'::text || (person)::text), ('worker:'::text || (worker)::text), ('team:'::text || (team)::text), ('consent:'::text || (consent)::text)]) stored not null,
  lent text[] generated always as (
CASE
    WHEN (to_unit IS NULL) THEN '{}'::text[]
    ELSE ARRAY[('coordinator:'::text || (to_unit)::text)]
END) stored not null,
  seat smallint default 1 not null,
  offered_by text,
  accepted_by text,
  seen_at timestamp with time zone,
  constraint referral_pkey PRIMARY KEY (home, id),
  constraint referral_seat_check CHECK ((seat = ANY (ARRAY[1, 2]))),
  constraint referral_state_check CHECK ((state = ANY (ARRAY['ready'::text, 'offered'::text, 'accepted'::text, 'closed'::text, 'declined'::text, 'withdrawn'::text, 'expired'::text])))
);

create table referrals.sight (
  home integer not null,
  person uuid not null,
  reader_digest bytea not null,
  first_at timestamp with time zone not null,
  access text[] generated always as (ARRAY[('person:'::text || (person)::text)]) stored not null,
  constraint sight_pkey PRIMARY KEY (home, person, reader_digest)
);

CREATE INDEX referral_access ON referrals.referral USING gin (access) WITH (fastupdate=off);

CREATE INDEX referral_case ON referrals.referral USING btree (case_id);

CREATE INDEX referral_id ON referrals.referral USING btree (id);

CREATE INDEX referral_lent ON referrals.referral USING gin (lent) WITH (fastupdate=off);

CREATE UNIQUE INDEX referral_seat_once ON referrals.referral USING btree (home, need, seat) WHERE (state = ANY (ARRAY['ready'::text, 'offered'::text, 'accepted'::text]));

CREATE INDEX referral_waiting ON referrals.referral USING btree (home, recorded_at) WHERE (state = ANY (ARRAY['ready'::text, 'offered'::text]));

CREATE INDEX sight_access ON referrals.sight USING gin (access) WITH (fastupdate=off);

alter table referrals.referral enable row level security;
alter table referrals.referral force row level security;

alter table referrals.sight enable row level security;
alter table referrals.sight force row level security;

create policy answered on referrals.referral for update to public
  using ((lent && wall.keys()) AND (open_from <= wall.clock()) AND (wall.clock() < open_until))
  with check (lent && wall.keys());

create policy area on referrals.referral for select to public
  using ((home >= wall.area_from()) AND (home <= wall.area_to()));

create policy lent on referrals.referral for select to public
  using ((lent && wall.keys()) AND (open_from <= wall.clock()) AND (wall.clock() < open_until));

create policy own on referrals.referral for all to public
  using (access && wall.keys());

create policy released on referrals.referral for update to public
  using ((home >= wall.area_from()) AND (home <= wall.area_to()) AND (state = ANY (ARRAY['ready'::text, 'offered'::text])))
  with check ((home >= wall.area_from()) AND (home <= wall.area_to()) AND (state = ANY (ARRAY['ready'::text, 'offered'::text, 'withdrawn'::text])));

create policy counted on referrals.sight for select to public
  using (access && wall.keys());

create policy written on referrals.sight for insert to public
  with check (true);

grant insert, select, update on referrals.referral to hamyar_app;
grant delete, insert, select, update on referrals.referral to hamyar_loader;

grant insert, select on referrals.sight to hamyar_app;
grant delete, insert, select, update on referrals.sight to hamyar_loader;

-- visits

create schema visits;
grant usage on schema visits to hamyar_app;
grant usage on schema visits to hamyar_loader;

create table visits.assignment (
  home integer not null,
  id uuid not null,
  revision integer default 1 not null,
  recorded_at timestamp with time zone not null,
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
  visit_from timestamp with time zone not null,
  visit_to timestamp with time zone not null,
  state text not null,
  reason text,
  answer_by timestamp with time zone not null,
  accepted_at timestamp with time zone,
  approved_at timestamp with time zone,
  approved_how text,
  on_way_at timestamp with time zone,
  arrived_at timestamp with time zone,
  done_at timestamp with time zone,
  report jsonb,
  confirm_hash bytea,
  confirm_attempts integer default 0 not null,
  confirmed_at timestamp with time zone,
  confirmed_how text,
  outcome text,
  open_from timestamp with time zone not null,
  open_until timestamp with time zone not null,
  subject text not null,
  sex text,
  age_group text,
  place text not null,
  synthetic boolean default false not null,
  access text[] generated always as (ARRAY[('assignment:'::text || (id)::text), ('referral:'::text || (referral)::text), ('need:'::text || (need)::text), ('person:'::text || (person)::text), ('worker:'::text || (worker)::text), ('team:'::text || (team)::text), ('consent:'::text || (consent)::text)]) stored not null,
  lent text[] generated always as (ARRAY[('volunteer:'::text || (volunteer)::text), ('coordinator:'::text || (unit)::text)]) stored not null,
  seat smallint default 1 not null,
  companion_name text,
  accepted_by text,
  approved_by text,
  code_phone_digest bytea,
  constraint assignment_outcome_check CHECK ((outcome = ANY (ARRAY['met'::text, 'partly'::text, 'not'::text]))),
  constraint assignment_pkey PRIMARY KEY (home, id),
  constraint assignment_seat_check CHECK ((seat = ANY (ARRAY[1, 2]))),
  constraint assignment_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'accepted'::text, 'approved'::text, 'under-way'::text, 'done'::text, 'confirmed'::text, 'unconfirmed'::text, 'no-show'::text, 'cancelled'::text, 'declined'::text, 'expired'::text])))
);

create table visits.booking (
  home integer not null,
  id uuid not null,
  volunteer uuid not null,
  assignment uuid not null,
  during tstzrange not null,
  access text[] generated always as (ARRAY[('volunteer:'::text || (volunteer)::text), ('assignment:'::text || (assignment)::text)]) stored not null,
  constraint booking_once EXCLUDE USING gist (home WITH =, volunteer WITH =, during WITH &&),
  constraint booking_pkey PRIMARY KEY (home, id)
);

create table visits.call_back (
  home integer not null,
  id uuid not null,
  revision integer default 1 not null,
  recorded_at timestamp with time zone not null,
  assignment uuid not null,
  case_id uuid not null,
  need uuid not null,
  person uuid not null,
  team uuid not null,
  kind text not null,
  visit_from timestamp with time zone not null,
  visit_to timestamp with time zone not null,
  reason text not null,
  due_at timestamp with time zone not null,
  tries integer default 0 not null,
  state text not null,
  done_at timestamp with time zone,
  done_by text,
  barred text[] not null,
  access text[] generated always as (ARRAY[('call-back:'::text || (id)::text), ('desk:'::text || (team)::text)]) stored not null,
  constraint call_back_home_assignment_key UNIQUE (home, assignment),
  constraint call_back_pkey PRIMARY KEY (home, id),
  constraint call_back_reason_check CHECK ((reason = ANY (ARRAY['drawn'::text, 'shared-phone'::text, 'alone'::text]))),
  constraint call_back_state_check CHECK ((state = ANY (ARRAY['due'::text, 'confirmed'::text, 'not-confirmed'::text, 'not-reached'::text])))
);

create table visits.confirmation (
  home integer not null,
  id uuid not null,
  assignment uuid not null,
  case_id uuid not null,
  person uuid not null,
  team uuid not null,
  phone_digest bytea not null,
  confirmed_at timestamp with time zone not null,
  access text[] generated always as (ARRAY[('confirming:'::text || encode(phone_digest, 'hex'::text))]) stored not null,
  constraint confirmation_pkey PRIMARY KEY (home, id)
);

create table visits.shared_phone (
  home integer not null,
  id uuid not null,
  revision integer default 1 not null,
  team uuid not null,
  leads text[] not null,
  phone_digest bytea not null,
  people integer not null,
  cases uuid[] not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  state text not null,
  seen_at timestamp with time zone,
  seen_by text,
  access text[] generated always as ((ARRAY[('shared-phone:'::text || (id)::text), ('confirming:'::text || encode(phone_digest, 'hex'::text)), ('team:'::text || (team)::text)] || leads)) stored not null,
  constraint shared_phone_home_team_phone_digest_key UNIQUE (home, team, phone_digest),
  constraint shared_phone_pkey PRIMARY KEY (home, id),
  constraint shared_phone_state_check CHECK ((state = ANY (ARRAY['open'::text, 'seen'::text])))
);

CREATE INDEX assignment_access ON visits.assignment USING gin (access) WITH (fastupdate=off);

CREATE INDEX assignment_case ON visits.assignment USING btree (case_id);

CREATE INDEX assignment_due ON visits.assignment USING btree (visit_from) WHERE (state = ANY (ARRAY['approved'::text, 'under-way'::text]));

CREATE INDEX assignment_id ON visits.assignment USING btree (id);

CREATE INDEX assignment_lent ON visits.assignment USING gin (lent) WITH (fastupdate=off);

CREATE INDEX booking_access ON visits.booking USING gin (access) WITH (fastupdate=off);

CREATE INDEX call_back_access ON visits.call_back USING gin (access) WITH (fastupdate=off);

CREATE INDEX confirmation_access ON visits.confirmation USING gin (access) WITH (fastupdate=off);

CREATE INDEX shared_phone_access ON visits.shared_phone USING gin (access) WITH (fastupdate=off);

alter table visits.assignment enable row level security;
alter table visits.assignment force row level security;

alter table visits.booking enable row level security;
alter table visits.booking force row level security;

alter table visits.call_back enable row level security;
alter table visits.call_back force row level security;

alter table visits.confirmation enable row level security;
alter table visits.confirmation force row level security;

alter table visits.shared_phone enable row level security;
alter table visits.shared_phone force row level security;

create policy answered on visits.assignment for update to public
  using ((lent && wall.keys()) AND (open_from <= wall.clock()) AND (wall.clock() < open_until))
  with check (lent && wall.keys());

create policy lent on visits.assignment for select to public
  using ((lent && wall.keys()) AND (open_from <= wall.clock()) AND (wall.clock() < open_until));

create policy own on visits.assignment for all to public
  using (access && wall.keys());

create policy own on visits.booking for all to public
  using (access && wall.keys());

create policy own on visits.call_back for all to public
  using ((access && wall.keys()) AND (NOT (barred && wall.keys())));

create policy own on visits.confirmation for all to public
  using (access && wall.keys());

create policy own on visits.shared_phone for all to public
  using (access && wall.keys());

grant insert, select, update on visits.assignment to hamyar_app;
grant delete, insert, select, update on visits.assignment to hamyar_loader;

grant delete, insert, select on visits.booking to hamyar_app;
grant delete, insert, select, update on visits.booking to hamyar_loader;

grant insert, select, update on visits.call_back to hamyar_app;
grant delete, insert, select, update on visits.call_back to hamyar_loader;

grant insert, select on visits.confirmation to hamyar_app;
grant delete, insert, select, update on visits.confirmation to hamyar_loader;

grant insert, select, update on visits.shared_phone to hamyar_app;
grant delete, insert, select, update on visits.shared_phone to hamyar_loader;

-- wall

create schema wall;
grant usage on schema wall to hamyar_app;
grant usage on schema wall to hamyar_auth;
grant usage on schema wall to hamyar_loader;
grant usage on schema wall to hamyar_observatory;

CREATE OR REPLACE FUNCTION wall.area_from()
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('hamyar.area_from'::text, true), ''::text), '1'::text))::integer;
grant execute on function wall.area_from() to public;

CREATE OR REPLACE FUNCTION wall.area_to()
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('hamyar.area_to'::text, true), ''::text), '0'::text))::integer;
grant execute on function wall.area_to() to public;

CREATE OR REPLACE FUNCTION wall.clock()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((NULLIF(current_setting('hamyar.now'::text, true), ''::text))::timestamp with time zone, now());
grant execute on function wall.clock() to public;

CREATE OR REPLACE FUNCTION wall.counts_from()
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('hamyar.counts_from'::text, true), ''::text), '1'::text))::integer;
grant execute on function wall.counts_from() to public;

CREATE OR REPLACE FUNCTION wall.counts_to()
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('hamyar.counts_to'::text, true), ''::text), '0'::text))::integer;
grant execute on function wall.counts_to() to public;

CREATE OR REPLACE FUNCTION wall.keys()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN string_to_array(current_setting('hamyar.keys'::text, true), ','::text);
grant execute on function wall.keys() to public;

CREATE OR REPLACE FUNCTION wall.vets_from()
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce((select split_part(key, ':', 2)::integer from unnest(wall.keys()) as key where key like 'vetting:%' limit 1), 1) $function$;
grant execute on function wall.vets_from() to public;

CREATE OR REPLACE FUNCTION wall.vets_to()
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce((select split_part(key, ':', 3)::integer from unnest(wall.keys()) as key where key like 'vetting:%' limit 1), 0) $function$;
grant execute on function wall.vets_to() to public;

create table wall.open_table (
  name text not null,
  reason text not null,
  constraint open_table_pkey PRIMARY KEY (name)
);

create table wall.sealed_column (
  name text not null,
  home text,
  constraint sealed_column_pkey PRIMARY KEY (name)
);

grant select on wall.sealed_column to hamyar_loader;

-- watch

create schema watch;
grant usage on schema watch to hamyar_app;
grant usage on schema watch to hamyar_loader;

create table watch.timer (
  home integer not null,
  visit uuid not null,
  volunteer uuid not null,
  unit uuid not null,
  team uuid not null,
  arrived_at timestamp with time zone not null,
  overdue_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  stage text default 'waiting'::text not null,
  told integer default 0 not null,
  ended_at timestamp with time zone,
  ended_how text,
  ended_by text,
  synthetic boolean default false not null,
  access text[] generated always as (ARRAY[('watch:'::text || (visit)::text), ('volunteer:'::text || (volunteer)::text), ('coordinator:'::text || (unit)::text), ('desk:'::text || (team)::text)]) stored not null,
  constraint timer_ended_how_check CHECK ((ended_how = ANY (ARRAY['visit-ended'::text, 'all-right'::text, 'reached'::text]))),
  constraint timer_pkey PRIMARY KEY (home, visit),
  constraint timer_stage_check CHECK ((stage = ANY (ARRAY['waiting'::text, 'buddy'::text, 'duty'::text, 'plan'::text])))
);

CREATE INDEX timer_access ON watch.timer USING gin (access) WITH (fastupdate=off);

alter table watch.timer enable row level security;
alter table watch.timer force row level security;

create policy own on watch.timer for all to public
  using (access && wall.keys());

grant insert, select, update on watch.timer to hamyar_app;
grant delete, insert, select, update on watch.timer to hamyar_loader;
