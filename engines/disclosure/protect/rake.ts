import { cellCount, type Table } from '#engines/disclosure/shapes.ts'
import type { Relations } from './relations.ts'
import { PRIME } from './echelon.ts'

/** What a table of finest cells has to add up to: rows of finest cells, each with its sum. */
export interface Sums {
  readonly start: Int32Array
  readonly member: Int32Array
  readonly goal: Float64Array
  /** The rows that each finest cell is in. */
  readonly first: Int32Array
  readonly rows: Int32Array
}

/** The rows that each finest cell is in, one finest cell after the other. */
export const rowsByMember = (start: Int32Array, member: Int32Array, count: number): { readonly first: Int32Array; readonly rows: Int32Array } => {
  const first = new Int32Array(count + 1)
  for (const one of member) first[one + 1] = first[one + 1]! + 1
  for (let one = 0; one < count; one += 1) first[one + 1] = first[one + 1]! + first[one]!
  const next = first.slice(0, -1)
  const rows = new Int32Array(member.length)
  for (let row = 0; row < start.length - 1; row += 1)
    for (let at = start[row]!; at < start[row + 1]!; at += 1) {
      const one = member[at]!
      rows[next[one]!] = row
      next[one] = next[one]! + 1
    }
  return { first, rows }
}

/**
 * As few and as short rows as say all that is published: open cells that have no parts of their own, and for each open cell
 * with hidden parts what these come to together.
 */
export const sumsOf = (table: Table, relations: Relations, hidden: Uint8Array): Sums => {
  const { inner, start, member } = table
  const cells = cellCount(table)
  const hasParts = new Uint8Array(cells)
  // Only a cell that is the plain sum of others says nothing beyond them.
  const plain = relations.filter(({ value }) => value[0] === PRIME - 1 && value.every((own, index) => index === 0 || own === 1))
  for (const { at } of plain) hasParts[at[0]!] = 1
  const lists: number[][] = []
  const known = new Set<string>()
  const add = (list: number[]): void => {
    const name = `${list.length}:${list[0]}:${list.reduce((print, one) => (Math.imul(print, 31) + one) | 0, 7)}`
    if (known.has(name)) return
    known.add(name)
    lists.push(list)
  }
  const membersOf = (cell: number): number[] => [...member.subarray(start[cell], start[cell + 1])]
  for (let cell = 0; cell < cells; cell += 1) if (hidden[cell] === 0 && hasParts[cell] === 0 && start[cell] !== start[cell + 1]) add(membersOf(cell))
  for (const { at } of plain) {
    if (hidden[at[0]!] === 1) continue
    const parts = at.slice(1).filter((cell) => hidden[cell] === 1)
    if (parts.length > 0) add(parts.flatMap(membersOf).sort((a, b) => a - b))
  }
  // Long rows first: short ones then set right what these left askew.
  lists.sort((a, b) => b.length - a.length)
  const rowStart = new Int32Array(lists.length + 1)
  lists.forEach((list, row) => {
    rowStart[row + 1] = rowStart[row]! + list.length
  })
  const rowMember = Int32Array.from(lists.flat())
  const { first, rows } = rowsByMember(rowStart, rowMember, inner.length)
  return { start: rowStart, member: rowMember, goal: Float64Array.from(lists, (list) => list.reduce((sum, one) => sum + inner[one]!, 0)), first, rows }
}

/** How far the table is from each sum; answers the largest miss. */
const missesOf = ({ start, member, goal }: Sums, table: Float64Array, misses: Float64Array): number => {
  let largest = 0
  for (let row = 0; row < goal.length; row += 1) {
    let sum = 0
    for (let at = start[row]!; at < start[row + 1]!; at += 1) sum += table[member[at]!]!
    misses[row] = goal[row]! - sum
    largest = Math.max(largest, Math.abs(misses[row]!))
  }
  return largest
}

const CONJUGATE_STEPS = 60

/**
 * One step of Newton's on the dual of raking: the change, in shares of what each finest cell has, that sets all rows right to
 * first order, by conjugate gradients. Shortened where it would make something negative; answers by how much.
 */
