import { randomBytes } from 'node:crypto'
import {
  appendFileSync, chownSync, closeSync, fsyncSync, mkdtempSync, openSync, readdirSync, renameSync, rmSync,
  statSync, writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { explain, explained } from './failure.ts'
import { isSomebodyElse, run, type Ended, type Identity } from './identity.ts'
import type { Program } from './program.ts'
import { firstSettings } from './settings.ts'

/** With plain C for letters, pg_trgm finds none in a Persian word. The first that this system knows. */
const letters = ['C.UTF-8', 'en_US.UTF-8']

/**
 * Order by code point (fast, and the same after every upgrade), letters by Unicode; Persian order is asked
 * for where it is wanted, with `collate "fa-x-icu"`.
 */
const localeOf = (program: Program, characters: string): string[] => [
  '--encoding=UTF8',
  '--locale=C',
  `--lc-ctype=${characters}`,
  ...(program.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
]

export interface Making {
  readonly program: Program
  readonly identity: Identity
  /** Off only where a test will throw the database away. */
  readonly sync: boolean
}

const initialise = async ({ program, identity, sync }: Making, folder: string): Promise<Ended> => {
  let ended: Ended = { code: null, text: '' }
  for (const characters of letters) {
    ended = await run(identity, join(program.bin, 'initdb'), [
      `--pgdata=${join(folder, 'data')}`,
      '--username=postgres',
      `--pwfile=${join(folder, 'password')}`,
      '--auth=scram-sha-256',
      ...localeOf(program, characters),
      ...(sync ? [] : ['--no-sync']),
    ])
    if (!ended.text.includes('invalid locale name')) return ended
  }
  return ended
}

const newPassword = (folder: string, identity: Identity): void => {
  const file = join(folder, 'password')
  writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (!isSomebodyElse(identity)) return
  for (const path of [folder, file]) chownSync(path, identity.owner, identity.group)
}

/** Left by starts that were killed while they made a database. */
const removeHalfMade = (dataFolder: string, prefix: string): void => {
  const anHourAgo = Date.now() - 3_600_000
  for (const name of readdirSync(dataFolder).filter((entry) => entry.startsWith(prefix))) {
    const path = join(dataFolder, name)
    if (statSync(path).mtimeMs < anHourAgo) rmSync(path, { recursive: true, force: true })
  }
}

const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** Another start may be first: then its database is the one. */
const publish = (beside: string, home: string): void => {
  try {
    renameSync(beside, home)
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

/** Made beside and renamed when whole: there is a database with its password, or there is none. */
export const create = async (dataFolder: string, name: string, making: Making): Promise<void> => {
  const beside = explained(dataFolder, () => {
    removeHalfMade(dataFolder, `${name}.new-`)
    return mkdtempSync(join(dataFolder, `${name}.new-`))
  })
  try {
    explained(dataFolder, () => newPassword(beside, making.identity))
    const { code, text } = await initialise(making, beside)
    if (code !== 0) throw explain(text, dataFolder)
    explained(dataFolder, () => {
      appendFileSync(join(beside, 'data', 'postgresql.conf'), firstSettings, { flush: making.sync })
      if (making.sync) syncFolder(beside)
      publish(beside, join(dataFolder, name))
      if (making.sync) syncFolder(dataFolder)
    })
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
}
