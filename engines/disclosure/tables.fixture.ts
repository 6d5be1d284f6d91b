import fc from 'fast-check'
import type { Sensitive, Table } from './shapes.ts'

/** A label with all that lie above it, from the whole down. */
type Path = readonly string[]

/** Every sum over two or more dimensions with hierarchies, from counts of their lowest labels. */
export const tableOf = (dimensions: readonly (readonly Path[])[], counts: readonly number[]): Table => {
  let finest: Path[][] = [[]]
  for (const paths of dimensions) finest = finest.flatMap((before) => paths.map((path) => [...before, path]))
  const cells = new Map<string, { readonly key: readonly string[]; readonly members: number[] }>()
  finest.forEach((paths, inner) => {
    let keys: string[][] = [[]]
    for (const path of paths) keys = keys.flatMap((before) => path.map((label) => [...before, label]))
    for (const key of keys) {
      const name = JSON.stringify(key)
      const known = cells.get(name) ?? { key, members: [] }
      known.members.push(inner)
      cells.set(name, known)
    }
  })
  const all = [...cells.values()]
  const start = new Int32Array(all.length + 1)
  all.forEach(({ members }, cell) => {
    start[cell + 1] = start[cell]! + members.length
  })
  return {
    inner: Float64Array.from(counts),
    start,
    member: Int32Array.from(all.flatMap(({ members }) => members)),
    value: Float64Array.from(all, ({ members }) => members.reduce((sum, inner) => sum + counts[inner]!, 0)),
    key: all.map(({ key }) => key),
  }
}

export const flat = (prefix: string, count: number): Path[] => Array.from({ length: count }, (_, index) => ['Total', `${prefix}${index}`])

/** Labels in groups of different size under a whole. */
const hierarchy = (prefix: string) =>
  fc
    .array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 })
    .map((sizes) => sizes.flatMap((size, group) => (size === 1 ? [['Total', `${prefix}${group}`]] : Array.from({ length: size }, (_, child) => ['Total', `${prefix}${group}`, `${prefix}${group}.${child}`]))))

/** Two dimensions with hierarchies, small counts. */
export const anyTable = fc.tuple(hierarchy('a'), hierarchy('b')).chain(([a, b]) =>
  fc.array(fc.integer({ min: 0, max: 12 }), { minLength: a.length * b.length, maxLength: a.length * b.length }).map((counts) => tableOf([a, b], counts)),
)

export const countsBelow = (table: Table, k: number): Sensitive => ({
  primary: Uint8Array.from(table.value, (value) => (value > 0 && value < k ? 1 : 0)),
  open: new Uint8Array(table.value.length),
  required: new Float64Array(table.value.length).fill(1),
  k,
})

export const membersOf = ({ start, member }: Table, cell: number): Int32Array => member.subarray(start[cell], start[cell + 1])

/** Every table of whole numbers that agrees with what is published; finest cells up to `most`. */
export const everyTable = (table: Table, hidden: Uint8Array, most: number): number[][] => {
  const published = [...table.value].map((value, cell) => ({ members: new Set(membersOf(table, cell)), value, cell })).filter(({ cell }) => hidden[cell] === 0)
  const found: number[][] = []
  const left = published.map(({ value }) => value)
  const count = table.inner.length
  const last = published.map(({ members }) => Math.max(-1, ...members))
  const fill = (at: number, soFar: number[]): void => {
    if (at === count) {
      if (left.every((own) => own === 0)) found.push([...soFar])
      return
    }
    for (let value = 0; value <= most; value += 1) {
      let fits = true
      published.forEach(({ members }, index) => {
        if (!members.has(at)) return
        left[index] = left[index]! - value
        if (left[index]! < 0 || (last[index] === at && left[index] !== 0)) fits = false
      })
      if (fits) fill(at + 1, [...soFar, value])
      published.forEach(({ members }, index) => {
        if (members.has(at)) left[index] = left[index]! + value
      })
    }
  }
  fill(0, [])
  return found
}

/**
 * So many people, each alone in a finest cell somewhere in a cube; every sum along a line of it is a cell, and after these the first
 * `alone` of the finest cells are.
 */
export const scattered = (side: number, people: number, alone: number): Table => {
  const lines = new Map<number, number[]>()
  const taken = new Set<number>()
  for (let state = 12_345; taken.size < people; ) {
    const [i, j, k] = [0, 0, 0].map(() => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((side * state) / 2 ** 32)
    }) as [number, number, number]
    const place = (i * side + j) * side + k
    if (taken.has(place)) continue
    for (const line of [i * side + j, side ** 2 + j * side + k, 2 * side ** 2 + i * side + k]) {
      const own = lines.get(line)
      if (own === undefined) lines.set(line, [taken.size])
      else own.push(taken.size)
    }
    taken.add(place)
  }
  const all = [...lines.values(), ...Array.from({ length: alone }, (_, one) => [one])]
  const start = new Int32Array(all.length + 1)
  all.forEach((members, cell) => {
    start[cell + 1] = start[cell]! + members.length
  })
  return {
    inner: new Float64Array(people).fill(1),
    start,
    member: Int32Array.from(all.flat()),
    value: Float64Array.from(all, (members) => members.length),
    key: all.map((_, cell) => [String(cell)]),
  }
}
