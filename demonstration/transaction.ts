import pg from 'pg'
import { intoFreshTables } from './copy.ts'
import { databaseRoles } from '#platform/db/bootstrap.ts'

interface Index {
  readonly name: string
  readonly definition: string
}

// Indexes that stand for no key. Filled row by row they cost more than the rows themselves; made at the end, a third of it.
const SET_ASIDE = `
  select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
  from pg_index i
  join pg_class c on c.oid = i.indrelid
  join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any ($1) and not i.indisprimary
    and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
  order by 1`

const SCHEMAS = ['casework', 'consents', 'desk', 'facts', 'matching', 'network', 'people', 'referrals', 'visits']

/** What is filled by COPY. */
const TABLES = [
  'places.place', 'network.unit', 'network.venue', 'network.volunteer', 'desk.request', 'people.person', 'people.name_token', 'people.exclusion', 'casework.case',
  'casework.need', 'consents.consent', 'consents.disclosure', 'referrals.referral', 'visits.assignment', 'visits.booking', 'matching.proposal', 'facts.fact',
]

const asRole = (client: pg.Client, role: 'owner' | 'loader') => client.query(`set local role ${databaseRoles[role]}`)

export interface Loading {
  readonly adminUrl: string
  readonly loaderUrl: string
}

/** Whether the administrator may act as the tables' owner and as the loader: a superuser may. */
const mayActFor = async (client: pg.Client): Promise<boolean> => {
  const { rows } = await client.query<{ may: boolean }>('select bool_and(rolsuper) as may from pg_roles where rolname = current_user')
  return rows[0]?.may === true
}

/** New files for tables that are empty: what is written into them needs no second writing. Rows of anybody are left alone. */
const renewTables = async (client: pg.Client): Promise<void> => {
  await asRole(client, 'loader')
  for (const table of TABLES) if ((await client.query(`select from ${table} limit 1`)).rowCount !== 0) return
  await asRole(client, 'owner')
  // What names a place can only be emptied with the places.
  await client.query(`truncate ${[...TABLES, 'places.moved', 'places.came_from'].join(', ')}`)
  intoFreshTables(client)
}

const connected = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url })
  // A connection that breaks is told by the statement that waits on it.
  client.on('error', () => {})
  await client.connect()
  return client
}

/**
 * Everything in one transaction, the mark last: a load that was cut off leaves nothing and is begun again.
 * Where the administrator may, indexes are set aside in the same transaction and made again from the whole.
 */
export const inOne = async (
  { adminUrl, loaderUrl }: Loading,
  work: (client: pg.Client) => Promise<void>,
  onIndexes: () => void,
): Promise<void> => {
  const admin = await connected(adminUrl)
  const may = await mayActFor(admin)
  if (!may) await admin.end()
  const client = may ? admin : await connected(loaderUrl)
  try {
    await client.query('begin')
    await client.query('set local synchronous_commit = off')
    await client.query(`set local work_mem = '128MB'`)
    await client.query(`set local maintenance_work_mem = '256MB'`)
    let indexes: readonly Index[] = []
    if (may) {
      await renewTables(client)
      await asRole(client, 'owner')
      indexes = (await client.query<Index>(SET_ASIDE, [SCHEMAS])).rows
      for (const { name } of indexes) await client.query(`drop index ${name}`)
      await asRole(client, 'loader')
    }
    await work(client)
    if (may) {
      onIndexes()
      await asRole(client, 'owner')
      for (const { definition } of indexes) await client.query(definition)
    }
    await client.query('commit')
  } finally {
    await client.end()
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
