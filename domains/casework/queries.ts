import { countryPack } from '#countries/index.ts'
import { today } from '#engines/calendar/index.ts'
import type { Actor } from '#platform/actor/index.ts'
import type { ReadScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { query } from '#platform/query/index.ts'
import { personForStaff } from '#domains/people/index.ts'
import { caseAnswer, needAnswer } from './answers.ts'
import { getCase, listCases, type Case } from './contract.ts'
import { mayWork } from './policy.ts'
import * as store from './store/index.ts'

/** The key whose rows a list shows: a supervisor's team, a worker's own cases. */
const listKey = (actor: Actor) => (actor.role === 'supervisor' ? `team:${actor.unit}` : `worker:${actor.id}`)

const PAGE = 50

export const list = query(listCases, async ({ actor, tx, audit, now, country }, { query: { state, after } }) => {
  const [at, id] = after?.split('_') ?? []
  const from = at === undefined || id === undefined ? undefined : { at, id }
  const on = today(now, countryPack(country).timeZone)
  const [rows, due] = await Promise.all([
    store.listCases(tx, listKey(actor), { closed: state === 'closed', dueOn: state === 'review' ? on : null }, from),
    store.countReviews(tx, listKey(actor), on),
  ])
  const page = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? page.at(-1) : undefined
  audit(null, { cases: page.map((row) => row.id) })
  return {
    cases: page.map((row) => ({
      id: row.id,
      state: row.state,
      givenName: row.given_name,
      familyName: row.family_name,
      placeFa: row.place_fa,
      placeEn: row.place_en,
      openedAt: row.opened_at.toISOString(),
      reviewOn: row.review_on,
      openNeeds: row.open_needs,
      oldestKind: row.oldest_kind,
      oldestSince: row.oldest_since?.toISOString() ?? null,
      mine: row.worker === actor.id,
    })),
    next: last === undefined ? null : `${state === 'review' ? last.review_on : last.opened_at.toISOString()}_${last.id}`,
    total: rows[0]?.total ?? 0,
    review: due?.review ?? 0,
  }
})

export const readCase = async (scope: ReadScope, id: string): Promise<Case> => {
  const { actor, tx, audit } = scope
  const [record, needs, person] = await Promise.all([
    store.findFile(tx, id, 'read'),
    store.needsOfCase(tx, id),
    personForStaff(scope, store.personOfCase({ id })),
  ])
  if (record === undefined || !mayWork(actor, record)) throw new Problem('record.not-found')
  audit(record.id, { home: record.home, person: record.person })
  return caseAnswer(record, person, needs)
}

export const readNeed = async ({ actor, tx, audit }: ReadScope, id: string) => {
  const need = await store.findNeed(tx, id, 'read')
  if (need === undefined || !mayWork(actor, need)) throw new Problem('record.not-found')
  audit(need.id, { home: need.home, person: need.person })
  return needAnswer(need)
}

export const get = query(getCase, (scope, { params }) => readCase(scope, params.case))
