import type { Case, CaseId, Need, NeedId, NeedState, Requires } from './contract.ts'
import type { CaseFile, NeedShown } from './store/index.ts'

export const needAnswer = (row: NeedShown): Need => ({
  id: row.id as NeedId,
  revision: row.revision,
  case: row.case_id as CaseId,
  kind: row.kind,
  requires: row.requires as Requires,
  pair: row.pair as Need['pair'],
  minutes: row.minutes,
  from: row.window_from.toISOString(),
  to: row.window_to.toISOString(),
  place: row.place,
  placeFa: row.place_fa,
  placeEn: row.place_en,
  quarter: row.quarter,
  priority: row.priority,
  since: row.since.toISOString(),
  state: row.state as NeedState,
  byStaff: row.by_staff_at !== null,
  reason: row.reason,
  outcome: row.outcome as Need['outcome'],
  endedAt: row.ended_at?.toISOString() ?? null,
})

export const caseAnswer = (record: CaseFile, person: Case['person'], needs: readonly NeedShown[]): Case => ({
  id: record.id as CaseId,
  revision: record.revision,
  state: record.state as Case['state'],
  openedAt: record.opened_at.toISOString(),
  reviewOn: record.review_on,
  closedAt: record.closed_at?.toISOString() ?? null,
  reason: record.reason,
  restricted: record.restricted,
  worker: record.worker,
  person,
  needs: needs.map(needAnswer),
  reviewChanges: record.review_changes as unknown as Case['reviewChanges'],
  handovers: record.handovers.map(({ id, at, to, reason }) => ({
    id,
    at: new Date(at).toISOString(),
    to,
    reason: reason as Case['handovers'][number]['reason'],
  })),
})
