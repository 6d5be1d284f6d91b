import { showNear } from '#engines/disclosure/protect/interval.ts'
import type { Change } from '#engines/disclosure/protect/local.ts'
import { isWide } from '#engines/disclosure/protect/protect.ts'
import { relationsOf } from '#engines/disclosure/protect/relations.ts'
import { showWhole } from '#engines/disclosure/protect/show-whole.ts'
import type { Shown } from '#engines/disclosure/protect/witnesses.ts'
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

type Changes = ReadonlyMap<number, Shown>

/** Small changes near by where the table is small, then whole tables; where it is large a programme for each would take hours. */
const search = (table: Table, sensitive: Sensitive, hidden: Uint8Array, primaries: readonly number[], solver: Solver): Changes => {
  const found = new Map(isWide(table) ? [] : showNear(table, sensitive, hidden, relationsOf(table), primaries, solver))
  // Those that are left have more room in tables of their own.
  for (let left = primaries; ; ) {
    left = left.filter((one) => !found.has(one))
    const more = showWhole(table, sensitive, hidden, left)
    if (more.size === 0) return found
    for (const [one, shown] of more) found.set(one, shown)
  }
}

/**
 * Whole tables that somebody who reads the release cannot tell from the true one: two for each primary, low and high. `shown`:
 * what `protect` answered with the very pattern; nothing is then looked for anew.
 */
export const prove = (table: Table, sensitive: Sensitive, hidden: Uint8Array, solver: Solver, shown?: Changes): Proven => {
  const primaries = [...sensitive.primary.keys()].filter((cell) => sensitive.primary[cell] === 1)
  const found = shown ?? search(table, sensitive, hidden, primaries, solver)
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
  for (const cell of primaries) {
    const own = found.get(cell)
    if (own === undefined) unproven.push(cell)
    else targets.push({ cell, low: note(own.low), high: note(own.high) })
  }
  return { proof: { tables, targets }, unproven }
}
