-- What matters how much in the matching: one version in force for the whole nation, the earlier ones kept, and what a
-- desk is drafting, which a second person puts in force.

create table matching.weights (
  -- the nation's own office: weights are the same for everybody
  home integer not null,
  id uuid not null,
  revision integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by text not null,
  -- of the desk that drafts
  area_from integer not null,
  area_to integer not null,
  state text not null check (state in ('draft', 'proposed', 'in-force', 'past', 'refused', 'discarded')),
  -- counted from the engine's own, which is 1; given when it comes into force
  version integer check ((version is null) = (state in ('draft', 'proposed', 'refused', 'discarded'))),
  weights jsonb not null,
  reason text not null,
  -- whoever wrote in it or put it forward
  authors text[] not null,
  proposed_at timestamptz,
  -- what its trial came to, without small counts, for whoever decides
  trial jsonb,
  decided_by text,
  decided_at timestamptz,
  decision_reason text,
  ended_at timestamptz,
  access text[] not null generated always as
    (array['weights:' || id::text] || case when state in ('proposed', 'refused') then array['proposed-weights'] else '{}'::text[] end) stored,
  primary key (home, id),
  -- nobody puts in force what they drafted
  check (state not in ('in-force', 'past') or not decided_by = any (authors))
);

create index weights_access on matching.weights using gin (access) with (fastupdate = off);

create unique index weights_one_in_force on matching.weights (home) where state = 'in-force';

create unique index weights_version on matching.weights (home, version) where version is not null;

-- one draft a desk: what is decided about is what was tried
create unique index weights_one_draft on matching.weights (home, area_from, area_to) where state in ('draft', 'proposed');

alter table matching.weights enable row level security;

alter table matching.weights force row level security;

create policy own on matching.weights using (access && wall.keys());

-- What counts how much is no secret of anybody's.
create policy known on matching.weights for select using (state in ('in-force', 'past'));

create policy area on matching.weights for select using (area_from >= wall.area_from() and area_to <= wall.area_to());

create policy drafted on matching.weights for insert
  with check (area_from >= wall.area_from() and area_to <= wall.area_to() and state = 'draft');

create policy worked_on on matching.weights for update
  using (area_from >= wall.area_from() and area_to <= wall.area_to() and state in ('draft', 'proposed'))
  with check (area_from >= wall.area_from() and area_to <= wall.area_to() and state in ('draft', 'proposed', 'discarded'));

grant select, insert, update on matching.weights to hamyar_app;

grant select, insert, update, delete on matching.weights to hamyar_loader;

-- A trial: the needs that wait, once with the weights in force and once with the draft's. It proposes nothing, so it
-- may stand beside a run.
alter table matching.run drop constraint run_how_check;

alter table matching.run add constraint run_how_check check (how in ('night', 'hand', 'trial'));

alter table matching.run add column draft uuid;

-- the draft's revision that was tried: one that changed since is tried again
alter table matching.run add column draft_revision integer;

alter table matching.run add column draft_weights jsonb;

alter table matching.run add constraint run_trial check ((how = 'trial') = (draft is not null and draft_revision is not null and draft_weights is not null));

alter table matching.run drop constraint run_one_at_a_time;

alter table matching.run add constraint run_one_at_a_time
  exclude using gist (int4range(area_from, area_to, '[]') with &&) where (state in ('planned', 'running') and how <> 'trial');

-- one trial of a draft at a time
create unique index run_one_trial on matching.run (home, draft) where state in ('planned', 'running') and draft is not null;

-- what a run did is read by the run
create index proposal_run on matching.proposal (run) where state <> 'rejected';
