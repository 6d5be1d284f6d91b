import { countryPack } from '#countries/index.ts'
import { requirePlainDate, today } from '#engines/calendar/index.ts'
import { command } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { personForNeed, personForStaff } from '#domains/people/index.ts'
import { caseAnswer, needAnswer } from './answers.ts'
import { addNeed, closeCase, setReview, withdrawNeed, type NeedId } from './contract.ts'
import { ageGroup, needOpened, needWithdrawn, ofNeed } from './facts.ts'
import { caseAfter, needAfter, reviewDays, whyNotClose, whyNotReview } from './lifecycle.ts'
import { mayBeChild, pairingOf } from './pair.ts'
import { mayWork } from './policy.ts'
import { readCase, readNeed } from './queries.ts'
import * as store from './store/index.ts'

export const add = command(addNeed, { reread: readNeed }, async (scope, { params, body }) => {
  const { actor, tx, audit, fact, now, country } = scope
  const [record, person] = await Promise.all([
    store.findCase(tx, params.case, 'for update'),
    personForNeed(scope, store.personOfCase({ id: params.case }), 'casework'),
  ])
  if (record === undefined || !mayWork(actor, record)) throw new Problem('record.not-found')
  const state = caseAfter('add-need', record.state as never)
  if (state === undefined) throw new Problem('casework.case-closed')
  const pack = countryPack(country)
  const kind = pack.needKinds.find(({ code }) => code === body.kind)
  if (kind === undefined)
    throw new Problem('casework.kind-unknown', {}, [{ field: 'kind', code: 'not-in-list' }])
  if (Date.parse(body.to) <= now.getTime()) throw new Problem('casework.window-past', {}, [{ field: 'to', code: 'past' }])
  const coming = { year: now.getUTCFullYear(), ageOfMajority: pack.ageOfMajority }
  const pair = pairingOf(kind, person.birthYear, coming)
  const id = scope.newId<NeedId>()
  const need: store.NeedRecord = {
    home: record.home,
    id,
    revision: 1,
    case_id: record.id,
    person: record.person,
    worker: record.worker,
    team: record.team,
    restricted: record.restricted,
    danger: record.danger,
    kind: body.kind,
    // Two of whom nobody was vetted would be no safeguard.
    requires: { ...body.requires, vetting: body.requires.vetting || pair !== 'never', forChild: mayBeChild(person.birthYear, coming) },
    pair,
    minutes: body.minutes,
    window_from: new Date(body.from),
    window_to: new Date(body.to),
    place: person.place,
    place_fa: person.placeFa,
    place_en: person.placeEn,
    quarter: person.quarter,
    lat: person.lat,
    lon: person.lon,
    priority: body.priority,
    since: now,
    state: 'open',
    reason: null,
    outcome: null,
    ended_at: null,
    by_staff_at: null,
    subject: person.subject,
    sex: person.sex,
    age_group: ageGroup(person.birthYear, now),
    synthetic: record.synthetic,
  }
  const { place_fa: _fa, place_en: _en, ...columns } = need
  store.insertNeed(tx, { ...columns, by: actor.id })
  store.saveCase(tx, record, { state })
  fact(ofNeed(needOpened, need, today(now, pack.timeZone)))
  audit(id, { home: need.home, person: need.person, case: record.id, kind: need.kind })
  return needAnswer(need)
})

export const withdraw = command(withdrawNeed, { reread: readNeed }, async (scope, { params, body }) => {
  const { actor, tx, audit, emit, fact, now, country } = scope
  const need = await store.findNeed(tx, params.need, 'for update')
  if (need === undefined || !mayWork(actor, need)) throw new Problem('record.not-found')
  if (need.revision !== body.revision) throw new Problem('request.stale')
  const state = needAfter('withdraw', need.state as never)
  if (state === undefined) throw new Problem('casework.need-not-open', { state: need.state })
  store.saveNeed(tx, need, { state, reason: body.reason, ended_at: now })
  fact(ofNeed(needWithdrawn, need, today(now, countryPack(country).timeZone)))
  emit({ name: 'casework.need-withdrawn', payload: { home: need.home, need: need.id } })
  audit(need.id, { home: need.home, person: need.person, from: need.state, reason: body.reason })
  return needAnswer({ ...need, state, reason: body.reason, ended_at: now, revision: need.revision + 1 })
})

export const close = command(closeCase, { reread: readCase }, async (scope, { params, body }) => {
  const { actor, tx, audit, now } = scope
  const record = await store.findFile(tx, params.case, 'for update')
  if (record === undefined || !mayWork(actor, record)) throw new Problem('record.not-found')
  if (record.revision !== body.revision) throw new Problem('request.stale')
  const needs = await store.needsOfCase(tx, params.case)
  const whyNot = whyNotClose(record.state as never, needs as never)
  if (whyNot !== undefined) throw new Problem(`casework.${whyNot}`)
  const person = await personForStaff(scope, record.person)
  const change = { state: 'closed' as const, reason: body.reason, closed_at: now }
  store.saveCase(tx, record, change)
  audit(record.id, { home: record.home, person: record.person, from: record.state, reason: body.reason })
  return caseAnswer({ ...record, ...change, revision: record.revision + 1 }, person, needs)
})

export const review = command(setReview, { reread: readCase }, async (scope, { params, body }) => {
  const { actor, tx, audit, now, country } = scope
  const record = await store.findFile(tx, params.case, 'for update')
  if (record === undefined || !mayWork(actor, record)) throw new Problem('record.not-found')
  if (record.revision !== body.revision) throw new Problem('request.stale')
  const { timeZone, calendar } = countryPack(country)
  const whyNot = whyNotReview(record.state as never, reviewDays(today(now, timeZone), calendar), requirePlainDate(body.reviewOn))
  if (whyNot === 'case-closed') throw new Problem('casework.case-closed')
  if (whyNot !== undefined) throw new Problem(`casework.${whyNot}`, {}, [{ field: 'reviewOn', code: whyNot }])
  const [person, needs] = await Promise.all([personForStaff(scope, record.person), store.needsOfCase(tx, params.case)])
  const review_changes = [...(record.review_changes as unknown as store.ReviewChange[]), { at: now.toISOString(), to: body.reviewOn }]
  const change = { review_on: body.reviewOn }
  store.saveCase(tx, record, { ...change, review_changes: JSON.stringify(review_changes) })
  audit(record.id, { home: record.home, person: record.person, from: record.review_on, to: body.reviewOn })
  return caseAnswer({ ...record, ...change, review_changes: review_changes as never, revision: record.revision + 1 }, person, needs)
})
