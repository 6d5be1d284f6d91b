import { requireOwnCase } from '#domains/casework/index.ts'
import { readDisclosures } from '#domains/consents/index.ts'
import { findUnit, findVolunteer } from '#domains/network/index.ts'
import { countOffered, noteSights } from '#domains/referrals/index.ts'
import type { ReadScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { query } from '#platform/query/index.ts'
import { caseVisit, myVisit, unitVisit } from './answers.ts'
import { countUnitAhead, listCaseVisits, listMyVisits, listUnitVisits, type CaseVisit, type MyVisit } from './contract.ts'
import { mayDecideForPerson } from './policy.ts'
import * as store from './store.ts'

/** The volunteer's own visits with what is lent at this moment; each reading of it is counted. */
const readMine = async (scope: ReadScope): Promise<MyVisit[]> => {
  const key = `volunteer:${scope.actor.volunteer}`
  const rows = await store.lentTo(scope.tx, key)
  scope.audit(null, { visits: rows.map((row) => row.id) })
  noteSights(scope, rows.filter(({ state }) => state === 'offered'))
  const lent = await readDisclosures(scope, key, rows.map((row) => row.referral))
  return rows.map((row) => myVisit(row, lent.get(row.referral)))
}

export const mine = query(listMyVisits, async (scope) => {
  const volunteer = await findVolunteer(scope.tx, scope.actor.volunteer ?? '')
  return { givenName: volunteer?.given_name ?? '', visits: await readMine(scope) }
})

export const readMyVisit = async (scope: ReadScope, id: string): Promise<MyVisit> => {
  const visit = (await readMine(scope)).find((one) => one.id === id)
  if (visit === undefined) throw new Problem('record.not-found')
  return visit
}

export const ofCase = query(listCaseVisits, async (scope, { params }) => {
  const record = await requireOwnCase(scope, params.case, 'read')
  const key = scope.actor.role === 'supervisor' ? `team:${record.team}` : `worker:${record.worker}`
  const rows = await store.ofCase(scope.tx, key, record.id)
  scope.audit(record.id, { home: record.home, person: record.person, visits: rows.map((row) => row.id) })
  return { visits: rows.map(caseVisit) }
})

export const ofUnit = query(listUnitVisits, async ({ actor, tx, audit }) => {
  const rows = await store.lentTo(tx, `coordinator:${actor.unit}`)
  audit(null, { visits: rows.map((row) => row.id) })
  return { visits: rows.map(unitVisit) }
})

/** Numbers alone, for whoever is about to close the group. */
export const aheadOfUnit = query(countUnitAhead, async ({ tx, now, admit, audit }, { params }) => {
  const unit = await findUnit(tx, params.unit)
  if (unit === undefined || unit.organisation !== 'network') throw new Problem('record.not-found')
  admit(`coordinator:${unit.id}`)
  const { ahead, under_way: underWay } = await store.countOfUnit(tx, unit.id, now)
  audit(unit.id, { home: unit.home })
  return { offers: await countOffered(tx, unit.id), ahead, underWay }
})

export const readCaseVisit = async ({ actor, tx, audit }: ReadScope, id: string): Promise<CaseVisit> => {
  const visit = await store.findOwnedVisit(tx, actor.keys, id)
  if (visit === undefined || !mayDecideForPerson(actor, visit)) throw new Problem('record.not-found')
  audit(visit.id, { home: visit.home, person: visit.person })
  return caseVisit(visit)
}
