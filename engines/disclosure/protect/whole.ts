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
  /** Exact: every cell that the change meets is added up, whether a walk knew of it or not. Undefined where one that may not move does. */
  wholeOf(change: Change): Whole | undefined
}

const openCheck = ({ table, primaries }: Looked, { first, cells }: Places, free: Uint8Array): Ground['wholeOf'] => {
  const sum = new Float64Array(table.value.length)
  const place = new Int32Array(table.value.length).fill(-1)
  primaries.forEach((one, index) => {
    place[one] = index
  })
  return (change) => {
    const met: number[] = []
    let holds = true
    change.at.forEach((one, k) => {
      if (table.inner[one]! + change.by[k]! < 0) holds = false
      for (let at = first[one]!; at < first[one + 1]!; at += 1) {
        const cell = cells[at]!
        if (sum[cell] === 0) met.push(cell)
        sum[cell] = sum[cell]! + change.by[k]!
      }
    })
    const moved: number[] = []
    const by: number[] = []
    for (const cell of met) {
      const own = sum[cell]!
      sum[cell] = 0
      if (own === 0) continue
      if (free[cell] === 0) holds = false
      if (place[cell]! < 0) continue
      moved.push(place[cell]!)
      by.push(own)
    }
    return holds ? { change, moved, by } : undefined
  }
}

/** `hidden`: 1 where a cell may move. */
export const openGround = (table: Table, sensitive: Sensitive, plain: Relations, primaries: readonly number[], hidden: Uint8Array): Ground => {
  const looked = { table, sensitive, primaries }
  return { ...looked, walk: openWalk(table, sumsOf(table, plain, hidden), primaries), wholeOf: openCheck(looked, placesOf(table), hidden.slice()) }
}
