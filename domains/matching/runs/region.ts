import { loadsIn, type LoadRow } from '#domains/matching/store.ts'
import { proposeAll, type ProposedAll } from '#domains/matching/propose-all.ts'
import type { Explained } from '#domains/matching/explained.ts'
import type { Weights } from '#engines/matching/index.ts'
import type { WriteScope } from '#platform/command/index.ts'
import { Reason, type Summary } from './contract.ts'

/** Of one county in one night; what is beyond waits for the next and is counted. */
const NIGHT = { needs: 5_000, volunteers: 50_000 }

const reasonOf = ({ why: { short, relax } }: Explained): Reason => {
  if (short) return 'second'
  if (relax === null) return 'nobody'
  const [only, ...more] = relax.requirements
  if (more.length > 0) return 'several'
  const known = Reason.safeParse(only)
  return known.success ? known.data : 'nobody'
}

const countBy = <Key>(keys: readonly Key[]): Map<Key, number> => {
  const counts = new Map<Key, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** How many carry how much once every proposal of the run is taken. */
const loadsAfter = (before: readonly LoadRow[], { gathered, outcome }: ProposedAll): Summary['after'] => {
  const counts = new Map(before.map(({ carried, volunteers }) => [carried, volunteers]))
  const add = (carried: number, by: number) => counts.set(carried, (counts.get(carried) ?? 0) + by)
  for (const [at, { load }] of gathered.records.entries()) {
    const given = outcome.given[at] ?? 0
    if (given === 0) continue
    add(load, -1)
    add(load + given, 1)
  }
  return [...counts]
    .filter(([, volunteers]) => volunteers > 0)
    .sort(([a], [b]) => a - b)
    .map(([carried, volunteers]) => ({ carried, volunteers }))
}

const changesOf = ({ outcome, before }: ProposedAll): Pick<Summary, 'newly' | 'changed' | 'dropped'> => {
  const pairs = outcome.found.map(({ referral, explained }) => ({
    was: before.get(referral.id) ?? null,
    is: explained.first?.volunteer.id ?? null,
  }))
  return {
    newly: pairs.filter(({ was, is }) => was === null && is !== null).length,
    changed: pairs.filter(({ was, is }) => was !== null && is !== null && was !== is).length,
    dropped: pairs.filter(({ was, is }) => was !== null && is === null).length,
  }
}

const waitingDays = (found: ProposedAll['outcome']['found'], parts: ProposedAll['gathered']['parts']): number => {
  const left = new Set(found.map(({ referral }) => referral.id))
  return parts.reduce((sum, { referral, asked }) => sum + (left.has(referral.id) ? asked.waitingDays : 0), 0)
}

/** Matches the actor's area and says in counts what came of it. `waiting`: how many waited when the run was planned. */
export const matchRegion = async (scope: WriteScope, run: string, weights: Weights, waiting: number): Promise<Summary> => {
  const { tx, actor } = scope
  const before = await loadsIn(tx, actor.area.from, actor.area.to)
  const loads = before.map(({ carried, volunteers }) => ({ carried, volunteers }))
  const proposed = await proposeAll(scope, run, { limits: NIGHT, weights })
  if (proposed === undefined) {
    const none = { matched: 0, waitingDays: 0 }
    return {
      needs: 0, matched: 0, left: 0, unmatched: [], primal: 0, dual: 0, before: loads, after: loads, ours: none, greedy: none,
      newly: 0, changed: 0, dropped: 0,
    }
  }
  const { outcome, gathered } = proposed
  const without = outcome.found.filter(({ explained }) => explained.first === null)
  const simply = outcome.found.filter(({ referral }) => outcome.leftByGreedy.has(referral))
  const needs = outcome.found.length
  return {
    needs,
    matched: needs - without.length,
    left: needs < NIGHT.needs ? 0 : Math.max(0, waiting - needs),
    unmatched: [...countBy(without.map(({ explained }) => reasonOf(explained)))].map(([reason, count]) => ({ reason, needs: count })),
    primal: outcome.primal,
    dual: outcome.dual,
    before: loads,
    after: loadsAfter(before, proposed),
    ours: { matched: needs - without.length, waitingDays: waitingDays(without, gathered.parts) },
    greedy: { matched: needs - simply.length, waitingDays: waitingDays(simply, gathered.parts) },
    ...changesOf(proposed),
  }
}
