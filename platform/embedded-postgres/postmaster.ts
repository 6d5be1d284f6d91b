import { closeSync, existsSync, openSync, readFileSync, renameSync, rmdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Cluster } from './cluster.ts'
import { EmbeddedPostgresError, explain, explained } from './failure.ts'
import { launch } from './identity.ts'
import { disown, exists, isPostmasterOf, readPidFile } from './pid-file.ts'
import { asArguments, fixedSettings, type ServerSettings } from './settings.ts'
import { PORT, socketFolderOf } from './socket-folder.ts'

/**
 * A connection that says "somebody uses this server". It holds a shared lock that ends with its process,
 * however that ends, so whoever can take it alone is the last one and may stop the server.
 */
export interface Hold {
  readonly client: pg.Client
  readonly pid: number
  readonly socketFolder: string
  readonly version: string
  /** The server was running before this start. */
  readonly adopted: boolean
}

const HOLD = 736_172_311

export const pidFileOf = (cluster: Cluster): string => join(cluster.files, 'postmaster.pid')

interface Answering {
  readonly is: 'answering'
  readonly client: pg.Client
  readonly pid: number
  readonly socketFolder: string
}

type Seen =
  | Answering
  /** Starting, recovering, stopping, or without a free place. */
  | { readonly is: 'busy' }
  /** It runs but its socket was cleaned away: nobody will reach it again. */
  | { readonly is: 'unreachable'; readonly pid: number }
  | { readonly is: 'absent' }

