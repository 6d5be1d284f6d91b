import type { LoadRow } from '#domains/matching/store.ts'
import type { Explained } from '#domains/matching/explained.ts'
import type { Gathered } from '#domains/matching/gather.ts'
import type { Form, Outcome } from '#domains/matching/run.ts'
import { Reason, type Side, type Summary } from './contract.ts'

const reasonOf = ({ why: { short, relax } }: Explained, form: Form): Reason => {
  if (short) return 'second'
  if (relax === null) return 'nobody'
  const [only, ...more] = relax.requirements
  if (more.length > 0) return 'several'
  // Somebody fits, and what they gave of the week is taken.
  if (only === undefined && form === 'hours') return 'hours'
  const known = Reason.safeParse(only)
  return known.success ? known.data : 'nobody'
}

const countBy = <Key>(keys: readonly Key[]): Map<Key, number> => {
  const counts = new Map<Key, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** How many carry how much once every proposal of the run is taken. */
const loadsAfter = (before: readonly LoadRow[], { records }: Gathered, { given }: Outcome): Summary['after'] => {
  const counts = new Map(before.map(({ carried, volunteers }) => [carried, volunteers]))
  const add = (carried: number, by: number) => counts.set(carried, (counts.get(carried) ?? 0) + by)
  for (const [at, { load }] of records.entries()) {
    const more = given[at] ?? 0
    if (more === 0) continue
    add(load, -1)
    add(load + more, 1)
  }
  return [...counts]
    .filter(([, volunteers]) => volunteers > 0)
    .sort(([a], [b]) => a - b)
    .map(([carried, volunteers]) => ({ carried, volunteers }))
}

/** Days waited so far by needs without anybody: the parts in `left`. */
export const waitingDays = ({ parts }: Gathered, left: ReadonlySet<number>): number =>
  parts.reduce((sum, { asked }, at) => sum + (left.has(at) ? asked.waitingDays : 0), 0)

export const kilometres = ({ explained }: Outcome): number =>
  Math.round(explained.reduce((sum, { first, second }) => sum + (first?.cost.km ?? 0) + (second?.cost.km ?? 0), 0))

/** What an outcome came to, in counts. */
export const sideOf = (before: readonly LoadRow[], gathered: Gathered, outcome: Outcome): Side => {
  const { explained, form } = outcome
  const without = explained.filter(({ first }) => first === null)
  return {
    matched: explained.length - without.length,
    waitingDays: waitingDays(gathered, new Set(explained.flatMap(({ first }, at) => (first === null ? [at] : [])))),
    travelKm: kilometres(outcome),
    unmatched: [...countBy(without.map((own) => reasonOf(own, form)))].map(([reason, needs]) => ({ reason, needs })),
    after: loadsAfter(before, gathered, outcome),
  }
}

const whoOf = ({ first, second }: Explained): string =>
  [first, second].flatMap((one) => (one === null ? [] : [one.volunteer.id])).sort().join()

/** For how many of the same needs somebody else, or somebody rather than nobody, would be proposed. */
export const differing = ({ explained: one }: Outcome, { explained: other }: Outcome): number =>
  one.filter((own, at) => other[at] === undefined || whoOf(own) !== whoOf(other[at])).length
