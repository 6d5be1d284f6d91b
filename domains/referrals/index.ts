import type { ReadScope, WriteScope } from '#platform/command/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { today } from '#engines/calendar/index.ts'
import { countryPack } from '#countries/index.ts'
import type { Card, ReferralState } from './contract.ts'
import { referralOffered } from './facts.ts'
import { after } from './lifecycle.ts'
import { mayAnswer } from './policy.ts'
import * as store from './store.ts'

export { endAndReadyAgain } from './ready-again.ts'
export { Card } from './contract.ts'
export type { ReferralId, ReferralState } from './contract.ts'
export type { ReferralRecord } from './store.ts'

/** Open referrals of the liaison desk's area, oldest first. */
export const waitingReferrals = (tx: Tx, area: { from: number; to: number }, limit: number) =>
  store.waitingIn(tx, area.from, area.to, limit)

/** A referral by its own key, for domains that decided by their own record. */
export const findReferral = (tx: Tx, id: string, lock: 'for update' | 'read') => store.findReferral(tx, id, lock)

/** What waits for the answer of the actor's group. */
export const offersOf = async ({ actor, tx }: ReadScope): Promise<store.ReferralRecord[]> =>
  (await store.lentTo(tx, actor.unit ?? '')).filter(({ state }) => state === 'offered')

/** What is open to the actor's group at this moment; anything else answers as not there. */
export const findOffer = async (
  { actor, tx, now }: ReadScope,
  id: string,
  lock: 'for update' | 'read',
): Promise<store.ReferralRecord | undefined> => {
  const referral = await store.findLent(tx, actor.unit ?? '', id, lock)
  return referral !== undefined && mayAnswer(actor, referral, now) ? referral : undefined
}

/** Another volunteer of the same group for an offer that waits; nothing else of it moves. */
export const replaceVolunteer = (scope: WriteScope, referral: store.ReferralRecord, volunteer: string): void => {
  store.saveReferral(scope.tx, referral, { state: referral.state as ReferralState, volunteer })
  scope.audit(referral.id, { home: referral.home, person: referral.person, volunteer, insteadOf: referral.volunteer })
}

/** Offers a ready referral to a volunteer's unit, nameless, until `answerBy`. */
export const offerReferral = (
  scope: WriteScope,
  referral: store.ReferralRecord,
  to: { readonly unit: string; readonly volunteer: string; readonly answerBy: Date; readonly place: string },
): void => {
  const state = after('offer', referral.state as ReferralState)
  if (state === undefined) throw new Problem('referrals.not-open', { state: referral.state })
  store.saveReferral(scope.tx, referral, {
    state,
    to_unit: to.unit,
    volunteer: to.volunteer,
    answer_by: to.answerBy,
    open_from: scope.now,
    open_until: to.answerBy,
  })
  scope.audit(referral.id, { home: referral.home, person: referral.person, unit: to.unit, from: referral.state })
  scope.emit({ name: 'referrals.answer-due', payload: { home: referral.home, referral: referral.id }, at: to.answerBy })
  scope.emit({ name: 'referrals.offered', payload: { home: referral.home, referral: referral.id, unit: to.unit } })
  scope.fact({
    kind: referralOffered,
    home: referral.home,
    on: today(scope.now, countryPack(scope.country).timeZone),
    unit: referral.team,
    place: to.place,
    quantity: 1,
    dimensions: { kind: (referral.card as Card).kind, attempt: referral.attempt > 2 ? '3+' : String(referral.attempt) },
    source: referral.id,
  })
}

/** Closes an accepted referral when its visit is over. The caller holds its key. */
export const closeReferral = (scope: WriteScope, referral: store.ReferralRecord, reason: string): void => {
  const state = after('close', referral.state as ReferralState)
  if (state === undefined) return
  store.saveReferral(scope.tx, referral, { state, reason, open_until: scope.now, closed_at: scope.now })
  scope.audit(referral.id, { home: referral.home, person: referral.person, from: referral.state, reason })
}
