import { findNeed, moveNeed, tookPart } from '#domains/casework/index.ts'
import { disclose, requireConsent, type ConsentRecord } from '#domains/consents/index.ts'
import { changeLoad } from '#domains/network/index.ts'
import { contactFor } from '#domains/people/index.ts'
import { command, type WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { caseVisit } from './answers.ts'
import { requireMove } from './commands.ts'
import { approveVisit, refuseVisit, type VisitState } from './contract.ts'
import { giveBack } from './give-back.ts'
import { otherSideOf } from './hands.ts'
import { reportUntil, visitWindow } from './lifecycle.ts'
import { findBeside, isPair } from './pair.ts'
import { mayDecideForPerson } from './policy.ts'
import { readCaseVisit } from './queries.ts'
import * as store from './store.ts'

/** By the keys of whoever decides for the person. */
const requireDecision = async ({ actor, tx }: WriteScope, id: string, revision: number) => {
  const visit = await store.findOwnedVisit(tx, actor.keys, id)
  if (visit === undefined || !mayDecideForPerson(actor, visit)) throw new Problem('record.not-found')
  if (visit.revision !== revision) throw new Problem('request.stale')
  return visit
}

/** Who proposed, vetted, accepted or comes does not say yes or no for the person. */
const requireNoPart = async (scope: WriteScope, visits: readonly store.VisitRecord[]): Promise<void> => {
  for (const visit of visits)
    if (tookPart(scope.actor, await otherSideOf(scope, visit))) throw new Problem('visits.part-in-it')
}

type Contact = Awaited<ReturnType<typeof contactFor>>

const known = (fields: Record<string, string | null>) =>
  Object.fromEntries(Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== ''))

/** Lends the volunteer and their unit what the consent allows, each field in its window. */
const lend = (scope: WriteScope, visit: store.VisitRecord, consent: ConsentRecord, contact: Contact): void => {
  const lent = { home: visit.home, consent, need: visit.need, referral: visit.referral, volunteer: visit.volunteer }
  const window = visitWindow(visit.visit_from, visit.visit_to)
  const { givenName, familyName, phone, callName, address, quarter } = contact
  disclose(scope, { ...lent, unit: visit.unit, stage: 'accepted', fields: known({ givenName, quarter }), from: scope.now, until: window.until })
  disclose(scope, {
    ...lent,
    unit: null,
    stage: 'visit',
    fields: known({ givenName, familyName, callName, phone, address }),
    from: window.from,
    until: window.until,
  })
}

/** Both of two who go together, or the one who comes: nobody is approved without the other. */
const requireSeats = async (scope: WriteScope, visit: store.VisitRecord): Promise<store.VisitRecord[]> => {
  const beside = await findBeside(scope, visit)
  if (isPair(visit) && beside?.state !== 'accepted') throw new Problem('visits.companion-awaited')
  return beside === undefined ? [visit] : [visit, beside]
}

export const approve = command(
  approveVisit,
  { reread: readCaseVisit, conflicts: { booking_once: 'visits.volunteer-busy' } },
  async (scope, { params, body }) => {
    const { actor, tx, audit, admit, emit, now } = scope
    const visit = await requireDecision(scope, params.visit, body.revision)
    const state: VisitState = requireMove('approve', visit)
    if (actor.kind !== 'person' && body.how === undefined)
      throw new Problem('visits.how-missing', {}, [{ field: 'how', code: 'required' }])
    const seats = await requireSeats(scope, visit)
    await requireNoPart(scope, seats)
    admit(`need:${visit.need}`, `person:${visit.person}`)
    for (const seat of seats) admit(`consent:${seat.consent}`, `assignment:${seat.id}`, `volunteer:${seat.volunteer}`)
    const [consent, need, contact] = await Promise.all([
      requireConsent(scope, visit.consent),
      findNeed(tx, visit.need, 'for update'),
      contactFor(scope, visit.person),
    ])
    if (need === undefined) throw new Problem('record.not-found')
    const change = { state, approved_at: now, approved_how: body.how ?? 'own-file', approved_by: actor.id, open_until: reportUntil(visit.visit_to) }
    for (const seat of seats) {
      const beside = seats.find(({ id }) => id !== seat.id)
      audit(seat.id, { home: seat.home, person: seat.person, from: seat.state, how: change.approved_how })
      store.saveVisit(tx, seat, { ...change, companion_name: beside?.volunteer_name ?? null })
      store.book(tx, seat, scope.newId())
      changeLoad(tx, seat.volunteer, 1)
      lend(scope, seat, consent, contact)
      emit({ name: 'visits.approved', payload: { home: seat.home, visit: seat.id, volunteer: seat.volunteer } })
    }
    moveNeed(scope, need, 'match')
    return caseVisit({ ...visit, ...change, revision: visit.revision + 1 })
  },
)

export const refuse = command(refuseVisit, { reread: readCaseVisit }, async (scope, { params, body }) => {
  const visit = await requireDecision(scope, params.visit, body.revision)
  const state = requireMove('refuse', visit)
  await requireNoPart(scope, [visit])
  scope.audit(visit.id, { home: visit.home, person: visit.person, from: visit.state })
  await giveBack(scope, visit, { state, reason: 'other-arrangement', passVolunteer: true })
  return caseVisit({ ...visit, state, revision: visit.revision + 1 })
})
