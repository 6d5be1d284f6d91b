import type { Bound } from './bound.ts'
import type { HoursInstance } from './instance.ts'

/** How far the bound rises, in parts of a cost unit, once something is decided: what no plan below that can do. */
export interface Losses {
  /** By edge: when the need is theirs. Infinity where that cannot be. */
  readonly edge: Float64Array
  /** By need: when nobody has it. */
  readonly out: Float64Array
}

/** Cells of one volunteer's table (needs × hours). With more, or where a limit of number can bind, they say nothing. */
const MOST_CELLS = 4_000_000

/**
 * Each volunteer's knapsack is filled from both ends, so that what it brings with or without each need is read off
 * where the two meet (Fischetti & Martello 1988, there to sort out items of one knapsack). A need that is
 * theirs is nobody else's: whoever would have taken it loses it.
 */
export const lossesOf = (instance: HoursInstance, { best: worth, lists, scale }: Bound): Losses => {
  const { capacityHours, capacity, penalty } = instance
  const { start, need, cost, hours } = lists
  const within = new Float64Array(need.length)
  const without = new Float64Array(need.length)
  const gain = (at: number): number => worth[need[at]!]! - cost[at]!
  for (let v = 0; v < capacity.length; v += 1) {
    const items: number[] = []
    for (let at = start[v]!; at < start[v + 1]!; at += 1) if (gain(at) > 0) items.push(at)
    const limit = capacityHours[v]!
    const width = limit + 1
    if (capacity[v]! < items.length || (items.length + 1) * width > MOST_CELLS) continue
    // front, row k: the most that the first k items bring within so many hours.
    const front = new Float64Array((items.length + 1) * width)
    items.forEach((at, k) => {
      const own = gain(at)
      const long = hours[at]!
      const row = k * width
      for (let c = 0; c < width; c += 1) {
        const not = front[row + c]!
        front[row + width + c] = c < long ? not : Math.max(not, front[row + c - long]! + own)
      }
    })
    const last = items.length * width
    const most = front[last + limit]!
    const together = (row: number, back: Float64Array, hoursLeft: number): number => {
      let sum = -Infinity
      for (let c = 0; c <= hoursLeft; c += 1) sum = Math.max(sum, front[row + c]! + back[hoursLeft - c]!)
      return sum
    }
    const back = new Float64Array(width)
    for (let k = items.length - 1; k >= 0; k -= 1) {
      const at = items[k]!
      const long = hours[at]!
      within[at] = most - gain(at) - together(k * width, back, limit - long)
      without[at] = most - together(k * width, back, limit)
      for (let c = limit; c >= long; c -= 1) back[c] = Math.max(back[c]!, back[c - long]! + gain(at))
    }
    for (let at = start[v]!; at < start[v + 1]!; at += 1)
      if (gain(at) <= 0) within[at] = most - gain(at) - front[last + limit - hours[at]!]!
  }
  const elsewhere = new Float64Array(penalty.length)
  for (let at = 0; at < need.length; at += 1) elsewhere[need[at]!] = elsewhere[need[at]!]! + without[at]!
  const edge = new Float64Array(instance.col.length).fill(Infinity)
  for (let at = 0; at < need.length; at += 1) edge[lists.edge[at]!] = within[at]! + elsewhere[need[at]!]! - without[at]!
  return { edge, out: Float64Array.from(penalty, (own, i) => own * scale - worth[i]! + elsewhere[i]!) }
}
