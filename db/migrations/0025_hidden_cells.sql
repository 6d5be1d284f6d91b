-- Which cells of a release are hidden, and why: sealed like the pattern, and read by itself.

alter table observatory.release_part add column hidden bytea;

insert into wall.sealed_column values ('observatory.release_part.hidden', 'home');
