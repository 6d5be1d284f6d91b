import type { Statement } from './query.ts'
import { Trip, type Reply, type Sent } from './trip.ts'
import { headOf, keysStatement, type WallSettings } from './wall.ts'
import { faultOf, type Connection, type Pool } from './pool.ts'

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
  /** Sent with the first statements; the handler hears nothing of them before its verdict. */
  gate(check: Promise<void>): void
  /** Adds keys for the rest of this transaction. */
  addKeys(keys: readonly string[]): void
  /** Raw parameters, for the platform's own statements. */
  send(text: string, values?: readonly unknown[]): Promise<Reply>
}

/** A statement as it is sent. */
export interface Plain {
  readonly text: string
  readonly values: readonly unknown[]
}

export class NotCommitted extends Error {}

/**
 * A statement that fails fails its transaction, whoever waits for it: one that nobody waits for any more, since another
 * failed before it in the same trip, must not count as an error that nobody handles and end the process.
 */
const known = <T>(promise: Promise<T>): Promise<T> => {
  promise.catch(() => {})
  return promise
}

/**
 * Gathers what is sent until the code that sends it waits for something, then sends all of it as one trip:
 * `nextTick` runs when no promise has anything left to do.
 */
const senderOn = (connection: Connection) => {
  let trip: Trip | undefined
  let isOver = false
  return {
    travel: (sent: Sent): void => {
      if (isOver) return sent.reject(new Error('the transaction is over'))
      if (trip === undefined) {
        const opened = new Trip()
        trip = opened
        process.nextTick(() => {
          if (isOver) return
          trip = undefined
          connection.query(opened)
        })
      }
      trip.statements.push(sent)
    },
    /**
     * From now on nothing leaves: what still waits for its trip would come after the rollback, open a transaction
     * that nobody ends, and be committed by whoever gets the connection next.
     */
    end: (): void => {
      isOver = true
    },
  }
}

/**
 * One transaction on one connection. The head travels with the first statements, the end with the last
 * writes: two round trips for a plain read or write. The first error is the cause; the ones after it are
 * echoes of an aborted transaction.
 */
export const inTransaction = async <T>(
  pool: Pool,
  { wall, wait }: { wall: WallSettings; wait: boolean },
  work: (tx: OpenTransaction) => Promise<{ result: T; before?: readonly Plain[] }>,
): Promise<{ result: T; connection: Connection }> => {
  const connection = await pool.connect()
  let broken: Error | undefined
  let firstError: unknown
  const keys = new Set(wall.keys)
  let gate: Promise<void> | undefined

  const { travel, end } = senderOn(connection)
  const fail = (error: unknown) => {
    firstError ??= error
  }
  /** For what nobody waits for: its failure is the transaction's. */
  const push = (text: string, values: readonly unknown[] = []) => travel({ text, values, resolve: () => {}, reject: fail })
  const send: OpenTransaction['send'] = (text, values = []) =>
    new Promise<Reply>((resolve, reject) => {
      travel({
        text,
        values,
        resolve,
        reject: (error) => {
          fail(error)
          reject(error as Error)
        },
      })
    })
  const rowsOf = async <R>(statement: Statement<R>): Promise<R[]> => {
    const { sql: text, parameters } = statement.compile()
    try {
      const { rows } = await send(text, parameters)
      // What travelled with the idempotency key is told only when the key was a new one.
      if (gate !== undefined) await gate
      return rows as R[]
    } catch (error) {
      // Where it was asked for; the socket on which the answer came tells nothing.
      if (error instanceof Error) Error.captureStackTrace(error)
      throw error
    }
  }
  const tx: OpenTransaction = {
    connection,
    gate: (check) => {
      gate = check
      check.catch(() => {})
    },
    addKeys: (more) => {
      for (const key of more) keys.add(key)
      const { text, values } = keysStatement([...keys])
      push(text, values)
    },
    send: (text, values) => known(send(text, values)),
    all: (statement) => known(rowsOf(statement)),
    first: (statement) => known(rowsOf(statement).then(([row]) => row)),
    write: (statement) => {
      const { sql: text, parameters } = statement.compile()
      push(text, parameters)
    },
  }

  try {
    for (const { text, values } of headOf(wall, wait)) push(text, values)
    const { result, before = [] } = await work(tx)
    if (gate !== undefined) await gate
    for (const { text, values } of before) push(text, values)
    const { tag } = await send('commit')
    if (firstError !== undefined) throw firstError
    if (tag !== 'COMMIT') throw new NotCommitted(`the transaction ended with ${tag}`)
    end()
    return { result, connection }
  } catch (error) {
    end()
    await connection.query('rollback').catch((failure: Error) => {
      broken ??= failure
    })
    // What PostgreSQL refused first is the cause; what the handler threw after it is an echo.
    throw firstError ?? error
  } finally {
    connection.release(broken ?? faultOf(connection))
  }
}
