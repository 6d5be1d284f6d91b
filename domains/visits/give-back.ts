import { canMoveNeed, findNeed, moveNeed } from '#domains/casework/index.ts'
import { closeDisclosures } from '#domains/consents/index.ts'
import { changeLoad } from '#domains/network/index.ts'
import { endAndReadyAgain, findReferral } from '#domains/referrals/index.ts'
import type { WriteScope } from '#platform/command/index.ts'
import type { VisitState } from './contract.ts'
import { countMissed } from './count.ts'
import * as store from './store.ts'

const wasBooked = (state: string): boolean => state === 'approved' || state === 'under-way'

/** Ends a visit that will not take place: its booking and everything lent for it end in the same moment. */
export const stopVisit = (
  scope: WriteScope,
  visit: store.VisitRecord,
  end: { readonly state: VisitState; readonly reason: string },
): void => {
  const { tx, now, admit } = scope
  admit(`assignment:${visit.id}`, `volunteer:${visit.volunteer}`, `referral:${visit.referral}`)
  store.saveVisit(tx, visit, { state: end.state, reason: end.reason, open_until: now })
  store.unbook(tx, visit.id)
  if (wasBooked(visit.state)) changeLoad(tx, visit.volunteer, -1)
  closeDisclosures(tx, visit.referral, now)
  if (end.state === 'no-show') countMissed(scope, visit, 'person')
}

/** The visit ends and the need waits again under a fresh referral; nobody is told why. */
export const giveBack = async (
  scope: WriteScope,
  visit: store.VisitRecord,
  end: { readonly state: VisitState; readonly reason: string; readonly passVolunteer: boolean },
): Promise<void> => {
  stopVisit(scope, visit, end)
  scope.admit(`need:${visit.need}`)
  const [referral, need] = await Promise.all([
    findReferral(scope.tx, visit.referral, 'for update'),
    findNeed(scope.tx, visit.need, 'for update'),
  ])
  if (need !== undefined && canMoveNeed(need, 'unmatch')) moveNeed(scope, need, 'unmatch')
  if (referral !== undefined && referral.state === 'accepted')
    endAndReadyAgain(scope, referral, { state: 'closed', reason: 'looking-again', passVolunteer: end.passVolunteer })
}
