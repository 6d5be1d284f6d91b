import { canMoveNeed, findNeed, moveNeed } from '#domains/casework/index.ts'
import { closeDisclosures } from '#domains/consents/index.ts'
import { changeLoad } from '#domains/network/index.ts'
import { endAndReadyAgain, findReferral } from '#domains/referrals/index.ts'
import type { WriteScope } from '#platform/command/index.ts'
import type { VisitState } from './contract.ts'
import { countMissed } from './count.ts'
import { after, NO_REPORT, visitWindow } from './lifecycle.ts'
import { closeItsReferral, findBeside, isThere, setAside } from './pair.ts'
import * as store from './store.ts'

const wasBooked = (state: string): boolean => state === 'approved' || state === 'under-way'

/** Ends a visit that will not take place: its booking and everything lent for it end in the same moment. */
export const stopVisit = (
  scope: WriteScope,
  visit: store.VisitRecord,
  end: { readonly state: VisitState; readonly reason: string },
): void => {
  const { tx, now, admit, emit } = scope
  admit(`assignment:${visit.id}`, `volunteer:${visit.volunteer}`, `referral:${visit.referral}`)
  store.saveVisit(tx, visit, { state: end.state, reason: end.reason, open_until: now })
  store.unbook(tx, visit.id)
  if (wasBooked(visit.state)) changeLoad(tx, visit.volunteer, -1)
  closeDisclosures(tx, visit.referral, now)
  // A timer ends by the volunteer’s own word, or by somebody who spoke with them; never because they are silent.
  if (visit.state === 'under-way' && end.reason !== NO_REPORT) emit({ name: 'visits.stopped', payload: { home: visit.home, visit: visit.id } })
}

/** Of two who were to go together one did not come, as the other says, or as nobody says otherwise. */
export const endBeside = async (scope: WriteScope, beside: store.VisitRecord, reason: string): Promise<void> => {
  const state = after('miss', beside.state as VisitState)
  if (state === undefined) return
  scope.audit(beside.id, { home: beside.home, person: beside.person, from: beside.state, reason })
  stopVisit(scope, beside, { state, reason })
  countMissed(scope, beside, 'volunteer')
  await closeItsReferral(scope, beside, reason)
}

interface End {
  readonly state: VisitState
  readonly reason: string
  readonly passVolunteer: boolean
}

const REPORT_HOURS = 24

/** Whoever checked in reports for themself: a day to do so. */
export const awaitReport = ({ emit }: WriteScope, visit: store.VisitRecord): void => {
  const at = new Date(visitWindow(visit.visit_from, visit.visit_to).until.getTime() + REPORT_HOURS * 3_600_000)
  emit({ name: 'visits.report-due', payload: { home: visit.home, visit: visit.id, person: visit.person }, at })
}

/** What becomes of the other of two. True where they are at the door already, so that nobody is looked for. */
const settleBeside = async (scope: WriteScope, beside: store.VisitRecord | undefined, end: End): Promise<boolean> => {
  if (beside === undefined) return false
  if (isThere(beside.state)) return true
  if (end.state !== 'no-show') {
    await setAside(scope, beside)
    return false
  }
  const state = after('miss', beside.state as VisitState)
  if (state === undefined) return false
  scope.audit(beside.id, { home: beside.home, person: beside.person, from: beside.state, reason: end.reason })
  stopVisit(scope, beside, { state, reason: end.reason })
  await closeItsReferral(scope, beside, end.reason)
  return false
}

/**
 * The visit ends and the need waits again under a fresh referral; nobody is told why. Of two who were to go
 * together the other keeps the offer while a new companion is looked for.
 */
export const giveBack = async (scope: WriteScope, visit: store.VisitRecord, end: End): Promise<void> => {
  const beside = await findBeside(scope, visit)
  stopVisit(scope, visit, end)
  if (await settleBeside(scope, beside, end)) {
    if (end.state === 'no-show' && beside?.state === 'under-way') awaitReport(scope, visit)
    return await closeItsReferral(scope, visit, end.reason)
  }
  if (end.state === 'no-show') countMissed(scope, visit, 'person')
  scope.admit(`need:${visit.need}`)
  const [referral, need] = await Promise.all([
    findReferral(scope.tx, visit.referral, 'for update'),
    findNeed(scope.tx, visit.need, 'for update'),
  ])
  if (need !== undefined && canMoveNeed(need, 'unmatch')) moveNeed(scope, need, 'unmatch')
  if (referral !== undefined && referral.state === 'accepted')
    await endAndReadyAgain(scope, referral, { state: 'closed', reason: 'looking-again', passVolunteer: end.passVolunteer })
}
