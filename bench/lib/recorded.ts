import { createHash, randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import type pg from 'pg'
import { createPool, type Pool } from '#platform/db/index.ts'

export interface Statement {
  readonly text: string
  readonly values: readonly unknown[] | undefined
}

/** The statements that one request sends, in order: recorded at the pool's own connections. */
export const recordStatements = async (pool: Pool, request: () => Promise<unknown>): Promise<Statement[]> => {
  const recorded: Statement[] = []
  const undo: (() => void)[] = []
  const connect = pool.connect.bind(pool)
  pool.connect = (async () => {
    const client = await connect()
    const { query } = client
    undo.push(() => {
      client.query = query
    })
    const passOn = query.bind(client) as (sent: unknown) => unknown
    client.query = ((sent: string | { text: string; values: unknown[] }) => {
      recorded.push(typeof sent === 'string' ? { text: sent, values: undefined } : { text: sent.text, values: sent.values })
      return passOn(sent)
    }) as typeof client.query
    return client
  }) as typeof pool.connect
  await request()
  pool.connect = connect as typeof pool.connect
  for (const restore of undo) restore()
  return recorded
}

/** Prepared like ours: the peer gives up nothing that we have. */
const nameOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 24)

/** What has to differ each time: the place in the trail, new ids, and one's own idempotency key. */
export type Vary = (statement: Statement, turn: { readonly chain: string; seq: number }) => readonly unknown[] | undefined

const TRAIL_CHAIN = 1
const TRAIL_SEQ = 2

export const varyTrail: Vary = ({ text, values }, turn) => {
  if (values === undefined || !text.startsWith('insert into audit.entry')) return values
  const columns = 12
  return values.map((value, at) => {
    if (at % columns === TRAIL_CHAIN) return turn.chain
    return at % columns === TRAIL_SEQ ? (turn.seq += 1) : value
  })
}

/**
 * Bare Fastify that sends the very same statements, two trips and all, and answers the very same bytes: what is
 * left between it and us is our own code.
 */
export const replaying = async (
  url: string,
  size: number,
  statements: readonly Statement[],
  answer: string,
  vary: Vary,
): Promise<{ server: FastifyInstance; address: string; close(): Promise<void> }> => {
  const pool = createPool({ url, max: size, name: 'bench replay' })
  const chains = new WeakMap<pg.PoolClient, { chain: string; seq: number }>()
  const server = Fastify()
  // The first select and what stands before it travel together; the rest follows when its rows are there.
  const firstRead = statements.findIndex(({ text }) => /^\s*(select|insert into platform)/i.test(text))
  server.all('/*', async (_request, reply) => {
    const client = await pool.connect()
    try {
      const turn = chains.get(client) ?? { chain: randomUUID(), seq: 0 }
      chains.set(client, turn)
      const send = ({ text, values }: Statement) => {
        const varied = vary({ text, values }, turn)
        return varied === undefined ? client.query(text) : client.query({ name: nameOf(text), text, values: [...varied] })
      }
      await Promise.all(statements.slice(0, firstRead + 1).map(send))
      await Promise.all(statements.slice(firstRead + 1).map(send))
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
