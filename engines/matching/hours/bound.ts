import { scaleOf, type HoursInstance } from './instance.ts'
import { openKnapsack, type Knapsack } from './knapsack.ts'

/** Edges by volunteer: those of `v` at `start[v] … start[v + 1] − 1`, without those longer than their hours. */
export interface ByVolunteer {
  readonly start: Int32Array
  readonly need: Int32Array
  /** Index of the edge in the instance. */
  readonly edge: Int32Array
  readonly cost: Float64Array
  readonly hours: Int32Array
}

/** The same edges from the side of the volunteers, who choose in the bound; costs in parts of a unit. */
export const byVolunteer = ({ row, col, cost, hours, capacityHours, capacity, penalty }: HoursInstance, scale: number): ByVolunteer => {
  const start = new Int32Array(capacity.length + 1)
  const fits = (e: number): boolean => hours[e]! <= capacityHours[col[e]!]! && capacity[col[e]!]! > 0
  for (let e = 0; e < col.length; e += 1) if (fits(e)) start[col[e]! + 1] = start[col[e]! + 1]! + 1
  for (let v = 0; v < capacity.length; v += 1) start[v + 1] = start[v + 1]! + start[v]!
  const place = start.slice()
  const kept = start[capacity.length]!
  const own = { need: new Int32Array(kept), edge: new Int32Array(kept), cost: new Float64Array(kept), hours: new Int32Array(kept) }
  for (let need = 0; need < penalty.length; need += 1)
    for (let e = row[need]!; e < row[need + 1]!; e += 1) {
      if (!fits(e)) continue
      const at = place[col[e]!]!
      place[col[e]!] = at + 1
      own.need[at] = need
      own.edge[at] = e
      own.cost[at] = cost[e]! * scale
      own.hours[at] = hours[e]!
    }
  return { start, ...own }
}

/** What is kept while the bound is raised. */
export interface Bound {
  readonly scale: number
  readonly lists: ByVolunteer
  readonly knapsack: Knapsack
  /** By need: never above its penalty. */
  readonly worth: Float64Array
  readonly best: Float64Array
  /** In parts of a cost unit. */
  bestValue: number
  /** By need: how many volunteers would take it at these worths. */
  readonly takers: Int32Array
  /** By need: of them, the edge that costs least, or −1. */
  readonly taken: Int32Array
}

/** At worths of 0: nobody would take anything, and nothing is known of the bound yet. */
export const openBound = (instance: HoursInstance): Bound => {
  const scale = scaleOf(instance)
  const lists = byVolunteer(instance, scale)
  const needs = instance.penalty.length
  let longest = 0
  for (let v = 0; v < instance.capacity.length; v += 1) longest = Math.max(longest, lists.start[v + 1]! - lists.start[v]!)
  return {
    scale,
    lists,
    knapsack: openKnapsack(longest),
    worth: new Float64Array(needs),
    best: new Float64Array(needs),
    bestValue: -Infinity,
    takers: new Int32Array(needs),
    taken: new Int32Array(needs),
  }
}

/**
 * The bound of the worths as they are (Lagrange; the constraint "a need has one volunteer, or is out" is what they
 * price): Σ worth − Σ volunteers the most that a choice within their limits brings over its cost.
 */
export const evaluate = (instance: HoursInstance, bound: Bound): number => {
  const { worth, takers, taken, knapsack, lists } = bound
  const { start, need, edge, cost, hours } = lists
  const { capacityHours, capacity } = instance
  const { profit, hours: length, taken: chosen } = knapsack
  takers.fill(0)
  taken.fill(-1)
  let value = 0
  for (let i = 0; i < worth.length; i += 1) value += worth[i]!
  const item = new Int32Array(profit.length)
  for (let v = 0; v < capacity.length; v += 1) {
    let count = 0
    for (let at = start[v]!; at < start[v + 1]!; at += 1) {
      const gain = worth[need[at]!]! - cost[at]!
      if (gain <= 0) continue
      profit[count] = gain
      length[count] = hours[at]!
      item[count] = at
      count += 1
    }
    if (count === 0) continue
    value -= knapsack.fill(count, capacityHours[v]!, capacity[v]!)
    for (let k = 0; k < count; k += 1) {
      if (chosen[k] === 0) continue
      const at = item[k]!
      const i = need[at]!
      takers[i] = takers[i]! + 1
      const before = taken[i]!
      if (before === -1 || instance.cost[edge[at]!]! < instance.cost[before]!) taken[i] = edge[at]!
    }
  }
  if (value > bound.bestValue) {
    bound.bestValue = value
    bound.best.set(worth)
  }
  return value
}
