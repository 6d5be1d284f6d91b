import { cellCount, type Sensitive, type Table } from '#engines/disclosure/shapes.ts'
import { narrow } from './bounds.ts'
import type { Interval } from './interval.ts'
import { moreRoom } from './linear.ts'
import type { Change } from './local.ts'
import { candidatesOf, type Cost } from './order.ts'
import { isLabelled, labelledRelations, type Relations } from './relations.ts'
import { showWhole } from './show-whole.ts'
import { plainOf } from './sums.ts'
import type { Shown } from './witnesses.ts'

/** How often more is hidden for those whom sums alone leave too little room. */
const MOST_NARROW = 12
/** How often more is hidden for those of whom no two tables are found. */
const MORE = 8

/** What no table moves has no part in showing anything, and may be told. */
const openIdle = (table: Table, hidden: Uint8Array, { primary }: Sensitive, shown: ReadonlyMap<number, Shown>): void => {
  const moves = new Uint8Array(hidden.length)
  const by = new Float64Array(table.inner.length)
  const changes = new Set<Change>([...shown.values()].flatMap(({ low, high }) => [low, high]))
  for (const change of changes) {
    change.at.forEach((one, k) => {
      by[one] = change.by[k]!
    })
    for (let cell = 0; cell < hidden.length; cell += 1) {
      if (hidden[cell] === 0 || primary[cell] === 1 || moves[cell] === 1) continue
      let sum = 0
      for (let at = table.start[cell]!; at < table.start[cell + 1]!; at += 1) sum += by[table.member[at]!]!
      if (sum !== 0) moves[cell] = 1
    }
    for (const one of change.at) by[one] = 0
  }
  for (let cell = 0; cell < hidden.length; cell += 1) if (primary[cell] === 0 && moves[cell] === 0) hidden[cell] = 0
}

/**
 * The same as `protectInterval` for tables of tens of thousands of cells, where a programme for each primary would take hours.
 * First more is hidden for primaries that the published sums beside them hold too near; then whole tables in whole numbers are
 * looked for, and for whom none is found one more circuit is hidden. Tables found before stay right, since nothing is opened.
 */
export const protectWide = (table: Table, sensitive: Sensitive, relations: Relations, cost: Cost, from: readonly number[]): Interval => {
  const hidden = Uint8Array.from(sensitive.primary)
  for (const cell of from) hidden[cell] = 1
  const all = Array.from({ length: cellCount(table) }, (_, cell) => cell)
  const hideMore = (wanting: readonly number[]): boolean => {
    // A cell smaller than k has too little to give.
    const candidates = candidatesOf(table, sensitive, cost).filter((cell) => hidden[cell] === 0 && table.value[cell]! >= sensitive.k)
    const more = [...moreRoom(table, relations, all.filter((own) => hidden[own] === 1), candidates, wanting)].filter((cell) => hidden[cell] === 0)
    for (const cell of more) hidden[cell] = 1
    return more.length > 0
  }

  const labelled = isLabelled(table) ? relations : labelledRelations(table)
  const plain = plainOf(labelled)
  for (let round = 0, held = narrow(table, sensitive, plain, hidden); round < MOST_NARROW && held.length > 0 && hideMore(held); round += 1) held = narrow(table, sensitive, plain, hidden)

  const shown = new Map<number, Shown>()
  let left = all.filter((cell) => sensitive.primary[cell] === 1)
  for (let stage = 0; stage <= MORE && left.length > 0; stage += 1) {
    if (stage > 0 && !hideMore(left)) break
    for (const [one, own] of showWhole(table, sensitive, hidden, left, labelled, stage < MORE)) shown.set(one, own)
    left = left.filter((one) => !shown.has(one))
  }
  if (left.length === 0) openIdle(table, hidden, sensitive, shown)
  return { secondary: all.filter((cell) => hidden[cell] === 1 && sensitive.primary[cell] === 0), lost: left, shown }
}
