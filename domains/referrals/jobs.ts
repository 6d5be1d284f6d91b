import { canMoveNeed, findNeed, moveNeed } from '#domains/casework/index.ts'
import type { WriteScope } from '#platform/command/index.ts'
import type { Job, Payload } from '#platform/jobs/index.ts'
import type { ReferralState } from './contract.ts'
import { after } from './lifecycle.ts'
import { endAndReadyAgain } from './ready-again.ts'
import * as store from './store.ts'
import { onDutyEnded, onRest, onUnitClosed, onVettingLessened } from './unit-away.ts'

const withdrawAll = async (scope: WriteScope, referrals: readonly store.ReferralRecord[], reason: string): Promise<void> => {
  for (const referral of referrals) {
    const state = after('withdraw', referral.state as ReferralState)
    if (state === undefined) continue
    store.saveReferral(scope.tx, referral, { state, reason, open_until: scope.now, closed_at: scope.now })
    scope.audit(referral.id, { home: referral.home, person: referral.person, from: referral.state, reason })
  }
}

/** Consent ended: referrals close; the need goes back to its case worker, who looks for another way. */
const onConsentWithdrawn = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const referrals = await store.ofConsent(scope.tx, String(payload['consent']))
  await withdrawAll(scope, referrals, 'consent-ended')
  for (const id of new Set(referrals.map((referral) => referral.need))) {
    scope.admit(`need:${id}`)
    const need = await findNeed(scope.tx, id, 'for update')
    if (need !== undefined && canMoveNeed(need, 'recall')) moveNeed(scope, need, 'recall')
  }
}

const onNeedWithdrawn = async (scope: WriteScope, payload: Payload): Promise<void> => {
  await withdrawAll(scope, await store.ofNeed(scope.tx, String(payload['need'])), 'need-withdrawn')
}

/** Nobody answered in time: silence is a no that costs nothing. */
const onAnswerDue = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const referral = await store.findReferral(scope.tx, String(payload['referral']), 'for update')
  if (referral === undefined || referral.state !== 'offered') return
  if (referral.answer_by === null || referral.answer_by > scope.now) return
  scope.audit(referral.id, { home: referral.home, person: referral.person, from: referral.state })
  await endAndReadyAgain(scope, referral, { state: 'expired', reason: 'no-answer', passUnit: true })
}

/** Another worker answers for the case. */
const onHandedOver = async (scope: WriteScope, payload: Payload): Promise<void> => {
  store.moveToWorker(scope.tx, String(payload['case']), String(payload['worker']))
  scope.audit(String(payload['case']), { home: Number(payload['home']), person: String(payload['person']), to: payload['worker'] })
}

const unitKeys = ({ unit }: Payload) => [`coordinator:${unit}`]

export const jobs: readonly Job[] = [
  { task: 'referrals.consent-ended', on: ['consents.withdrawn'], keys: ({ consent }) => [`consent:${consent}`], run: onConsentWithdrawn },
  { task: 'referrals.need-ended', on: ['casework.need-withdrawn'], keys: ({ need }) => [`need:${need}`], run: onNeedWithdrawn },
  { task: 'referrals.expire', on: ['referrals.answer-due'], keys: ({ referral }) => [`referral:${referral}`], run: onAnswerDue },
  { task: 'referrals.handed-over', on: ['casework.handed-over'], keys: (payload) => [`case:${payload['case']}`], run: onHandedOver },
  { task: 'referrals.duty-ended', on: ['accounts.duty-ended'], keys: unitKeys, run: onDutyEnded },
  { task: 'referrals.unit-closed', on: ['network.unit-closed'], keys: unitKeys, run: onUnitClosed },
  { task: 'referrals.volunteer-rests', on: ['network.rest-begun'], keys: unitKeys, run: onRest },
  {
    task: 'referrals.vetting-lessened',
    on: ['network.vetting-lessened'],
    keys: (payload) => [...unitKeys(payload), `volunteer:${payload['volunteer']}`],
    run: onVettingLessened,
  },
]
