import { createHash } from 'node:crypto'
import type { Statement } from './query.ts'
import { headOf, keysStatement, type WallSettings } from './wall.ts'
import type { Connection, Pool } from './pool.ts'

/** What a store needs of a transaction. */
export interface Tx {
  /** All rows. Await it: the handler goes on with them. */
  all<R>(statement: Statement<R>): Promise<R[]>
  /** The first row, if there is one. */
  first<R>(statement: Statement<R>): Promise<R | undefined>
  /** Sends a write and does not wait: its failure fails the commit, so nothing of the deed stays. */
  write(statement: Statement): void
}

export interface OpenTransaction extends Tx {
  readonly connection: Connection
  /** Sent with the first statement; everything after it waits for its result. */
  gate(check: Promise<void>): void
  /** Adds keys for the rest of this transaction. */
  addKeys(keys: readonly string[]): void
  /** Raw parameters, for the platform's own statements. */
  send(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[]; rowCount: number | null }>
}

export interface End {
  /** Sent in the same trip as the commit. */
  readonly before: readonly { text: string; values: readonly unknown[] }[]
  /** `off` for reads: a crash may lose the last moments of the audit of reads, never of a write. */
  readonly wait: boolean
}

export class NotCommitted extends Error {}

const names = new Map<string, string>()

/**
 * Each text is prepared once a connection and planned once: planning a guarded join took longer than running it.
 * The texts are those of the stores, a few hundred; a long list of keys makes new ones, so the map is bounded.
 */
const nameOf = (text: string): string | undefined => {
  const known = names.get(text)
  if (known !== undefined || names.size >= 2_000) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
  names.set(text, name)
  return name
}

/**
 * One transaction on one connection. The head travels with the first statement, the end with the last
 * writes: two round trips for a plain read or write. Each statement carries its own Sync, so the first
 * error is the cause and the ones after it are echoes of an aborted transaction.
 */
export const inTransaction = async <T>(
  pool: Pool,
  wall: WallSettings,
  work: (tx: OpenTransaction) => Promise<{ result: T; end: End }>,
): Promise<{ result: T; connection: Connection }> => {
  const connection = await pool.connect()
  let broken: Error | undefined
  const onError = (error: Error) => {
    broken = error
  }
  connection.on('error', onError)
  const sent: Promise<unknown>[] = []
  let firstError: unknown
  const keys = new Set(wall.keys)
  let gate: Promise<void> | undefined
  let statements = 0

  const send: OpenTransaction['send'] = (text, values) => {
    const reply =
      values === undefined ? connection.query(text) : connection.query({ name: nameOf(text), text, values: [...values] })
    const watched = reply.catch((error: unknown) => {
      firstError ??= error
      throw error
    })
    watched.catch(() => {})
    sent.push(watched)
    return watched
  }
  const run = async (statement: Statement) => {
    // The first statement travels with the head and the idempotency key; later ones wait for its verdict.
    if (statements++ > 0 && gate !== undefined) await gate
    const { sql: text, parameters } = statement.compile()
    const reply = await send(text, parameters)
    if (gate !== undefined) await gate
    return reply
  }
  const tx: OpenTransaction = {
    connection,
    gate: (check) => {
      gate = check
      check.catch(() => {})
    },
    addKeys: (more) => {
      for (const key of more) keys.add(key)
      void send(keysStatement([...keys])).catch(() => {})
    },
    send,
    all: async <R>(statement: Statement<R>) => (await run(statement)).rows as R[],
    first: async <R>(statement: Statement<R>) => (await run(statement)).rows[0] as R | undefined,
    write: (statement) => {
      const { sql: text, parameters } = statement.compile()
      void send(text, parameters).catch(() => {})
    },
  }

  try {
    void send(headOf(wall)).catch(() => {})
    const { result, end } = await work(tx)
    if (gate !== undefined) await gate
    for (const { text, values } of end.before) void send(text, values).catch(() => {})
    if (!end.wait) void send('set local synchronous_commit = off').catch(() => {})
    const commit = connection.query('commit')
    await Promise.allSettled(sent)
    const { command } = await commit
    if (firstError !== undefined) throw firstError
    if (command !== 'COMMIT') throw new NotCommitted(`the transaction ended with ${command}`)
    return { result, connection }
  } catch (error) {
    await Promise.allSettled(sent)
    await connection.query('rollback').catch((failure: Error) => {
      broken ??= failure
    })
    // What PostgreSQL refused first is the cause; what the handler threw after it is an echo.
    throw firstError ?? error
  } finally {
    connection.off('error', onError)
    connection.release(broken)
  }
}
