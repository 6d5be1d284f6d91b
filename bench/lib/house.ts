import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { openHouse, prepareDatabase, type OpenHouse } from '#apps/house.ts'
import { root } from '#apps/root.ts'
import { serverOf } from '#apps/server-parts.ts'
import { countryPack } from '#countries/index.ts'
import { loadDemonstration } from '#demonstration/index.ts'
import { changeUrl } from '#platform/db/url.ts'
import { startEmbeddedPostgres } from '#platform/embedded-postgres/index.ts'
import { keyring, newKeyMaterial } from '#platform/keys/index.ts'
import { createLog } from '#platform/log/index.ts'

export interface BenchHouse {
  readonly open: OpenHouse
  readonly server: FastifyInstance
  readonly address: string
  /** A superuser's connection string: what "unprotected" means in the peers. */
  readonly adminUrl: string
  /** The database server's process. */
  readonly postmaster: number
  /** Cookie of the demonstration's first case worker. */
  readonly cookie: string
  /** Cases of that worker: home and id. */
  readonly cases: readonly { readonly home: number; readonly id: string }[]
  close(): Promise<void>
}

/** The first line of its pid file, wherever the cluster keeps it. */
const postmasterOf = async (folder: string): Promise<number> => {
  const names = await readdir(folder, { recursive: true })
  const file = names.find((name) => name.endsWith('postmaster.pid')) ?? ''
  return Number((await readFile(join(folder, file), 'utf8')).split('\n')[0])
}

const SCALE = 0.05
const CONNECTIONS = 8

/** A whole Hamyar on its own embedded database, fsync on, with a twentieth of the demonstration country. */
export const openBenchHouse = async (): Promise<BenchHouse> => {
  const folder = await mkdtemp(join(tmpdir(), 'hamyar-bench-'))
  const postgres = await startEmbeddedPostgres({ dataFolder: folder, log: () => {} })
  const keys = keyring(newKeyMaterial())
  const adminUrl = postgres.url('postgres')
  const database = { adminUrl, urlOf: (user: string, password: string) => changeUrl(adminUrl, { user, password }) }
  await prepareDatabase(database, keys, join(root, 'db', 'migrations'))
  const open = await openHouse({ database, keys, country: 'iran', poolSize: CONNECTIONS })
  const pack = countryPack('iran')
  await loadDemonstration({ adminUrl, loaderUrl: open.loaderUrl, ownerUrl: open.ownerUrl, keys, pack, now: new Date(), scale: SCALE, onProgress: () => {} })
  const server = await serverOf(open, { log: createLog('silent') })
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  const { accounts } = (await (await fetch(`${address}/api/demonstration`)).json()) as { accounts: { account: string; role: string }[] }
  const worker = accounts.find(({ role }) => role === 'case-worker')?.account ?? ''
  const entered = await fetch(`${address}/api/demonstration/${worker}/enter`, {
    method: 'POST',
    headers: { 'x-hamyar': '1', 'content-type': 'application/json' },
    body: '{}',
  })
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  const { rows: cases } = await admin.query<{ home: number; id: string }>(
    `select home, id from casework.case where worker = $1 and state <> 'closed' order by id`,
    [worker],
  )
  await admin.end()
  return {
    open,
    server,
    address,
    adminUrl,
    postmaster: await postmasterOf(folder),
    cookie,
    cases,
    close: async () => {
      await server.close()
      await open.close()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const poolSize = CONNECTIONS
