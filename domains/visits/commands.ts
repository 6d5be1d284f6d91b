import { findNeed, moveNeed } from '#domains/casework/index.ts'
import { disclose, requireConsent } from '#domains/consents/index.ts'
import { changeLoad } from '#domains/network/index.ts'
import { contactFor } from '#domains/people/index.ts'
import { command, type WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { caseVisit, myVisit } from './answers.ts'
import { acceptVisit, approveVisit, arrive, declineVisit, refuseVisit, reportVisit, setOut, type VisitId, type VisitState } from './contract.ts'
import { countDeclined } from './count.ts'
import { giveBack } from './give-back.ts'
import { after, isTooEarly, reportUntil, visitWindow, type VisitMove } from './lifecycle.ts'
import { isOwn, mayDecideForPerson } from './policy.ts'
import { readCaseVisit, readMyVisit } from './queries.ts'
import * as store from './store.ts'

/** The volunteer's own visit, locked, or not there. */
const requireOwn = async ({ actor, tx, now }: WriteScope, id: string) => {
  const visit = await store.findLentVisit(tx, actor.volunteer ?? '', id)
  if (visit === undefined || !isOwn(actor, visit, now)) throw new Problem('record.not-found')
  return visit
}

const requireMove = (move: VisitMove, visit: store.VisitRecord): VisitState => {
  const state = after(move, visit.state as VisitState)
  if (state === undefined) throw new Problem('visits.not-possible', { state: visit.state })
  return state
}

export const accept = command(acceptVisit, { reread: readMyVisit }, async (scope, { params, body }) => {
  const { tx, audit, admit, emit, now } = scope
  const visit = await requireOwn(scope, params.visit)
  if (visit.revision !== body.revision) throw new Problem('request.stale')
  const state = requireMove('accept', visit)
  admit(`consent:${visit.consent}`)
  await requireConsent(scope, visit.consent)
  store.saveVisit(tx, visit, { state, accepted_at: now })
  audit(visit.id, { home: visit.home, person: visit.person, from: visit.state })
  emit({ name: 'visits.accepted', payload: { home: visit.home, visit: visit.id, person: visit.person } })
  return myVisit({ ...visit, state, revision: visit.revision + 1 })
})

export const decline = command(
  declineVisit,
  {
    reread: async ({ audit }, record) => {
      audit(record)
      return { id: record as VisitId, state: 'declined' as const }
    },
  },
  async (scope, { params, body }) => {
    const visit = await requireOwn(scope, params.visit)
    if (visit.revision !== body.revision) throw new Problem('request.stale')
    const state = requireMove('decline', visit)
    scope.audit(visit.id, { home: visit.home, person: visit.person, from: visit.state, reason: body.reason })
    countDeclined(scope, visit)
    await giveBack(scope, visit, { state, reason: body.reason, passVolunteer: true })
    return { id: visit.id as VisitId, state }
  },
)

/** By the keys of whoever decides for the person. */
const requireDecision = async ({ actor, tx }: WriteScope, id: string, revision: number) => {
  const visit = await store.findOwnedVisit(tx, actor.keys, id)
  if (visit === undefined || !mayDecideForPerson(actor, visit)) throw new Problem('record.not-found')
  if (visit.revision !== revision) throw new Problem('request.stale')
  return visit
}

export const approve = command(
  approveVisit,
  { reread: readCaseVisit, conflicts: { booking_once: 'visits.volunteer-busy' } },
  async (scope, { params, body }) => {
    const { actor, tx, audit, admit, emit, now } = scope
    const visit = await requireDecision(scope, params.visit, body.revision)
    const state = requireMove('approve', visit)
    if (actor.kind !== 'person' && body.how === undefined)
      throw new Problem('visits.how-missing', {}, [{ field: 'how', code: 'required' }])
    admit(`consent:${visit.consent}`, `assignment:${visit.id}`, `volunteer:${visit.volunteer}`, `need:${visit.need}`, `person:${visit.person}`)
    const [consent, need, contact] = await Promise.all([
      requireConsent(scope, visit.consent),
      findNeed(tx, visit.need, 'for update'),
      contactFor(scope, visit.person),
    ])
    if (need === undefined) throw new Problem('record.not-found')
    const change = {
      state,
      approved_at: now,
      approved_how: body.how ?? 'own-file',
      open_until: reportUntil(visit.visit_to),
    }
    audit(visit.id, { home: visit.home, person: visit.person, from: visit.state, how: change.approved_how })
    store.saveVisit(tx, visit, change)
    store.book(tx, visit, scope.newId())
    changeLoad(tx, visit.volunteer, 1)
    moveNeed(scope, need, 'match')
    const lent = { home: visit.home, consent, need: visit.need, referral: visit.referral, volunteer: visit.volunteer }
    const window = visitWindow(visit.visit_from, visit.visit_to)
    const { givenName, familyName, phone, callName, address, quarter } = contact
    const known = (fields: Record<string, string | null>) =>
      Object.fromEntries(Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== ''))
    disclose(scope, { ...lent, unit: visit.unit, stage: 'accepted', fields: known({ givenName, quarter }), from: now, until: window.until })
    disclose(scope, {
      ...lent,
      unit: null,
      stage: 'visit',
      fields: known({ givenName, familyName, callName, phone, address }),
      from: window.from,
      until: window.until,
    })
    emit({ name: 'visits.approved', payload: { home: visit.home, visit: visit.id, volunteer: visit.volunteer } })
    return caseVisit({ ...visit, ...change, revision: visit.revision + 1 })
  },
)

