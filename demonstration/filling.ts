import pg from 'pg'
import { databaseRoles } from '#platform/db/bootstrap.ts'

export interface Loading {
  /** Of whoever made the database: where it is a superuser, tables are filled side by side. */
  readonly adminUrl: string
  readonly loaderUrl: string
}

/** The connection over which a table is filled. */
export interface Lane {
  readonly client: pg.Client
  /** Its tables were emptied in this transaction: rows go in frozen, so that nobody has to write them a second time. */
  readonly fresh: boolean
  /** No more rows come: its indexes are made while other tables are filled. */
  readonly index: (table: string) => void
}

export interface Filling {
  /** Where a table is filled, as soon as what was begun there is done. */
  readonly laneOf: (table: string) => Promise<Lane>
  /** A table that one statement makes of another one in its lane: begun now, and waited for in the end. */
  readonly make: (table: string, sql: string) => void
}

/** What is filled side by side, each line in a transaction of its own; a line's tables name one another, or are made from one another. */
const LANES: readonly (readonly string[])[] = [
  ['places.place', 'places.moved', 'places.came_from', 'network.unit', 'network.venue'],
  ['facts.fact', 'facts.rollup'],
  ['network.volunteer'],
  ['desk.request'],
  ['people.person'],
  ['people.name_token'],
  ['people.exclusion'],
  ['casework.case'],
  ['casework.need'],
  ['consents.consent'],
  ['referrals.referral'],
  ['visits.assignment'],
  ['visits.booking'],
  ['consents.disclosure'],
]

// Filled row by row they cost more than the rows themselves; made from the whole, a third of it.
// What names a key goes before the key and comes after it; an exclusion stays, for nobody takes it for an index.
const SET_ASIDE = `
  select n.nspname || '.' || c.relname as table, made.remove, made.again
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  cross join lateral (
    select 3 as step, format('drop index %s', i.indexrelid::regclass) as remove, pg_get_indexdef(i.indexrelid) as again
    from pg_index i
    where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype <> 'f')
    union all
    select case k.contype when 'f' then 1 else 2 end, format('alter table %s drop constraint %I', c.oid::regclass, k.conname),
      format('alter table %s add constraint %I %s', c.oid::regclass, k.conname, pg_get_constraintdef(k.oid))
    from pg_constraint k
    where k.conrelid = c.oid and k.contype in ('p', 'u', 'f')
  ) made
  where c.oid = any ($1::regclass[])
  order by made.step, made.again`

interface SetAside {
  readonly table: string
  readonly remove: string
  readonly again: string
}

/** One filling at a time, wherever the servers are. */
const LOCK = 4_815_162_345
const BEGUN = 'filling-begun'
const FULL = 'filled'

const asRole = (role: 'owner' | 'loader'): string => `set local role ${databaseRoles[role]}`

const connected = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url })
  // A connection that breaks is told by the statement that waits on it.
  client.on('error', () => {})
  await client.connect()
  return client
}

const isThere = async (client: pg.Client, name: string): Promise<boolean> => (await client.query('select from platform.setting where name = $1', [name])).rowCount === 1

/** Whether the administrator may act as the tables' owner and as the loader: a superuser may. */
const mayActFor = async (adminUrl: string): Promise<boolean> => {
  const client = await connected(adminUrl)
  try {
    const { rows } = await client.query<{ may: boolean }>('select bool_and(rolsuper) as may from pg_roles where rolname = current_user')
    return rows[0]?.may === true
  } finally {
    await client.end()
  }
}

/** What a filling that was cut off left behind is no one's; rows of anybody are left alone. */
const mayEmpty = async (client: pg.Client): Promise<boolean> => {
  if (await isThere(client, BEGUN)) return true
  for (const table of LANES.flat()) if ((await client.query(`select from ${table} limit 1`)).rowCount !== 0) return false
  await client.query(`insert into platform.setting (name, value) values ($1, 'true')`, [BEGUN])
  return true
}

const begin = async (client: pg.Client): Promise<void> => {
  await client.query('begin')
  await client.query('set local synchronous_commit = off')
  await client.query(`set local work_mem = '128MB'`)
  // Several indexes are made at once, beside other work; with more room each takes as long, or longer.
  await client.query(`set local maintenance_work_mem = '64MB'`)
  await client.query('set local max_parallel_maintenance_workers = 0')
}

/** One statement after the other; what fails is told in the end, and nothing comes after it. */
const queueOn = (client: pg.Client) => {
  let last: Promise<unknown> = Promise.resolve()
  return {
    later: (sql: string): void => {
      last = last.then(async () => await client.query(sql))
      last.catch(() => {})
    },
    settled: async (): Promise<void> => {
      await last
    },
  }
}

