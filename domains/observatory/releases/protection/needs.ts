import { byCount, byDominance, byPercent, type Contribution, type Needed } from '#engines/disclosure/index.ts'
import type { Contributors } from '#domains/observatory/counts/asked.ts'
import type { Protection } from '#domains/observatory/releases/plan.ts'

/** The two largest by name, the others in portions that are no larger than the second: all that the rules look at. */
const contributionsOf = (value: number, { largest }: Contributors): Contribution[] => {
  const [first = 0, second = 0] = largest
  const named = [first, second].filter((amount) => amount > 0)
  const rest = value - first - second
  const portions = second > 0 ? Math.ceil(rest / second) : 0
  const others = Array.from({ length: Math.max(0, portions) }, (_, at) => Math.min(second, rest - at * second))
  return [...named, ...others].map((amount, at) => ({ contributor: String(at), amount }))
}

/** How far a number must stay from whoever attacks; undefined where it may be told. */
export const neededFor = (value: number, behind: Contributors | undefined, protection: Protection): Needed => {
  const { k, zeros, dominancePercent, pPercent } = protection
  const few = byCount(value, k, zeros)
  if (few !== undefined || value === 0 || behind === undefined || behind.persons === null) return few
  const contributions = contributionsOf(value, behind)
  const needs = [
    behind.persons < k ? 1 : undefined,
    byDominance(contributions, 1, dominancePercent / 100),
    byPercent(contributions, pPercent / 100),
  ].filter((need) => need !== undefined)
  return needs.length === 0 ? undefined : Math.max(...needs)
}
