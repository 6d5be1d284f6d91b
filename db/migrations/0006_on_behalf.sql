-- A request on somebody's behalf waits for the person's own word; what they do not confirm is erased, with every copy.

-- How the person answers from their own telephone: the code of the message is kept as a keyed digest, and only until then.
create table desk.confirmation (
  home integer not null,
  request uuid not null,
  digest bytea not null,
  recorded_at timestamptz not null,
  until timestamptz not null,
  access text[] not null generated always as (
    array['request:' || request::text, 'message:' || encode(digest, 'hex')]) stored,
  primary key (home, request)
);

create index confirmation_access on desk.confirmation using gin (access) with (fastupdate = off);

alter table desk.confirmation enable row level security;

alter table desk.confirmation force row level security;

create policy own on desk.confirmation using (access && wall.keys());

grant select, insert, delete on desk.confirmation to hamyar_app;

grant select, insert, update, delete on desk.confirmation to hamyar_loader;

-- Which record a message is about, so that erasing the record reaches it.
alter table messages.outbox add column about uuid;

create index outbox_about on messages.outbox (about) where about is not null;

create policy looked_up on messages.outbox for select using (('about:' || about::text) = any (wall.keys()));

create policy erased on messages.outbox for delete using (('about:' || about::text) = any (wall.keys()));

grant delete on messages.outbox to hamyar_app;
