import type { OpenFields } from '#domains/consents/index.ts'
import type { Card } from '#domains/referrals/contract.ts'
import type { CaseVisit, MyVisit, UnitVisit, VisitId, VisitState } from './contract.ts'
import { visitWindow } from './lifecycle.ts'
import { isPair } from './pair.ts'
import type { VisitRecord } from './store.ts'

const iso = (at: Date | null) => at?.toISOString() ?? null

export const myVisit = (row: VisitRecord, lent: readonly OpenFields[] = []): MyVisit => {
  const fields: Record<string, string> = Object.assign({}, ...lent.map((open) => open.fields))
  const isOpen = lent.some(({ stage }) => stage === 'visit')
  return {
    id: row.id as VisitId,
    revision: row.revision,
    state: row.state as VisitState,
    card: row.card as Card,
    from: row.visit_from.toISOString(),
    to: row.visit_to.toISOString(),
    answerBy: row.answer_by.toISOString(),
    onWayAt: iso(row.on_way_at),
    arrivedAt: iso(row.arrived_at),
    lent: Object.entries(fields).map(([field, value]) => ({ field, value })),
    lentUntil: iso(lent.find(({ stage }) => stage === 'visit')?.until ?? null),
    companion: row.companion_name,
    opensAt: row.state === 'approved' && !isOpen ? visitWindow(row.visit_from, row.visit_to).from.toISOString() : null,
  }
}

export const caseVisit = (row: VisitRecord): CaseVisit => ({
  id: row.id as VisitId,
  revision: row.revision,
  need: row.need,
  state: row.state as VisitState,
  kind: row.kind,
  pair: isPair(row),
  volunteerName: row.volunteer_name,
  unitFa: row.unit_fa,
  unitEn: row.unit_en,
  from: row.visit_from.toISOString(),
  to: row.visit_to.toISOString(),
  offeredAt: row.recorded_at.toISOString(),
  approvedAt: iso(row.approved_at),
  doneAt: iso(row.done_at),
  confirmedAt: iso(row.confirmed_at),
  outcome: row.outcome as CaseVisit['outcome'],
})

export const unitVisit = (row: VisitRecord): UnitVisit => ({
  id: row.id as VisitId,
  referral: row.referral,
  state: row.state as VisitState,
  card: row.card as Card,
  volunteerName: row.volunteer_name,
  from: row.visit_from.toISOString(),
  to: row.visit_to.toISOString(),
})
