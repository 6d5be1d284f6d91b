import { countryPack } from '#countries/index.ts'
import { readContact } from '#domains/people/index.ts'
import { colleagues } from '#platform/auth/attempts.ts'
import type { ReadScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { query } from '#platform/query/index.ts'
import { readClock } from '#domains/desk/clock.ts'
import { type RequestId, type RequestState } from '#domains/desk/contract.ts'
import { getInbox, getRequest, listWorkers, type InboxRow } from './contract.ts'
import { isUnconfirmed } from '#domains/desk/lifecycle.ts'
import * as store from '#domains/desk/store.ts'

const EXCERPT = 160

const rowOf = ({ keys, now, country }: ReadScope, request: store.RequestRecord, whole: boolean): InboxRow => {
  const words = keys.open(request.home, request.words)
  return {
    id: request.id as RequestId,
    revision: request.revision,
    givenName: request.given_name,
    familyName: request.family_name,
    words: whole || words.length <= EXCERPT ? words : `${words.slice(0, EXCERPT)}…`,
    channel: request.channel,
    placeFa: request.place_fa,
    placeEn: request.place_en,
    quarter: request.quarter,
    urgency: request.urgency as InboxRow['urgency'],
    dueAt: request.due_at.toISOString(),
    ...readClock(request.due_at, now, countryPack(country)),
    unconfirmed: isUnconfirmed(request),
  }
}

const ORDER = { late: 0, today: 1, 'on-track': 2 } as const

export const inbox = query(getInbox, async (scope) => {
  const { actor, tx, audit } = scope
  const waiting = await store.waitingAt(tx, actor.unit ?? '')
  const rows = waiting.map((request) => rowOf(scope, request, false))
  audit(null, { requests: rows.map(({ id }) => id) })
  const ordinary = rows.filter(({ urgency }) => urgency !== 'danger')
  const count = (clock: InboxRow['clock']) => ordinary.filter((row) => row.clock === clock).length
  return {
    late: count('late'),
    today: count('today'),
    onTrack: count('on-track'),
    danger: rows.length - ordinary.length,
    // Danger leaves the clock: it stands before everything (design 8.4).
    rows: [...rows].sort(
      (one, other) =>
        Number(other.urgency === 'danger') - Number(one.urgency === 'danger') ||
        ORDER[one.clock] - ORDER[other.clock] ||
        (one.dueAt < other.dueAt ? -1 : 1),
    ),
  }
})

export const get = query(getRequest, async (scope, { params }) => {
  const { actor, tx, keys, audit } = scope
  const request = await store.findRequest(tx, `desk:${actor.unit}`, params.request, 'read')
  if (request === undefined || request.team !== actor.unit) throw new Problem('record.not-found')
  const same = await store.maybeSame(tx, request.team, request.id)
  audit(request.id, { home: request.home, person: request.person })
  const contact = readContact(keys.open(request.home, request.contact))
  return {
    ...rowOf(scope, request, true),
    state: request.state as RequestState,
    kinds: request.kinds,
    birthYear: request.birth_year,
    sex: request.sex as 'female' | 'male' | null,
    ...contact,
    onBehalf: request.on_behalf,
    recordedAt: request.recorded_at.toISOString(),
    hasSecret: request.secret_hash !== null,
    unwanted: request.unwanted === null ? 0 : (JSON.parse(keys.open(request.home, request.unwanted)) as unknown[]).length,
    duplicateOf: same === undefined ? null : { id: same.id, recordedAt: same.recorded_at.toISOString() },
    case: request.case_id,
  }
})

export const workers = query(listWorkers, async (scope) => {
  const { actor, tx, audit, admit } = scope
  const unit = actor.unit ?? ''
  const known = await colleagues(scope, unit, 'case-worker')
  // Only how many, so that work can be shared fairly: the clerk sees no case by it.
  admit(`team:${unit}`)
  const loads = await store.casesByWorker(tx, unit)
  audit(null, { workers: known.length })
  return {
    workers: known
      .map(({ account, name }) => ({ account, name, cases: loads.find(({ worker }) => worker === account)?.cases ?? 0 }))
      .sort((one, other) => one.cases - other.cases || (one.name < other.name ? -1 : 1)),
  }
})
