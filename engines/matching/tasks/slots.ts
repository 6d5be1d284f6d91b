import type { State } from './state.ts'

/**
 * Who holds which task during an auction, and for how much: a heap for each volunteer, the lowest bid on top,
 * at `start[j] … start[j] + used[j] − 1` of `need` and `bid`.
 */
export interface Slots {
  readonly start: Int32Array
  readonly need: Int32Array
  readonly bid: Float64Array
}

/** As many slots as a volunteer has capacity, yet no more than edges, so that a capacity of 10,000 costs nothing. */
export const openSlots = ({ capacity, col }: State): Slots => {
  const volunteers = capacity.length
  const start = new Int32Array(volunteers + 1)
  let total = 0
  for (let j = 0; j < volunteers; j += 1) total += capacity[j]!
  const degree = total > col.length ? new Int32Array(volunteers) : null
  if (degree !== null) for (let e = 0; e < col.length; e += 1) degree[col[e]!] = degree[col[e]!]! + 1
  for (let j = 0; j < volunteers; j += 1)
    start[j + 1] = start[j]! + (degree === null ? capacity[j]! : Math.min(capacity[j]!, degree[j]!))
  return { start, need: new Int32Array(start[volunteers]!), bid: new Float64Array(start[volunteers]!) }
}

/** Adds a bid to a heap that has `size` bids, from `home` on. */
export const addBid = ({ need, bid }: Slots, home: number, size: number, by: number, amount: number): void => {
  let at = size
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (bid[home + parent]! <= amount) break
    bid[home + at] = bid[home + parent]!
    need[home + at] = need[home + parent]!
    at = parent
  }
  bid[home + at] = amount
  need[home + at] = by
}

/** Puts a bid in the place of the lowest. */
export const outbid = ({ need, bid }: Slots, home: number, size: number, by: number, amount: number): void => {
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= size) break
    if (child + 1 < size && bid[home + child + 1]! < bid[home + child]!) child += 1
    if (bid[home + child]! >= amount) break
    bid[home + at] = bid[home + child]!
    need[home + at] = need[home + child]!
    at = child
  }
  bid[home + at] = amount
  need[home + at] = by
}
