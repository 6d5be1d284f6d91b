import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '#platform/log/index.ts'

const BEAT_MS = 2_000
/**
 * A worker whose connection broke is back within a beat; one that was not there for three is dead. Should it
 * live all the same, `jobs.done` keeps what it still does from counting.
 */
const ABSENT_MS = 3 * BEAT_MS

const LOCK = 'hashtextextended(id, 736172312)'

const HOLD = `select pg_try_advisory_lock(${LOCK}) as held from unnest($1::text[]) h(id)`

// Looking takes the lock shared and for a moment only, so that two who look do not take each other for alive.
const ABSENT = `
  with holders as materialized (
    select locked_by as id from graphile_worker._private_jobs where locked_by is not null
    union select locked_by from graphile_worker._private_job_queues where locked_by is not null)
  select id from holders where pg_try_advisory_xact_lock_shared(${LOCK})`

// A job whose deed is in the middle of its transaction is locked by it, and left alone until the next look.
const FREE = `
  with dead as materialized (select id from unnest($1::text[]) d(id) where pg_try_advisory_xact_lock_shared(${LOCK})),
    jobs as (
      select j.id from graphile_worker._private_jobs j where j.locked_by in (select id from dead) for update skip locked),
    queues as (
      update graphile_worker._private_job_queues set locked_by = null, locked_at = null where locked_by in (select id from dead))
  update graphile_worker._private_jobs j set locked_by = null, locked_at = null from jobs where j.id = jobs.id`

/**
 * Who works on the queue. A worker holds a lock in its name for as long as its process lives, so the others see
 * when it died and take its jobs over within seconds; the package by itself would wait for four hours.
 */
export interface Presence {
  enter(worker: string): void
  leave(worker: string): void
  stop(): Promise<void>
}

const connectTo = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'hamyar worker is here',
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    // Of a machine that lost its power nobody hears: its connection, and with it the lock, ends after a minute.
    options: '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3',
  })
  // Its end is heard through `end`; without a listener here it would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
}

export const openPresence = (url: string, log: Log): Presence => {
  const here = new Set<string>()
  const held = new Set<string>()
  let absentSince: ReadonlyMap<string, number> = new Map()
  const stopping = new AbortController()
  let client: pg.Client | undefined

  const connected = async (): Promise<pg.Client> => {
    if (client !== undefined) return client
    const fresh = await connectTo(url)
    fresh.once('end', () => {
      if (client === fresh) client = undefined
    })
    held.clear()
    client = fresh
    return fresh
  }

  const holdOwn = async (on: pg.Client): Promise<void> => {
    for (const id of here) {
      if (held.has(id)) continue
      const { rows } = await on.query<{ held: boolean }>(HOLD, [[id]])
      if (rows[0]?.held === true) held.add(id)
    }
  }

  const takeOver = async (on: pg.Client): Promise<void> => {
    const now = performance.now()
    const { rows } = await on.query<{ id: string }>(ABSENT)
    const absent = rows.map(({ id }) => id).filter((id) => !here.has(id))
    absentSince = new Map(absent.map((id) => [id, absentSince.get(id) ?? now]))
    const dead = absent.filter((id) => now - (absentSince.get(id) ?? now) >= ABSENT_MS)
    if (dead.length === 0) return
    const { rowCount } = await on.query(FREE, [dead])
    if (rowCount !== 0) log.warn({ jobs: rowCount, workers: dead }, 'jobs of dead workers were taken over')
  }

  const beat = async (): Promise<void> => {
    const on = await connected()
    await holdOwn(on)
    await takeOver(on)
  }

  const living = (async () => {
    while (!stopping.signal.aborted) {
      // The database is away, or somebody else holds our lock for a last moment: the next beat tries again.
      await beat().catch((error: unknown) => log.debug({ err: error }, 'a worker could not say that it is here'))
      await pause(BEAT_MS, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })()

  return {
    enter: (worker) => {
      here.add(worker)
    },
    leave: (worker) => {
      here.delete(worker)
      if (held.delete(worker)) client?.query(`select pg_advisory_unlock(${LOCK}) from unnest($1::text[]) h(id)`, [[worker]]).catch(() => {})
    },
    stop: async () => {
      stopping.abort()
      await living
      await client?.end().catch(() => {})
    },
  }
}
