import { randomInt } from 'node:crypto'
import { ageGroup, findNeed } from '#domains/casework/index.ts'
import { findVolunteer } from '#domains/network/index.ts'
import { contactFor, pseudonymOf } from '#domains/people/index.ts'
import { endAndReadyAgain, findReferral, type Card } from '#domains/referrals/index.ts'
import type { WriteScope } from '#platform/command/index.ts'
import type { Job, Payload } from '#platform/jobs/index.ts'
import { sendMessage } from '#platform/messages/index.ts'
import type { VisitId, VisitState } from './contract.ts'
import { countDeclined, countOffered } from './count.ts'
import { awaitReport, endBeside, giveBack, stopVisit } from './give-back.ts'
import { after, NO_REPORT, reportUntil } from './lifecycle.ts'
import { findBeside, isPair } from './pair.ts'
import * as store from './store.ts'
import { checkConfirmation } from './call-backs/job.ts'
import { texts, tellVolunteer } from './tell.ts'
import { onDutyEnded, onGroupEnded, onRest, onVettingLessened } from './volunteer-away.ts'

const HOUR = 3_600_000
// A day to answer, and never later than two hours before the visit.
const ANSWER_HOURS = 24

/** The unit said yes: its volunteer is asked, with the same nameless card and a deadline. */
const offer = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const { tx, now, admit, audit, emit } = scope
  const referral = await findReferral(tx, String(payload['referral']), 'for update')
  if (referral === undefined || referral.state !== 'accepted' || referral.volunteer === null) return
  admit(`need:${referral.need}`, `person:${referral.person}`, `volunteer:${referral.volunteer}`)
  const [need, volunteer] = await Promise.all([findNeed(tx, referral.need, 'read'), findVolunteer(tx, referral.volunteer)])
  if (need === undefined || volunteer === undefined) return
  // Their group was closed after it had said yes: another one may be theirs by now, and was not asked.
  if (volunteer.unit !== referral.to_unit || volunteer.without_group_since !== null) {
    audit(referral.id, { home: referral.home, person: referral.person, reason: 'looking-again' })
    return await endAndReadyAgain(scope, referral, { state: 'closed', reason: 'looking-again' })
  }
  const id = scope.newId<VisitId>()
  const latest = Math.min(now.getTime() + ANSWER_HOURS * HOUR, need.window_from.getTime() - 2 * HOUR)
  const answer_by = new Date(Math.max(latest, now.getTime() + HOUR))
  const row = {
    home: referral.home,
    id,
    need: need.id,
    referral: referral.id,
    case_id: need.case_id,
    person: need.person,
    worker: need.worker,
    team: need.team,
    unit: volunteer.unit,
    volunteer: volunteer.id,
    volunteer_home: volunteer.home,
    volunteer_name: `${volunteer.given_name} ${volunteer.family_name}`,
    seat: referral.seat,
    consent: referral.consent,
    kind: need.kind,
    card: referral.card as Card,
    visit_from: need.window_from,
    visit_to: need.window_to,
    answer_by,
    open_until: reportUntil(need.window_to),
    subject: await pseudonymOf(scope, need.person, 'visits'),
    sex: need.sex,
    age_group: need.age_group ?? ageGroup(null, now),
    place: need.place,
    synthetic: need.synthetic,
  }
  admit(`assignment:${id}`)
  store.insertVisit(tx, { ...row, at: now, by: scope.actor.id })
  audit(id, { home: row.home, person: row.person, referral: referral.id })
  countOffered(scope, row)
  emit({ name: 'visits.answer-due', payload: { home: row.home, visit: id }, at: answer_by })
  await tellVolunteer(scope, volunteer.id, 'visit-offered', texts(scope).smsOffer)
}

/** Nobody answered in time: the next volunteer is asked. */
const expire = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const visit = await store.findVisit(scope.tx, String(payload['visit']), 'for update')
  if (visit === undefined || visit.answer_by > scope.now) return
  const state = after('expire', visit.state as VisitState)
  if (state === undefined) return
  scope.audit(visit.id, { home: visit.home, person: visit.person, from: visit.state })
  countDeclined(scope, visit)
  await giveBack(scope, visit, { state, reason: 'no-answer', passVolunteer: true })
}

/** A volunteer said yes: the person is asked, in neutral words. */
const askPerson = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const visit = await store.findVisit(scope.tx, String(payload['visit']), 'read')
  if (visit === undefined || visit.state !== 'accepted') return
  // Of two who go together both are named: the person is asked once there are two.
  if (isPair(visit) && (await findBeside(scope, visit))?.state !== 'accepted') return
  const { phone } = await contactFor(scope, visit.person)
  if (phone === null) return
  sendMessage(scope, { home: visit.home, channel: 'sms', to: phone, purpose: 'approval-asked', text: texts(scope).smsApprove })
}

