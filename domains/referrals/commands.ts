import { moveNeed, requireOwnNeed, tookPart } from '#domains/casework/index.ts'
import { requireConsent } from '#domains/consents/index.ts'
import { findVolunteer } from '#domains/network/index.ts'
import { command } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { cardOf, offerAnswer, referralAnswer } from './cards.ts'
import {
  acceptReferral,
  declineReferral,
  prepareReferral,
  withdrawReferral,
  type ReferralId,
  type ReferralState,
} from './contract.ts'
import { after, canTakeBack } from './lifecycle.ts'
import { mayAnswer } from './policy.ts'
import { readOffer, readReferral } from './queries.ts'
import { endAndReadyAgain } from './ready-again.ts'
import * as store from './store.ts'

const HOUR = 3_600_000

export const prepare = command(prepareReferral, { reread: readReferral }, async (scope, { params, body }) => {
  const { actor, tx, audit, now } = scope
  const need = await requireOwnNeed(scope, params.need, 'for update')
  if (need.revision !== body.revision) throw new Problem('request.stale')
  const consent = await requireConsent(scope, body.consent)
  if (consent.need !== need.id) throw new Problem('referrals.other-consent', {}, [{ field: 'consent', code: 'wrong' }])
  const id = scope.newId<ReferralId>()
  audit(id, { home: need.home, person: need.person, need: need.id, consent: consent.id })
  moveNeed(scope, need, 'refer')
  const row = {
    home: need.home,
    id,
    need: need.id,
    case_id: need.case_id,
    person: need.person,
    worker: need.worker,
    team: need.team,
    from_unit: need.team,
    consent: consent.id,
    seat: 1,
    card: cardOf(need),
    attempt: 1,
    passed_units: [],
    passed_volunteers: [],
    open_until: consent.until,
    synthetic: need.synthetic,
  }
  store.insertReferral(tx, { ...row, at: now, by: actor.id })
  return {
    id,
    revision: 1,
    need: need.id,
    state: 'ready' as const,
    card: row.card,
    consent: consent.id,
    unitFa: null,
    unitEn: null,
    attempt: 1,
    reason: null,
    recordedAt: now.toISOString(),
    answerBy: null,
    closedAt: null,
  }
})

export const withdraw = command(withdrawReferral, { reread: readReferral }, async (scope, { params, body }) => {
  const { tx, audit, now } = scope
  const referral = await store.findReferral(tx, params.referral, 'for update')
  if (referral === undefined) throw new Problem('record.not-found')
  const need = await requireOwnNeed(scope, referral.need, 'for update')
  if (referral.revision !== body.revision) throw new Problem('request.stale')
  const seats = await store.openOfNeeds(tx, [need.id], 'for update')
  const taken = [referral, ...seats].find(({ state }) => !canTakeBack(state as ReferralState))
  if (taken !== undefined) throw new Problem('referrals.not-open', { state: taken.state })
  const change = { state: 'withdrawn' as const, open_until: now, closed_at: now }
  // Both seats, where two were asked for: half a pair is no help.
  for (const seat of seats) {
    store.saveReferral(tx, seat, change)
    audit(seat.id, { home: seat.home, person: seat.person, from: seat.state })
  }
  moveNeed(scope, need, 'recall')
  return referralAnswer({ ...referral, ...change, revision: referral.revision + 1 })
})

export const accept = command(acceptReferral, { reread: readOffer }, async (scope, { params, body }) => {
  const { actor, tx, audit, admit, emit, now } = scope
  const referral = await store.findLent(tx, actor.unit ?? '', params.referral)
  // The same answer for "not yours" and "not there": existence is itself private.
  if (referral === undefined || !mayAnswer(actor, referral, now)) throw new Problem('record.not-found')
  if (referral.revision !== body.revision) throw new Problem('request.stale')
  const state = after('accept', referral.state as ReferralState)
  if (state === undefined) throw new Problem('referrals.not-open', { state: referral.state })
  admit(`consent:${referral.consent}`)
  const consent = await requireConsent(scope, referral.consent)
  const card = referral.card as { to: string }
  // Open to the unit until a day after the visit could end, and never longer than the consent.
  const open_until = new Date(Math.min(Date.parse(card.to) + 24 * HOUR, consent.until.getTime()))
  // One side asks, the agency vets, its desk matches, the other side accepts: four people.
  const vetter = (await findVolunteer(tx, referral.volunteer ?? ''))?.vetted_by ?? null
  if (tookPart(actor, [referral.worker, referral.offered_by, vetter])) throw new Problem('referrals.part-in-it')
  store.saveReferral(tx, referral, { state, open_until, accepted_by: actor.id })
  audit(referral.id, { home: referral.home, person: referral.person, from: referral.state })
  emit({ name: 'referrals.accepted', payload: { home: referral.home, referral: referral.id } })
  return offerAnswer({ ...referral, state, open_until, revision: referral.revision + 1 })
})

export const decline = command(
  declineReferral,
  {
    // After a decline the referral is no longer open to the unit; its own answer is all there is to repeat.
    reread: async ({ audit }, record) => {
      audit(record)
      return { id: record as ReferralId, state: 'declined' as const }
    },
  },
  async (scope, { params, body }) => {
    const { actor, tx, audit, now } = scope
    const referral = await store.findLent(tx, actor.unit ?? '', params.referral)
    if (referral === undefined || !mayAnswer(actor, referral, now)) throw new Problem('record.not-found')
    if (referral.revision !== body.revision) throw new Problem('request.stale')
    const state = after('decline', referral.state as ReferralState)
    if (state === undefined) throw new Problem('referrals.not-open', { state: referral.state })
    audit(referral.id, { home: referral.home, person: referral.person, from: referral.state, reason: body.reason })
    await endAndReadyAgain(scope, referral, { state, reason: body.reason, passUnit: true })
    return { id: referral.id as ReferralId, state }
  },
)
