-- Two vetted, unrelated volunteers where one alone could do harm: first visits, children, personal care (design 8.9).

-- Frozen when the need is recorded: by its kind and the person's age, as the pack rules.
alter table casework.need add column pair text not null default 'never'
  check (pair in ('never', 'first-visit', 'every-visit'));

-- A need that takes two has two referrals at a time, one a seat: each has its own unit, answer and volunteer.
alter table referrals.referral add column seat smallint not null default 1 check (seat in (1, 2));

create unique index referral_seat_once on referrals.referral (home, need, seat)
  where state in ('ready', 'offered', 'accepted');

-- The second volunteer of a proposal, and what they cost.
alter table matching.proposal add column companion uuid;

alter table matching.proposal add column companion_home integer;

alter table matching.proposal add column companion_unit uuid;

alter table matching.proposal add column companion_cost jsonb;

alter table visits.assignment add column seat smallint not null default 1 check (seat in (1, 2));

-- Who comes along, known to either volunteer once the person approved both.
alter table visits.assignment add column companion_name text;

-- Who is related to whom among volunteers: a shared household, address or telephone, or a relation they declared.
alter table network.volunteer add column household uuid;

alter table network.volunteer add column address_digest bytea;

alter table network.volunteer add column kin uuid[] not null default '{}';