/** The confirmation code of a visit that is over goes to the person and to nobody else; of two, one code for both. */
const sendCode = async (scope: WriteScope, visit: store.VisitRecord): Promise<void> => {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const { phone } = await contactFor(scope, visit.person)
  store.saveVisit(scope.tx, visit, {
    state: 'done',
    code_phone_digest: phone === null ? null : scope.keys.digest('phone', phone),
    confirm_hash: scope.keys.digest('visit confirmation', `${visit.id} ${code}`),
    confirm_attempts: 0,
  })
  scope.audit(visit.id, { home: visit.home, person: visit.person })
  if (phone === null) return
  const text = texts(scope).smsConfirm({ code })
  sendMessage(scope, { home: visit.home, channel: 'sms', to: phone, purpose: 'confirmation-code', text })
}

const askConfirmation = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const visit = await store.findVisit(scope.tx, String(payload['visit']), 'for update')
  if (visit === undefined || visit.state !== 'done') return
  const beside = await findBeside(scope, visit)
  if (beside === undefined || beside.state === 'done') {
    const first = beside !== undefined && beside.seat < visit.seat ? beside : visit
    // Both reported before either was looked at: a second code would make the first one wrong.
    if (first.confirm_hash === null) await sendCode(scope, first)
    return
  }
  // The other one has not reported yet.
  awaitReport(scope, visit)
}

/** One of two reported and the other did not: what nobody says did not take place, and the person is asked. */
const endUnreported = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const visit = await store.findVisit(scope.tx, String(payload['visit']), 'for update')
  if (visit === undefined || visit.confirm_hash !== null) return
  const beside = await findBeside(scope, visit)
  if (beside === undefined || beside.state === 'done') return
  if (visit.state === 'done') {
    await endBeside(scope, beside, NO_REPORT)
    await sendCode(scope, visit)
  } else if (visit.state === 'no-show' && beside.state === 'under-way') {
    scope.audit(beside.id, { home: beside.home, person: beside.person, from: beside.state, reason: NO_REPORT })
    await giveBack(scope, beside, { state: 'no-show', reason: NO_REPORT, passVolunteer: false })
  }
}

/** What rested on a consent or need that ended stops, unless somebody is already on the way in. Nobody is told why. */
const stopAll = async (scope: WriteScope, visits: readonly store.VisitRecord[], reason: string): Promise<void> => {
  for (const visit of visits) {
    const state = after('cancel', visit.state as VisitState)
    if (state === undefined) continue
    scope.audit(visit.id, { home: visit.home, person: visit.person, from: visit.state, reason })
    stopVisit(scope, visit, { state, reason })
    await tellVolunteer(scope, visit.volunteer, 'visit-cancelled', texts(scope).smsCancelled)
  }
}

const onConsentWithdrawn = async (scope: WriteScope, payload: Payload): Promise<void> =>
  stopAll(scope, await store.ofConsent(scope.tx, String(payload['consent'])), 'consent-ended')

const onNeedWithdrawn = async (scope: WriteScope, payload: Payload): Promise<void> =>
  stopAll(scope, await store.ofNeed(scope.tx, String(payload['need'])), 'need-withdrawn')

/** Another worker answers for the case. */
const onHandedOver = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const [person, caseId] = [String(payload['person']), String(payload['case'])]
  store.moveToWorker(scope.tx, person, caseId, String(payload['worker']))
  scope.audit(caseId, { home: Number(payload['home']), person, to: payload['worker'] })
}

const volunteerKeys = ({ volunteer }: Payload) => (volunteer === null ? [] : [`volunteer:${volunteer}`])

const visitKeys = ({ visit, person }: Payload) => [`assignment:${visit}`, ...(person === undefined ? [] : [`person:${person}`])]

export const jobs: readonly Job[] = [
  { task: 'visits.offer', on: ['referrals.accepted'], keys: ({ referral }) => [`referral:${referral}`], run: offer },
  { task: 'visits.expire', on: ['visits.answer-due'], keys: visitKeys, run: expire },
  { task: 'visits.ask-person', on: ['visits.accepted'], keys: visitKeys, run: askPerson },
  { task: 'visits.ask-confirmation', on: ['visits.reported'], keys: visitKeys, run: askConfirmation },
  { task: 'visits.check-confirmation', on: ['visits.confirmed'], keys: visitKeys, run: checkConfirmation },
  { task: 'visits.end-unreported', on: ['visits.report-due'], keys: visitKeys, run: endUnreported },
  { task: 'visits.consent-ended', on: ['consents.withdrawn'], keys: ({ consent }) => [`consent:${consent}`], run: onConsentWithdrawn },
  { task: 'visits.need-ended', on: ['casework.need-withdrawn'], keys: ({ need }) => [`need:${need}`], run: onNeedWithdrawn },
  { task: 'visits.handed-over', on: ['casework.handed-over'], keys: ({ person }) => [`person:${person}`], run: onHandedOver },
  { task: 'visits.duty-ended', on: ['accounts.duty-ended'], keys: volunteerKeys, run: onDutyEnded },
  { task: 'visits.volunteer-rests', on: ['network.rest-begun'], keys: volunteerKeys, run: onRest },
  { task: 'visits.group-ended', on: ['network.group-ended'], keys: volunteerKeys, run: onGroupEnded },
  { task: 'visits.vetting-lessened', on: ['network.vetting-lessened'], keys: volunteerKeys, run: onVettingLessened },
]
