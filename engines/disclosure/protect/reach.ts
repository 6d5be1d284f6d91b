import type { Sensitive, Table } from '#engines/disclosure/shapes.ts'
import { settle, type Sums } from './rake.ts'

/** How low and how high each primary is known to be able to be. */
export interface Reach {
  readonly low: Map<number, number>
  readonly high: Map<number, number>
}

const NEAR = 1e-6
/** Below this share of its value a primary is tried at nothing at all. */
const NEARLY_NONE = 0.02
/** Shares of the primaries still unsafe that are pushed down and up in one round; the rest give room. */
const [PUSH_DOWN, PUSH_UP] = [0.3, 0.5]
const DOWN = Math.exp(-6)
/** Gently while many are pushed at once: the gentler, the surer that all of them come to rest. */
const upBy = (stage: number): number => Math.exp(2.5 + stage)

export const isSafe = ({ value }: Table, { required, k }: Sensitive, { low, high }: Reach, primary: number): boolean => {
  const [least, most, own] = [low.get(primary) ?? value[primary]!, high.get(primary) ?? value[primary]!, value[primary]!]
  if (most < own + required[primary]! - NEAR || least > Math.max(0, own - required[primary]!) + NEAR) return false
  return Math.floor(most + NEAR) - Math.ceil(least - NEAR) + 1 >= k
}

/** Whole numbers from a seed: a linear congruence is even enough to divide primaries among rounds. */
const draws = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/**
 * Moves many primaries at once. Some are begun far below, some above their values, and the table is brought back to every
 * published sum; where they come to rest is where they can be. Those that rest near nothing are then held at nothing. Answers
 * who is unsafe after all rounds.
 */
export const push = (table: Table, sensitive: Sensitive, sums: Sums, reach: Reach, primaries: readonly number[], rounds: number, stage: number): number[] => {
  const { start, member, inner } = table
  const draw = draws(stage + 1)
  const scaled = new Float64Array(inner.length)
  const multiply = (cell: number, factor: number): void => {
    for (let at = start[cell]!; at < start[cell + 1]!; at += 1) {
      const one = member[at]!
      // A finest cell that is nothing can only grow from something.
      scaled[one] = (factor > 1 && scaled[one] === 0 ? 0.5 : scaled[one]!) * factor
    }
  }
  const sumOf = (cell: number): number => {
    let sum = 0
    for (let at = start[cell]!; at < start[cell + 1]!; at += 1) sum += scaled[member[at]!]!
    return sum
  }
  const learn = (): void => {
    for (const one of primaries) {
      const sum = sumOf(one)
      if (sum < (reach.low.get(one) ?? Infinity)) reach.low.set(one, sum)
      if (sum > (reach.high.get(one) ?? -Infinity)) reach.high.set(one, sum)
    }
  }
  let unsafe = primaries.filter((one) => !isSafe(table, sensitive, reach, one))
  for (let round = 0; round < rounds && unsafe.length > 0; round += 1) {
    scaled.set(inner)
    for (const one of unsafe) {
      const at = draw()
      if (at < PUSH_DOWN && (reach.low.get(one) ?? 1) > NEAR) multiply(one, DOWN)
      else if (at < PUSH_UP) multiply(one, upBy(stage))
    }
    const miss = settle(sums, scaled)
    if (miss <= NEAR) learn()
    if (miss <= NEARLY_NONE) {
      const none = primaries.filter((one) => table.value[one]! > 0 && sumOf(one) < NEARLY_NONE * table.value[one]!)
      for (const one of none) multiply(one, 0)
      if (none.length > 0 && settle(sums, scaled) <= NEAR) learn()
    }
    unsafe = unsafe.filter((one) => !isSafe(table, sensitive, reach, one))
  }
  return unsafe
}
