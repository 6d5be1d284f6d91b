import { findNeed, moveNeed, tookPart } from '#domains/casework/index.ts'
import { closeDisclosures } from '#domains/consents/index.ts'
import { changeLoad } from '#domains/network/index.ts'
import type { WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import type { VisitState } from './contract.ts'
import { countConfirmed, countMinutes } from './count.ts'
import { otherSideOf } from './hands.ts'
import { after } from './lifecycle.ts'
import { closeItsReferral, findBeside } from './pair.ts'
import * as store from './store.ts'

export const MOST_TRIES = 5

export type Verdict = 'met' | 'partly' | 'not'
export type Confirmation = 'confirmed' | 'wrong-code' | 'locked'

const sameBytes = (one: Buffer, other: Buffer): boolean => one.equals(other)

/**
 * The person confirms a visit by the code that was sent to them: visit, need, referral, disclosures and facts
 * in one transaction, so the number moves by exactly one. A wrong code counts (the caller must let the deed
 * commit and then answer). The caller holds the case's person or code and names the visit's case.
 */
export const confirmByCode = async (
  scope: WriteScope,
  visitId: string,
  confirmation: { readonly code: string; readonly verdict: Verdict },
): Promise<Confirmation> => {
  const { tx, audit, admit, keys, now } = scope
  admit(`assignment:${visitId}`)
  const visit = await store.findVisit(tx, visitId, 'for update')
  if (visit === undefined) throw new Problem('record.not-found')
  const state = after('confirm', visit.state as VisitState)
  if (state === undefined || visit.confirm_hash === null) throw new Problem('visits.not-possible', { state: visit.state })
  if (visit.confirm_attempts >= MOST_TRIES) return 'locked'
  if (!sameBytes(visit.confirm_hash, keys.digest('visit confirmation', `${visit.id} ${confirmation.code}`))) {
    store.saveVisit(tx, visit, { state: visit.state as VisitState, confirm_attempts: visit.confirm_attempts + 1 })
    audit(visit.id, { home: visit.home, person: visit.person, wrong: true })
    return 'wrong-code'
  }
  const beside = await findBeside(scope, visit)
  // A colleague at the desk may type the code for the person; nobody who had a part in the visit may.
  const doers = [visit.worker, ...(await otherSideOf(scope, visit)), beside?.accepted_by ?? null]
  if (tookPart(scope.actor, doers)) throw new Problem('visits.part-in-it')
  const seats = beside?.state === 'done' ? [visit, beside] : [visit]
  admit(`need:${visit.need}`)
  const need = await findNeed(tx, visit.need, 'for update')
  if (need === undefined) throw new Problem('record.not-found')
  for (const seat of seats) {
    admit(`assignment:${seat.id}`, `volunteer:${seat.volunteer}`)
    store.saveVisit(tx, seat, {
      state,
      confirmed_at: now,
      confirmed_how: 'code',
      outcome: confirmation.verdict,
      confirm_hash: null,
      open_until: now,
    })
    audit(seat.id, { home: seat.home, person: seat.person, verdict: confirmation.verdict })
    await closeItsReferral(scope, seat, 'visit-confirmed')
    closeDisclosures(tx, seat.referral, now)
    store.unbook(tx, seat.id)
    changeLoad(tx, seat.volunteer, -1)
    // Two gave their time; it is one visit, and one need.
    countMinutes(scope, seat, need.minutes)
  }
  const onTime = (visit.arrived_at ?? visit.done_at ?? now) <= need.window_to
  moveNeed(scope, need, confirmation.verdict === 'met' ? 'meet' : 'fail', { outcome: confirmation.verdict, onTime })
  countConfirmed(scope, visit)
  scope.emit({ name: 'visits.confirmed', payload: { home: visit.home, visit: visit.id, person: visit.person } })
  return 'confirmed'
}
