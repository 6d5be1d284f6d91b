import { findNeed, moveNeed } from '#domains/casework/index.ts'
import { closeDisclosures } from '#domains/consents/index.ts'
import { changeLoad } from '#domains/network/index.ts'
import { closeReferral, findReferral } from '#domains/referrals/index.ts'
import type { WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import type { VisitState } from './contract.ts'
import { countConfirmed } from './count.ts'
import { after } from './lifecycle.ts'
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
  admit(`need:${visit.need}`, `referral:${visit.referral}`, `volunteer:${visit.volunteer}`)
  const [need, referral] = await Promise.all([
    findNeed(tx, visit.need, 'for update'),
    findReferral(tx, visit.referral, 'for update'),
  ])
  if (need === undefined || referral === undefined) throw new Problem('record.not-found')
  store.saveVisit(tx, visit, {
    state,
    confirmed_at: now,
    confirmed_how: 'code',
    outcome: confirmation.verdict,
    confirm_hash: null,
    open_until: now,
  })
  audit(visit.id, { home: visit.home, person: visit.person, verdict: confirmation.verdict })
  const onTime = (visit.arrived_at ?? visit.done_at ?? now) <= need.window_to
  moveNeed(scope, need, confirmation.verdict === 'met' ? 'meet' : 'fail', { outcome: confirmation.verdict, onTime })
  closeReferral(scope, referral, 'visit-confirmed')
  closeDisclosures(tx, visit.referral, now)
  store.unbook(tx, visit.id)
  changeLoad(tx, visit.volunteer, -1)
  countConfirmed(scope, visit, need.minutes)
  return 'confirmed'
}
