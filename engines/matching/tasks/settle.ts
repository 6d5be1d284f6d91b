import { fill } from './fill.ts'
import { insert } from './insert.ts'
import { refill } from './refill.ts'
import type { Slots } from './slots.ts'
import { clear, nextTask, place, STRIDE, type State } from './state.ts'

/**
 * From an auction to an assignment under way: whoever is with their cheapest, exactly, stays; the others are
 * answered, to be brought in one by one. Prices become whole: rounding down keeps the order of cost + price, for
 * costs are whole, so nobody's cheapest changes.
 */
export const keepExact = (state: State, { start, need: holder }: Slots): Int32Array => {
  const { penalty, price, few, rest } = state
  for (let j = 0; j < price.length; j += 1) price[j] = Math.floor(price[j]!)
  for (let need = 0; need < rest.length; need += 1) rest[need] = Math.floor(rest[need]! - state.fallen)
  state.fallen = 0
  const held = state.used.slice()
  const with_ = new Int32Array(penalty.length).fill(-1)
  for (let j = 0; j < held.length; j += 1)
    for (let slot = start[j]!; slot < start[j]! + held[j]!; slot += 1) with_[holder[slot]!] = j
  clear(state)
  const waiting = new Int32Array(penalty.length)
  let count = 0
  for (let need = 0; need < penalty.length; need += 1) {
    const j = with_[need]!
    const home = need * STRIDE
    let least = penalty[need]!
    let own = Infinity
    for (let looked = false; ; looked = true) {
      for (let q = home; q < home + STRIDE && few[q] !== -1; q += 2) {
        const value = few[q + 1]! + price[few[q]!]!
        if (value < least) least = value
        if (few[q] === j && few[q + 1]! < own) own = few[q + 1]!
      }
      if (looked || least <= rest[need]!) break
      refill(state, need)
    }
    if (j === -1 ? least === penalty[need]! : own + price[j]! === least) {
      if (j === -1) continue
      place(state, need, j, own)
      state.used[j] = state.used[j]! + 1
    } else {
      waiting[count] = need
      count += 1
    }
  }
  return waiting.subarray(0, count)
}

/**
 * Brings those in who wait, then prices down that are too high; false as soon as it takes more than `looks` at each
 * edge, in proportion to the part of those who wait that is in.
 */
export const finish = (state: State, waiting: Int32Array, looks: number): boolean => {
  const edges = state.col.length
  const start = state.work
  const end = start + edges * (looks + 0.1) + 1000
  for (let count = 0; count < waiting.length; count += 1) {
    insert(state, waiting[count]!)
    if (state.work - start > edges * (looks * (count / waiting.length) + 0.1) + 1000) return false
  }
  for (let j = 0; j < state.price.length; j += 1)
    while (state.price[j]! > nextTask(state, j)) {
      fill(state, j)
      if (state.work <= end) continue
      // What fell is below the bounds.
      state.rest.fill(-Infinity)
      return false
    }
  return true
}
