import { setTimeout as pause } from 'node:timers/promises'
import { openCluster } from './cluster.ts'
import { EmbeddedPostgresError } from './failure.ts'
import { ensurePostmaster, release, type Hold } from './postmaster.ts'
import type { ServerSettings } from './settings.ts'
import { PORT } from './socket-folder.ts'

export { EmbeddedPostgresError }
export type { ServerSettings }

export interface EmbeddedPostgresOptions {
  /** Holds the database in `postgres/`; made when missing. */
  readonly dataFolder: string
  /** Lines for whoever runs the program. */
  readonly log: (line: string) => void
  /** Server settings above all others, for this run; a server that already runs keeps its own. */
  readonly settings?: ServerSettings
}

export interface EmbeddedPostgres {
  /** The only way in: there is no TCP port. */
  readonly socketFolder: string
  readonly port: number
  readonly superuser: 'postgres'
  readonly password: string
  /** Of the server, e.g. `18.4`. */
  readonly version: string
  /** The server was already running: left by a killed program, or in use by another one. */
  readonly adopted: boolean
  /** Address of a database, for the superuser unless another user is named. */
  url(database: string, user?: string, password?: string): string
  /** Stops the server, unless another process uses it too; then the last one to leave stops it. */
  stop(): Promise<void>
}

const addressOf = (socketFolder: string, database: string, user: string, password?: string): string => {
  const login = [user, ...(password === undefined ? [] : [password])].map(encodeURIComponent).join(':')
  const query = new URLSearchParams({ host: socketFolder, port: String(PORT) })
  return `postgres://${login}@/${encodeURIComponent(database)}?${query}`
}

/**
 * A PostgreSQL of our own over a data folder: made on the first start, started when it does not run, adopted
 * when it does. While it is held, a server that dies is started again at the same address. Throws
 * `EmbeddedPostgresError` when that cannot be, with what to do about it.
 */
export const startEmbeddedPostgres = async (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const { dataFolder, log, settings = {} } = options
  const cluster = await openCluster(dataFolder, settings['fsync'] !== 'off')
  let stopping = false
  let restoring: Promise<void> = Promise.resolve()

  const restore = async (): Promise<void> => {
    while (!stopping) {
      try {
        current = watch(await ensurePostmaster(cluster, settings, log))
        return log('The database runs again.')
      } catch (error) {
        log(error instanceof Error ? error.message : String(error))
        await pause(2_000)
      }
    }
  }

  const watch = (hold: Hold): Hold => {
    hold.client.once('end', () => {
      if (stopping) return
      log('The database stopped by itself; starting it again.')
      restoring = restore()
    })
    return hold
  }

  let current = watch(await ensurePostmaster(cluster, settings, log))
  const { socketFolder, version, adopted } = current
  return {
    socketFolder,
    port: PORT,
    superuser: 'postgres',
    password: cluster.password,
    version,
    adopted,
    url: (database, user, password) =>
      addressOf(socketFolder, database, user ?? 'postgres', user === undefined ? cluster.password : password),
    stop: async () => {
      if (stopping) return
      stopping = true
      await restoring
      await release(cluster, current)
    },
  }
}
