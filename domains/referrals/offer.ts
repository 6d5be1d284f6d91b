import { countryPack } from '#countries/index.ts'
import { today } from '#engines/calendar/index.ts'
import type { WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import type { Card, ReferralId, ReferralState } from './contract.ts'
import { referralOffered } from './facts.ts'
import { after } from './lifecycle.ts'
import * as store from './store.ts'

/** To whom a seat is offered. */
export interface Seat {
  readonly unit: string
  readonly volunteer: string
}

interface Terms {
  readonly answerBy: Date
  /** Two go together. */
  readonly pair: boolean
  /** Who answers for it, where a rule of theirs sends it and not they themselves. */
  readonly by?: string
}

const offerSeat = (scope: WriteScope, referral: store.ReferralRecord, to: Seat, { answerBy, pair, by }: Terms): void => {
  const state = after('offer', referral.state as ReferralState)
  if (state === undefined) throw new Problem('referrals.not-open', { state: referral.state })
  store.saveReferral(scope.tx, referral, {
    state,
    to_unit: to.unit,
    volunteer: to.volunteer,
    offered_by: by ?? scope.actor.id,
    seen_at: null,
    card: { ...(referral.card as Card), pair },
    answer_by: answerBy,
    open_from: scope.now,
    open_until: answerBy,
  })
  scope.audit(referral.id, { home: referral.home, person: referral.person, unit: to.unit, from: referral.state })
  scope.emit({ name: 'referrals.answer-due', payload: { home: referral.home, referral: referral.id }, at: answerBy })
  scope.emit({ name: 'referrals.offered', payload: { home: referral.home, referral: referral.id, unit: to.unit } })
}

/** Offers a ready referral to a volunteer's unit, nameless, until `answerBy`. */
export const offerReferral = (
  scope: WriteScope,
  referral: store.ReferralRecord,
  to: Seat,
  { place, ...terms }: Terms & { readonly place: string },
): void => {
  offerSeat(scope, referral, to, terms)
  scope.fact({
    kind: referralOffered,
    home: referral.home,
    on: today(scope.now, countryPack(scope.country).timeZone),
    unit: referral.team,
    place,
    quantity: 1,
    dimensions: { kind: (referral.card as Card).kind, attempt: referral.attempt > 2 ? '3+' : String(referral.attempt) },
    source: referral.id,
  })
}

/** Offers a ready referral to two volunteers, each by their own unit: the second seat is opened with it, and counted with it. */
export const offerPair = (
  scope: WriteScope,
  referral: store.ReferralRecord,
  [first, second]: readonly [Seat, Seat],
  terms: Omit<Terms, 'pair'> & { readonly place: string },
): void => {
  const { tx, now, actor, admit, audit } = scope
  offerReferral(scope, referral, first, { ...terms, pair: true })
  const id = scope.newId<ReferralId>()
  admit(`referral:${id}`)
  const seat = { ...referral, id, revision: 1, seat: 3 - referral.seat }
  store.insertReferral(tx, {
    home: seat.home,
    id,
    at: now,
    by: actor.id,
    need: seat.need,
    case_id: seat.case_id,
    person: seat.person,
    worker: seat.worker,
    team: seat.team,
    from_unit: seat.from_unit,
    consent: seat.consent,
    seat: seat.seat,
    card: seat.card as Card,
    attempt: seat.attempt,
    passed_units: seat.passed_units,
    passed_volunteers: seat.passed_volunteers,
    open_until: seat.open_until,
    synthetic: seat.synthetic,
  })
  audit(id, { home: seat.home, person: seat.person, beside: referral.id })
  offerSeat(scope, seat, second, { ...terms, pair: true })
}
