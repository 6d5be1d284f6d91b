import type { WriteScope } from '#platform/command/index.ts'
import type { Card, ReferralId, ReferralState } from './contract.ts'
import * as store from './store.ts'

interface End {
  readonly state: ReferralState
  readonly reason: string
  readonly passUnit?: boolean
  readonly passVolunteer?: boolean
}

const passedOver = (referral: store.ReferralRecord, { passUnit = false, passVolunteer = false }: End) => ({
  units: passUnit && referral.to_unit !== null ? [...referral.passed_units, referral.to_unit] : referral.passed_units,
  volunteers:
    passVolunteer && referral.volunteer !== null
      ? [...referral.passed_volunteers, referral.volunteer]
      : referral.passed_volunteers,
})

const both = (one: readonly string[], other: readonly string[]): string[] => [...new Set([...one, ...other])]

/**
 * Ends a referral that came to nothing and puts a fresh `ready` one in its place, under the same consent, so
 * that the need keeps waiting. The unit or volunteer is passed over from now on; nobody is told why. Of two
 * seats the other keeps its volunteer meanwhile; where it waits as well, one referral waits for both.
 */
export const endAndReadyAgain = async (scope: WriteScope, referral: store.ReferralRecord, end: End): Promise<void> => {
  const { tx, now, actor, admit, audit } = scope
  const id = scope.newId<ReferralId>()
  // The new record is the case's again, and out of the sight of whoever ended the old one.
  admit(`referral:${id}`, `referral:${referral.id}`, `need:${referral.need}`)
  const seats = await store.openOfNeeds(tx, [referral.need], 'for update')
  const waiting = seats.find((seat) => seat.id !== referral.id && seat.state === 'ready')
  const passed = passedOver(referral, end)
  store.saveReferral(tx, referral, { state: end.state, reason: end.reason, open_until: now, closed_at: now })
  if (waiting !== undefined) {
    store.saveReferral(tx, waiting, {
      state: 'ready',
      passed_units: both(waiting.passed_units, passed.units),
      passed_volunteers: both(waiting.passed_volunteers, passed.volunteers),
    })
    audit(waiting.id, { home: waiting.home, person: waiting.person, after: referral.id, attempt: waiting.attempt })
    return
  }
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
    seat: referral.seat,
    card: referral.card as Card,
    attempt: referral.attempt + 1,
    passed_units: passed.units,
    passed_volunteers: passed.volunteers,
    open_until: new Date(Math.max(now.getTime(), Date.parse((referral.card as Card).to))),
    synthetic: referral.synthetic,
  })
  audit(id, { home: referral.home, person: referral.person, after: referral.id, attempt: referral.attempt + 1 })
}
