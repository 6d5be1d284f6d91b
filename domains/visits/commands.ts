import { canMoveNeed, findNeed, moveNeed, tookPart } from '#domains/casework/index.ts'
import { requireConsent } from '#domains/consents/index.ts'
import { command, type WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { myVisit } from './answers.ts'
import { acceptVisit, arrive, declineVisit, reportVisit, setOut, type VisitId, type VisitState } from './contract.ts'
import { countDeclined } from './count.ts'
import { endBeside, giveBack } from './give-back.ts'
import { handsOf } from './hands.ts'
import { after, isTooEarly, type VisitMove } from './lifecycle.ts'
import { findBeside, isPair } from './pair.ts'
import { isOwn } from './policy.ts'
import { readMyVisit } from './queries.ts'
import * as store from './store.ts'

/** The volunteer's own visit, locked, or not there. */
const requireOwn = async ({ actor, tx, now }: WriteScope, id: string) => {
  const visit = await store.findLentVisit(tx, actor.volunteer ?? '', id)
  if (visit === undefined || !isOwn(actor, visit, now)) throw new Problem('record.not-found')
  return visit
}

export const requireMove = (move: VisitMove, visit: store.VisitRecord): VisitState => {
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
  const { offered } = await handsOf(scope, visit)
  if (tookPart(scope.actor, [visit.worker, offered])) throw new Problem('visits.part-in-it')
  store.saveVisit(tx, visit, { state, accepted_at: now, accepted_by: scope.actor.id })
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
  // Of two who go together, the first to arrive begins it.
  if (need !== undefined && canMoveNeed(need, 'start')) moveNeed(scope, need, 'start')
  // Alone at a door: the server watches the clock even when the phone is dead.
  emit({ name: 'visits.arrived', payload: { home: visit.home, visit: visit.id } })
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
    if (isPair(visit)) {
      if (body.companion === undefined) throw new Problem('visits.companion-missing', {}, [{ field: 'companion', code: 'required' }])
      const beside = await findBeside(scope, visit)
      // Whoever checked in speaks for themself.
      if (body.companion === 'did-not-come' && beside?.state === 'approved') await endBeside(scope, beside, 'said-absent')
    }
    store.saveVisit(tx, visit, {
      state,
      done_at,
      arrived_at: visit.arrived_at ?? done_at,
      report: JSON.stringify({ outcome: body.outcome, notes: body.notes, companion: body.companion }),
    })
    audit(visit.id, { home: visit.home, person: visit.person, from: visit.state })
    emit({ name: 'visits.reported', payload: { home: visit.home, visit: visit.id, person: visit.person } })
    return { id: visit.id as VisitId, state }
  },
)
