-- Shared addresses are found by keyed digests (design 8.1); who lives with a person is counted, and named nowhere (design 8.3).

alter table people.exclusion drop constraint exclusion_kind_check;

alter table people.exclusion add constraint exclusion_kind_check check (kind in ('phone', 'family', 'volunteer', 'unit', 'address'));

-- the person's own home, one at a time
create unique index exclusion_address on people.exclusion (home, person) where kind = 'address';

-- How many of which age group and sex: [{"ageGroup": "0-17", "sex": "female", "count": 1}]
alter table people.person add column household jsonb not null default '[]';

-- Whoever lives with a volunteer is declared by their group (kin) or shares their address; nobody ever wrote this one.
alter table network.volunteer drop column household;
