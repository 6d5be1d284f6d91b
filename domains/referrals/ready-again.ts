import type { WriteScope } from '#platform/command/index.ts'
import type { Card, ReferralId, ReferralState } from './contract.ts'
import * as store from './store.ts'

/**
 * Ends a referral that came to nothing and puts a fresh `ready` one in its place, under the same consent, so
 * that the need keeps waiting. The unit or volunteer is passed over from now on; nobody is told why.
 */
export const endAndReadyAgain = (
  scope: WriteScope,
  referral: store.ReferralRecord,
  end: {
    readonly state: ReferralState
    readonly reason: string
    readonly passUnit?: boolean
    readonly passVolunteer?: boolean
  },
): void => {
  const { tx, now, actor, admit, audit } = scope
  const id = scope.newId<ReferralId>()
  // The new record is the case's again, and out of the sight of whoever ended the old one.
  admit(`referral:${id}`, `referral:${referral.id}`)
  store.saveReferral(tx, referral, { state: end.state, reason: end.reason, open_until: now, closed_at: now })
  store.insertReferral(tx, {
    home: referral.home,
    id,
    at: now,
    by: actor.id,
    need: referral.need,
    case_id: referral.case_id,
    person: referral.person,
    worker: referral.worker,
    team: referral.team,
    from_unit: referral.from_unit,
    consent: referral.consent,
    card: referral.card as Card,
    attempt: referral.attempt + 1,
    passed_units: end.passUnit === true && referral.to_unit !== null ? [...referral.passed_units, referral.to_unit] : referral.passed_units,
    passed_volunteers:
      end.passVolunteer === true && referral.volunteer !== null
        ? [...referral.passed_volunteers, referral.volunteer]
        : referral.passed_volunteers,
    open_until: new Date(Math.max(now.getTime(), Date.parse((referral.card as Card).to))),
    synthetic: referral.synthetic,
  })
  audit(id, { home: referral.home, person: referral.person, after: referral.id, attempt: referral.attempt + 1 })
}
