import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { EmbeddedPostgresError } from './failure.ts'

/**
 * Who runs the server. PostgreSQL refuses root, so root starts it in a user namespace, where root is an
 * ordinary user (no account, no change of owner), or else as `nobody`. The choice is made once: the owner of
 * the database's files records it, and cannot disagree with it.
 */
export interface Identity {
  readonly owner: number
  readonly group: number
  /** The command that the program is run through, when there is one. */
  readonly through: readonly string[]
}

export const isSomebodyElse = (identity: Identity): boolean => identity.owner !== process.geteuid?.()

export interface Ended {
  readonly code: number | null
  /** Standard output and error together. */
  readonly text: string
}

/** Only what PostgreSQL needs: no stray PGDATA or PGPORT may reach it; its messages are read in English. */
const environment = (): NodeJS.ProcessEnv => {
  const { PATH, LD_LIBRARY_PATH, DYLD_LIBRARY_PATH } = process.env
  return { PATH, LD_LIBRARY_PATH, DYLD_LIBRARY_PATH, LC_ALL: 'C' }
}

/** `out` is a file for its output; the process then outlives this one. */
export const launch = (identity: Identity, program: string, args: readonly string[], out?: number) => {
  const [command = program, ...rest] = [...identity.through, program, ...args]
  return spawn(command, rest, {
    cwd: '/',
    env: environment(),
    detached: out !== undefined,
    stdio: ['ignore', out ?? 'pipe', out ?? 'pipe'],
    ...(isSomebodyElse(identity) && { uid: identity.owner, gid: identity.group }),
  })
}

export const run = (identity: Identity, program: string, args: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const child = launch(identity, program, args)
    let text = ''
    const gather = (chunk: Buffer) => (text += chunk.toString())
    child.stdout?.on('data', gather)
    child.stderr?.on('data', gather)
    child.once('error', (error) => resolve({ code: null, text: error.message }))
    child.once('close', (code) => resolve({ code, text }))
  })

interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

const accounts = (): Account[] => {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
      .filter(({ name, uid }) => name !== '' && Number.isInteger(uid))
  } catch {
    return []
  }
}

const hasName = (): boolean => {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

/** The number inside should have a name in this system: initdb looks its user up. */
const inNamespace = (owner: number, group: number): Identity => {
  const known = accounts()
  const inside =
    known.find(({ uid }) => uid === 1000) ??
    known.find(({ name }) => name === 'nobody') ??
    known.find(({ uid }) => uid > 0)
  const { uid, gid } = inside ?? { uid: 1000, gid: 1000 }
  return { owner, group, through: ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`] }
}

const works = async (identity: Identity): Promise<boolean> => (await run(identity, 'true', [])).code === 0

const self = (): { uid: number; gid: number } => {
  const uid = process.geteuid?.()
  const gid = process.getegid?.()
  if (uid !== undefined && gid !== undefined) return { uid, gid }
  throw new EmbeddedPostgresError(
    'The embedded database does not run on Windows itself. ' +
      'Use WSL, or set DATABASE_URL to a PostgreSQL server.',
  )
}

/** For a folder with no database yet. */
export const newIdentity = async (): Promise<Identity> => {
  const { uid, gid } = self()
  if (uid !== 0) return identityOf(uid, gid)
  const namespace = inNamespace(uid, gid)
  if (await works(namespace)) return namespace
  const nobody = accounts().find(({ name }) => name === 'nobody')
  if (nobody !== undefined) return identityOf(nobody.uid, nobody.gid)
  throw new EmbeddedPostgresError(
    'PostgreSQL does not run as root; this system allows root no user namespace (unshare) and has no user ' +
      '`nobody`. Start the program as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  )
}

/** For files that `owner` already has. */
export const identityOf = async (owner: number, group: number): Promise<Identity> => {
  const { uid } = self()
  const plain: Identity = { owner, group, through: [] }
  if (uid === 0 && owner !== 0) return plain
  if (uid !== owner)
    throw new EmbeddedPostgresError(
      `The embedded database belongs to the user with number ${owner}; you are ${uid}. ` +
        'Start the program as that user, or set HAMYAR_DATA to a folder of your own.',
    )
  if (uid !== 0 && hasName()) return plain
  const namespace = inNamespace(owner, group)
  if (await works(namespace)) return namespace
  throw new EmbeddedPostgresError(
    uid === 0
      ? 'The embedded database was made by root in a user namespace (unshare), which this system refuses ' +
          'now. Allow it, or give the data folder to an ordinary user (chown -R) and start the program as ' +
          'that user, or set DATABASE_URL to a PostgreSQL server.'
      : `PostgreSQL needs a user with a name, and number ${uid} has none in /etc/passwd. ` +
          'Add one, or set DATABASE_URL to a PostgreSQL server.',
  )
}
