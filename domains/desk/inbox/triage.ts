import { countryPack } from '#countries/index.ts'
import { openCase } from '#domains/casework/index.ts'
import { readContact, registerPerson, type Unwanted } from '#domains/people/index.ts'
import { today } from '#engines/calendar/index.ts'
import { colleagues } from '#platform/auth/attempts.ts'
import { command, type ReadScope, type WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { type RequestId, type RequestState } from '#domains/desk/contract.ts'
import { triage, untriage, type Decision } from './contract.ts'
import { requestDecided } from '#domains/desk/facts.ts'
import { after, canUndo, isUnconfirmed, mayDecideUnconfirmed } from '#domains/desk/lifecycle.ts'
import { eraseWholly } from '#domains/desk/on-behalf/own-word.ts'
import * as store from '#domains/desk/store.ts'
import type { z } from 'zod'

type Decided = z.infer<typeof Decision>

export const requireRequest = async ({ actor, tx }: ReadScope, id: string, lock: 'for update' | 'read') => {
  const request = await store.findRequest(tx, `desk:${actor.unit}`, id, lock)
  if (request === undefined || request.team !== actor.unit) throw new Problem('record.not-found')
  return request
}

const reread = async (scope: ReadScope, id: string) => {
  const request = await requireRequest(scope, id, 'read')
  scope.audit(request.id, { home: request.home })
  return {
    id: request.id as RequestId,
    state: request.state as RequestState,
    revision: request.revision,
    case: request.case_id as never,
  }
}

/** Person and case in the transaction of the decision: a request is never decided and its case missing. */
const openCaseFor = async (scope: WriteScope, request: store.RequestRecord, worker: string) => {
  const team = request.team
  const known = await colleagues(scope, team, 'case-worker')
  if (!known.some(({ account }) => account === worker))
    throw new Problem('desk.worker-unknown', {}, [{ field: 'decision.worker', code: 'not-in-list' }])
  const { keys } = scope
  const person = await registerPerson(scope, {
    home: request.home,
    worker,
    team,
    givenName: request.given_name,
    familyName: request.family_name,
    sex: request.sex as 'female' | 'male' | null,
    birthYear: request.birth_year,
    contact: readContact(keys.open(request.home, request.contact)),
    address: null,
    place: request.place,
    quarter: request.quarter,
    secretHash: request.secret_hash,
    unwanted: request.unwanted === null ? [] : (JSON.parse(keys.open(request.home, request.unwanted)) as Unwanted[]),
    synthetic: request.synthetic,
  })
  const opened = await openCase(scope, {
    home: request.home,
    person: { id: person.id, sex: request.sex, birthYear: request.birth_year, place: request.place },
    request: request.id,
    worker,
    team,
    restricted: false,
    danger: request.urgency === 'danger',
  })
  return { case_id: opened.id, person: person.id as string }
}

const changeFor = async (scope: WriteScope, request: store.RequestRecord, decision: Decided) => {
  const seal = (text: string) => scope.keys.seal(request.home, text)
  switch (decision.decision) {
    case 'open-case':
      return await openCaseFor(scope, request, decision.worker)
    case 'answer':
      return { answer: seal(decision.answer) }
    case 'pass-on':
      return { answer: seal(decision.answer), reason: decision.to }
    case 'duplicate': {
      const other = await store.findRequest(scope.tx, `desk:${request.team}`, decision.of, 'read')
      if (other === undefined || other.id === request.id) throw new Problem('desk.duplicate-unknown')
      return { points_at: other.id, points_kind: 'duplicate' }
    }
    case 'withdrawn':
      return {}
  }
}

export const decide = command(triage, { reread }, async (scope, { params, body }) => {
  const { tx, actor, audit, fact, emit, now, country } = scope
  const request = await requireRequest(scope, params.request, 'for update')
  if (request.revision !== body.revision) throw new Problem('request.stale')
  const { decision } = body.decision
  const state = after(decision, request.state as RequestState)
  if (state === undefined) throw new Problem('desk.not-open', { state: request.state })
  const unconfirmed = isUnconfirmed(request)
  if (unconfirmed && !mayDecideUnconfirmed(decision)) throw new Problem('desk.not-confirmed')
  audit(request.id, { home: request.home, decision, from: request.state })
  const change = await changeFor(scope, request, body.decision)
  // They do not want it: then nothing of what somebody else wrote about them stays.
  if (unconfirmed) eraseWholly(scope, request)
  else store.saveRequest(tx, request, { ...change, state, triaged_at: now, triaged_by: actor.id })
  fact({
    kind: requestDecided,
    home: request.home,
    on: today(now, countryPack(country).timeZone),
    unit: request.team,
    place: request.place,
    quantity: 1,
    dimensions: { decision, onTime: now <= request.due_at ? 'yes' : 'no' },
    source: request.id,
  })
  if (request.urgency === 'danger' && !unconfirmed) emit({ name: 'desk.danger-over', payload: { home: request.home, request: request.id } })
  return {
    id: request.id as RequestId,
    state,
    revision: request.revision + 1,
    case: ('case_id' in change ? change.case_id : null) as never,
  }
})

export const undo = command(untriage, { reread }, async (scope, { params, body }) => {
  const request = await requireRequest(scope, params.request, 'for update')
  if (request.revision !== body.revision) throw new Problem('request.stale')
  const state = request.state as RequestState
  if (request.reason === 'not-confirmed' || request.triaged_at === null || !canUndo(state, request.triaged_at, scope.now))
    throw new Problem('desk.too-late-to-undo')
  scope.audit(request.id, { home: request.home, from: state })
  store.saveRequest(scope.tx, request, {
    state: 'received',
    reason: null,
    answer: null,
    points_at: null,
    points_kind: null,
    triaged_at: null,
    triaged_by: null,
  })
  if (request.urgency === 'danger') scope.emit({ name: 'desk.danger', payload: { home: request.home, request: request.id } })
  return { id: request.id as RequestId, state: 'received' as const, revision: request.revision + 1 }
})
