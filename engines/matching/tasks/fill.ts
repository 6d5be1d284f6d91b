import { Known, PAIR } from './known.ts'
import { lastTask, lift, nextTask, place, raise, type State } from './state.ts'

/**
 * A volunteer's price is above what their next task costs: somebody would gladly come. Exactly the insertion
 * of a need, seen from the other side: by Dijkstra's algorithm over volunteers backwards, prices fall until a
 * need that is unmatched comes in, or a task elsewhere is given up, or nobody wants this one at its own cost.
 */
export const fill = (state: State, volunteer: number): void => {
  state.known ??= new Known(state)
  const { begin, end, pairs } = state.known
  const { price, used, at, served, distance, byNeed, byCost, toward, reached, queue } = state
  let best = price[volunteer]! - nextTask(state, volunteer)
  // The end so far: the task stays free (−1), or this volunteer gives one up, or `comer` comes to it.
  let last = -1
  let comer = -1
  let comerCost = 0
  distance[volunteer] = 0
  reached.length = 0
  reached.push(volunteer)
  queue.push(volunteer, 0)
  while (queue.least() < best) {
    const d = queue.least()
    const to = queue.pop()
    if (d > distance[to]!) continue
    const above = d + price[to]!
    const stop = end[to]!
    state.work += (stop - begin[to]!) / PAIR
    for (let edge = begin[to]!; edge < stop; edge += PAIR) {
      const need = pairs[edge]!
      const cost = pairs[edge + 1]!
      const length = above + cost - served[need]!
      if (length >= best) continue
      const from = at[need]!
      if (from === -1) {
        best = length
        last = to
        comer = need
        comerCost = cost
        continue
      }
      if (length >= distance[from]!) continue
      if (distance[from] === Infinity) reached.push(from)
      distance[from] = length
      byNeed[from] = need
      byCost[from] = cost
      toward[from] = to
      const givenUp = price[from]! - lastTask(state, from)
      if (length + givenUp < best) {
        best = length + givenUp
        last = from
        comer = -1
      }
      if (givenUp > 0) queue.push(from, length)
    }
  }
  queue.clear()
  let lowered = 0
  for (const j of reached) {
    const d = distance[j]!
    distance[j] = Infinity
    if (d >= best) continue
    raise(state, j, d - best)
    reached[lowered] = j
    lowered += 1
  }
  reached.length = lowered

  if (last === -1) return
  used[volunteer] = used[volunteer]! + 1
  if (comer === -1) used[last] = used[last]! - 1
  else place(state, comer, last, comerCost)
  for (let from = last; from !== volunteer; from = toward[from]!) {
    const mover = byNeed[from]!
    lift(state, mover)
    place(state, mover, toward[from]!, byCost[from]!)
  }
}
