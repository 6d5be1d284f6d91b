import type { Sensitive, Table } from '#engines/disclosure/shapes.ts'
import type { Change } from './local.ts'
import { placesOf, type Places } from './places.ts'
import type { Relations } from './relations.ts'
import { sumsOf } from './sums.ts'
import { openWalk, type Walk } from './walk.ts'

/** A whole table that agrees with everything published, by what it changes, and how far it moves which of the primaries looked at. */
export interface Whole {
  readonly change: Change
  readonly moved: readonly number[]
  readonly by: readonly number[]
}

/** Whom whole tables are about. */
export interface Looked {
  readonly table: Table
  readonly sensitive: Sensitive
  readonly primaries: readonly number[]
}

/** Where whole tables are looked for. */
export interface Ground extends Looked {
  readonly walk: Walk
  /**
   * Exact: every cell that the change meets is added up, whether a walk knew of it or not. Undefined where one that may not move does.
   * `from`: what is changed is this table, which holds, rather than the true one.
   */
  wholeOf(change: Change, from?: Whole): Whole | undefined
}

const openCheck = ({ table, primaries }: Looked, { first, cells }: Places, free: Uint8Array): Ground['wholeOf'] => {
  const sum = new Float64Array(table.value.length)
  const place = new Int32Array(table.value.length).fill(-1)
  primaries.forEach((one, index) => {
    place[one] = index
  })
  return (change, from) => {
    const met: number[] = []
    let holds = true
    change.at.forEach((one, k) => {
      for (let at = first[one]!; at < first[one + 1]!; at += 1) {
        const cell = cells[at]!
        if (sum[cell] === 0) met.push(cell)
        sum[cell] = sum[cell]! + change.by[k]!
      }
    })
    const moved: { readonly at: number; readonly by: number }[] = []
    for (const cell of met) {
      const by = sum[cell]!
      sum[cell] = 0
      if (by === 0) continue
      if (free[cell] === 0) holds = false
      if (place[cell]! >= 0) moved.push({ at: place[cell]!, by })
    }
    if (!holds) return undefined
    const all = from === undefined ? change : bothOf(from.change, change)
    if (all.at.some((one, k) => table.inner[one]! + all.by[k]! < 0)) return undefined
    moved.sort((a, b) => a.at - b.at)
    const own: Change = { at: moved.map((one) => one.at), by: moved.map((one) => one.by) }
    const { at, by } = from === undefined ? own : bothOf({ at: from.moved, by: from.by }, own)
    return { change: all, moved: at, by }
  }
}

/** One change after the other, both in order; what comes to nothing is left out. */
const bothOf = (one: Change, other: Change): Change => {
  const [at, by]: [number[], number[]] = [[], []]
  const add = (place: number, own: number): void => {
    if (own === 0) return
    at.push(place)
    by.push(own)
  }
  let next = 0
  for (let k = 0; k < one.at.length; k += 1) {
    const place = one.at[k]!
    for (; next < other.at.length && other.at[next]! < place; next += 1) add(other.at[next]!, other.by[next]!)
    const isBoth = other.at[next] === place
    add(place, one.by[k]! + (isBoth ? other.by[next]! : 0))
    if (isBoth) next += 1
  }
  for (; next < other.at.length; next += 1) add(other.at[next]!, other.by[next]!)
  return { at, by }
}

/** `hidden`: 1 where a cell may move. */
export const openGround = (table: Table, sensitive: Sensitive, plain: Relations, primaries: readonly number[], hidden: Uint8Array): Ground => {
  const looked = { table, sensitive, primaries }
  return { ...looked, walk: openWalk(table, sumsOf(table, plain, hidden), primaries), wholeOf: openCheck(looked, placesOf(table), hidden.slice()) }
}
