import type { Assignment, Instance } from './instance.ts'
import type { State } from './state.ts'

/** How the numbers of a state are called in the instance it came from; null where they are the same. */
export interface Names {
  readonly needs: Int32Array
  readonly volunteers: Int32Array
}

/** What somebody without capacity would have to cost so that nobody misses them. */
const priceUnavailable = ({ row, col, cost, penalty, capacity }: Instance, edge: Int32Array, price: Float64Array): void => {
  if (!capacity.includes(0)) return
  for (let need = 0; need < penalty.length; need += 1) {
    const own = edge[need]!
    const served = own === -1 ? penalty[need]! : cost[own]! + price[col[own]!]!
    for (let e = row[need]!; e < row[need + 1]!; e += 1) {
      const j = col[e]!
      if (capacity[j] === 0 && served - cost[e]! > price[j]!) price[j] = served - cost[e]!
    }
  }
}

/** The edges and prices of a finished state, and the bound that the prices prove. */
export const answerOf = (instance: Instance, state: State, names: Names | null): Assignment => {
  const { row, col, cost, penalty, capacity, carried, load } = instance
  const edge = new Int32Array(penalty.length).fill(-1)
  const price = new Float64Array(capacity.length)
  // Nobody's price is below their first task: so it is for those too whom nobody knows.
  for (let j = 0; j < capacity.length; j += 1) price[j] = load[Math.min(carried?.[j] ?? 0, load.length - 1)]!
  let dual = 0
  for (let k = 0; k < state.price.length; k += 1) {
    const own = state.price[k]!
    if (own !== Infinity) price[names === null ? k : names.volunteers[k]!] = own
    for (let task = 0; task < state.used[k]!; task += 1)
      dual += load[Math.min(state.carried[k]! + task, load.length - 1)]!
  }
  for (let k = 0; k < state.at.length; k += 1) {
    const need = names === null ? k : names.needs[k]!
    const at = state.at[k]!
    if (at === -1) {
      dual += penalty[need]!
      continue
    }
    const volunteer = names === null ? at : names.volunteers[at]!
    const paid = state.paid[k]!
    let e = row[need]!
    while (col[e] !== volunteer || cost[e] !== paid) e += 1
    edge[need] = e
    dual += paid
  }
  priceUnavailable(instance, edge, price)
  return { edge, price, dual }
}
