import { countryPack } from '#countries/index.ts'
import { findNeed, isVettedForNeed } from '#domains/casework/index.ts'
import { findVolunteer } from '#domains/network/index.ts'
import { colleagues } from '#platform/auth/attempts.ts'
import type { WriteScope } from '#platform/command/index.ts'
import type { Payload } from '#platform/jobs/index.ts'
import type { VisitState } from './contract.ts'
import { countDeclined } from './count.ts'
import { giveBack } from './give-back.ts'
import { after } from './lifecycle.ts'
import * as store from './store.ts'
import { tellVolunteer, texts } from './tell.ts'

/** Gives back, as the volunteer's own "I cannot" would, every visit that has not begun and that `isOver` says. */
const giveBackAll = async (
  scope: WriteScope,
  volunteer: string,
  { reason, passVolunteer = true, told }: { readonly reason: string; readonly passVolunteer?: boolean; readonly told?: string },
  falls: (visit: store.VisitRecord) => boolean | Promise<boolean>,
) => {
  for (const { id } of await store.lentTo(scope.tx, `volunteer:${volunteer}`)) {
    // One after the other: a referral may be behind more than one of them.
    const visit = await store.findLentVisit(scope.tx, volunteer, id)
    const state = visit && after('decline', visit.state as VisitState)
    if (visit === undefined || state === undefined || !(await falls(visit))) continue
    scope.audit(visit.id, { home: visit.home, person: visit.person, from: visit.state, reason })
    countDeclined(scope, visit)
    await giveBack(scope, visit, { state, reason, passVolunteer })
    if (told !== undefined && visit.state !== 'offered') await tellVolunteer(scope, volunteer, 'visit-cancelled', told)
  }
}

/** A volunteer left, or their account is suspended: nobody waits for somebody who will not come. */
export const onDutyEnded = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const volunteer = payload['volunteer']
  if (payload['role'] !== 'volunteer' || typeof volunteer !== 'string') return
  const still = await colleagues(scope, String(payload['unit']), 'volunteer')
  if (still.some(({ account }) => account === payload['account'])) return
  await giveBackAll(scope, volunteer, { reason: 'volunteer-left' }, () => true)
}

/** A volunteer rests: what falls into the rest is given back, what comes after it stays. */
export const onRest = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const until = Date.parse(String(payload['until']))
  await giveBackAll(scope, String(payload['volunteer']), { reason: 'volunteer-rests' }, ({ visit_from }) => visit_from.getTime() < until)
}

/**
 * Their group was closed: a visit that has not begun was agreed to as one of that group, by a coordinator who is gone and a
 * person who was told its name. The need waits again, and the same volunteer may be asked through the next group.
 */
export const onGroupEnded = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const end = { reason: 'looking-again', passVolunteer: false, told: texts(scope).smsCancelled }
  // Whoever is on the way goes on, and a report that still lies in a phone is waited for.
  const falls = ({ visit_from, on_way_at }: store.VisitRecord) => visit_from > scope.now && on_way_at === null
  await giveBackAll(scope, String(payload['volunteer']), end, falls)
}

/** A vetting was ended, or holds for less: what asks for it is given back, what does not goes on. */
export const onVettingLessened = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const { tx, admit, country } = scope
  const id = String(payload['volunteer'])
  const volunteer = await findVolunteer(tx, id)
  await giveBackAll(scope, id, { reason: 'looking-again' }, async (visit) => {
    admit(`need:${visit.need}`)
    const need = await findNeed(tx, visit.need, 'read')
    return volunteer === undefined || (need !== undefined && !isVettedForNeed(volunteer, need, countryPack(country).timeZone))
  })
}
