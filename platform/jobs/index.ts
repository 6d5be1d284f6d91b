import { Logger, parseCronItems, run, runMigrations, type Runner, type TaskList } from 'graphile-worker'
import pg from 'pg'
import { inDeed, type House, type WriteScope } from '#platform/command/index.ts'
import { system } from '#platform/actor/index.ts'
import type { Log } from '#platform/log/index.ts'

export type { Event } from './event.ts'

export type Payload = Readonly<Record<string, string | number | boolean | null>>

/** A row of a domain's `jobs.ts`: after which event, or how often, and what is then done. */
export type Job = JobStart & (Deed | Work)

interface JobStart {
  /** `domain.verb`, unique; it is the job's name in the queue and in the trail. */
  readonly task: string
  /** Events that start it. */
  readonly on?: readonly string[]
  /** Cron pattern in UTC, for jobs that come by the clock. */
  readonly every?: string
}

/** Most jobs: one deed in one transaction. */
interface Deed {
  /** The guarded rows it may touch, from the event's own ids. */
  readonly keys?: (payload: Payload) => readonly string[]
  readonly run: (scope: WriteScope, payload: Payload, house: House) => Promise<void>
}

/**
 * The few that talk to the world outside, or that mostly find nothing to do: no transaction is held open
 * meanwhile, and each deed they do is opened with `inDeed`.
 */
interface Work {
  readonly work: (house: House, payload: Payload) => Promise<void>
}

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
end $$`

/** Installs the queue's own schema and the one function through which the application reaches it. */
export const installJobs = async (jobsUrl: string): Promise<void> => {
  await runMigrations({ connectionString: jobsUrl })
  const client = new pg.Client({ connectionString: jobsUrl })
  await client.connect()
  try {
    await client.query(INSTALL)
    await client.query('revoke all on function jobs.tell(jsonb) from public')
    await client.query('grant execute on function jobs.tell(jsonb) to hamyar_app')
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

export const runJob = async (house: House, job: Job, payload: Payload): Promise<void> => {
  if ('work' in job) return await job.work(house, payload)
  await inDeed(house, system(job.task, job.keys?.(payload) ?? []), job.task, { wait: true }, async (scope, _tx, gathered) => {
    await job.run(scope, payload, house)
    // Many jobs find nothing to do; a trail of "looked, nothing" would drown the rest.
    if (gathered.lines.length === 0) scope.audit(null)
  })
}

/** Starts the worker: the queue's table is read with the queue's own role, the deeds run as the application. */
export const startWorker = async (
  house: House,
  jobs: readonly Job[],
  jobsUrl: string,
  log: Log,
): Promise<Runner> => {
  const taskList: TaskList = Object.fromEntries(
    jobs.map((job) => [
      job.task,
      async (payload: unknown) => {
        try {
          await runJob(house, job, (payload ?? {}) as Payload)
        } catch (error) {
          log.error({ task: job.task, err: error }, 'a job failed')
          // The queue stores and prints what is thrown, and an error may quote what it failed on.
          throw new Error('see the log')
        }
      },
    ]),
  )
  // As items, not as crontab text: its grammar knows no dot in a name.
  const parsedCronItems = parseCronItems(
    jobs.flatMap(({ task, every }) => (every === undefined ? [] : [{ task, match: every, identifier: task }])),
  )
  return await run({
    connectionString: jobsUrl,
    concurrency: 2,
    maxPoolSize: 4,
    pollInterval: 2_000,
    noHandleSignals: true,
    taskList,
    parsedCronItems,
    // The queue's own messages carry payloads; only the fact of an error is kept.
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log.error({ message }, 'the job queue reports an error')
    }),
  })
}