const connect = async (socketFolder: string, port: number, password: string): Promise<pg.Client> => {
  const client = new pg.Client({
    host: socketFolder,
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    ssl: false,
    application_name: 'hamyar holds the server',
    connectionTimeoutMillis: 5_000,
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

// 28P01, 28000: wrong password or pg_hba.conf. 3D000: no database `postgres`.
const HOPELESS = ['28P01', '28000', '3D000']

const look = async (cluster: Cluster): Promise<Seen> => {
  const found = readPidFile(pidFileOf(cluster))
  if (found === undefined) return { is: 'absent' }
  const { pid, socketFolder, port = PORT, status } = found
  if (socketFolder !== undefined) {
    try {
      const client = await connect(socketFolder, port, cluster.password)
      return { is: 'answering', client, pid, socketFolder }
    } catch (error) {
      const { code = '', message } = error as Error & { code?: string }
      if (HOPELESS.includes(code))
        throw new EmbeddedPostgresError(`The database in ${cluster.files} does not let us in: ${message}`)
    }
  }
  if (!isPostmasterOf(pid, cluster.files)) return { is: 'absent' }
  if (status !== 'ready' || socketFolder === undefined) return { is: 'busy' }
  return existsSync(join(socketFolder, `.s.PGSQL.${port}`)) ? { is: 'busy' } : { is: 'unreachable', pid }
}

const hold = async (seen: Answering, adopted: boolean): Promise<Hold | undefined> => {
  const { client, pid, socketFolder } = seen
  try {
    const { rows } = await client.query<{ held: boolean; version: string }>(
      `select pg_try_advisory_lock_shared(${HOLD}) as held, current_setting('server_version') as version`,
    )
    if (rows[0]?.held) return { client, pid, socketFolder, version: rows[0].version, adopted }
  } catch {
    // It stopped under our hands: look again.
  }
  await client.end().catch(() => {})
  return undefined
}

const LONGEST_LOG = 5_000_000

/** The log of before stays as `log.1`. */
const openLog = (path: string): { handle: number; from: number } => {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size > LONGEST_LOG) renameSync(path, `${path}.1`)
  return { handle: openSync(path, 'a', 0o600), from: size > LONGEST_LOG ? 0 : size }
}

interface Attempt {
  /** What it said, once it has ended. */
  ended(): string | undefined
}

/** It outlives this process: were we killed, the next start finds it as it is, without recovery. */
const launchPostmaster = (cluster: Cluster, settings: ServerSettings): Attempt => {
  const { dataFolder, files, identity, program } = cluster
  const socketFolder = explained(dataFolder, () => socketFolderOf(cluster.socketRecord, identity))
  for (const lock of [pidFileOf(cluster), join(socketFolder, `.s.PGSQL.${PORT}.lock`)]) {
    const owner = readPidFile(lock)?.pid
    if (owner === undefined || !exists(owner) || isPostmasterOf(owner, files)) continue
    explained(dataFolder, () => disown(lock))
  }
  const { handle, from } = explained(dataFolder, () => openLog(cluster.log))
  const args = ['-D', files, ...asArguments({ ...fixedSettings(socketFolder, PORT), ...settings })]
  const child = launch(identity, join(program.bin, 'postgres'), args, handle)
  closeSync(handle)
  child.unref()
  let failure: string | undefined
  child.once('error', (error) => (failure = error.message))
  const over = () => child.exitCode !== null || child.signalCode !== null
  const said = () => explained(dataFolder, () => readFileSync(cluster.log)).subarray(from).toString()
  return { ended: () => failure ?? (over() ? said() : undefined) }
}

// Another start was a moment faster, or backends of a killed server are still on their way out.
const PASSING = /lock file ".*" already exists|pre-existing shared memory block/

const PATIENCE = 600_000
const PATIENCE_WITH_OTHERS = 30_000

/** A server that answers, and our hold on it: the one that runs, or one that we start. */
export const ensurePostmaster = async (
  cluster: Cluster,
  settings: ServerSettings,
  log: (line: string) => void,
): Promise<Hold> => {
  const begun = Date.now()
  let attempt: Attempt | undefined
  let told = begun
  while (Date.now() - begun < PATIENCE) {
    const seen = await look(cluster)
    if (seen.is === 'answering') {
      const held = await hold(seen, attempt === undefined)
      if (held !== undefined) return held
    }
    if (seen.is === 'unreachable') process.kill(seen.pid, 'SIGINT')
    if (seen.is === 'absent') {
      const said = attempt?.ended()
      if (said !== undefined && !(PASSING.test(said) && Date.now() - begun < PATIENCE_WITH_OTHERS))
        throw explain(said, cluster.dataFolder)
      if (attempt === undefined || said !== undefined) {
        if (said !== undefined) await pause(200)
        attempt = launchPostmaster(cluster, settings)
      }
    }
    if (Date.now() - told > 5_000) {
      log(`The database is getting ready (${Math.round((Date.now() - begun) / 1000)} s).`)
      told = Date.now()
    }
    await pause(20)
  }
  throw new EmbeddedPostgresError(`The database did not answer in ten minutes; see ${cluster.log}.`)
}

const isLast = async (client: pg.Client): Promise<boolean> => {
  await client.query(`select pg_advisory_unlock_shared(${HOLD})`)
  const { rows } = await client.query<{ alone: boolean }>(`select pg_try_advisory_lock(${HOLD}) as alone`)
  return rows[0]?.alone ?? false
}

const ended = async (cluster: Cluster, pid: number, within: number): Promise<boolean> => {
  const begun = Date.now()
  while (Date.now() - begun < within) {
    if (!isPostmasterOf(pid, cluster.files)) return true
    await pause(10)
  }
  return false
}

/** Stops the server unless another process uses it; answers whether it did. */
export const release = async (cluster: Cluster, { client, pid, socketFolder }: Hold): Promise<boolean> => {
  const last = await isLast(client).catch(() => true)
  if (!last || !isPostmasterOf(pid, cluster.files)) {
    await client.end().catch(() => {})
    return false
  }
  // Fast shutdown: transactions are broken off, everything acknowledged is on disk.
  process.kill(pid, 'SIGINT')
  if (!(await ended(cluster, pid, 60_000))) {
    // Immediate: the next start recovers from the log.
    process.kill(pid, 'SIGQUIT')
    await ended(cluster, pid, 10_000)
  }
  await client.end().catch(() => {})
  try {
    rmdirSync(socketFolder)
  } catch {
    // Not empty or gone already.
  }
  return true
}
