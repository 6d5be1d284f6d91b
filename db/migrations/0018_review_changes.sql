-- When the day of a review was changed, and to which: a line each in what happened to the case.
alter table casework.case add review_changes jsonb not null default '[]';
