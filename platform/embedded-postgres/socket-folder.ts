import {
  chownSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EmbeddedPostgresError } from './failure.ts'
import { isSomebodyElse, type Identity } from './identity.ts'

/** The folder is the server's own, so its port need not differ from anyone's. */
export const PORT = 5432

// sockaddr_un.sun_path holds 108 bytes on Linux and 104 on macOS, the last one a zero.
const LONGEST = process.platform === 'linux' ? 107 : 103

/** PostgreSQL takes a list of folders, divided by commas. */
const usable = (folder: string): boolean =>
  Buffer.byteLength(join(folder, `.s.PGSQL.${PORT}`)) <= LONGEST && /^\/[^,"\s]*$/.test(folder)

const isPrivate = (folder: string, identity: Identity): boolean => {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  if (found === undefined || !found.isDirectory()) return false
  return found.uid === identity.owner && (found.mode & 0o077) === 0
}

const give = (folder: string, identity: Identity): string => {
  if (isSomebodyElse(identity)) chownSync(folder, identity.owner, identity.group)
  return folder
}

const make = (identity: Identity): string => {
  for (const parent of [tmpdir(), '/tmp', '/var/tmp', '/dev/shm']) {
    if (!usable(join(parent, 'hamyar-XXXXXX'))) continue
    try {
      return give(mkdtempSync(join(parent, 'hamyar-')), identity)
    } catch {
      // Missing or not writable: the next one.
    }
  }
  throw new EmbeddedPostgresError(
    'No temporary folder with a short path can be written. Set TMPDIR to one, such as /tmp.',
  )
}

/** The same path again after the system emptied its temporary folder, when nobody took it meanwhile. */
const makeAgain = (folder: string, identity: Identity): boolean => {
  try {
    mkdirSync(folder, { mode: 0o700 })
    give(folder, identity)
    return true
  } catch {
    return false
  }
}

/**
 * A private folder with a path short enough for a socket. It is recorded beside the database, so that every
 * process and every restart uses the same address.
 */
export const socketFolderOf = (record: string, identity: Identity): string => {
  const recorded = readFileSync(record, { encoding: 'utf8', flag: 'a+' }).trim()
  if (recorded !== '' && usable(recorded) && (isPrivate(recorded, identity) || makeAgain(recorded, identity)))
    return recorded
  const folder = make(identity)
  const beside = `${record}.${process.pid}.new`
  writeFileSync(beside, `${folder}\n`, { mode: 0o600 })
  renameSync(beside, record)
  return folder
}
