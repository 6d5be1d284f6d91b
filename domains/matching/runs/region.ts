import { loadsIn } from '#domains/matching/store.ts'
import { reckonApart } from '#domains/matching/apart.ts'
import { proposeAll, type ProposedAll } from '#domains/matching/propose-all.ts'
import type { Weights } from '#engines/matching/index.ts'
import type { WriteScope } from '#platform/command/index.ts'
import type { Lack } from '#domains/matching/counties/lacks.ts'
import { foundIn, type Form } from '#domains/matching/run.ts'
import type { Threads } from '#platform/threads/index.ts'
import type { Summary } from './contract.ts'
import { sideOf, waitingDays } from './figures.ts'

/** Of one county in one night; what is beyond waits for the next and is counted. */
export const NIGHT = { needs: 5_000, volunteers: 50_000 }

const changesOf = ({ gathered, outcome, before }: ProposedAll): Pick<Summary, 'newly' | 'changed' | 'dropped' | 'same'> => {
  const pairs = foundIn(gathered, outcome).map(({ referral, explained }) => ({
    was: before.get(referral.id) ?? null,
    is: explained.first?.volunteer.id ?? null,
  }))
  return {
    newly: pairs.filter(({ was, is }) => was === null && is !== null).length,
    changed: pairs.filter(({ was, is }) => was !== null && is !== null && was !== is).length,
    dropped: pairs.filter(({ was, is }) => was !== null && is === null).length,
    same: pairs.filter(({ was, is }) => was !== null && was === is).length,
  }
}

const nothing = { matched: 0, waitingDays: 0, travelKm: 0 }

export interface Matched {
  readonly summary: Summary
  readonly lacks: readonly Lack[]
}

interface Planned {
  readonly weights: Weights
  readonly form: Form
  /** How many waited when the run was planned. */
  readonly waiting: number
}

/** Matches the actor's area and says in counts what came of it. */
export const matchRegion = async (scope: WriteScope, threads: Threads, run: string, { weights, form, waiting }: Planned): Promise<Matched> => {
  const { tx, actor } = scope
  const before = await loadsIn(tx, actor.area.from, actor.area.to)
  const loads = before.map(({ carried, volunteers }) => ({ carried, volunteers }))
  const proposed = await proposeAll(scope, run, {
    limits: NIGHT,
    matchAll: (gathered) => reckonApart(threads, gathered, { weights, form, withLacks: true }),
  })
  if (proposed === undefined)
    return {
      summary: {
        needs: 0, matched: 0, left: 0, unmatched: [], primal: 0, dual: 0, before: loads, after: loads, ours: nothing, greedy: nothing,
        newly: 0, changed: 0, dropped: 0, same: 0,
      },
      lacks: [],
    }
  const { outcome, gathered } = proposed
  const { unmatched, after, ...ours } = sideOf(before, gathered, outcome)
  const needs = outcome.explained.length
  return {
    summary: {
      needs,
      matched: ours.matched,
      left: needs < NIGHT.needs ? 0 : Math.max(0, waiting - needs),
      unmatched,
      primal: outcome.primal,
      dual: outcome.dual,
      before: loads,
      after,
      ours,
      greedy: {
        matched: needs - outcome.greedy.left.size,
        waitingDays: waitingDays(gathered, outcome.greedy.left),
        travelKm: Math.round(outcome.greedy.km),
      },
      ...changesOf(proposed),
    },
    lacks: outcome.lacks,
  }
}
