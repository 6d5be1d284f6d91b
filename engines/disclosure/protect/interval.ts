import type { Sensitive, Table } from '#engines/disclosure/shapes.ts'
import type { Solver } from '#engines/disclosure/solver.ts'
import type { Sparse } from './echelon.ts'
import { freedomOf } from './linear.ts'
import { openLocal, type Local } from './local.ts'
import type { Cost } from './order.ts'
import { openNearby, placesOf, type Nearby } from './places.ts'
import type { Relations } from './relations.ts'
import { openWitnesses, type Shown, type Witnesses } from './witnesses.ts'

export interface Interval {
  readonly secondary: readonly number[]
  /** Primaries for which no room was found, whatever is hidden. */
  readonly lost: readonly number[]
  /** Two changes in whole numbers for each primary, as far as they were found. */
  readonly shown: ReadonlyMap<number, Shown>
}

/** How many finest cells are looked at around a primary, one size after the other. */
const PROOF_SIZES = [60, 240, 1000, 4000]
const REPAIR_SIZES = [40, 160, 640, 2500]
/** Changes that are looked for anew while cells are opened again; what is left then stays hidden. */
const MOST_TRIALS = 6000

interface Bench {
  readonly table: Table
  readonly sensitive: Sensitive
  readonly hidden: Uint8Array
  readonly open: Uint8Array
  readonly local: Local
  readonly nearby: Nearby
  readonly witnesses: Witnesses
  readonly circuits: Map<number, readonly number[]>
}

/** The finest cells in the smallest circuit of each hidden cell: mostly enough to show that it can move. */
const innerOfCircuits = ({ start, member }: Table, circuits: readonly Sparse[]): Map<number, readonly number[]> => {
  const size = ({ at }: Sparse): number => at.reduce((sum, cell) => sum + start[cell + 1]! - start[cell]!, 0)
  const best = new Map<number, Sparse>()
  for (const circuit of [...circuits].sort((a, b) => size(a) - size(b))) for (const cell of circuit.at) if (!best.has(cell)) best.set(cell, circuit)
  const within = new Map<Sparse, readonly number[]>()
  for (const circuit of best.values()) {
    if (within.has(circuit) || size(circuit) > PROOF_SIZES.at(-1)!) continue
    const all = new Set<number>()
    for (const cell of circuit.at) for (let at = start[cell]!; at < start[cell + 1]!; at += 1) all.add(member[at]!)
    within.set(circuit, [...all].sort((a, b) => a - b))
  }
  return new Map([...best].flatMap(([cell, circuit]) => (within.has(circuit) ? [[cell, within.get(circuit)!] as const] : [])))
}

const cellsWhere = (flags: Uint8Array): number[] => Array.from({ length: flags.length }, (_, cell) => cell).filter((cell) => flags[cell] === 1)

/** Cells that somebody knows by themselves stay as they are while anybody else's primary is looked at. */
const outsideView = <T>({ sensitive: { contributor }, hidden, open }: Bench, one: number, look: () => T): T => {
  if (contributor === undefined) return look()
  const known = cellsWhere(hidden).filter((cell) => contributor[cell]! >= 0 && contributor[cell] !== contributor[one])
  const before = known.map((cell) => open[cell]!)
  const show = (flag: 0 | 1): void => {
    known.forEach((cell, index) => {
      hidden[cell] = flag === 1 ? 0 : 1
      open[cell] = flag === 1 ? 1 : before[index]!
    })
  }
  show(1)
  const seen = look()
  show(0)
  return seen
}

/** Looks for the changes that a primary still lacks, near first. */
const prove = (bench: Bench, one: number, sizes: readonly number[]): boolean => outsideView(bench, one, () => proveFrom(bench, one, sizes))

const proveFrom = (bench: Bench, one: number, sizes: readonly number[]): boolean => {
  const { witnesses, local, circuits, nearby, table, sensitive } = bench
  const grounds: (() => readonly number[])[] = sizes.map((size) => () => nearby.around(one, size, () => true))
  const own = circuits.get(one)
  if (own !== undefined) grounds.unshift(() => own)
  for (const ground of grounds) {
    const within = ground()
    for (const upward of [false, true]) {
      const lack = witnesses.lack(one)
      if (lack === undefined) return true
      if (upward) {
        const found = local.move(one, within, Math.max(1, sensitive.required[one]!), lack.up)
        if (found !== undefined) witnesses.learn(found)
      } else if (lack.down > 0) {
        const found = local.move(one, within, -Math.max(1, Math.min(sensitive.required[one]!, table.value[one]!)), -lack.down)
        if (found !== undefined) witnesses.learn(found)
      }
    }
    if (witnesses.lack(one) === undefined) return true
    if (within.length < (sizes[0] ?? 0) && ground !== grounds[0]) break
  }
  return false
}

