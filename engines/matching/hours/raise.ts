import { solve } from '#engines/matching/tasks/solve.ts'
import { evaluate, type Bound } from './bound.ts'
import type { HoursInstance } from './instance.ts'

const LARGEST = 2 ** 31 - 1

/** As if each volunteer had so many tasks of middling length: its exact prices are near already. */
export const firstWorths = (instance: HoursInstance, bound: Bound): void => {
  const { worth, scale } = bound
  const { row, col, cost, hours, penalty, capacity, capacityHours } = instance
  let sum = 0
  for (let e = 0; e < hours.length; e += 1) sum += hours[e]!
  const middle = Math.max(1, sum / Math.max(1, hours.length))
  const tasks = Int32Array.from(capacity, (own, v) => Math.min(own, penalty.length, Math.round(capacityHours[v]! / middle)))
  const { price } = solve({
    row,
    col,
    cost,
    penalty: Int32Array.from(penalty, (own) => Math.min(own, LARGEST)),
    capacity: tasks,
    load: Int32Array.of(0),
  })
  for (let need = 0; need < penalty.length; need += 1) {
    let least = penalty[need]!
    for (let e = row[need]!; e < row[need + 1]!; e += 1) least = Math.min(least, cost[e]! + price[col[e]!]!)
    worth[need] = Math.round(least * scale)
  }
  const before = evaluate(instance, bound)
  // Where hardly anybody may be left out, a penalty is out of all proportion to what a need is worth.
  for (let need = 0; need < penalty.length; need += 1) {
    let most = -Infinity
    for (let e = row[need]!; e < row[need + 1]!; e += 1) most = Math.max(most, cost[e]!)
    worth[need] = Math.min(worth[need]!, Math.min(penalty[need]!, most === -Infinity ? penalty[need]! : most) * scale)
  }
  if (evaluate(instance, bound) < before) worth.set(bound.best)
}

/** How far the costs of a need lie above its cheapest, in the middle over all. */
export const spreadOf = ({ row, cost, penalty }: HoursInstance): number => {
  let sum = 0
  for (let need = 0; need < penalty.length; need += 1) {
    const edges = row[need + 1]! - row[need]!
    if (edges === 0) continue
    let least = Infinity
    let all = 0
    for (let e = row[need]!; e < row[need + 1]!; e += 1) {
      least = Math.min(least, cost[e]!)
      all += cost[e]!
    }
    sum += all / edges - least
  }
  return Math.max(1, sum / Math.max(1, penalty.length))
}

const LONGER = 1.3
const SHORTER = 0.6
/** A step that was right sinks slowly: what lies still wants precision. */
const RESTING = 0.97
const PATIENCE = 20
const MOST_RETURNS = 12

/**
 * Raises the bound until `share`, going from 0, reaches 1. A subgradient says of each need only whether nobody or
 * more than one would take it. A step of one length for all is hopeless on a nation: some worths are off by
 * hundreds, most by nothing. So each need has a step of its own, which grows while the answer stays the same and
 * shrinks when it turns (Riedmiller & Braun 1993, there for training nets); where the bound has not risen for a
 * while, back to the best worths with shorter steps.
 */
export const raise = (instance: HoursInstance, bound: Bound, share: () => number): void => {
  const { worth, takers, scale } = bound
  const { penalty } = instance
  const spread = spreadOf(instance) * scale
  const step = new Float64Array(worth.length).fill(spread / 50)
  const turn = new Int8Array(worth.length)
  let waited = 0
  let returns = 0
  for (let part = share(); part < 1; part = share()) {
    const before = bound.bestValue
    evaluate(instance, bound)
    waited = bound.bestValue > before ? 0 : waited + 1
    if (waited > PATIENCE) {
      if (returns === MOST_RETURNS) return
      waited = 0
      returns += 1
      worth.set(bound.best)
      for (let need = 0; need < step.length; need += 1) step[need] = step[need]! * 0.4
      continue
    }
    const longest = 40 * spread * (1 / 1000) ** part
    for (let need = 0; need < worth.length; need += 1) {
      const missing = 1 - takers[need]!
      const way = Math.sign(missing)
      if (way === 0) step[need] = step[need]! * RESTING
      else {
        if (way === turn[need]) step[need] = Math.min(longest, step[need]! * LONGER)
        else if (turn[need] !== 0) step[need] = step[need]! * SHORTER
        turn[need] = way
      }
      worth[need] = Math.min(penalty[need]! * scale, Math.round(worth[need]! + missing * Math.max(1, step[need]!)))
    }
  }
}

/**
 * The same with one length for all, from how far the bound is thought to be from its top (Polyak 1969, with a
 * target that is moved). Where few volunteers share all needs, every worth hangs on every other, and steps of their
 * own only disturb each other.
 */
export const raiseTogether = (instance: HoursInstance, bound: Bound, share: () => number): void => {
  const { worth, takers, scale } = bound
  const { penalty } = instance
  const drift = new Float64Array(worth.length)
  let ahead = spreadOf(instance) * scale * Math.max(1, worth.length) / 20
  let waited = 0
  let reached = bound.bestValue
  while (ahead > scale / 20 && share() < 1) {
    const before = bound.bestValue
    const value = evaluate(instance, bound)
    waited = bound.bestValue > before ? 0 : waited + 1
    if (bound.bestValue > reached + ahead / 2) {
      ahead *= 1.2
      reached = bound.bestValue
    }
    if (waited > PATIENCE) {
      waited = 0
      ahead /= 2
      reached = bound.bestValue
      worth.set(bound.best)
      drift.fill(0)
      continue
    }
    let square = 0
    for (let need = 0; need < worth.length; need += 1) {
      const towards = 0.5 * drift[need]! + 1 - takers[need]!
      drift[need] = towards
      square += towards * towards
    }
    if (square === 0) return
    const length = (bound.bestValue + ahead - value) / square
    for (let need = 0; need < worth.length; need += 1)
      worth[need] = Math.min(penalty[need]! * scale, Math.round(worth[need]! + length * drift[need]!))
  }
}
