import type { WriteScope } from '#platform/command/index.ts'
import { takeBackFacts } from '#platform/facts/take-back.ts'
import { Problem } from '#platform/problem/index.ts'
import type { Card, ReferralState } from './contract.ts'
import { referralOffered } from './facts.ts'
import { after } from './lifecycle.ts'
import * as store from './store.ts'

/** The other seat, where it was opened with this very offer. */
const openedWith = (referral: store.ReferralRecord, seats: readonly store.ReferralRecord[]): store.ReferralRecord | undefined =>
  seats.find(({ id, recorded_at }) => id !== referral.id && recorded_at.getTime() === referral.open_from.getTime())

/** An offer, with the seat that was opened with it; both locked. */
const offerOf = async ({ tx }: WriteScope, referral: store.ReferralRecord) => {
  const seats = await store.openOfNeeds(tx, [referral.need], 'for update')
  return [referral, openedWith(referral, seats)].flatMap((seat) => seat ?? [])
}

/** Why an offer stays with its group: nobody may wonder what became of something they have read. */
export const whyNotTakenBack = async (scope: WriteScope, referral: store.ReferralRecord, minutes: number): Promise<'seen' | 'late' | undefined> => {
  const offers = await offerOf(scope, referral)
  if (offers.some(({ seen_at, state }) => seen_at !== null || state !== 'offered')) return 'seen'
  return scope.now.getTime() - referral.open_from.getTime() > minutes * 60_000 ? 'late' : undefined
}

/** As if it had not been offered: it waits again, nobody is passed over, and what was counted is counted back. */
export const takeBackOffer = async (scope: WriteScope, referral: store.ReferralRecord, pair: boolean): Promise<void> => {
  const { tx, now, audit } = scope
  const state = after('take-back', referral.state as ReferralState)
  if (state === undefined) throw new Problem('referrals.not-open', { state: referral.state })
  const [, second] = await offerOf(scope, referral)
  const card = referral.card as Card
  await takeBackFacts(scope, [referralOffered], referral)
  store.saveReferral(tx, referral, {
    state,
    to_unit: null,
    volunteer: null,
    offered_by: null,
    answer_by: null,
    card: { ...card, pair },
    open_from: now,
    open_until: new Date(Math.max(now.getTime(), Date.parse(card.to))),
  })
  audit(referral.id, { home: referral.home, person: referral.person, from: referral.state, takenBack: true })
  if (second === undefined) return
  store.saveReferral(tx, second, { state: 'withdrawn', reason: 'taken-back', open_until: now, closed_at: now })
  audit(second.id, { home: second.home, person: second.person, from: second.state, takenBack: true })
}
