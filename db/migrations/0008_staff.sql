-- A need that staff of the centre meet themselves: the route that remains after a no to sharing anything.
alter table casework.need add column by_staff_at timestamptz;
