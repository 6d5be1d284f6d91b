-- What belongs to a case is found as the case itself (0012_lookups.sql): by `=` of a uuid, which alone may come before
-- the wall's own test.

create index request_id on desk.request (id);

create index consent_id on consents.consent (id);

create index consent_case on consents.consent (case_id);

create index referral_id on referrals.referral (id);

create index referral_case on referrals.referral (case_id);

create index assignment_id on visits.assignment (id);

create index assignment_case on visits.assignment (case_id);

create index volunteer_id on network.volunteer (id);

create index proposal_id on matching.proposal (id);
