import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { isAway } from '#platform/db/away.ts'

/** "Cannot connect now": of all that says that the database is away, the one code the queue's package tries again on. */
const AGAIN = '57P03'
const RETRY_MS = 500

type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: unknown) => void) => void
type Query = (...sent: unknown[]) => unknown

const again = (error: Error): never => {
  throw isAway(error) ? Object.assign(error, { code: AGAIN }) : error
}

/**
 * Connections of the queue, through a database that goes and comes back. The package marks a job as done
 * without waiting for it; an error there that it does not try again on would end the whole process.
 */
export class QueuePool extends pg.Pool {
  constructor(url: string) {
    super({ connectionString: url, max: 4, application_name: 'hamyar jobs', connectionTimeoutMillis: 5_000 })
    this.on('error', () => {})
    this.on('connect', (client) => {
      client.on('error', () => {})
      const query = client.query.bind(client) as Query
      const patient: Query = (...sent) => {
        const reply = query(...sent)
        return reply instanceof Promise ? reply.catch(again) : reply
      }
      client.query = patient as typeof client.query
    })
  }

  override connect(): Promise<pg.PoolClient>
  override connect(connected: Connected): void
  override connect(connected?: Connected): Promise<pg.PoolClient> | void {
    return connected === undefined ? this.untilConnected() : super.connect(connected)
  }

  private async untilConnected(): Promise<pg.PoolClient> {
    for (;;) {
      try {
        return await super.connect()
      } catch (error) {
        if (this.ending || !isAway(error as Error)) throw error
        await pause(RETRY_MS)
      }
    }
  }
}
