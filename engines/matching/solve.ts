import type { Assignment, Instance } from './instance.ts'
import { queue } from './queue.ts'

/**
 * Exact minimum-cost assignment by successive shortest augmenting paths (Tomizawa 1971; Edmonds & Karp 1972).
 *
 * Needs come in one by one. Each looks, by Dijkstra's algorithm, for the cheapest way to be served: a
 * volunteer with a free slot, or one whose slot is freed because another need moves on to its own next best,
 * and so forth; or else that it, or a need on the way, stays unmatched. Prices on volunteers keep every later
 * step of a way at least 0, which Dijkstra's algorithm needs: after each way, whatever was nearer than its
 * end rises by the rest of the distance. At all times, with the needs that are in,
 *   a need's edge is the cheapest by cost + price, and no dearer than its penalty;
 *   a volunteer's price is no less than their used slots and no more than their free ones;
 * so the assignment is optimal and the prices prove it. One Dijkstra a need: O(needs × (edges + volunteers) ×
 * log).
 */
export const solve = (instance: Instance): Assignment => {
  const { row, col, cost, penalty, slotRow, slotCost } = instance
  const needs = penalty.length
  const volunteers = slotRow.length - 1
  const edge = new Int32Array(needs).fill(-1)
  const slot = new Int32Array(needs).fill(-1)
  const price = Float64Array.from({ length: volunteers }, (_, j) =>
    slotRow[j]! < slotRow[j + 1]! ? slotCost[slotRow[j]!]! : 0,
  )
  const taken = new Int32Array(slotCost.length)
  const used = new Int32Array(volunteers)
  const distance = new Float64Array(volunteers).fill(Infinity)
  const reachedBy = new Int32Array(volunteers)
  const reachedOver = new Int32Array(volunteers)
  const reached: number[] = []
  const open = queue()

  const settle = (end: number, displaced: number): void => {
    let at = end
    let into = displaced === -1 ? slotRow[at]! + used[at]! : slot[displaced]!
    if (displaced === -1) used[at] = used[at]! + 1
    else edge[displaced] = -1
    for (;;) {
      const need = reachedBy[at]!
      const left = edge[need]!
      const leftSlot = slot[need]!
      edge[need] = reachedOver[at]!
      slot[need] = into
      taken[into] = need
      if (left === -1) return
      at = col[left]!
      into = leftSlot
    }
  }

  const insert = (added: number): number => {
    // The best end so far: nobody (−1: the added need stays out), or a volunteer's free slot, or, at a
    // volunteer, the need that stays out instead.
    let best = penalty[added]!
    let end = -1
    let displaced = -1

    const reach = (need: number, base: number): void => {
      for (let e = row[need]!; e < row[need + 1]!; e += 1) {
        const j = col[e]!
        const d = base + cost[e]! + price[j]!
        if (d >= best || d >= distance[j]!) continue
        if (distance[j] === Infinity) reached.push(j)
        distance[j] = d
        reachedBy[j] = need
        reachedOver[j] = e
        open.push(j, d)
      }
    }

    reach(added, 0)
    while (open.least() < best) {
      const d = open.least()
      const j = open.pop()
      if (d > distance[j]!) continue
      const free = slotRow[j]! + used[j]!
      if (free < slotRow[j + 1]! && d + slotCost[free]! - price[j]! < best) {
        best = d + slotCost[free]! - price[j]!
        end = j
        displaced = -1
      }
      for (let s = slotRow[j]!; s < free; s += 1) {
        const other = taken[s]!
        const base = d - cost[edge[other]!]! - price[j]!
        if (base + penalty[other]! < best) {
          best = base + penalty[other]!
          end = j
          displaced = other
        }
        reach(other, base)
      }
    }

    for (const j of reached) {
      if (distance[j]! < best) price[j] = price[j]! + best - distance[j]!
      distance[j] = Infinity
    }
    reached.length = 0
    open.clear()
    if (end !== -1) settle(end, displaced)
    return best
  }

  // The prices' bound rises by exactly the length of each way.
  let dual = 0
  for (let need = 0; need < needs; need += 1) dual += insert(need)
  return { edge, price, dual }
}
