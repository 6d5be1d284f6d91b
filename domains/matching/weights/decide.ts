import { command, type WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { rereadDraft } from './commands.ts'
import { putInForce, refuseWeights, type DraftId } from './contract.ts'
import { weightsInForce } from './index.ts'
import { weightsAfter } from './lifecycle.ts'
import { mayDecideWeights, wroteDraft } from './policy.ts'
import * as store from './store.ts'

/** A draft that waits for the second person, locked. It is opened to them for this one deed. */
const requireProposed = async ({ actor, tx, admit }: WriteScope, id: string, revision: number): Promise<store.WeightsRecord> => {
  if (!mayDecideWeights(actor)) throw new Problem('record.not-found')
  admit(`weights:${id}`)
  const row = await store.lockWeights(tx, id)
  // What is still only a desk's own has not been put to anybody.
  if (row === undefined || row.state === 'draft' || row.state === 'discarded') throw new Problem('record.not-found')
  if (wroteDraft(actor, row)) throw new Problem('matching.own-draft')
  if (row.state !== 'proposed') throw new Problem('matching.draft-decided')
  if (row.revision !== revision) throw new Problem('request.stale')
  return row
}

/** From now on, for everybody. Runs that are under way end with the weights they began with. */
export const enforce = command(putInForce, rereadDraft, async (scope, { params, body }) => {
  const { tx, actor, now, audit, admit } = scope
  const row = await requireProposed(scope, params.draft, body.revision)
  const state = weightsAfter('put-in-force', row.state)
  if (state === undefined) throw new Problem('matching.draft-decided')
  const current = await store.inForce(tx)
  const version = (await weightsInForce(tx)).version + 1
  audit(row.id, { from: row.state, to: state, version })
  if (current !== undefined) {
    admit(`weights:${current.id}`)
    store.moveWeights(tx, current, { state: 'past', ended_at: now })
  }
  store.moveWeights(tx, row, { state, version, decided: { by: actor.id, at: now } })
  return { draft: row.id as DraftId }
})

export const refuse = command(refuseWeights, rereadDraft, async (scope, { params, body }) => {
  const { tx, actor, now, audit } = scope
  const row = await requireProposed(scope, params.draft, body.revision)
  const state = weightsAfter('refuse', row.state)
  if (state === undefined) throw new Problem('matching.draft-decided')
  audit(row.id, { from: row.state, to: state })
  store.moveWeights(tx, row, { state, decided: { by: actor.id, at: now, reason: body.reason }, ended_at: now })
  return { draft: row.id as DraftId }
})
