import type { Sensitive, Table } from '#engines/disclosure/shapes.ts'
import { openEnds, spared } from './ends.ts'
import type { Change } from './local.ts'
import { labelledRelations, type Relations } from './relations.ts'
import { seek } from './seek.ts'
import { openGround } from './whole.ts'
import type { Shown } from './witnesses.ts'

/** Rounds without anything new before a proof is given up. */
const PATIENCE = 8

/** Primaries that are looked at together, because the same cells are known to whoever attacks them. */
interface View {
  readonly primaries: readonly number[]
  /** Whether somebody who attacks them stands alone behind a cell, and knows it. */
  readonly known: (cell: number) => boolean
}

const viewsOf = ({ contributor }: Sensitive, primaries: readonly number[]): View[] => {
  const whose = (cell: number): number => contributor?.[cell] ?? -1
  return [...new Set(primaries.map(whose))]
    .sort((a, b) => a - b)
    .map((who) => ({ primaries: primaries.filter((cell) => whose(cell) === who), known: (cell) => whose(cell) >= 0 && whose(cell) !== who }))
}

const seenFrom = ({ known }: View, hidden: Uint8Array): Uint8Array => hidden.map((flag, cell) => (flag === 1 && !known(cell) ? 1 : 0))

const NOTHING: Change = { at: [], by: [] }

/** Two whole tables for each of these primaries under a pattern, as far as they are found. `isHasty`: more can be hidden for who is left. */
export const showWhole = (table: Table, sensitive: Sensitive, hidden: Uint8Array, primaries: readonly number[], labelled?: Relations, isHasty = false): Map<number, Shown> => {
  if (primaries.length === 0) return new Map()
  const plain = labelled ?? labelledRelations(table)
  const shown = new Map<number, Shown>()
  for (const view of viewsOf(sensitive, primaries)) {
    const ground = openGround(table, sensitive, plain, view.primaries, seenFrom(view, hidden))
    const ends = openEnds(ground)
    seek(ground, ends, PATIENCE, isHasty)
    const few = spared(ground, ends)
    view.primaries.forEach((one, index) => {
      if (few.isSafe(index)) shown.set(one, { low: few.lowest[index]?.change ?? NOTHING, high: few.highest[index]?.change ?? NOTHING })
    })
  }
  return shown
}
