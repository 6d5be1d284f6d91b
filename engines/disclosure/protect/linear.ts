import { cellCount, type Sensitive, type Table } from '#engines/disclosure/shapes.ts'
import { openEchelon, PRIME, type Sparse } from './echelon.ts'
import { openFreedom, type Freedom } from './freedom.ts'
import { candidatesOf, type Cost } from './order.ts'
import type { Relations } from './relations.ts'

export interface Linear {
  /** Cells that stay hidden beside the primaries. */
  readonly secondary: readonly number[]
  /** Ways in which the hidden cells can change without any published one changing: cells, with remainders. */
  readonly circuits: readonly Sparse[]
  /** Primaries that follow from what must stay open, whatever else is hidden. */
  readonly lost: readonly number[]
}

const byCell = (relations: Relations, cells: number): Sparse[] => {
  const columns = Array.from({ length: cells }, (): { at: number[]; value: number[] } => ({ at: [], value: [] }))
  relations.forEach(({ at, value }, row) =>
    at.forEach((cell, k) => {
      columns[cell]!.at.push(row)
      columns[cell]!.value.push(value[k]!)
    }),
  )
  return columns
}

/**
 * Hides cells until no primary follows from the published ones by adding and subtracting.
 *
 * Langsrud (2024) opens cells, dearest first, unless a primary would then be a sum of open ones, and eliminates among the
 * open columns. Here the same is done from the other side, where there is less: a primary is safe exactly when hidden
 * cells, itself among them, can change together while every relation holds, a *circuit*. So primaries come first, then
 * candidates from the cheapest; the first that closes a circuit through an unsafe primary is hidden with the whole circuit,
 * and dear cells are never looked at. Afterwards every hidden cell that is not needed is opened again, dearest first.
 */
/** Takes columns in and answers their circuits, in cells. */
const openCircuits = (table: Table, relations: Relations) => {
  const columns = byCell(relations, cellCount(table))
  const echelon = openEchelon(relations.length, Int32Array.from(relations, ({ at }) => at.length))
  const independent: number[] = []
  return (cell: number): Sparse | undefined => {
    const circuit = echelon.take(columns[cell]!)
    if (circuit === undefined) {
      independent.push(cell)
      return undefined
    }
    return { at: [cell, ...circuit.at.map((index) => independent[index]!)], value: [1, ...circuit.value.map((own) => PRIME - own)] }
  }
}

/** All ways in which these cells can change together while every other stays. */
export const freedomOf = (table: Table, relations: Relations, hidden: readonly number[]): Freedom => {
  const close = openCircuits(table, relations)
  return openFreedom(hidden.map(close).filter((circuit) => circuit !== undefined))
}

/** For each cell that wants room, the cells of the cheapest circuit through it that is not yet hidden whole. */
export const moreRoom = (table: Table, relations: Relations, hidden: readonly number[], candidates: readonly number[], wanting: readonly number[]): Set<number> => {
  const close = openCircuits(table, relations)
  const left = new Set(wanting)
  // First those that want: later columns are told in terms of earlier ones.
  for (const cell of wanting) close(cell)
  for (const cell of hidden) if (!left.has(cell)) close(cell)
  const more = new Set<number>()
  for (const cell of candidates) {
    if (left.size === 0) break
    const circuit = close(cell)
    if (circuit === undefined || !circuit.at.some((one) => left.has(one))) continue
    for (const one of circuit.at) {
      left.delete(one)
      more.add(one)
    }
  }
  return more
}

/**
 * Hides cells until no primary follows from the published ones by adding and subtracting.
 *
 * Langsrud (2024) opens cells, dearest first, unless a primary would then be a sum of open ones, and eliminates among the
 * open columns. Here the same is done from the other side, where there is less: a primary is safe exactly when hidden
 * cells, itself among them, can change together while every relation holds, a *circuit*. So primaries come first, then
 * candidates from the cheapest; the first that closes a circuit through an unsafe primary is hidden with the whole circuit,
 * and dear cells are never looked at. Afterwards every hidden cell that is not needed is opened again, dearest first.
 */
export const protectLinear = (table: Table, sensitive: Sensitive, relations: Relations, cost: Cost): Linear => {
  const cells = cellCount(table)
  const close = openCircuits(table, relations)
  const unsafe = new Set<number>()
  const circuits: Sparse[] = []

  for (let cell = 0; cell < cells; cell += 1) {
    if (sensitive.primary[cell] === 0) continue
    // An empty sum is zero for everybody.
    unsafe.add(cell)
    if (table.start[cell] === table.start[cell + 1]) continue
    const circuit = close(cell)
    if (circuit !== undefined) circuits.push(circuit)
  }
  for (const { at } of circuits) for (const one of at) unsafe.delete(one)
  for (const cell of candidatesOf(table, sensitive, cost)) {
    if (unsafe.size === 0) break
    const circuit = close(cell)
    if (circuit === undefined || !circuit.at.some((one) => unsafe.has(one))) continue
    circuits.push(circuit)
    for (const one of circuit.at) unsafe.delete(one)
  }

  const lost = [...unsafe]
  const freedom = openFreedom(circuits)
  const guarded = (cell: number): boolean => sensitive.primary[cell] === 1
  const hidden = [...new Set(circuits.flatMap(({ at }) => at))].filter((cell) => !guarded(cell)).sort((a, b) => cost[b]! - cost[a]! || a - b)
  const secondary = hidden.filter((cell) => {
    if (freedom.fixes(cell, guarded)) return true
    freedom.open(cell)
    return false
  })
  return { secondary, circuits: freedom.circuits(), lost }
}
