-- A group of the network is closed once, with a reason; its volunteers move to another or rest until they have chosen one.

alter table network.unit add revision integer not null default 1;

-- who closed it and when to the second stands in the trail
alter table network.unit add closed_reason text
  check (closed_reason in ('merged', 'nobody-leads', 'too-few', 'own-wish', 'concern'));

alter table network.unit add check ((closed_reason is null) or (closed_on is not null));

grant update (revision, closed_on, closed_reason) on network.unit to hamyar_app;

-- their group was closed, and they have no other yet: nothing is asked of them meanwhile
alter table network.volunteer add without_group_since timestamptz;

-- groups behind which somebody waits are found by whoever closes groups
create index volunteer_without_group on network.volunteer (unit) where without_group_since is not null;
