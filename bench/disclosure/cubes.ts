import type { Table } from '#engines/disclosure/index.ts'
import { chance, type Chance } from '#bench/matching/chance.ts'

/** Four cubes over the same people: area × age × sex, area × need, area × month, need × age × sex. */
export interface Cubes {
  readonly table: Table
  readonly primary: Uint8Array
}

const TOTAL = 'Total'

/** A label with all that lie above it, from the whole down. */
type Path = readonly string[]

const tree = (prefix: string, ...widths: readonly number[]): readonly Path[] => {
  let paths: Path[] = [[TOTAL]]
  for (const width of widths) paths = paths.flatMap((path) => Array.from({ length: width }, (_, child) => [...path, path.length === 1 ? `${prefix}${child}` : `${path.at(-1)}.${child}`]))
  return paths
}

/** Shares that fall as 1 / rank, so that a few are large and many are small. */
const drawFrom = (count: number, from: Chance): (() => number) => {
  let sum = 0
  const upTo = Float64Array.from({ length: count }, (_, rank) => (sum += 1 / (rank + 3)))
  return () => {
    const at = from.next() * sum
    const found = upTo.findIndex((bound) => at < bound)
    return found === -1 ? count - 1 : found
  }
}

const SHOWN = [
  [0, 1, 2],
  [0, 3],
  [0, 4],
  [3, 1, 2],
]

/** About 90 published cells for each area of the lowest level; counts of 1 to k − 1 are primary. */
export const cubes = (provinces: number, counties: number, districts: number, people: number, k = 5, seed = 1): Cubes => {
  const from = chance(seed)
  const dimensions = [tree('p', provinces, counties, districts), tree('a', 8), tree('s', 2), tree('n', 5, 4), tree('m', 4, 3)]
  const draw = dimensions.map((paths) => drawFrom(paths.length, from))
  const finest = new Map<string, { readonly paths: readonly Path[]; count: number }>()
  for (let person = 0; person < people; person += 1) {
    const at = draw.map((one) => one())
    const known = finest.get(at.join())
    if (known === undefined) finest.set(at.join(), { paths: dimensions.map((paths, index) => paths[at[index] ?? 0] ?? []), count: 1 })
    else known.count += 1
  }
  const inner = [...finest.values()]
  const cells = new Map<string, { readonly key: readonly string[]; readonly members: number[] }>()
  inner.forEach(({ paths }, one) => {
    const own = new Map<string, readonly string[]>()
    for (const cube of SHOWN) {
      let keys: string[][] = [dimensions.map(() => TOTAL)]
      for (const dimension of cube) keys = keys.flatMap((key) => (paths[dimension] ?? []).map((label) => key.with(dimension, label)))
      for (const key of keys) own.set(key.join('|'), key)
    }
    for (const [name, key] of own) {
      const cell = cells.get(name) ?? { key, members: [] }
      cell.members.push(one)
      cells.set(name, cell)
    }
  })
  const sorted = [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell)
  let end = 0
  const start = Int32Array.from([0, ...sorted.map(({ members }) => (end += members.length))])
  const counts = Float64Array.from(inner, ({ count }) => count)
  const value = Float64Array.from(sorted, ({ members }) => members.reduce((sum, one) => sum + (counts[one] ?? 0), 0))
  const member = new Int32Array(end)
  sorted.forEach(({ members }, cell) => member.set(members, start[cell]))
  return { table: { inner: counts, start, member, value, key: sorted.map(({ key }) => key) }, primary: Uint8Array.from(value, (own) => (own > 0 && own < k ? 1 : 0)) }
}
