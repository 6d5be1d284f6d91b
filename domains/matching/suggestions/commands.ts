import { findOffer, findReferral, replaceVolunteer, type ReferralRecord } from '#domains/referrals/index.ts'
import { command, type ReadScope, type WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import {
  confirmSuggestion,
  keepOriginal,
  suggestVolunteer,
  type OwnSuggestion,
  type SuggestionId,
  type SuggestionState,
} from './contract.ts'
import { after, type SuggestionMove } from './lifecycle.ts'
import { mayDecide } from './policy.ts'
import { nameOf, ownSuggestion } from './queries.ts'
import * as store from './store.ts'
import { substitutesFor } from './substitutes.ts'

const requireOffered = (referral: ReferralRecord): Date => {
  if (referral.state !== 'offered' || referral.answer_by === null) throw new Problem('referrals.not-open', { state: referral.state })
  return referral.answer_by
}

export const suggest = command(
  suggestVolunteer,
  {
    reread: async ({ actor, tx, audit }, record) => {
      const row = (await store.ofUnit(tx, actor.unit ?? '')).find(({ id }) => id === record)
      if (row === undefined) throw new Problem('record.not-found')
      audit(row.id, { home: row.home })
      return ownSuggestion(row)
    },
  },
  async (scope, { params, body }): Promise<OwnSuggestion> => {
    const { actor, tx, audit, now } = scope
    const unit = actor.unit ?? ''
    const referral = await findOffer(scope, params.referral, 'for update')
    if (referral === undefined) throw new Problem('record.not-found')
    if (referral.revision !== body.revision) throw new Problem('request.stale')
    const open_until = requireOffered(referral)
    const id = scope.newId<SuggestionId>()
    audit(id, { home: referral.home, referral: referral.id, volunteer: body.volunteer })
    const { suitable, all, costOf, weightsVersion } = await substitutesFor(scope, referral)
    const chosen = suitable.find((one) => one.id === body.volunteer && one.id !== referral.volunteer)
    const proposed = all.find((one) => one.id === referral.volunteer)
    // One answer for another group's, for whoever may not go and for somebody who is not there at all.
    if (chosen === undefined || proposed === undefined) throw new Problem('record.not-found')
    const earlier = await store.openOfUnit(tx, unit, referral.id)
    const replaced = earlier && after('replace', earlier.state as SuggestionState)
    if (earlier !== undefined && replaced !== undefined) store.saveState(tx, earlier, replaced)
    const row = { name: nameOf(chosen), instead_name: nameOf(proposed), state: 'suggested' as const }
    store.insertSuggestion(tx, {
      home: referral.home,
      id,
      at: now,
      by: actor.id,
      referral: referral.id,
      need: referral.need,
      unit,
      instead_of: proposed.id,
      instead_name: row.instead_name,
      instead_cost: costOf(proposed),
      volunteer: chosen.id,
      name: row.name,
      cost: costOf(chosen),
      weights_version: weightsVersion,
      open_until,
      synthetic: referral.synthetic,
    })
    return ownSuggestion(row)
  },
)

const rereadDecision = {
  reread: async ({ tx, audit }: ReadScope, record: string) => {
    const referral = await findReferral(tx, record, 'read')
    if (referral === undefined || referral.answer_by === null) throw new Problem('record.not-found')
    audit(record)
    return { referral: record, answerBy: referral.answer_by.toISOString() }
  },
}

/** The suggestion and its offer, both locked and still open. */
const requireOpen = async (scope: WriteScope, move: SuggestionMove, id: string, revision: number) => {
  const suggestion = await store.findSuggestion(scope.tx, id)
  if (suggestion === undefined || !mayDecide(scope.actor, suggestion)) throw new Problem('record.not-found')
  if (suggestion.revision !== revision) throw new Problem('request.stale')
  const state = after(move, suggestion.state as SuggestionState)
  if (state === undefined) throw new Problem('matching.suggestion-decided')
  const referral = await findReferral(scope.tx, suggestion.referral, 'for update')
  // An offer that was answered in the meantime is out of the desk's hands.
  if (referral === undefined) throw new Problem('referrals.not-open')
  const answerBy = requireOffered(referral)
  scope.audit(referral.id, { home: referral.home, person: referral.person, suggestion: suggestion.id, move })
  return { suggestion, referral, state, answer: { referral: referral.id, answerBy: answerBy.toISOString() } }
}

export const confirm = command(confirmSuggestion, rereadDecision, async (scope, { params, body }) => {
  const { suggestion, referral, state, answer } = await requireOpen(scope, 'confirm', params.suggestion, body.revision)
  // Since it was suggested, somebody may have taken another task, or the person may have said whom they do not want.
  const { suitable } = await substitutesFor(scope, referral)
  if (!suitable.some(({ id }) => id === suggestion.volunteer)) throw new Problem('matching.not-suitable-now')
  store.saveState(scope.tx, suggestion, state)
  replaceVolunteer(scope, referral, suggestion.volunteer)
  return answer
})

export const keep = command(keepOriginal, rereadDecision, async (scope, { params, body }) => {
  const { suggestion, state, answer } = await requireOpen(scope, 'keep', params.suggestion, body.revision)
  store.saveState(scope.tx, suggestion, state)
  return answer
})
