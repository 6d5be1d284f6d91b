import { gather } from '#domains/matching/gather.ts'
import { reckonApart } from '#domains/matching/apart.ts'
import type { Threads } from '#platform/threads/index.ts'
import { loadsIn } from '#domains/matching/store.ts'
import type { Weights } from '#engines/matching/index.ts'
import type { WriteScope } from '#platform/command/index.ts'
import type { Trial } from './contract.ts'
import { differing, sideOf } from './figures.ts'
import { NIGHT } from './region.ts'

/** What waits in the actor's area at this moment, by one set of weights and by another. Nothing is proposed. */
export const tryRegion = async (scope: WriteScope, threads: Threads, runId: string, now: Weights, draft: Weights): Promise<Trial> => {
  const { tx, actor, audit } = scope
  const before = await loadsIn(tx, actor.area.from, actor.area.to)
  const gathered = await gather(scope, NIGHT)
  if (gathered === undefined) {
    audit(runId, { needs: 0 })
    const after = before.map(({ carried, volunteers }) => ({ carried, volunteers }))
    const side = { matched: 0, waitingDays: 0, travelKm: 0, unmatched: [], after }
    return { needs: 0, now: side, draft: side, differ: 0 }
  }
  audit(runId, { home: actor.area.from, referrals: gathered.parts.map(({ referral }) => referral.id) })
  const reckon = (weights: Weights) => reckonApart(threads, gathered, { weights, form: 'tasks', withLacks: false })
  const [one, other] = await Promise.all([reckon(now), reckon(draft)])
  return {
    needs: one.explained.length,
    now: sideOf(before, gathered, one),
    draft: sideOf(before, gathered, other),
    differ: differing(one, other),
  }
}
