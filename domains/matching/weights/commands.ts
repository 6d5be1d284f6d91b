import { command, type ReadScope, type WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import type { RunId } from '#domains/matching/runs/contract.ts'
import { planRun } from '#domains/matching/runs/plan.ts'
import { changeDraft, discardDraft, draftWeights, proposeWeights, tryWeights, type DraftId } from './contract.ts'
import { weightsInForce } from './index.ts'
import { changedNames, leastUnmatched, weightsAfter, whyNotYet, type WeightValues } from './lifecycle.ts'
import { mayDraft } from './policy.ts'
import * as store from './store.ts'

export const rereadDraft = {
  reread: async ({ audit }: ReadScope, record: string) => {
    audit(record)
    return { draft: record as DraftId }
  },
}

/** Bounds of one weight stand in the contract; this one is between two. */
const requireFair = (weights: WeightValues): void => {
  const least = leastUnmatched(weights)
  if (weights.unmatched < least)
    throw new Problem('request.invalid', {}, [{ field: 'weights.unmatched', code: 'too-small-number', limit: least }])
}

/** A draft of the actor's own desk, locked, as the desk last saw it. */
const requireDraft = async ({ actor, tx }: WriteScope, id: string, revision: number): Promise<store.WeightsRecord> => {
  const draft = await store.lockWeights(tx, id)
  // One that was decided may not be locked by the desk any more: it answers as not there, as do those of others.
  if (draft === undefined || !mayDraft(actor, draft)) throw new Problem('record.not-found')
  if (draft.revision !== revision) throw new Problem('request.stale')
  return draft
}

const requireMove = (move: Parameters<typeof weightsAfter>[0], draft: store.WeightsRecord) => {
  const state = weightsAfter(move, draft.state)
  if (state === undefined) throw new Problem('matching.draft-decided')
  return state
}

export const draft = command(draftWeights, rereadDraft, async (scope, { body }) => {
  const { tx, actor, now, audit } = scope
  requireFair(body.weights)
  const id = scope.newId<DraftId>()
  const made = await store.insertDraft(tx, { id, at: now, by: actor.id, area: actor.area, ...body })
  if (made === undefined) throw new Problem('matching.draft-open')
  audit(id, { weights: body.weights })
  return { draft: id }
})

export const change = command(changeDraft, rereadDraft, async (scope, { params, body }) => {
  requireFair(body.weights)
  const row = await requireDraft(scope, params.draft, body.revision)
  const state = requireMove('change', row)
  scope.audit(row.id, { from: row.state, weights: body.weights })
  store.moveWeights(scope.tx, row, { state, weights: body.weights, reason: body.reason, by: scope.actor.id })
  return { draft: row.id as DraftId }
})

export const discard = command(discardDraft, rereadDraft, async (scope, { params, body }) => {
  const row = await requireDraft(scope, params.draft, body.revision)
  const state = requireMove('discard', row)
  scope.audit(row.id, { from: row.state, to: state })
  store.moveWeights(scope.tx, row, { state, ended_at: scope.now })
  return { draft: row.id as DraftId }
})

export const attempt = command(
  tryWeights,
  { reread: async ({ audit }, record) => {
    audit(record)
    return { run: record as RunId }
  } },
  async (scope, { params, body }) => {
    const row = await requireDraft(scope, params.draft, body.revision)
    if (row.state !== 'draft') throw new Problem('matching.draft-decided')
    const run = scope.newId<RunId>()
    const planned = await planRun(scope, {
      id: run, area: scope.actor.area, how: 'trial', night: null,
      draft: { id: row.id, revision: row.revision, weights: row.weights },
    })
    if (!planned) throw new Problem('matching.trial-under-way')
    return { run }
  },
)

export const propose = command(proposeWeights, rereadDraft, async (scope, { params, body }) => {
  const { tx, actor, now, audit } = scope
  const row = await requireDraft(scope, params.draft, body.revision)
  const state = requireMove('propose', row)
  const [current, trial] = [await weightsInForce(tx), await store.lastTrial(tx, row.id, row.revision)]
  const lacks = whyNotYet({ changed: changedNames(current, row.weights).length > 0, tried: trial?.state === 'done' })
  if (lacks !== undefined) throw new Problem(`matching.draft-${lacks}`)
  audit(row.id, { from: row.state, to: state, trial: trial?.id })
  store.moveWeights(tx, row, { state, by: actor.id, proposed: { at: now, trial: trial?.trial ?? null } })
  return { draft: row.id as DraftId }
})
