import { fill } from './fill.ts'
import { nextTask, type State } from './state.ts'

/** So many looks at each edge are cheaper than any other way. */
const LOOKS = 4

/** Prices at which no need comes to anybody. */
export const dearAsCanBe = ({ begin, end, col, cost, penalty, price, capacity }: State): void => {
  for (let need = 0; need < penalty.length; need += 1)
    for (let e = begin[need]!; e < end[need]!; e += 1) {
      const j = col[e]!
      if (capacity[j]! > 0 && penalty[need]! - cost[e]! > price[j]!) price[j] = penalty[need]! - cost[e]!
    }
}

/**
 * Fills tasks from prices at which nobody comes: the optimum, when all prices have come down. False as soon as
 * the work is more than the share of the tasks that are filled allows.
 */
export const fillAll = (state: State, tasks: number): boolean => {
  const { price, col } = state
  const start = state.work
  let filled = 0
  for (let j = 0; j < price.length; j += 1)
    while (price[j]! > nextTask(state, j)) {
      fill(state, j)
      filled += 1
      if (state.work - start > col.length * (LOOKS * (filled / tasks) + 0.1) + 1000) return false
    }
  return true
}
