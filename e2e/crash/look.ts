import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Deed } from './caller.ts'

/** The house's database as its superuser sees it, past every wall. */
export interface Looker {
  rows<R>(text: string, values?: readonly unknown[]): Promise<R[]>
  /** A place that belongs to the centre of the demonstration's clerk. */
  placeOfClerk(): Promise<string>
  close(): Promise<void>
}

const connectTo = async (dataFolder: string): Promise<pg.Client> => {
  const file = (name: string) => readFileSync(join(dataFolder, 'postgres', name), 'utf8').trim()
  for (let left = 100; ; left -= 1) {
    const client = new pg.Client({ host: file('socket'), port: 5432, user: 'postgres', password: file('password'), database: 'postgres' })
    // It is shot under us as well.
    client.on('error', () => {})
    try {
      await client.connect()
      return client
    } catch (error) {
      // Backends outlive their postmaster for a moment: the house may still serve when nobody new is let in.
      if (left === 0) throw error
      await pause(100)
    }
  }
}

export const lookInto = async (dataFolder: string): Promise<Looker> => {
  const client = await connectTo(dataFolder)
  const rows = async <R>(text: string, values: readonly unknown[] = []) => (await client.query(text, [...values])).rows as R[]
  return {
    rows,
    placeOfClerk: async () => {
      const [row] = await rows<{ place: string }>(
        `select r.place from desk.request r join auth.appointment a on a.unit = r.team where a.role = 'clerk' limit 1`,
      )
      return row?.place ?? ''
    },
    close: () => client.end().catch(() => {}),
  }
}

interface Traces {
  readonly table: string
  /** Kind of the fact that the deed leaves, once. */
  readonly fact?: string
  /** In the trail; one, but for a deed that another domain completes. */
  readonly lines?: number
}

/** What each kind of write leaves behind, beside its line in the trail and its key. */
const traces: Readonly<Record<string, Traces>> = {
  'desk.ask': { table: 'desk.request', fact: 'desk.request-received' },
  'desk.triage': { table: 'desk.request', fact: 'desk.request-decided' },
  'casework.add-need': { table: 'casework.need', fact: 'casework.need-opened' },
  'people.save': { table: 'people.person' },
  'consents.record': { table: 'consents.consent' },
  'referrals.prepare': { table: 'referrals.referral' },
  'matching.release': { table: 'referrals.referral', fact: 'referrals.referral-offered', lines: 2 },
  'referrals.accept': { table: 'referrals.referral' },
}

interface Left {
  readonly key: string
  readonly rows: number
  readonly lines: number
  readonly facts: number
}

const notWhole = async (looker: Looker, operation: string, wanted: Traces, deeds: readonly Deed[]): Promise<string[]> => {
  const { table, fact, lines = 1 } = wanted
  // The writers go on meanwhile: what counts is what was acknowledged before we looked.
  const acknowledged = deeds.filter(({ answer }) => answer !== undefined)
  const left = await looker.rows<Left>(
    `with asked as (select key, record from platform.idempotency where key = any($1::uuid[])),
       here as (select t.id::text as record, count(*)::int as n from ${table} t group by 1),
       line as (select e.record, count(*)::int as n from audit.entry e where e.act = $2 and not e.refused group by 1),
       counted as (select f.source::text as record, count(*)::int as n from facts.fact f where f.kind = $3 group by 1)
     select key, coalesce(here.n, 0) as rows, coalesce(line.n, 0) as lines, coalesce(counted.n, 0) as facts
     from asked left join here using (record) left join line using (record) left join counted using (record)`,
    [deeds.map(({ key }) => key), operation, fact ?? ''],
  )
  const known = new Set(left.map(({ key }) => key))
  const missing = acknowledged.filter(({ key }) => !known.has(key))
  const isWhole = (one: Left) => one.rows === 1 && one.lines === lines && one.facts === (fact === undefined ? 0 : 1)
  const halves = left.filter((one) => !isWhole(one))
  return [
    ...missing.map(({ key }) => `${operation} ${key} was acknowledged and is lost`),
    ...halves.map((half) => `${operation} is not whole: ${JSON.stringify(half)}`),
  ]
}

