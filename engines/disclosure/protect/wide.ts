import { cellCount, type Sensitive, type Table } from '#engines/disclosure/shapes.ts'
import type { Interval } from './interval.ts'
import { moreRoom } from './linear.ts'
import { candidatesOf, type Cost } from './order.ts'
import { sumsOf } from './rake.ts'
import { push, type Reach } from './reach.ts'
import { labelledRelations, type Relations } from './relations.ts'
import { showWhole } from './show-whole.ts'
import type { Shown } from './witnesses.ts'

/** Rounds of pushing before more is hidden for those that stayed unsafe, one stage after the other. */
const STAGES = [14, 8, 8, 8, 8, 8, 8, 8]
/** How often more is hidden for those of whom no two tables in whole numbers are found. */
const MORE = 6

/**
 * The same as `protectInterval` for tables of tens of thousands of cells, where a programme for each primary would take hours:
 * whole tables are moved at once, and a primary that stays unsafe has one more circuit hidden for it. That is shown with
 * fractions; then tables in whole numbers are looked for, and what is hidden for one takes nothing from another.
 */
export const protectWide = (table: Table, sensitive: Sensitive, relations: Relations, cost: Cost, from: readonly number[]): Interval => {
  const hidden = Uint8Array.from(sensitive.primary)
  for (const cell of from) hidden[cell] = 1
  const all = Array.from({ length: cellCount(table) }, (_, cell) => cell)
  const primaries = all.filter((cell) => sensitive.primary[cell] === 1)
  const hideMore = (wanting: readonly number[]): void => {
    // A cell smaller than k has too little to give.
    const candidates = candidatesOf(table, sensitive, cost).filter((cell) => hidden[cell] === 0 && table.value[cell]! >= sensitive.k)
    for (const cell of moreRoom(table, relations, all.filter((own) => hidden[own] === 1), candidates, wanting)) hidden[cell] = 1
  }

  const plain = labelledRelations(table)
  const reach: Reach = { low: new Map(), high: new Map() }
  let unsafe: readonly number[] = primaries
  for (const [stage, rounds] of STAGES.entries()) {
    if (stage > 0) hideMore(unsafe)
    unsafe = push(table, sensitive, sumsOf(table, plain, hidden), reach, primaries, rounds, stage)
    if (unsafe.length === 0) break
  }

  const shown = new Map<number, Shown>()
  let left = primaries
  for (let stage = 0; stage <= MORE && left.length > 0; stage += 1) {
    if (stage > 0) hideMore(left)
    for (const [one, own] of showWhole(table, sensitive, hidden, left)) shown.set(one, own)
    left = left.filter((one) => !shown.has(one))
  }
  return { secondary: all.filter((cell) => hidden[cell] === 1 && sensitive.primary[cell] === 0), lost: unsafe.filter((one) => !shown.has(one)), shown }
}
