import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const bundle = join(root, 'dist', 'apps', 'server.js')
const READY = /Hamyar is ready: (http:\S+)/
const msToBeReady = 180_000
const msToEnd = 10_000

export interface WholeHouse {
  readonly origin: string
  /** The server alone; its embedded database ends with it when it is asked to, and not when it is killed. */
  readonly server: ChildProcess
  readonly dataFolder: string
  stop(): Promise<void>
}

export interface WholeHouseOptions {
  /** Part of the demonstration country; the default is the least in which the shown centre has a group of women. */
  readonly scale?: number
  /** A folder that stays after the end, for a house that is started again; a new one is removed with the house. */
  readonly dataFolder?: string
  readonly environment?: Readonly<Record<string, string>>
}

export interface LaunchedHouse {
  readonly server: ChildProcess
  readonly dataFolder: string
  /** Its address, once requests are served; rejected when it ends before that. */
  readonly ready: Promise<string>
  /** Everything it has said so far. */
  said(): string
  stop(): Promise<void>
}

/** Hamyar as `npm start` runs it: a process of its own, built pages, embedded database, a small synthetic country. */
export const launchHouse = async ({ scale = 0.02, dataFolder, environment }: WholeHouseOptions = {}): Promise<LaunchedHouse> => {
  if (!existsSync(bundle)) throw new Error('There is no dist/: the pages are tested as they are served, so build them first.')
  const folder = dataFolder ?? (await mkdtemp(join(tmpdir(), 'hamyar-e2e-')))
  const server = spawn(process.execPath, [bundle], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HAMYAR_ROOT: root,
      HAMYAR_DATA: folder,
      HAMYAR_DEMONSTRATION_SCALE: String(scale),
      // What goes on in the background would take turns with what is looked at.
      HAMYAR_DEMONSTRATION_RELEASES: 'no',
      PORT: '0',
      // Whatever is set for other tests, this house brings its own database.
      DATABASE_URL: '',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const hear = (chunk: Buffer) => (said += chunk.toString())
  server.stdout.on('data', hear)
  server.stderr.on('data', hear)
  const ready = readyAt(server, () => said)
  ready.catch(() => {})
  return {
    server,
    dataFolder: folder,
    ready,
    said: () => said,
    stop: async () => {
      await ended(server)
      if (dataFolder === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The same, once it is ready. */
export const startHouse = async (options: WholeHouseOptions = {}): Promise<WholeHouse> => {
  const { ready, ...house } = await launchHouse(options)
  try {
    return { ...house, origin: await ready }
  } catch (reason) {
    await house.stop()
    throw reason
  }
}

const readyAt = (server: ChildProcess, said: () => string): Promise<string> =>
  new Promise((resolve, reject) => {
    server.stdout?.on('data', () => {
      const [, address] = READY.exec(said()) ?? []
      if (address !== undefined) resolve(address)
    })
    server.once('exit', () => reject(new Error(`The server ended before it was ready:\n${said()}`)))
    setTimeout(() => reject(new Error(`The server was not ready in time:\n${said()}`)), msToBeReady).unref()
  })

const ended = async (server: ChildProcess): Promise<void> => {
  if (server.exitCode !== null || server.signalCode !== null) return
  const end = once(server, 'exit')
  server.kill('SIGTERM')
  const tooLate = setTimeout(() => server.kill('SIGKILL'), msToEnd)
  await end
  clearTimeout(tooLate)
}
