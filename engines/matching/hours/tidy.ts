import { renumber } from '#engines/matching/tasks/renumber.ts'
import type { HoursInstance } from './instance.ts'

export interface Tidy {
  readonly instance: HoursInstance
  /** By new number: the old one. */
  readonly need: Int32Array
  readonly edge: Int32Array
}

/**
 * The same instance for the solver: without edges that nobody can take, those of a need from the cheapest on, and
 * neighbours beside each other in memory.
 */
export const tidy = (given: HoursInstance): Tidy => {
  const { row, col, cost, hours, penalty, capacity, capacityHours } = given
  const needs = penalty.length
  const kept = new Int32Array(col.length)
  const keptRow = new Int32Array(needs + 1)
  let count = 0
  for (let i = 0; i < needs; i += 1) {
    for (let e = row[i]!; e < row[i + 1]!; e += 1) {
      if (hours[e]! > capacityHours[col[e]!]! || capacity[col[e]!]! === 0) continue
      kept[count] = e
      count += 1
    }
    keptRow[i + 1] = count
    kept.subarray(keptRow[i], count).sort((a, b) => cost[a]! - cost[b]! || a - b)
  }
  const from = kept.subarray(0, count)
  const near = renumber({
    row: keptRow,
    col: Int32Array.from(from, (e) => col[e]!),
    // The old place of each edge goes along as its cost.
    cost: Int32Array.from(from),
    penalty: new Int32Array(needs),
    capacity,
    load: Int32Array.of(0),
  })
  const edge = near.instance.cost
  return {
    instance: {
      row: near.instance.row,
      col: near.instance.col,
      cost: Int32Array.from(edge, (e) => cost[e]!),
      hours: Int32Array.from(edge, (e) => hours[e]!),
      penalty: Float64Array.from(near.needs, (i) => penalty[i]!),
      capacityHours: Int32Array.from(near.volunteers, (v) => capacityHours[v]!),
      capacity: near.instance.capacity,
    },
    need: near.needs,
    edge,
  }
}
