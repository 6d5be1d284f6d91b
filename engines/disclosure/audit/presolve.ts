import type { Published } from './published.ts'

/** What is left to find out after everything that follows at a glance. */
export interface Presolved {
  /** The value of each finest cell that is fixed; NaN where it is not. */
  readonly fixed: Float64Array
  /** Of each finest cell, the part of the problem that it belongs to; −1 where it is fixed. */
  readonly partOf: Int32Array
  readonly parts: readonly Part[]
  /** False where no table satisfies what is published: somebody made a mistake. */
  readonly possible: boolean
}

/** Finest cells that hang together by what is published, and nothing else does. */
export interface Part {
  readonly unknown: readonly number[]
  readonly rows: readonly { readonly members: readonly number[]; readonly low: number; readonly high: number }[]
}

const NEAR = 1e-9

interface Row {
  members: number[]
  low: number
  high: number
}

const fixAtAGlance = (fixed: Float64Array, rows: readonly Row[], rowsOf: readonly number[][]): boolean => {
  const queue = rows.map((_, index) => index)
  const waiting = new Uint8Array(rows.length).fill(1)
  let possible = true
  const fix = (one: number, value: number): void => {
    if (value < -NEAR) possible = false
    fixed[one] = Math.max(0, value)
    for (const index of rowsOf[one]!) {
      rows[index]!.low -= fixed[one]!
      rows[index]!.high -= fixed[one]!
      if (waiting[index] === 0) {
        waiting[index] = 1
        queue.push(index)
      }
    }
  }
  for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
    waiting[index] = 0
    const row = rows[index]!
    row.members = row.members.filter((one) => Number.isNaN(fixed[one]))
    if (row.members.length === 0) {
      if (row.low > NEAR || row.high < -NEAR) possible = false
      continue
    }
    if (row.high < -NEAR) possible = false
    // Nothing left to share out: every member is zero.
    if (row.high <= NEAR) for (const one of [...row.members]) fix(one, 0)
    else if (row.members.length === 1 && row.high - row.low <= NEAR) fix(row.members[0]!, row.low)
  }
  return possible
}

export const presolve = ({ unknowns, bands }: Published): Presolved => {
  const fixed = new Float64Array(unknowns).fill(NaN)
  const rows: Row[] = bands.map(({ members, low, high }) => ({ members: Array.from(members), low, high }))
  const rowsOf: number[][] = Array.from({ length: unknowns }, () => [])
  rows.forEach(({ members }, index) => {
    for (const one of members) rowsOf[one]!.push(index)
  })
  const possible = fixAtAGlance(fixed, rows, rowsOf)

  // The same sum twice is one row, with the narrower band.
  const distinct = new Map<string, Row>()
  for (const row of rows) {
    row.members = row.members.filter((one) => Number.isNaN(fixed[one])).sort((a, b) => a - b)
    if (row.members.length === 0) continue
    const name = row.members.join()
    const same = distinct.get(name)
    if (same === undefined) distinct.set(name, row)
    else {
      same.low = Math.max(same.low, row.low)
      same.high = Math.min(same.high, row.high)
    }
  }

  const parent = Int32Array.from({ length: unknowns }, (_, one) => one)
  const root = (one: number): number => {
    let at = one
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  for (const { members } of distinct.values()) for (const one of members) parent[root(one)] = root(members[0]!)
  const partOf = new Int32Array(unknowns).fill(-1)
  const parts: { unknown: number[]; rows: Row[] }[] = []
  const partOfRoot = new Map<number, number>()
  for (let one = 0; one < unknowns; one += 1) {
    if (!Number.isNaN(fixed[one])) continue
    const top = root(one)
    const part = partOfRoot.get(top) ?? parts.push({ unknown: [], rows: [] }) - 1
    partOfRoot.set(top, part)
    partOf[one] = part
    parts[part]!.unknown.push(one)
  }
  for (const row of distinct.values()) parts[partOf[row.members[0]!]!]!.rows.push(row)
  return { fixed, partOf, parts, possible }
}
