import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import type pg from 'pg'
import { createPool, Trip, type Pool, type Reply } from '#platform/db/index.ts'

export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Statements that travelled together. */
export type RecordedTrip = readonly Statement[]

/** The trips that one request makes, in order: recorded at the pool's own connections. */
export const recordTrips = async (pool: Pool, request: () => Promise<unknown>): Promise<RecordedTrip[]> => {
  const recorded: RecordedTrip[] = []
  const undo: (() => void)[] = []
  const connect = pool.connect.bind(pool)
  pool.connect = (async () => {
    const client = await connect()
    const { query } = client
    undo.push(() => {
      client.query = query
    })
    const passOn = query.bind(client) as (sent: unknown) => unknown
    client.query = ((sent: unknown) => {
      if (sent instanceof Trip) recorded.push(sent.statements.map(({ text, values }) => ({ text, values })))
      return passOn(sent)
    }) as typeof client.query
    return client
  }) as typeof pool.connect
  await request()
  pool.connect = connect as typeof pool.connect
  for (const restore of undo) restore()
  return recorded
}

/** One call of the peer: its place in the connection's chain of the trail, and its own idempotency key. */
export interface Turn {
  readonly chain: string
  seq: number
  key: string
}

/** What has to differ each time: the place in the trail, new ids, and one's own idempotency key. */
export type Vary = (statement: Statement, turn: Turn) => readonly unknown[]

const TRAIL_CHAIN = 1
const TRAIL_SEQ = 2

export const varyTrail: Vary = ({ text, values }, turn) => {
  if (!text.startsWith('insert into audit.entry')) return values
  const columns = 12
  return values.map((value, at) => {
    if (at % columns === TRAIL_CHAIN) return turn.chain
    return at % columns === TRAIL_SEQ ? (turn.seq += 1) : value
  })
}

/** One trip, sent as ours is: the peer gives up nothing that we have. */
const travel = (client: pg.PoolClient, statements: RecordedTrip): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const trip = new Trip()
    const last = statements.length - 1
    statements.forEach((statement, at) => {
      trip.statements.push({ ...statement, resolve: at === last ? resolve : () => {}, reject })
    })
    client.query(trip)
  })

/**
 * Bare Fastify that makes the very same trips and answers the very same bytes: what is left between it and us is
 * our own code. Several recordings, of one record each, are made in turn as ours are: with a single one all connections
 * would wait for each other's lock on its row.
 */
export const replaying = async (
  url: string,
  size: number,
  recordings: readonly (readonly RecordedTrip[])[],
  answer: string,
  vary: Vary,
): Promise<{ server: FastifyInstance; address: string; close(): Promise<void> }> => {
  const pool = createPool({ url, max: size, name: 'bench replay' })
  const chains = new WeakMap<pg.PoolClient, Turn>()
  let call = 0
  const server = Fastify()
  server.all('/*', async (_request, reply) => {
    const client = await pool.connect()
    try {
      const turn = chains.get(client) ?? { chain: randomUUID(), seq: 0, key: '' }
      chains.set(client, turn)
      turn.key = randomUUID()
      const trips = recordings[(call = (call + 1) % recordings.length)] ?? []
      for (const trip of trips) await travel(client, trip.map(({ text, values }) => ({ text, values: vary({ text, values }, turn) })))
    } finally {
      client.release()
    }
    return await reply.type('application/json').send(answer)
  })
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  return {
    server,
    address,
    close: async () => {
      await server.close()
      await pool.end()
    },
  }
}