/** Rows that have no key: half of a deed, or a deed done twice under two keys. The second seat of a pair comes with the first. */
const ROWS_WITHOUT_KEY = `
  select 'desk.request' as what, id::text from desk.request where recorded_by <> 'demonstration' and not (id::text = any($1))
  union all select 'casework.need', id::text from casework.need where recorded_by <> 'demonstration' and not (id::text = any($1))
  union all select 'consents.consent', id::text from consents.consent where recorded_by <> 'demonstration' and not (id::text = any($1))
  union all select 'referrals.referral', id::text from referrals.referral r where recorded_by <> 'demonstration' and not (id::text = any($1))
    and not exists (select from referrals.referral seat where seat.need = r.need and seat.id::text = any($1))
  union all select 'casework.case', c.id::text from casework.case c
    where c.recorded_by <> 'demonstration' and (c.request::text <> all($1) or 1 < (select count(*) from casework.case d where d.request = c.request))`

/** What is lost or half done; nothing, if the promise holds. */
export const faultsIn = async (looker: Looker, deeds: readonly Deed[]): Promise<string[]> => {
  const faults: string[] = []
  for (const [operation, left] of Object.entries(traces))
    faults.push(...(await notWhole(looker, operation, left, deeds.filter((deed) => deed.operation === operation))))
  return faults
}

/** Rows of no deed that we know of; to be asked when nobody writes. */
export const strays = async (looker: Looker, deeds: readonly Deed[]): Promise<string[]> => {
  const records = await looker.rows<{ record: string }>('select record from platform.idempotency where key = any($1::uuid[])', [
    deeds.map(({ key }) => key),
  ])
  const found = await looker.rows<{ what: string; id: string }>(ROWS_WITHOUT_KEY, [records.map(({ record }) => record)])
  return found.map(({ what, id }) => `${what} ${id} belongs to no deed`)
}

/** Jobs that ran twice, or did not run: an alarm for danger, an offer for each accepted referral. */
export const faultsOfJobs = (looker: Looker): Promise<{ what: string; id: string; times: number }[]> =>
  looker.rows(`
    select * from (
      select 'alarm' as what, r.id::text, (select count(*)::int from audit.entry e where e.act = 'danger.raise' and e.record = r.id::text) as times
      from desk.request r where r.recorded_by <> 'demonstration' and r.urgency = 'danger' and r.state = 'received'
      union all
      select 'offer', e.record, (select count(*)::int from visits.assignment v where v.referral::text = e.record)
      from audit.entry e where e.act = 'referrals.accept' and not e.refused
      union all
      select 'second alarm', e.record, count(*)::int from audit.entry e where e.act = 'danger.raise' and e.record is not null group by e.record
      union all
      select 'reminder', r.id::text, (select count(*)::int from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'desk.erase-unconfirmed' and j.payload ->> 'request' = r.id::text)
      from desk.request r where r.recorded_by <> 'demonstration' and r.on_behalf
    ) t where times <> 1`)

/** What comes every minute anyway, oftener: the folding of facts and the sealing of the trail meet the kills, too. */
export const addMinuteJobs = (looker: Looker) =>
  looker.rows(`select graphile_worker.add_job('facts.fold'), graphile_worker.add_job('audit.seal')`)

/** Jobs that are due and not done. One at its last attempt was replaced by a later one while a worker that died held it. */
export const waitingJobs = (looker: Looker) =>
  looker.rows(`
    select t.identifier, j.locked_by, j.attempts, j.last_error
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where (j.run_at <= now() or j.attempts > 0) and j.attempts < j.max_attempts`)

/** Roll-ups and the tail that is not folded yet, against the same sums from the facts alone. */
export const differencesOfRollups = (looker: Looker): Promise<unknown[]> =>
  looker.rows(`
    with counted as (
      select kind, version, home, occurred_on, unit, place, dimensions, sum(quantity)::bigint as quantity, sum(facts)::bigint as facts
      from (
        select kind, version, home, occurred_on, unit, place, dimensions, quantity, facts from facts.rollup
        union all
        select kind, version, home, occurred_on, unit, place, dimensions,
          case when reverses is null then quantity else -quantity end, case when reverses is null then 1 else -1 end
        from facts.fact where recorded_xid >= (select folded_before from facts.fold)
      ) c group by 1, 2, 3, 4, 5, 6, 7),
    anew as (
      select kind, version, home, occurred_on, unit, place, dimensions,
        sum(case when reverses is null then quantity else -quantity end)::bigint as quantity,
        sum(case when reverses is null then 1 else -1 end)::bigint as facts
      from facts.fact group by 1, 2, 3, 4, 5, 6, 7)
    (table counted except table anew) union all (table anew except table counted)`)
