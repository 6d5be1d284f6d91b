-- A run counts tasks, or the hours that volunteers give in a week.
alter table matching.run add column form text not null default 'tasks' check (form in ('tasks', 'hours'));
