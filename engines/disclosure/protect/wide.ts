import { cellCount, type Sensitive, type Table } from '#engines/disclosure/shapes.ts'
import type { Interval } from './interval.ts'
import { moreRoom } from './linear.ts'
import { candidatesOf, type Cost } from './order.ts'
import { sumsOf } from './rake.ts'
import { push, type Reach } from './reach.ts'
import { labelledRelations, type Relations } from './relations.ts'

/** Rounds of pushing before more is hidden for those that stayed unsafe, one stage after the other. */
const STAGES = [14, 8, 8, 8, 8, 8, 8, 8]

/**
 * The same as `protectInterval` for tables of tens of thousands of cells, where a programme for each primary would take hours:
 * whole tables are moved at once, and a primary that stays unsafe has one more circuit hidden for it.
 */
export const protectWide = (table: Table, sensitive: Sensitive, relations: Relations, cost: Cost, from: readonly number[]): Interval => {
  const hidden = Uint8Array.from(sensitive.primary)
  for (const cell of from) hidden[cell] = 1
  const all = Array.from({ length: cellCount(table) }, (_, cell) => cell)
  const primaries = all.filter((cell) => sensitive.primary[cell] === 1)
  const plain = labelledRelations(table)
  const reach: Reach = { low: new Map(), high: new Map() }
  let unsafe: readonly number[] = primaries
  for (const [stage, rounds] of STAGES.entries()) {
    if (stage > 0) {
      // A cell smaller than k has too little to give.
      const candidates = candidatesOf(table, sensitive, cost).filter((cell) => hidden[cell] === 0 && table.value[cell]! >= sensitive.k)
      for (const cell of moreRoom(table, relations, all.filter((own) => hidden[own] === 1), candidates, unsafe)) hidden[cell] = 1
    }
    unsafe = push(table, sensitive, sumsOf(table, plain, hidden), reach, primaries, rounds, stage)
    if (unsafe.length === 0) break
  }
  return { secondary: all.filter((cell) => hidden[cell] === 1 && sensitive.primary[cell] === 0), lost: unsafe }
}
