import pg from 'pg'
import { readInstant } from './instant.ts'

// int8 and numeric counts stay far below 2^53 here; a string would have to be parsed at every use.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// A plain date has no time zone: it stays the text PostgreSQL wrote.
pg.types.setTypeParser(pg.types.builtins.DATE, (text: string) => text)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, readInstant)

export interface PoolOptions {
  readonly url: string
  readonly max: number
  /** Shown in pg_stat_activity. */
  readonly name: string
  /** Every transaction reads one moment of the database, changes nothing, and may count for a minute. */
  readonly snapshot?: boolean
  /** Statements of one transaction are sent without waiting for each other. Off for COPY. */
  readonly pipeline?: boolean
}

export type Pool = pg.Pool
export type Connection = pg.PoolClient

const faults = new WeakMap<Connection, Error>()

/** What broke a connection: it is not given out again. */
export const faultOf = (connection: Connection): Error | undefined => faults.get(connection)

/** `statement_timeout` 10 s: a page that needs longer belongs in a job. */
export const createPool = ({ url, max, name, snapshot = false, pipeline = true }: PoolOptions): Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: name,
    statement_timeout: snapshot ? 60_000 : 10_000,
    ...(snapshot ? { options: String.raw`-c default_transaction_isolation=repeatable\ read -c default_transaction_read_only=on -c work_mem=128MB` } : {}),
    idle_in_transaction_session_timeout: 15_000,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
    pipeline,
  } as pg.PoolConfig)
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  // Nor has the pool one while the connection is given out; one for its whole life is less work than one for each use.
  pool.on('connect', (connection) => connection.on('error', (error) => faults.set(connection, error)))
  return pool
}