/** All over one connection, whose tables keep their indexes. */
export const over = (client: pg.Client): Filling & { readonly settled: () => Promise<void> } => {
  const { later, settled } = queueOn(client)
  const laneOf = async (): Promise<Lane> => {
    await settled()
    return { client, fresh: false, index: () => {} }
  }
  return { laneOf, make: (_, sql) => later(sql), settled }
}

interface OpenLane extends Lane {
  readonly later: (sql: string) => void
  /** What was begun is done. */
  readonly settled: () => Promise<void>
  /** Everything is done, and every index is there. */
  readonly finished: () => Promise<void>
}

const openLane = async (adminUrl: string, tables: readonly string[]): Promise<OpenLane> => {
  const client = await connected(adminUrl)
  await begin(client)
  await client.query(asRole('owner'))
  // What names a place can only be emptied with the places.
  await client.query(`truncate ${tables.join(', ')}`)
  const { rows: aside } = await client.query<SetAside>(SET_ASIDE, [tables])
  for (const { remove } of aside) await client.query(remove)
  await client.query(asRole('loader'))
  const { later, settled } = queueOn(client)
  const without = new Set(tables)
  const index = (whole: string): void => {
    without.delete(whole)
    later(asRole('owner'))
    for (const { table, again } of aside.toReversed()) if (table === whole) later(again)
    later(asRole('loader'))
  }
  const finished = async (): Promise<void> => {
    for (const table of without) index(table)
    await settled()
  }
  return { client, fresh: true, later, index, settled, finished }
}

const sideBySide = async <Made>(adminUrl: string, work: (filling: Filling) => Promise<Made>): Promise<Made> => {
  const lanes: OpenLane[] = []
  try {
    for (const tables of LANES) lanes.push(await openLane(adminUrl, tables))
    const laneOf = (table: string): OpenLane => {
      const lane = lanes[LANES.findIndex((tables) => tables.includes(table))]
      if (lane === undefined) throw new Error(`nothing is said of how ${table} is filled`)
      return lane
    }
    const made = await work({
      laneOf: async (table) => {
        const lane = laneOf(table)
        await lane.settled()
        return lane
      },
      make: (table, sql) => {
        const { later, index } = laneOf(table)
        later(sql)
        index(table)
      },
    })
    await Promise.all(lanes.map(({ finished }) => finished()))
    for (const { client } of lanes) await client.query('commit')
    return made
  } finally {
    await Promise.all(lanes.map(({ client }) => client.end()))
  }
}

const inOne = async <Made>(client: pg.Client, work: (filling: Filling) => Promise<Made>): Promise<Made> => {
  const one = over(client)
  const made = await work(one)
  await one.settled()
  return made
}

/**
 * Fills tables from nothing, and at last sets what says that they are full, in a transaction that comes after all others:
 * what was cut off is not full, and is filled anew. Where the administrator may, each table goes over a connection of its
 * own, empty and without its indexes, which are made while the next ones are filled; where not, or where there are rows of
 * anybody, all in one transaction.
 */
export const filled = async <Made>(
  { adminUrl, loaderUrl }: Loading,
  work: (filling: Filling) => Promise<Made>,
  atLast: (client: pg.Client, made: Made) => Promise<void>,
): Promise<void> => {
  const loader = await connected(loaderUrl)
  try {
    await loader.query('select pg_advisory_lock($1)', [LOCK])
    if (await isThere(loader, FULL)) return
    if ((await mayActFor(adminUrl)) && (await mayEmpty(loader))) {
      const made = await sideBySide(adminUrl, work)
      await begin(loader)
      await atLast(loader, made)
    } else {
      await begin(loader)
      await atLast(loader, await inOne(loader, work))
    }
    await loader.query('delete from platform.setting where name = $1', [BEGUN])
    await loader.query(`insert into platform.setting (name, value) values ($1, 'true')`, [FULL])
    // The one commit that waits for the disk: whatever was committed before it is there, too.
    await loader.query('set local synchronous_commit = on')
    await loader.query('commit')
  } finally {
    await loader.end()
  }
}

/** Plans for a million rows, from the first page on. */
export const analysed = async (ownerUrl: string): Promise<void> => {
  const client = await connected(ownerUrl)
  try {
    // A third of the usual sample: lists of keys are dear to count, and autovacuum looks again on its own.
    await client.query('set default_statistics_target = 33')
    await client.query('analyze')
  } finally {
    await client.end()
  }
}