const repair = (bench: Bench, one: number, cost: Cost): boolean => {
  const { local, nearby, hidden, witnesses, table, sensitive } = bench
  const price = (cell: number): number => 1 + Math.log2(1 + table.value[cell]!) / 8 + (cost[cell]! > 0 && table.value[cell] === 0 ? 0.5 : 0)
  for (const size of REPAIR_SIZES) {
    const within = nearby.around(one, size, () => true)
    for (const upward of [false, true]) {
      const lack = witnesses.lack(one)
      if (lack === undefined) return true
      const amount = upward ? lack.up : -Math.max(1, Math.min(table.value[one]!, sensitive.required[one]!))
      if (!upward && table.value[one] === 0) continue
      const more = outsideView(bench, one, () => (local.move(one, within, amount, amount) !== undefined ? undefined : local.toHide(one, within, amount, price)))
      if (more === undefined) continue
      for (const cell of more) hidden[cell] = 1
      prove(bench, one, [size])
    }
    if (witnesses.lack(one) === undefined) return true
    if (within.length < size) break
  }
  return prove(bench, one, PROOF_SIZES)
}

/** Opens what nothing rests on, then what can be spared because other changes are found, dearest first. */
const prune = (bench: Bench, relations: Relations, cost: Cost): void => {
  const { hidden, sensitive, witnesses } = bench
  const guarded = (cell: number): boolean => sensitive.primary[cell] === 1
  const all = cellsWhere(hidden)
  for (const cell of all) if (!guarded(cell) && !witnesses.used(cell)) hidden[cell] = 0
  const still = all.filter((cell) => hidden[cell] === 1)
  const freedom = freedomOf(bench.table, relations, still)
  let trials = 0
  for (const cell of still.filter((own) => !guarded(own)).sort((a, b) => cost[b]! - cost[a]! || a - b)) {
    if (freedom.fixes(cell, guarded)) continue
    const resting = witnesses.restingOn(cell)
    if (trials + resting.length > MOST_TRIALS) continue
    trials += resting.length
    hidden[cell] = 0
    const putBack = witnesses.forget(resting)
    if (resting.every((one) => prove(bench, one, PROOF_SIZES.slice(0, 3)))) freedom.open(cell)
    else {
      hidden[cell] = 1
      putBack()
    }
  }
}

const openBench = (table: Table, sensitive: Sensitive, hidden: Uint8Array, circuits: readonly Sparse[], solver: Solver): Bench => {
  const places = placesOf(table)
  const open = Uint8Array.from(sensitive.open)
  const local = openLocal(table, places, hidden, open, solver)
  return { table, sensitive, hidden, open, local, nearby: openNearby(table, places), witnesses: openWitnesses(table, sensitive, local), circuits: innerOfCircuits(table, circuits) }
}

/**
 * From a pattern that hides every primary to one that leaves each an interval wide enough. That a primary can move far
 * enough is shown by a change of a few finest cells near by, found by a small linear programme and checked exactly; only
 * where there is none is more hidden, the cheapest cells that give room.
 */
export const protectInterval = (
  table: Table,
  sensitive: Sensitive,
  relations: Relations,
  cost: Cost,
  from: { readonly secondary: readonly number[]; readonly circuits: readonly Sparse[] },
  solver: Solver,
): Interval => {
  const hidden = Uint8Array.from(sensitive.primary)
  for (const cell of from.secondary) hidden[cell] = 1
  const bench = openBench(table, sensitive, hidden, from.circuits, solver)
  const primaries = cellsWhere(sensitive.primary)
  const unproven = primaries.filter((one) => !prove(bench, one, PROOF_SIZES.slice(0, 3)))
  const lost = unproven.filter((one) => !repair(bench, one, cost))
  prune(bench, relations, cost)
  const gone = new Set(lost)
  return {
    secondary: cellsWhere(hidden).filter((cell) => sensitive.primary[cell] === 0),
    lost,
    shown: new Map(primaries.filter((one) => !gone.has(one)).map((one) => [one, bench.witnesses.shown(one)])),
  }
}

/** Two changes of the finest cells for each of these primaries under a pattern, as far as small ones near by are found. */
export const showNear = (table: Table, sensitive: Sensitive, hidden: Uint8Array, relations: Relations, primaries: readonly number[], solver: Solver): Map<number, Shown> => {
  if (primaries.length === 0) return new Map()
  const bench = openBench(table, sensitive, hidden, freedomOf(table, relations, cellsWhere(hidden)).circuits(), solver)
  return new Map(primaries.filter((one) => prove(bench, one, PROOF_SIZES)).map((one) => [one, bench.witnesses.shown(one)]))
}
