import { findReferral } from '#domains/referrals/index.ts'
import { findVolunteer } from '#domains/network/index.ts'
import type { WriteScope } from '#platform/command/index.ts'
import type { VisitRecord } from './store.ts'

/** Who handed the need on: the desk that released the proposal, and the coordinator who accepted it. */
export const handsOf = async (scope: WriteScope, visit: VisitRecord) => {
  scope.admit(`referral:${visit.referral}`)
  const referral = await findReferral(scope.tx, visit.referral, 'read')
  return { offered: referral?.offered_by ?? null, accepted: referral?.accepted_by ?? null }
}

/** Everybody on the other side of the person's yes: hands, the volunteer's own account, whoever vetted them. */
export const otherSideOf = async (scope: WriteScope, visit: VisitRecord): Promise<(string | null)[]> => {
  scope.admit(`volunteer:${visit.volunteer}`)
  const volunteer = await findVolunteer(scope.tx, visit.volunteer)
  const { offered, accepted } = await handsOf(scope, visit)
  return [offered, accepted, visit.accepted_by, volunteer?.vetted_by ?? null]
}
