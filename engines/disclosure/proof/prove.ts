import type { Change } from '#engines/disclosure/protect/local.ts'
import { relationsOf } from '#engines/disclosure/protect/relations.ts'
import { witnessesOf } from '#engines/disclosure/protect/interval.ts'
import type { Sensitive, Table } from '#engines/disclosure/shapes.ts'
import type { Solver } from '#engines/disclosure/solver.ts'

/** A table of finest cells, by where it differs from the true one: [finest cell, value there]. */
export type Witness = readonly (readonly [inner: number, value: number])[]

export interface Proof {
  /** Each once, however many primaries it speaks for. */
  readonly tables: readonly Witness[]
  readonly targets: readonly { readonly cell: number; readonly low: number; readonly high: number }[]
}

export interface Proven {
  readonly proof: Proof
  /** Primaries for which no two tables were found. */
  readonly unproven: readonly number[]
}

/** Whole tables that somebody who reads the release cannot tell from the true one: two for each primary, low and high. */
export const prove = (table: Table, sensitive: Sensitive, hidden: Uint8Array, solver: Solver): Proven => {
  const tables: Witness[] = []
  const indexOf = new Map<Change, number>()
  const note = (change: Change): number => {
    const known = indexOf.get(change)
    if (known !== undefined) return known
    const index = tables.push(change.at.map((inner, k) => [inner, table.inner[inner]! + change.by[k]!] as const)) - 1
    indexOf.set(change, index)
    return index
  }
  const targets: { cell: number; low: number; high: number }[] = []
  const unproven: number[] = []
  for (const [cell, shown] of witnessesOf(table, sensitive, hidden, relationsOf(table), solver))
    if (shown === undefined) unproven.push(cell)
    else targets.push({ cell, low: note(shown.low), high: note(shown.high) })
  return { proof: { tables, targets }, unproven }
}