const newtonStep = (sums: Sums, table: Float64Array, misses: Float64Array): number => {
  const { start, member, goal, first, rows } = sums
  const count = goal.length
  const scale = Float64Array.from(goal, (sum, row) => Math.abs(sum - misses[row]!) || 1)
  const [price, rest, steered, ahead, met] = [new Float64Array(count), misses.slice(), new Float64Array(count), new Float64Array(count), new Float64Array(count)]
  const share = new Float64Array(table.length)
  const sharesOf = (prices: Float64Array): void => {
    for (let one = 0; one < share.length; one += 1) {
      let sum = 0
      for (let at = first[one]!; at < first[one + 1]!; at += 1) sum += prices[rows[at]!]!
      share[one] = sum
    }
  }
  let size = 0
  for (let row = 0; row < count; row += 1) {
    steered[row] = rest[row]! / scale[row]!
    ahead[row] = steered[row]!
    size += rest[row]! * steered[row]!
  }
  const enough = size * 1e-10
  for (let step = 0; step < CONJUGATE_STEPS && size > enough; step += 1) {
    sharesOf(ahead)
    let along = 0
    for (let row = 0; row < count; row += 1) {
      let sum = 0
      for (let at = start[row]!; at < start[row + 1]!; at += 1) sum += share[member[at]!]! * table[member[at]!]!
      met[row] = sum
      along += sum * ahead[row]!
    }
    if (!(along > 0)) break
    const length = size / along
    let next = 0
    for (let row = 0; row < count; row += 1) {
      price[row] = price[row]! + length * ahead[row]!
      rest[row] = rest[row]! - length * met[row]!
      steered[row] = rest[row]! / scale[row]!
      next += rest[row]! * steered[row]!
    }
    for (let row = 0; row < count; row += 1) ahead[row] = steered[row]! + (next / size) * ahead[row]!
    size = next
  }
  sharesOf(price)
  let length = 1
  for (const own of share) if (own < 0) length = Math.min(length, 0.9 / -own)
  for (let one = 0; one < table.length; one += 1) table[one] = table[one]! * (1 + length * share[one]!)
  return length
}

const SWEEPS = 40
const NEWTON_STEPS = 8
/** A step as short as this says that there is no such table. */
const STUCK = 0.02
const SETTLED = 1e-8

/** Brings a table to all its sums, a zero staying zero; answers the largest miss that is left. */
export const settle = (sums: Sums, table: Float64Array): number => {
  rake(sums, table, SWEEPS, SETTLED / 10)
  const misses = new Float64Array(sums.goal.length)
  let miss = missesOf(sums, table, misses)
  for (let step = 0; step < NEWTON_STEPS && miss > SETTLED; step += 1) {
    if (newtonStep(sums, table, misses) < STUCK) break
    miss = missesOf(sums, table, misses)
  }
  return miss
}

/**
 * Raking (iterative proportional fitting): each row in turn is scaled to its sum, until all agree. From any positive beginning
 * it comes to a table that satisfies all of them, as near to the beginning as there is one. Answers the largest miss left.
 */
const rake = ({ start, member, goal, first, rows }: Sums, table: Float64Array, sweeps: number, near: number): number => {
  const waiting = new Uint8Array(goal.length).fill(1)
  let miss = 0
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    miss = 0
    for (let row = 0; row < goal.length; row += 1) {
      if (waiting[row] === 0) continue
      waiting[row] = 0
      const end = start[row + 1]!
      let sum = 0
      for (let at = start[row]!; at < end; at += 1) sum += table[member[at]!]!
      const off = Math.abs(goal[row]! - sum)
      if (off <= near / 4) continue
      if (off > miss) miss = off
      if (sum === 0) continue
      const factor = goal[row]! / sum
      for (let at = start[row]!; at < end; at += 1) {
        const one = member[at]!
        table[one] = table[one]! * factor
        for (let place = first[one]!; place < first[one + 1]!; place += 1) waiting[rows[place]!] = 1
      }
      waiting[row] = 0
    }
    if (miss <= near) break
  }
  return miss
}
