-- Alone at a door: a timer on the server for each visit that is under way. No position is kept, only times.

create schema watch;

create table watch.timer (
  home integer not null,
  visit uuid not null,
  volunteer uuid not null,
  unit uuid not null,
  team uuid not null,
  arrived_at timestamptz not null,
  -- when the visit should have been over, with its grace
  overdue_at timestamptz not null,
  -- when the next step is taken
  due_at timestamptz not null,
  stage text not null default 'waiting' check (stage in ('waiting', 'buddy', 'duty', 'plan')),
  told integer not null default 0,
  ended_at timestamptz,
  ended_how text check (ended_how in ('visit-ended', 'all-right', 'reached')),
  ended_by text,
  synthetic boolean not null default false,
  access text[] not null generated always as (
    array['watch:' || visit::text, 'volunteer:' || volunteer::text, 'coordinator:' || unit::text, 'desk:' || team::text]) stored,
  primary key (home, visit)
);

create index timer_access on watch.timer using gin (access) with (fastupdate = off);

alter table watch.timer enable row level security;

alter table watch.timer force row level security;

create policy own on watch.timer using (access && wall.keys());

grant usage on schema watch to hamyar_app, hamyar_loader;

grant select, insert, update on watch.timer to hamyar_app;

grant select, insert, update, delete on watch.timer to hamyar_loader;
