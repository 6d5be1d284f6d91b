import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import type { House } from '#platform/command/index.ts'
import type { Job } from './job.ts'

export type { Event } from './event.ts'
export { runJob, type Job, type Payload } from './job.ts'
export { startWorker, type Worker } from './worker.ts'

const INSTALL = `
create or replace function jobs.tell(events jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  told jsonb;
  follower record;
begin
  for told in select * from jsonb_array_elements(events) loop
    for follower in select s.task from jobs.subscription s where s.event = told->>'name' loop
      perform graphile_worker.add_job(
        follower.task, (told->'payload')::json,
        run_at := coalesce((told->>'at')::timestamptz, now()),
        job_key := case when told ? 'key' then follower.task || ':' || (told->>'key') end);
    end loop;
  end loop;
end $$;
create or replace function jobs.done(job bigint, worker text) returns boolean
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  with done as (delete from graphile_worker._private_jobs where id = job and locked_by = worker returning id)
  select exists (select from done)
$$`

/**
 * Installs the queue's own schema and the two functions through which the application reaches it: `tell` makes
 * jobs of events, `done` takes a job that its worker still holds out of the queue, in the job's own transaction.
 */
export const installJobs = async (jobsUrl: string): Promise<void> => {
  await runMigrations({ connectionString: jobsUrl })
  const client = new pg.Client({ connectionString: jobsUrl })
  await client.connect()
  try {
    await client.query(INSTALL)
    await client.query('revoke all on function jobs.tell(jsonb), jobs.done(bigint, text) from public')
    await client.query('grant execute on function jobs.tell(jsonb), jobs.done(bigint, text) to hamyar_app')
  } finally {
    await client.end()
  }
}

/** Writes the table event → job, so that a deed's transaction can find whom to tell. */
export const subscribe = async (house: House, jobs: readonly Job[]): Promise<void> => {
  const pairs = jobs.flatMap(({ task, on = [] }) => on.map((event) => [event, task]))
  await house.pool.query(
    `with wanted as (select * from unnest($1::text[], $2::text[]) as w(event, task)),
       gone as (delete from jobs.subscription s where not exists
         (select 1 from wanted w where w.event = s.event and w.task = s.task))
     insert into jobs.subscription select event, task from wanted on conflict do nothing`,
    [pairs.map(([event]) => event), pairs.map(([, task]) => task)],
  )
}
