import { refill } from './refill.ts'
import { lift, nextTask, place, raise, STRIDE, type State } from './state.ts'

/**
 * Brings one need in: the shortest augmenting path (Tomizawa 1971; Edmonds & Karp 1972).
 *
 * By Dijkstra's algorithm it looks for the cheapest way to be served: a volunteer with a free task, or one
 * whose task is freed because another need moves on to its own next best, and so forth; or else that it, or a
 * need on the way, stays unmatched. Prices on volunteers keep every later step of a way at least 0: after the
 * search whatever was nearer than its end rises by the rest of the distance. It stops at the first end.
 *
 * Of a need's edges the few cheapest are read. All others wait in the queue as one, at the bound below which none
 * of them is; mostly the search has ended before it gets there.
 */
export const insert = (state: State, added: number): void => {
  const { begin, end, col, cost, penalty, price, used, first, next, at, served, few, rest } = state
  const { distance, byNeed, byCost, reached, queue } = state
  served[added] = penalty[added]!
  reached.length = 0
  refill(state, added)
  // Counted from its cheapest edge, no distance is below 0.
  const nearest = few[added * STRIDE]!
  const zero = nearest === -1 || price[nearest] === Infinity ? 0 : -few[added * STRIDE + 1]! - price[nearest]!
  let best = zero + penalty[added]!
  let last = -1
  let displaced = -1
  let need = added
  let base = zero
  let settled = -1
  let follower = -1
  let looked = true
  let whole = false
  for (;;) {
    // The edges of `need`, from `base`.
    let from = whole ? begin[need]! : need * STRIDE
    const to = whole ? end[need]! : from + STRIDE
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
      if (used[j]! > 0) queue.push(j, d)
    }
    const others = rest[need]! - state.fallen + base
    if (!whole && others < best) queue.push(~(2 * need + (looked ? 1 : 0)), others)

    // What is nearest: other edges of a need, or a volunteer, whose needs would move on.
    let again = false
    while (follower === -1 && !again && queue.least() < best) {
      const d = queue.least()
      const item = queue.pop()
      if (item < 0) {
        again = true
        need = ~item >> 1
        whole = (~item & 1) === 1
      } else if (d <= distance[item]!) {
        settled = item
        follower = first[item]!
      }
    }
    if (again) {
      base = need === added ? zero : distance[at[need]!]! - served[need]!
      looked = true
      if (!whole) refill(state, need)
      continue
    }
    if (follower === -1) break
    need = follower
    follower = next[need]!
    base = distance[settled]! - served[need]!
    looked = false
    whole = false
    if (base + penalty[need]! < best) {
      best = base + penalty[need]!
      last = settled
      displaced = need
    }
  }
  queue.clear()
  let raised = 0
  for (const j of reached) {
    const d = distance[j]!
    distance[j] = Infinity
    if (d >= best) continue
    raise(state, j, best - d)
    reached[raised] = j
    raised += 1
  }
  reached.length = raised

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
