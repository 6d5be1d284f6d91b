import { lastTask, lift, nextTask, place, type State } from './state.ts'

/** Lists the edges of every volunteer: what a search from the volunteers' side reads. */
export const listVolunteersEdges = (state: State): void => {
  const { begin, end, col } = state
  const firstIn = new Int32Array(state.price.length).fill(-1)
  const nextIn = new Int32Array(col.length)
  const owner = new Int32Array(col.length)
  for (let need = 0; need < begin.length; need += 1) {
    const stop = end[need]!
    for (let e = begin[need]!; e < stop; e += 1) {
      const j = col[e]!
      nextIn[e] = firstIn[j]!
      firstIn[j] = e
      owner[e] = need
    }
  }
  state.firstIn = firstIn
  state.nextIn = nextIn
  state.owner = owner
  state.toward = new Int32Array(state.price.length)
}

/**
 * A volunteer's price is above what their next task costs: somebody would gladly come. Exactly the insertion
 * of a need, seen from the other side: by Dijkstra's algorithm over volunteers backwards, prices fall until a
 * need that is unmatched comes in, or a task elsewhere is given up, or nobody wants this one at its own cost.
 */
export const fill = (state: State, volunteer: number): void => {
  if (state.firstIn === null) listVolunteersEdges(state)
  const { cost, penalty, price, used, at, paid, distance, byNeed, byCost, toward, reached, heap } = state
  const { nextIn, owner } = state
  const firstIn = state.firstIn!
  let best = price[volunteer]! - nextTask(state, volunteer)
  // The end so far: the task stays free (−1), or this volunteer gives one up, or `comer` comes to it.
  let last = -1
  let comer = -1
  let comerCost = 0
  let work = 0
  distance[volunteer] = 0
  reached.push(volunteer)
  heap.push(volunteer, 0)
  while (heap.least() < best) {
    const d = heap.least()
    const to = heap.pop()
    if (d > distance[to]!) continue
    const above = d + price[to]!
    for (let e = firstIn[to]!; e !== -1; e = nextIn[e]!) {
      const need = owner[e]!
      const from = at[need]!
      work += 1
      if (from === to) continue
      const length = above + cost[e]! - (from === -1 ? penalty[need]! : paid[need]! + price[from]!)
      if (length >= best) continue
      if (from === -1) {
        best = length
        last = to
        comer = need
        comerCost = cost[e]!
        continue
      }
      if (length >= distance[from]!) continue
      if (distance[from] === Infinity) reached.push(from)
      distance[from] = length
      byNeed[from] = need
      byCost[from] = cost[e]!
      toward[from] = to
      const givenUp = price[from]! - lastTask(state, from)
      if (length + givenUp < best) {
        best = length + givenUp
        last = from
        comer = -1
      }
      if (givenUp > 0) heap.push(from, length)
    }
  }
  heap.size = 0
  for (const j of reached) {
    const d = distance[j]!
    if (d < best) price[j] = price[j]! - best + d
    distance[j] = Infinity
  }
  reached.length = 0
  state.fallen += best
  state.work += work

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