export const refuse = command(refuseVisit, { reread: readCaseVisit }, async (scope, { params, body }) => {
  const visit = await requireDecision(scope, params.visit, body.revision)
  const state = requireMove('refuse', visit)
  scope.audit(visit.id, { home: visit.home, person: visit.person, from: visit.state })
  await giveBack(scope, visit, { state, reason: 'other-arrangement', passVolunteer: true })
  return caseVisit({ ...visit, state, revision: visit.revision + 1 })
})

/** When it happened by the phone's clock, never later than now and never before the visit could begin. */
const happenedAt = (visit: store.VisitRecord, at: string | undefined, now: Date): Date => {
  const told = at === undefined ? now : new Date(Math.min(Date.parse(at), now.getTime()))
  if (isTooEarly(visit.visit_from, told)) throw new Problem('visits.too-early', { from: visit.visit_from.toISOString() })
  return told
}

export const setOutForVisit = command(setOut, { reread: readMyVisit }, async (scope, { params, body }) => {
  const visit = await requireOwn(scope, params.visit)
  const state = requireMove('set-out', visit)
  const on_way_at = happenedAt(visit, body.at, scope.now)
  store.saveVisit(scope.tx, visit, { state, on_way_at })
  scope.audit(visit.id, { home: visit.home, person: visit.person })
  return myVisit({ ...visit, on_way_at, revision: visit.revision + 1 })
})

export const arriveAtVisit = command(arrive, { reread: readMyVisit }, async (scope, { params, body }) => {
  const { tx, audit, admit, emit, now } = scope
  const visit = await requireOwn(scope, params.visit)
  const state = requireMove('arrive', visit)
  const arrived_at = happenedAt(visit, body.at, now)
  store.saveVisit(tx, visit, { state, arrived_at })
  audit(visit.id, { home: visit.home, person: visit.person, from: visit.state })
  admit(`need:${visit.need}`)
  const need = await findNeed(tx, visit.need, 'for update')
  if (need !== undefined) moveNeed(scope, need, 'start')
  // Alone at a door: the server watches the clock even when the phone is dead.
  emit({
    name: 'visits.check-out-due',
    payload: { home: visit.home, visit: visit.id, unit: visit.unit },
    at: visitWindow(visit.visit_from, visit.visit_to).until,
  })
  return myVisit({ ...visit, state, arrived_at, revision: visit.revision + 1 })
})

export const report = command(
  reportVisit,
  {
    reread: async (scope, id) => {
      const visit = await readMyVisit(scope, id)
      return { id: visit.id, state: visit.state }
    },
  },
  async (scope, { params, body }) => {
    const { tx, audit, emit, now } = scope
    const visit = await requireOwn(scope, params.visit)
    const done_at = body.happened === 'could-not-go' ? now : happenedAt(visit, body.at, now)
    if (body.happened === 'could-not-go') {
      const state = requireMove('decline', visit)
      audit(visit.id, { home: visit.home, person: visit.person, from: visit.state, reason: body.happened })
      await giveBack(scope, visit, { state, reason: 'could-not-go', passVolunteer: true })
      return { id: visit.id as VisitId, state }
    }
    if (body.happened === 'nobody-there') {
      const state = requireMove('miss', visit)
      audit(visit.id, { home: visit.home, person: visit.person, from: visit.state, reason: body.happened })
      await giveBack(scope, visit, { state, reason: 'nobody-there', passVolunteer: false })
      return { id: visit.id as VisitId, state }
    }
    if (body.outcome === undefined) throw new Problem('visits.outcome-missing', {}, [{ field: 'outcome', code: 'required' }])
    const state = requireMove('report', visit)
    store.saveVisit(tx, visit, {
      state,
      done_at,
      arrived_at: visit.arrived_at ?? done_at,
      report: JSON.stringify({ outcome: body.outcome, notes: body.notes }),
    })
    audit(visit.id, { home: visit.home, person: visit.person, from: visit.state })
    emit({ name: 'visits.reported', payload: { home: visit.home, visit: visit.id, person: visit.person } })
    return { id: visit.id as VisitId, state }
  },
)
