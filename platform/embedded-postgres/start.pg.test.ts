import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import {
  startEmbeddedPostgres, EmbeddedPostgresError, type EmbeddedPostgres, type ServerSettings,
} from './index.ts'
import { isPostmasterOf } from './pid-file.ts'

const root = process.geteuid?.() === 0
const NOBODY = 65_534

const servers: EmbeddedPostgres[] = []
const folders: string[] = []
const children: ChildProcess[] = []

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const server of servers.splice(0)) await server.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'hamyar-launcher-'))
  folders.push(folder)
  return folder
}

const hasty: ServerSettings = { fsync: 'off' }

const start = async (dataFolder: string, settings = hasty): Promise<EmbeddedPostgres> => {
  const server = await startEmbeddedPostgres({ dataFolder, log: () => {}, settings })
  servers.push(server)
  return server
}

const ask = async <R>(server: EmbeddedPostgres, sql: string, values: unknown[] = []): Promise<R[]> => {
  const client = new pg.Client({ connectionString: server.url('postgres') })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql, values)).rows as R[]
  } finally {
    await client.end()
  }
}

const pidFile = (dataFolder: string) => join(dataFolder, 'postgres/data/postmaster.pid')
const pidOf = (dataFolder: string): number => Number(readFileSync(pidFile(dataFolder), 'utf8').split('\n')[0])

interface Said {
  readonly adopted?: boolean
  readonly url?: string
  readonly kind?: string
  readonly message?: string
}

/** A program of its own that starts the server and tells what came of it on one line. */
const program = (dataFolder: string, options: { uid?: number; path?: string } = {}) => {
  const { uid, path = process.env['PATH'] } = options
  const script = `
    const { startEmbeddedPostgres } = await import('#platform/embedded-postgres/index.ts')
    try {
      const options = { dataFolder: process.env.FOLDER, log: () => {}, settings: { fsync: 'off' } }
      const server = await startEmbeddedPostgres(options)
      console.log(JSON.stringify({ adopted: server.adopted, url: server.url('postgres') }))
      process.stdin.once('data', () => server.stop().then(() => process.exit()))
    } catch (error) {
      console.log(JSON.stringify({ kind: error.constructor.name, message: error.message }))
      process.exit(1)
    }`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, PATH: path, FOLDER: dataFolder, TSX_DISABLE_CACHE: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(uid !== undefined && { uid, gid: uid }),
  })
  children.push(child)
  const said = once(child.stdout, 'data').then(([line]) => JSON.parse(String(line)) as Said)
  const leave = async () => {
    child.stdin.write('stop\n')
    await once(child, 'exit')
  }
  return { child, said, leave }
}

const runs = (pid: number, dataFolder: string): boolean =>
  isPostmasterOf(pid, join(dataFolder, 'postgres/data'))

const gone = async (pid: number, dataFolder: string): Promise<boolean> => {
  for (let tries = 0; tries < 200 && runs(pid, dataFolder); tries += 1) await pause(25)
  return !runs(pid, dataFolder)
}

