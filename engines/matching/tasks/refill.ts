import { STRIDE, type State } from './state.ts'

/**
 * Looks at all edges of a need: the few that are cheapest by cost + price, cheapest first, and a bound for the
 * others.
 *
 * Prices mostly rise, so the bound stays true for long, and most questions about a need are answered by its
 * few edges, a line or two of cache, instead of thirty (Bertsekas's auctions keep the k best likewise).
 */
export const refill = (state: State, need: number): void => {
  const { begin, end, col, cost, price, few } = state
  const home = need * STRIDE
  const full = home + STRIDE
  const start = begin[need]!
  const stop = end[need]!
  let to = home
  let dearest = Infinity
  let others = Infinity
  for (let e = start; e < stop; e += 1) {
    const j = col[e]!
    const c = cost[e]!
    const value = c + price[j]!
    if (to === full) {
      if (value >= dearest) {
        if (value < others) others = value
        continue
      }
      if (dearest < others) others = dearest
      to -= 2
    }
    let at = to
    while (at > home && few[at - 1]! + price[few[at - 2]!]! > value) {
      few[at] = few[at - 2]!
      few[at + 1] = few[at - 1]!
      at -= 2
    }
    few[at] = j
    few[at + 1] = c
    to += 2
    if (to === full) dearest = few[full - 1]! + price[few[full - 2]!]!
  }
  if (to < full) few[to] = -1
  state.rest[need] = others + state.fallen
  state.work += stop - start
}
