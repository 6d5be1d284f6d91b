import { refill } from './refill.ts'
import { addBid, outbid, type Slots } from './slots.ts'
import { STRIDE, type State } from './state.ts'
import type { Step } from './steps.ts'

/**
 * One round of an auction (D. P. Bertsekas, “The auction algorithm”, Annals of Operations Research 14, 1988).
 *
 * Needs bid for tasks, each for its best volunteer as much more as keeps that one no worse than its second
 * best, and at least `size` more; whoever is outbid bids again. No Dijkstra, no heap of paths: a bid reads a
 * few edges and writes one price, about 0.1 µs. With a large step, prices come near in few bids, however far
 * they have to rise; with a small one they come exact. `auctionFrom` goes from large to small.
 *
 * At the end nobody is off their best by more than `size` and `blind`, and a task that nobody took costs what it
 * cost at the start; after `most` bids it stops short. Bids start at `floor`, which must not be above what the
 * tasks are worth at the optimum, else tasks stay empty at a price (`fill` brings these down one by one, at a
 * higher cost).
 */
export const auctionRound = (state: State, slots: Slots, floor: Float64Array, { size, blind }: Step, most: number): void => {
  const { penalty, carried, load, price, used, few, rest } = state
  const { start, need: holder, bid } = slots
  const lastLoad = load.length - 1
  const fallen = state.fallen
  const needs = penalty.length
  // Large steps are for speed; the last ones leave a winner at exactly their second best, so that it is exact.
  const extra = size > 8 ? size : 0
  let left = most
  for (let next = 0; next < needs; next += 1) {
    let need = next
    for (;;) {
      if (left === 0) return
      const home = need * STRIDE
      let best = Infinity
      let second = Infinity
      let j = -1
      for (let q = home; q < home + STRIDE; q += 2) {
        const k = few[q]!
        if (k === -1) break
        const value = few[q + 1]! + price[k]!
        if (value < best) {
          second = best
          best = value
          j = k
        } else if (value < second) second = value
      }
      const others = rest[need]! - fallen
      const limit = penalty[need]!
      if (best - blind > others && others < limit) {
        refill(state, need)
        continue
      }
      if (best >= limit) break
      left -= 1
      if (second > others) second = others
      if (second > limit) second = limit
      const gap = second - best + extra
      const amount = price[j]! + (gap > size ? gap : size)
      const tasks = used[j]!
      const own = start[j]!
      let free = Infinity
      if (tasks < start[j + 1]! - own) {
        const k = carried[j]! + tasks
        free = load[k < lastLoad ? k : lastLoad]!
        if (free < floor[j]!) free = floor[j]!
      }
      if (free <= price[j]!) {
        addBid(slots, own, tasks, need, amount)
        used[j] = tasks + 1
        let after = bid[own]!
        if (tasks + 1 < start[j + 1]! - own) {
          const k = carried[j]! + tasks + 1
          let following = load[k < lastLoad ? k : lastLoad]!
          if (following < floor[j]!) following = floor[j]!
          if (following < after) after = following
        }
        price[j] = after
        break
      }
      const gone = holder[own]!
      outbid(slots, own, tasks, need, amount)
      price[j] = bid[own]! < free ? bid[own]! : free
      need = gone
    }
  }
}

/**
 * Rounds from large steps to small. Between two rounds everybody lets go, and prices fall by some steps, so that
 * what the large step raised too far can be found again from below.
 */
export const auctionFrom = (state: State, slots: Slots, steps: readonly Step[]): void => {
  const { price, used, capacity, carried, load } = state
  const base = (j: number): number => load[Math.min(carried[j]!, load.length - 1)]!
  const floor = price.slice()
  steps.forEach((step, round) => {
    const drop = round === 0 ? 0 : steps[round - 1]!.size * DROP
    state.fallen += drop
    for (let j = 0; j < price.length; j += 1)
      if (capacity[j]! > 0) price[j] = floor[j] = Math.max(base(j), price[j]! - drop)
    used.fill(0)
    auctionRound(state, slots, floor, step, Infinity)
  })
}

const DROP = 2
