import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import type { TestProject } from 'vitest/node'

const root = join(import.meta.dirname, '..')
const READY = /Hamyar is ready: (http:\S+)/
const MOST_MS = 180_000

const readyAt = (server: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const [, address] = READY.exec(said) ?? []
      if (address !== undefined) resolve(address)
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    server.once('exit', () => reject(new Error(`the server ended before it was ready:\n${said}`)))
    setTimeout(() => reject(new Error(`the server was not ready in time:\n${said}`)), MOST_MS).unref()
  })

/** One whole Hamyar for all journeys, as `npm start` runs it: built pages, embedded database, a small synthetic country. */
const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 'hamyar-e2e-'))
  const server = spawn(process.execPath, [join(root, 'dist', 'apps', 'server.js')], {
    cwd: root,
    env: {
      ...process.env,
      HAMYAR_ROOT: root,
      HAMYAR_DATA: folder,
      HAMYAR_DEMONSTRATION_SCALE: '0.03',
      PORT: '0',
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const origin = await readyAt(server)
  project.provide('origin', origin)
  return async () => {
    server.kill('SIGTERM')
    await Promise.race([once(server, 'exit'), new Promise((resolve) => setTimeout(resolve, 10_000))])
    server.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  }
}
export default setup

declare module 'vitest' {
  export interface ProvidedContext {
    readonly origin: string
  }
}
