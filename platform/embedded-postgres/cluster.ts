import {
  accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, realpathSync, statSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { create } from './create.ts'
import { EmbeddedPostgresError, explained } from './failure.ts'
import { identityOf, isSomebodyElse, newIdentity, run, type Identity } from './identity.ts'
import { findProgram, type Program } from './program.ts'

/** A database on disk, with the program and the user that run it. */
export interface Cluster {
  /** Absolute, without symbolic links. */
  readonly dataFolder: string
  /** PostgreSQL's own files. */
  readonly files: string
  readonly password: string
  /** Where the path of the socket's folder is written down. */
  readonly socketRecord: string
  readonly log: string
  readonly identity: Identity
  readonly program: Program
}

const HOME = 'postgres'

/** mkdir answers "not there" where the truth is "read-only". */
const nearest = (folder: string): string => (existsSync(folder) ? folder : nearest(dirname(folder)))

const prepareFolder = (dataFolder: string): string =>
  explained(dataFolder, () => {
    accessSync(nearest(dataFolder), constants.W_OK)
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    return realpathSync(dataFolder)
  })

/** Another user has to pass through to its own files; what lies beside them has its own locks. */
const letThrough = async (folder: string, identity: Identity): Promise<void> => {
  if (!isSomebodyElse(identity)) return
  explained(folder, () => chmodSync(folder, (statSync(folder).mode & 0o777) | 0o011))
  if ((await run(identity, '/bin/sh', ['-c', 'test -x "$0"', folder])).code === 0) return
  throw new EmbeddedPostgresError(
    `PostgreSQL does not run as root, and user number ${identity.owner}, who runs it instead, cannot enter ` +
      `${folder}. Set HAMYAR_DATA to a folder that everyone may enter, such as /var/lib/hamyar, ` +
      'or start the program as an ordinary user.',
  )
}

const majorOf = (files: string, folder: string): number => {
  const version = join(files, 'PG_VERSION')
  if (explained(folder, () => statSync(version, { throwIfNoEntry: false })))
    return Number(explained(folder, () => readFileSync(version, 'utf8')))
  throw new EmbeddedPostgresError(
    `The folder ${files} should hold the database but does not. Bring it back from a backup; or, when ` +
      `nothing in it is needed, remove ${join(folder, HOME)}; or set HAMYAR_DATA to another folder.`,
  )
}

const makeFirst = async (dataFolder: string, sync: boolean): Promise<void> => {
  const identity = await newIdentity()
  await letThrough(dataFolder, identity)
  await create(dataFolder, HOME, { program: await findProgram(identity, dataFolder), identity, sync })
}

/** The database of this folder, made when there is none. */
export const openCluster = async (folder: string, sync: boolean): Promise<Cluster> => {
  const dataFolder = prepareFolder(resolve(folder))
  const home = join(dataFolder, HOME)
  const files = join(home, 'data')
  const stands = explained(dataFolder, () => statSync(home, { throwIfNoEntry: false }))
  if (!stands) await makeFirst(dataFolder, sync)
  const major = majorOf(files, dataFolder)
  const { uid, gid } = explained(dataFolder, () => statSync(files))
  const identity = await identityOf(uid, gid)
  await letThrough(dataFolder, identity)
  return {
    dataFolder,
    files,
    password: explained(dataFolder, () => readFileSync(join(home, 'password'), 'utf8')).trim(),
    socketRecord: join(home, 'socket'),
    log: join(home, 'log'),
    identity,
    program: await findProgram(identity, dataFolder, major),
  }
}
