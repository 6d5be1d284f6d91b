import { refill } from './refill.ts'
import { lift, nextTask, place, STRIDE, type State } from './state.ts'

/**
 * Brings one need in, exactly: the shortest augmenting path (Tomizawa 1971; Edmonds & Karp 1972).
 *
 * By Dijkstra's algorithm it looks for the cheapest way to be served: a volunteer with a free task, or one
 * whose task is freed because another need moves on to its own next best, and so forth; or else that it, or a
 * need on the way, stays unmatched. Prices on volunteers keep every later step of a way at least 0: after the
 * search whatever was nearer than its end rises by the rest of the distance. It stops at the first end, and a
 * row is read no farther than its few cheapest edges while the bound of the others says that they are too far.
 */
export const insert = (state: State, added: number): void => {
  const { begin, end, col, cost, penalty, price, used, first, next, at, paid, few, rest } = state
  const { distance, byNeed, byCost, reached, heap } = state
  let best = penalty[added]!
  let last = -1
  let displaced = -1
  let need = added
  let base = 0
  let settled = -1
  let follower = -1
  for (;;) {
    // All edges of `need`, from `base`.
    let from = need * STRIDE
    let to = from + STRIDE
    let whole = rest[need]! - state.fallen + base < best
    if (whole) {
      refill(state, need)
      whole = rest[need]! - state.fallen + base < best
      if (whole) {
        from = begin[need]!
        to = end[need]!
      }
    }
    state.work += to - from
    while (from < to) {
      let j: number
      let c: number
      if (whole) {
        j = col[from]!
        c = cost[from]!
        from += 1
      } else {
        j = few[from]!
        if (j === -1) break
        c = few[from + 1]!
        from += 2
      }
      const d = base + c + price[j]!
      if (d >= best || d >= distance[j]!) continue
      if (distance[j] === Infinity) reached.push(j)
      distance[j] = d
      byNeed[j] = need
      byCost[j] = c
      const free = nextTask(state, j) - price[j]!
      const ends = free > 0 ? d + free : d
      if (ends < best) {
        best = ends
        last = j
        displaced = -1
        if (free <= 0) continue
      }
      if (used[j]! > 0) heap.push(j, d)
    }
    // The next need that would move on: of the volunteer at hand, or of the next nearest.
    while (follower === -1) {
      if (heap.least() >= best) break
      const d = heap.least()
      settled = heap.pop()
      if (d <= distance[settled]!) follower = first[settled]!
    }
    if (follower === -1) break
    need = follower
    follower = next[need]!
    base = distance[settled]! - paid[need]! - price[settled]!
    if (base + penalty[need]! < best) {
      best = base + penalty[need]!
      last = settled
      displaced = need
    }
  }
  heap.size = 0
  for (const j of reached) {
    const d = distance[j]!
    if (d < best) price[j] = price[j]! + best - d
    distance[j] = Infinity
  }
  reached.length = 0

  if (last === -1) return
  if (displaced === -1) used[last] = used[last]! + 1
  else lift(state, displaced)
  for (let volunteer = last; volunteer !== -1; ) {
    const mover = byNeed[volunteer]!
    const left = at[mover]!
    if (left !== -1) lift(state, mover)
    place(state, mover, volunteer, byCost[volunteer]!)
    volunteer = left
  }
}
