import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sources } from '#tools/house/habits.ts'

interface Cruised {
  readonly modules: readonly {
    readonly source: string
    readonly dependencies: readonly { readonly resolved: string; readonly dependencyTypes: readonly string[] }[]
  }[]
}

const houses = ['apps', 'countries', 'db', 'demonstration', 'domains', 'engines', 'platform', 'web']
const isTest = (path: string) => /\.test\.tsx?$|^apps\/testing\//.test(path)

/** With a TypeScript that it does not know, dependency-cruiser reads no file and is content. */
export const requireSeen = ({ modules }: Cruised, files: readonly string[]): void => {
  const seen = new Set(modules.map(({ source }) => source))
  const missed = files.filter((file) => !seen.has(file))
  if (missed.length > 0) throw new Error(`dependency-cruiser did not look at ${missed.length} files, such as ${missed[0]}`)
}

/** Reads every import of the house. */
const cruise = async (root: string): Promise<Cruised> => {
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const there = houses.filter((house) => existsSync(join(root, house)))
  const args = [bin, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', ...there]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 2 ** 28 }).catch(
    // Broken rules are the walls' business, not the picture's.
    (failed: { stdout: string }) => failed,
  )
  const cruised = JSON.parse(stdout) as Cruised
  requireSeen(cruised, sources(root).filter((file) => there.some((house) => file.startsWith(`${house}/`))))
  return cruised
}

/** `domains/visits/store.ts` → `domains/visits`; files that stand in a house's hall belong to the house. */
export const roomOf = (path: string): string | undefined => {
  const [house = '', room = '', ...rest] = path.split('/')
  if (!houses.includes(house)) return undefined
  if (rest.length === 0 || house === 'apps' || house === 'db' || house === 'demonstration') return house
  return `${house}/${room}`
}

export interface Arrow {
  readonly from: string
  readonly to: string
  /** Nothing of it is there at run time. */
  readonly typesOnly: boolean
}

export const arrowsOf = ({ modules }: Cruised, place: (path: string) => string | undefined): Arrow[] => {
  const arrows = new Map<string, Arrow>()
  for (const { source, dependencies } of modules) {
    if (isTest(source)) continue
    for (const { resolved, dependencyTypes } of dependencies) {
      const [from, to] = [place(source), place(resolved)]
      if (from === undefined || to === undefined || from === to || isTest(resolved)) continue
      const key = `${from} ${to}`
      const typesOnly = dependencyTypes.includes('type-only') && arrows.get(key)?.typesOnly !== false
      arrows.set(key, { from, to, typesOnly })
    }
  }
  return [...arrows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, arrow]) => arrow)
}

const nodeOf = (room: string) => room.replace(/[^a-z]/g, '_')

const picture = (arrows: readonly Arrow[], title: (room: string) => string): string => {
  const rooms = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))].sort()
  return [
    '```mermaid',
    'flowchart LR',
    ...rooms.map((room) => `  ${nodeOf(room)}["${title(room)}"]`),
    ...arrows.map(({ from, to, typesOnly }) => `  ${nodeOf(from)} ${typesOnly ? '-.->' : '-->'} ${nodeOf(to)}`),
    '```',
  ].join('\n')
}

const houseOf = (path: string) => roomOf(path)?.split('/')[0]
const within = (house: string) => (room: string) => room.startsWith(`${house}/`)
const shortOf = (room: string) => room.split('/')[1] ?? room

export const graphOf = (cruised: Cruised): string => {
  const rooms = arrowsOf(cruised, roomOf)
  const inside = (house: string) => rooms.filter(({ from, to }) => within(house)(from) && within(house)(to))
  const outOfWeb = rooms.filter(({ from, to }) => within('web')(from) && to !== 'web')
  return `<!-- Derived from the imports by tools/derive.ts; do not edit. -->
# Who imports whom

A line is an import, a dotted one takes types only. Tests are left away. The rules are in \`.dependency-cruiser.cjs\`.

## The houses

${picture(arrowsOf(cruised, houseOf), (room) => room)}

## The domains among each other

${picture(inside('domains'), shortOf)}

## The rooms of the platform

${picture(inside('platform'), shortOf)}

## The pages, and all they know of the house

${picture(outOfWeb, (room) => room.replace(/^web\//, ''))}
`
}

export const graph = async (root: string): Promise<string> => graphOf(await cruise(root))
