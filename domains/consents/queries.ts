import { requireOwnCase } from '#domains/casework/index.ts'
import { query } from '#platform/query/index.ts'
import { consentAnswer } from './commands.ts'
import { listConsents } from './contract.ts'
import * as store from './store.ts'

export const list = query(listConsents, async (scope, { params }) => {
  const record = await requireOwnCase(scope, params.case, 'read')
  const rows = await store.ofCase(scope.tx, record.worker, record.team, record.id)
  scope.audit(record.id, { home: record.home, person: record.person })
  return { consents: rows.map(consentAnswer) }
})
