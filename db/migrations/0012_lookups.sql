-- A record is found by its id. Only `=` of a uuid may come before the wall's own test (`&&` is not leakproof), so a
-- look-up by key read all rows the actor may see and then picked one.

create index case_id on casework.case (id);

create index need_id on casework.need (id);

create index need_case on casework.need (case_id);

create index person_id on people.person (id);

create index handover_case on casework.handover (case_id);
