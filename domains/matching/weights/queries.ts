import { areaName } from '#domains/matching/store.ts'
import type { RunId } from '#domains/matching/runs/contract.ts'
import { isUnderWay, type RunState } from '#domains/matching/runs/lifecycle.ts'
import { defaultWeights } from '#engines/matching/index.ts'
import type { ReadScope } from '#platform/command/index.ts'
import { query } from '#platform/query/index.ts'
import { getWeights, type DraftId } from './contract.ts'
import { mayDecideWeights, wroteDraft } from './policy.ts'
import * as store from './store.ts'

const PAST_SHOWN = 20

const first = { version: defaultWeights.version, weights: defaultWeights, since: null, reason: null }

const versionOf = ({ version, weights, decided_at, reason }: store.WeightsRecord) => ({
  version: version ?? defaultWeights.version,
  weights,
  since: decided_at?.toISOString() ?? null,
  reason,
})

const draftOf = async ({ actor, tx }: ReadScope, row: store.WeightsRecord) => {
  const decides = mayDecideWeights(actor)
  const [area, trial] = [
    await areaName(tx, row.area_from),
    // The desk reads its own trial; whoever decides, what was kept of it.
    decides ? undefined : await store.lastTrial(tx, row.id, row.revision - (row.state === 'proposed' ? 1 : 0)),
  ]
  return {
    id: row.id as DraftId,
    revision: row.revision,
    state: row.state as 'draft' | 'proposed',
    weights: row.weights,
    reason: row.reason,
    recordedAt: row.recorded_at.toISOString(),
    proposedAt: row.proposed_at?.toISOString() ?? null,
    areaFa: area?.name_fa ?? '',
    areaEn: area?.name_en ?? '',
    trial: trial === undefined ? null : { run: trial.id as RunId, over: !isUnderWay(trial.state as RunState) },
    told: row.trial,
    own: wroteDraft(actor, row),
  }
}

export const weights = query(getWeights, async (scope) => {
  const { actor, tx, audit, admit } = scope
  audit(null)
  if (mayDecideWeights(actor)) admit('proposed-weights')
  const [inForce, past, own] = await Promise.all([
    store.inForce(tx),
    store.pastOf(tx, PAST_SHOWN),
    mayDecideWeights(actor) ? store.proposed(tx) : store.ofDesk(tx, actor.area),
  ])
  const drafts = []
  for (const row of own) if (row.state !== 'refused') drafts.push(await draftOf(scope, row))
  const [last] = own
  const begun = inForce === undefined ? [] : [{ ...first, until: (past.at(-1) ?? inForce).decided_at?.toISOString() ?? null }]
  return {
    inForce: inForce === undefined ? first : versionOf(inForce),
    past: [...past.map((row) => ({ ...versionOf(row), until: row.ended_at?.toISOString() ?? null })), ...(past.length < PAST_SHOWN ? begun : [])],
    drafts,
    refused:
      last?.state === 'refused' && last.decided_at !== null
        ? { reason: last.decision_reason ?? '', at: last.decided_at.toISOString() }
        : null,
  }
})
