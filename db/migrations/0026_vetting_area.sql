-- The area of a vetting is a range of homes, as every other area is: an index finds it, and whoever has none pays nothing.

drop policy vetting on network.volunteer;

drop policy vetting on network.vetting;

drop function wall.vets(integer);

-- The first and the last home whose volunteers this deed may vet (`vetting:10000:19999` among its keys); none without the key.
create function wall.vets_from() returns integer language sql stable parallel safe
  as $$ select coalesce((select split_part(key, ':', 2)::integer from unnest(wall.keys()) as key where key like 'vetting:%' limit 1), 1) $$;

create function wall.vets_to() returns integer language sql stable parallel safe
  as $$ select coalesce((select split_part(key, ':', 3)::integer from unnest(wall.keys()) as key where key like 'vetting:%' limit 1), 0) $$;

create policy vetting on network.volunteer for select using (home >= wall.vets_from() and home <= wall.vets_to());

create policy vetting on network.vetting for select using (home >= wall.vets_from() and home <= wall.vets_to());
