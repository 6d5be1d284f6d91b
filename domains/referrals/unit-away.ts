import { countryPack } from '#countries/index.ts'
import { findNeed, isVettedForNeed } from '#domains/casework/index.ts'
import { findVolunteer } from '#domains/network/index.ts'
import { colleagues } from '#platform/auth/attempts.ts'
import type { WriteScope } from '#platform/command/index.ts'
import type { Payload } from '#platform/jobs/index.ts'
import type { ReferralState } from './contract.ts'
import { after } from './lifecycle.ts'
import { endAndReadyAgain } from './ready-again.ts'
import * as store from './store.ts'

/** Offers of a unit that wait and for which `falls` holds go back to the liaison desk, as fresh ready ones. */
const giveBackAll = async (
  scope: WriteScope,
  unit: string,
  end: { readonly reason: string; readonly passUnit?: boolean; readonly passVolunteer?: boolean },
  falls: (referral: store.ReferralRecord) => boolean | Promise<boolean>,
): Promise<void> => {
  for (const { id } of await store.offeredTo(scope.tx, unit)) {
    const referral = await store.findLent(scope.tx, unit, id)
    if (referral === undefined || referral.state !== 'offered' || !(await falls(referral))) continue
    const state = after('withdraw', referral.state as ReferralState)
    if (state === undefined) continue
    scope.audit(referral.id, { home: referral.home, person: referral.person, from: referral.state, reason: end.reason })
    await endAndReadyAgain(scope, referral, { state, ...end })
  }
}

/** Nobody answers for the unit any more, or the volunteer whom an offer has in mind will not come. */
export const onDutyEnded = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const { role, account, volunteer } = payload
  const unit = String(payload['unit'])
  if (role !== 'coordinator' && role !== 'volunteer') return
  const there = await colleagues(scope, unit, role)
  if (role === 'coordinator') {
    // Another coordinator answers in their place.
    if (there.length > 0) return
    await giveBackAll(scope, unit, { reason: 'no-coordinator', passUnit: true }, () => true)
    return
  }
  if (there.some((one) => one.account === account)) return
  await giveBackAll(scope, unit, { reason: 'volunteer-left', passVolunteer: true }, (referral) => referral.volunteer === volunteer)
}

/** The group is no more: what it has not answered is looked at again, and whoever was in mind may be asked through their next one. */
export const onUnitClosed = async (scope: WriteScope, payload: Payload): Promise<void> => {
  await giveBackAll(scope, String(payload['unit']), { reason: 'looking-again' }, () => true)
}

/** The volunteer whom an offer has in mind rests on its day. */
export const onRest = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const until = Date.parse(String(payload['until']))
  const falls = ({ volunteer, card }: store.ReferralRecord) =>
    volunteer === payload['volunteer'] && Date.parse((card as { from: string }).from) < until
  await giveBackAll(scope, String(payload['unit']), { reason: 'volunteer-rests', passVolunteer: true }, falls)
}

/** A vetting was ended, or holds for less: only what asks for it goes back, and the group is not told why. */
export const onVettingLessened = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const { tx, admit, country } = scope
  const volunteer = await findVolunteer(tx, String(payload['volunteer']))
  const falls = async (referral: store.ReferralRecord) => {
    if (referral.volunteer !== payload['volunteer']) return false
    admit(`need:${referral.need}`)
    const need = await findNeed(tx, referral.need, 'read')
    return volunteer === undefined || (need !== undefined && !isVettedForNeed(volunteer, need, countryPack(country).timeZone))
  }
  await giveBackAll(scope, String(payload['unit']), { reason: 'looking-again', passVolunteer: false }, falls)
}
