import { openAlike } from './alike.ts'
import { verdictOn, type Target, type Verdict } from './audit.ts'
import type { Row } from './shorten.ts'

const NEAR = 1e-6
const FEW = 0.02

/** A sequence that fills [0, 1) evenly: multiples of the golden section. */
const evenly = (index: number): number => (index * 0.618_033_988_749_895) % 1

/**
 * Verdicts on thousands of targets of one large release, where exact bounds would take a programme for each. Whole tables
 * that agree with everything published are found, from beginnings in which some targets are far too low and others far too
 * high; each table shows of every target one value that it can have. The intervals are at least as wide as said: `safe` is
 * proven, its absence is not.
 */
export const auditAtOnce = (rows: readonly Row[], truth: Float64Array, targets: readonly Target[], k: number, rounds: number): Verdict[] => {
  const alike = openAlike(rows, truth.length)
  const low = Float64Array.from(targets, ({ value }) => value)
  const high = low.slice()
  const verdict = (index: number): Verdict => verdictOn(targets[index]!, { low: low[index]!, high: high[index]! }, k)
  const sumOf = (table: Float64Array, { members }: Target): number => {
    let sum = 0
    for (let at = 0; at < members.length; at += 1) sum += table[members[at]!]!
    return sum
  }
  const learn = (table: Float64Array): void => {
    targets.forEach((target, index) => {
      const sum = sumOf(table, target)
      low[index] = Math.min(low[index]!, sum)
      high[index] = Math.max(high[index]!, sum)
    })
  }
  const scale = (table: Float64Array, { members }: Target, factor: number): void => {
    for (let at = 0; at < members.length; at += 1) table[members[at]!] = (factor > 1 ? table[members[at]!]! || 0.5 : table[members[at]!]!) * factor
  }

  let unsafe = targets.map((_, index) => index).filter((index) => !verdict(index).safe)
  for (let round = 0; round < rounds && unsafe.length > 0; round += 1) {
    const table = truth.slice()
    unsafe.forEach((index, place) => {
      const at = evenly(place + 1 + round * 997)
      // Harder from round to round, as fewer are left to be in each other's way.
      if (at < 0.25 && low[index]! > NEAR) scale(table, targets[index]!, Math.exp(-6))
      else if (at < 0.5) scale(table, targets[index]!, Math.exp(2.5 + round / 8))
    })
    const miss = alike.settle(table)
    if (miss <= NEAR) learn(table)
    if (miss <= FEW) {
      const none = targets.filter((target) => target.value > 0 && sumOf(table, target) < FEW * target.value)
      for (const target of none) scale(table, target, 0)
      if (none.length > 0 && alike.settle(table) <= NEAR) learn(table)
    }
    unsafe = unsafe.filter((index) => !verdict(index).safe)
  }
  return targets.map((_, index) => verdict(index))
}