describe('a first start', () => {
  test('works in a folder with spaces and Persian letters, and the rows are there the next day', async () => {
    const folder = join(newFolder(), 'پوشهٔ داده‌ها with spaces')
    const first = await start(folder, {})
    expect(first.adopted).toBe(false)
    await ask(first, 'create table word (text text)')
    await ask(first, 'insert into word select unnest($1::text[])', [['یاری', 'پدر', 'آب', 'گل', 'کار']])
    const pid = pidOf(folder)
    await first.stop()
    expect(await gone(pid, folder)).toBe(true)
    expect(existsSync(first.socketFolder)).toBe(false)

    const second = await start(folder)
    expect(second.adopted).toBe(false)
    const rows = await ask<{ text: string }>(second, 'select text from word order by text collate "fa-x-icu"')
    expect(rows.map(({ text }) => text)).toEqual(['آب', 'پدر', 'کار', 'گل', 'یاری'])
  })

  test('finds the letters of Persian words for searches by likeness', async () => {
    const server = await start(newFolder())
    await ask(server, 'create extension pg_trgm')
    const alike = "select similarity('خانواده', 'خانوادگی') > 0.4 as alike"
    expect(await ask(server, alike)).toEqual([{ alike: true }])
  })

  test('lets in by password only, and keeps the password to its owner', async () => {
    const folder = newFolder()
    const server = await start(folder)
    const client = new pg.Client({ connectionString: server.url('postgres', 'postgres', 'a guess') })
    await expect(client.connect()).rejects.toMatchObject({ code: '28P01' })
    expect(statSync(join(folder, 'postgres/password')).mode & 0o077).toBe(0)
    expect(statSync(server.socketFolder).mode & 0o077).toBe(0)
    expect(await ask(server, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
  })

  test('writes nothing of a refused row into its log', async () => {
    const folder = newFolder()
    const server = await start(folder)
    await ask(server, 'create table person (name text unique)')
    await ask(server, "insert into person values ('Shirin')")
    await expect(ask(server, "insert into person values ('Shirin')")).rejects.toMatchObject({ code: '23505' })
    await expect(ask(server, 'select $1::int', ['Shirin'])).rejects.toMatchObject({ code: '22P02' })
    expect(readFileSync(join(folder, 'postgres/log'), 'utf8')).not.toContain('Shirin')
  })
})

describe('a server that dies', () => {
  test('is started again at the same address with every acknowledged row', async () => {
    const folder = newFolder()
    const server = await start(folder, {})
    await ask(server, 'create table deed (number int)')
    const numbers = Array.from({ length: 20 }, (_, index) => index)
    for (const number of numbers) await ask(server, 'insert into deed values ($1)', [number])
    process.kill(pidOf(folder), 'SIGKILL')
    const count = async (): Promise<unknown> => {
      for (;;) {
        const rows = await ask<{ count: number }>(server, 'select count(*)::int as count from deed').catch(() => undefined)
        if (rows !== undefined) return rows[0]?.count
        await pause(50)
      }
    }
    expect(await count()).toBe(20)
  })
})

describe('a program that was killed', () => {
  test('leaves a server that the next start adopts', async () => {
    const folder = newFolder()
    const killed = program(folder)
    const { url } = await killed.said
    killed.child.kill('SIGKILL')
    await once(killed.child, 'exit')
    const pid = pidOf(folder)
    const server = await start(folder)
    expect(server.adopted).toBe(true)
    expect(server.url('postgres')).toBe(url)
    await server.stop()
    expect(await gone(pid, folder)).toBe(true)
  })

  test('leaves a server that is replaced when its socket was cleaned away', async () => {
    const folder = newFolder()
    const killed = program(folder)
    await killed.said
    killed.child.kill('SIGKILL')
    await once(killed.child, 'exit')
    const pid = pidOf(folder)
    const socketFolder = readFileSync(join(folder, 'postgres/socket'), 'utf8').trim()
    rmSync(socketFolder, { recursive: true })
    const server = await start(folder)
    expect(server.adopted).toBe(false)
    expect(server.socketFolder).toBe(socketFolder)
    expect(await gone(pid, folder)).toBe(true)
  })

  test('leaves a lock whose number a stranger has by now, and the next start is not held up', async () => {
    const folder = newFolder()
    await (await start(folder)).stop()
    const left = [process.ppid, join(folder, 'postgres/data'), 1_700_000_000, 5432, '/tmp/nowhere']
    writeFileSync(pidFile(folder), `${left.join('\n')}\n\n\nready\n`)
    const server = await start(folder)
    expect(server.adopted).toBe(false)
  })
})

describe('two programs on one folder', () => {
  test('that start at the same moment share one server, and the last to leave stops it', async () => {
    const folder = newFolder()
    const [ours, others] = [start(folder), program(folder)]
    const server = await ours
    expect((await others.said).url).toBe(server.url('postgres'))
    const pid = pidOf(folder)
    await server.stop()
    expect(runs(pid, folder)).toBe(true)
    await others.leave()
    expect(await gone(pid, folder)).toBe(true)
  })
})

describe('a start that cannot succeed', () => {
  test('says which folder is wrong and which setting changes it', async () => {
    const file = join(newFolder(), 'data')
    writeFileSync(file, '')
    const failed = start(file)
    await expect(failed).rejects.toThrow(EmbeddedPostgresError)
    await expect(failed).rejects.toThrow(/data.*HAMYAR_DATA/s)
  })

  test('does not make a new database where an old one has lost its files', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'postgres/data'), { recursive: true })
    await expect(start(folder)).rejects.toThrow(/backup/)
  })

  test('does not touch the files of a version that this machine cannot run', async () => {
    const folder = newFolder()
    await (await start(folder)).stop()
    writeFileSync(join(folder, 'postgres/data/PG_VERSION'), '14\n')
    await expect(start(folder)).rejects.toThrow(/PostgreSQL 14, which made the database/)
  })
})

// Only root can become somebody else.
if (root)
  describe('other users', () => {
    const openFolder = (owner: number): string => {
      const folder = newFolder()
      chmodSync(folder, 0o755)
      chownSync(folder, owner, owner)
      return folder
    }

    test('an ordinary user starts it, and root later works as the owner of the files', async () => {
      const folder = join(openFolder(NOBODY), 'data')
      const theirs = program(folder, { uid: NOBODY })
      expect(await theirs.said).toMatchObject({ adopted: false })
      await theirs.leave()
      await start(folder)
      expect(statSync(`/proc/${pidOf(folder)}`).uid).toBe(NOBODY)
    })

    test('root without user namespaces starts it as nobody, and the keys beside it stay closed', async () => {
      const folder = join(openFolder(0), 'data')
      const rootOnly = program(folder, { path: '/nowhere' })
      expect(await rootOnly.said).toMatchObject({ adopted: false })
      expect(statSync(`/proc/${pidOf(folder)}`).uid).toBe(NOBODY)
      expect(statSync(folder).mode & 0o066).toBe(0)
      await rootOnly.leave()
    })

    test('root without user namespaces is told where nobody could enter', async () => {
      const folder = join(newFolder(), 'data')
      const { said } = program(folder, { path: '/nowhere' })
      expect((await said).message).toMatch(/cannot enter .*HAMYAR_DATA to a folder that everyone may enter/)
    })

    test('a folder of somebody else is refused with its name', async () => {
      const folder = openFolder(0)
      const { said } = program(folder, { uid: NOBODY })
      const { kind, message } = await said
      expect(kind).toBe('EmbeddedPostgresError')
      expect(message).toContain(folder)
      expect(message).toContain('HAMYAR_DATA')
    })
  })
