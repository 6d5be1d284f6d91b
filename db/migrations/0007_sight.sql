-- How many people outside the agency saw a nameless offer: counted for the person, and for nobody else.
-- A reader is a digest of its own for each person, so that it says nothing of what somebody reads elsewhere.
create table referrals.sight (
  home integer not null,
  person uuid not null,
  reader_digest bytea not null,
  first_at timestamptz not null,
  access text[] not null generated always as (array['person:' || person::text]) stored,
  primary key (home, person, reader_digest)
);

create index sight_access on referrals.sight using gin (access) with (fastupdate = off);

alter table referrals.sight enable row level security;

alter table referrals.sight force row level security;

create policy written on referrals.sight for insert with check (true);

create policy counted on referrals.sight for select using (access && wall.keys());

grant select, insert on referrals.sight to hamyar_app;

grant select, insert, update, delete on referrals.sight to hamyar_loader;
