-- Roll-ups know on which day their facts were recorded, so that a number can be given as it was known at any moment:
-- whole days from the roll-ups, the last one from its facts.

lock table facts.fact in share row exclusive mode;

alter table facts.fact no force row level security;

alter table facts.rollup no force row level security;

truncate facts.rollup;

alter table facts.rollup add recorded_on date not null;

alter table facts.rollup drop constraint rollup_pkey;

insert into facts.rollup (home, kind, version, occurred_on, unit, place, dimensions, recorded_on, quantity, facts)
select home, kind, version, occurred_on, unit, place, dimensions, (recorded_at at time zone 'UTC')::date,
  sum(case when reverses is null then quantity else -quantity end),
  sum(case when reverses is null then 1 else -1 end)
from facts.fact group by 1, 2, 3, 4, 5, 6, 7, 8;

alter table facts.rollup add primary key (home, kind, version, occurred_on, unit, place, dimensions, recorded_on);

update facts.fold set folded_before = pg_current_xact_id();

alter table facts.fact force row level security;

alter table facts.rollup force row level security;

-- The nation's numbers of a kind in a time; its people, who are counted from the facts themselves.

create index rollup_day on facts.rollup (kind, occurred_on);

create index fact_day on facts.fact (kind, occurred_on);

-- Facts are written in the order in which they become known.

create index fact_recorded on facts.fact using brin (recorded_at) with (autosummarize = on);

-- Who counts for everybody is behind the wall of their area, too.

drop policy observed on facts.fact;

create policy observed on facts.fact for select to hamyar_observatory
  using (home >= wall.counts_from() and home <= wall.counts_to());

drop policy observed on facts.rollup;

create policy observed on facts.rollup for select to hamyar_observatory
  using (home >= wall.counts_from() and home <= wall.counts_to());

-- A place keeps its code, and its days in places.place; what it lay in before a border was drawn anew stands here.

-- Before this day the place lay in another one. Facts stay with the place as it was on their date.

create table places.moved (
  place text not null references places.place (code),
  moved_on date not null,
  from_parent text not null references places.place (code),
  primary key (place, moved_on)
);

insert into wall.open_table values ('places.moved', 'reference data: which place lay in which before a border was drawn anew');

-- What came from what: a county that was split, two that were joined.

create table places.came_from (
  place text not null references places.place (code),
  origin text not null references places.place (code),
  changed_on date not null,
  how text not null check (how in ('split', 'joined', 'renamed', 'part')),
  primary key (place, origin, changed_on),
  check (place <> origin)
);

insert into wall.open_table values ('places.came_from', 'reference data: the concordance of places before and after a change');

create schema observatory;

-- A published definition never changes: another meaning is another version.

create table observatory.indicator (
  id text not null check (id ~ '^[a-z][a-z0-9-]*$'),
  version text not null check (version ~ '^[0-9]+\.[0-9]+\.[0-9]+$'),
  -- first day of which numbers under this version are published
  from_day date not null,
  -- last day on which the version before it is still published beside it
  bridge_until date check (bridge_until >= from_day),
  definition jsonb not null,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (id, version)
);

insert into wall.open_table values ('observatory.indicator', 'the published definitions of what is counted, with their versions');

grant usage on schema observatory to hamyar_app, hamyar_loader, hamyar_observatory;

grant select, insert on observatory.indicator to hamyar_app;

grant select, insert, update, delete on observatory.indicator, places.moved, places.came_from to hamyar_loader;

grant select on places.moved, places.came_from to hamyar_app;

grant select on observatory.indicator, places.moved, places.came_from to hamyar_observatory;
