import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, phoneOf, volunteers, type TestHouse } from '#apps/testing/index.ts'
import { testKeys } from '#apps/testing/keys.ts'
import { backupKeys, restoreKeys } from './backup.ts'
import { dropOldEpochs, readOrMakeKeyFile, rotated, rotateKeys } from './file.ts'
import { keyring } from './index.ts'
import { resealRows } from './reseal.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hamyar-keys-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const PASSPHRASE = 'five random words do well'

describe('the key file', () => {
  it('is made strong on the first start, for its owner alone, and stays the same', () => {
    const path = join(folder, 'keys.json')
    const first = readOrMakeKeyFile(path)
    expect(first.made).toBe(true)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const again = readOrMakeKeyFile(path)
    expect(again).toEqual({ material: first.material, made: false })
  })

  it('after a rotation opens what was sealed before, and seals with the new key', () => {
    const path = join(folder, 'keys.json')
    const sealed = keyring(readOrMakeKeyFile(path).material).seal(10_101, 'نشانی')
    expect(rotateKeys(path)).toBe(2)
    const keys = keyring(readOrMakeKeyFile(path).material)
    expect(keys.open(10_101, sealed)).toBe('نشانی')
    expect(keys.epochOf(keys.seal(10_101, 'نشانی'))).toBe(2)
  })

  it('once the old epochs are dropped opens nothing sealed with them', () => {
    const path = join(folder, 'keys.json')
    const sealed = keyring(readOrMakeKeyFile(path).material).seal(10_101, 'نشانی')
    rotateKeys(path)
    expect(dropOldEpochs(path)).toBe(1)
    expect(() => keyring(readOrMakeKeyFile(path).material).open(10_101, sealed)).toThrow('no field key of epoch 1')
  })

  it('gives each office its own key: what one sealed opens for no other', () => {
    const keys = keyring(testKeys)
    expect(() => keys.open(10_102, keys.seal(10_101, 'نشانی'))).toThrow()
  })
})

describe('a backup of the keys', () => {
  it('comes back whole with its passphrase', () => {
    const path = join(folder, 'backup.json')
    const material = rotated(testKeys)
    backupKeys(material, path, PASSPHRASE)
    expect(restoreKeys(path, PASSPHRASE)).toEqual(material)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('opens with no other passphrase, holds no key in clear, and shows damage', () => {
    const path = join(folder, 'backup.json')
    backupKeys(testKeys, path, PASSPHRASE)
    expect(() => restoreKeys(path, `${PASSPHRASE}!`)).toThrow('does not open')
    const text = readFileSync(path, 'utf8')
    expect(text).not.toContain(testKeys.linkage.toString('base64'))
    const file = JSON.parse(text) as { body: string }
    const another = file.body.startsWith('A') ? 'B' : 'A'
    writeFileSync(path, JSON.stringify({ ...file, body: another + file.body.slice(1) }))
    expect(() => restoreKeys(path, PASSPHRASE)).toThrow('damaged')
  })

  it('refuses a short passphrase and never writes over another backup', () => {
    const path = join(folder, 'backup.json')
    expect(() => backupKeys(testKeys, path, 'short')).toThrow('at least 16')
    backupKeys(testKeys, path, PASSPHRASE)
    expect(() => backupKeys(testKeys, path, PASSPHRASE)).toThrow('exists already')
  })
})

describe('sealing again after a rotation', () => {
  let house: TestHouse
  let loader: pg.Client
  beforeAll(async () => {
    house = await openTestHouse()
    loader = new pg.Client({ connectionString: house.open.loaderUrl })
    await loader.connect()
  })
  afterAll(async () => {
    await loader.end()
    await house.close()
  })

  it('leaves nothing of the old key behind, and every value readable with the new one alone', async () => {
    const material = rotated(testKeys)
    const counts = await resealRows(loader, keyring(material))
    expect(counts).toMatchObject({ 'network.volunteer.contact': 5 })
    expect(counts['auth.account.contact']).toBeGreaterThan(10)
    const newOnly = keyring({ ...material, field: new Map([...material.field].filter(([epoch]) => epoch === 2)) })
    const rows = await house.look<{ home: number; contact: Buffer }>(
      'select home, contact from network.volunteer where id = $1',
      [volunteers.mehri],
    )
    const [row] = rows
    expect(JSON.parse(newOnly.open(row?.home ?? 0, row?.contact ?? Buffer.alloc(0)))).toEqual({ phone: phoneOf('mehri') })
    const again = await resealRows(loader, keyring(material))
    expect(Object.values(again).every((count) => count === 0)).toBe(true)
  })

  it('reaches every sealed column there is', async () => {
    // Digests; and the files of releases, which are written to be read by everybody.
    const known = /[._](hash|digest)$|^audit\.seal\.(root|previous)$|^auth\.attempt\.who$|^people\.person\.secret$|^observatory\.release_file\.content$/
    const columns = await house.look<{ name: string }>(
      `select c.table_schema || '.' || c.table_name || '.' || c.column_name as name
       from information_schema.columns c where c.data_type = 'bytea'
         and c.table_schema not in ('pg_catalog', 'information_schema', 'graphile_worker')
         and not exists (select from wall.sealed_column s
           where s.name = c.table_schema || '.' || c.table_name || '.' || c.column_name)`,
    )
    const forgotten = columns.map(({ name }) => name).filter((name) => !known.test(name))
    expect(forgotten).toEqual([])
  })
})
