import { personToCall } from '#domains/people/index.ts'
import type { ReadScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { query } from '#platform/query/index.ts'
import { listCallBacks, listSharedPhones, openCallBack, type CallBack, type CallBackId, type SharedPhoneId } from './contract.ts'
import { mayCallBack } from './policy.ts'
import * as store from './store.ts'

const callBackAnswer = (row: store.CallBackRecord): CallBack => ({
  id: row.id as CallBackId,
  revision: row.revision,
  kind: row.kind,
  from: row.visit_from.toISOString(),
  to: row.visit_to.toISOString(),
  reason: row.reason as CallBack['reason'],
  dueAt: row.due_at.toISOString(),
  tries: row.tries,
})

export const callBacks = query(listCallBacks, async ({ actor, tx, audit }) => {
  const rows = (await store.dueCallBacks(tx, `desk:${actor.unit}`)).filter((row) => mayCallBack(actor, row))
  audit(null, { callBacks: rows.map(({ id }) => id) })
  return { callBacks: rows.map(callBackAnswer) }
})

export const requireCallBack = async ({ actor, tx }: ReadScope, id: string, lock: 'for update' | 'read') => {
  const row = await store.findCallBack(tx, `desk:${actor.unit}`, id, lock)
  if (row === undefined || !mayCallBack(actor, row)) throw new Problem('record.not-found')
  return row
}

export const callBack = query(openCallBack, async (scope, { params }) => {
  const row = await requireCallBack(scope, params.callBack, 'read')
  scope.admit(`person:${row.person}`)
  scope.audit(row.id, { home: row.home, person: row.person })
  return { ...callBackAnswer(row), ...(await personToCall(scope, row.person)) }
})

/** A supervisor's own centre; a safeguarding lead's whole province or country. */
export const listKey = ({ actor }: ReadScope): string =>
  actor.role === 'supervisor' ? `team:${actor.unit}` : `safeguarding:${actor.unit}`

export const sharedPhones = query(listSharedPhones, async (scope) => {
  const rows = await store.openSharedPhones(scope.tx, listKey(scope))
  scope.audit(null, { phones: rows.map(({ id }) => id) })
  return {
    phones: rows.map((row) => ({
      id: row.id as SharedPhoneId,
      revision: row.revision,
      people: row.people,
      cases: scope.actor.role === 'supervisor' ? row.cases : [],
      officeFa: row.office_fa,
      officeEn: row.office_en,
      firstAt: row.first_at.toISOString(),
      lastAt: row.last_at.toISOString(),
    })),
  }
})
