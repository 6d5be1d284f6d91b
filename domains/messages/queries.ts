import { isDemonstration } from '#domains/about/index.ts'
import { readOutbox } from '#platform/messages/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { query } from '#platform/query/index.ts'
import { showOutbox } from './contract.ts'

/** So that one person can play the whole journey alone. With real people or a real provider there is no such page. */
export const outbox = query(showOutbox, async (scope) => {
  const { tx, carriers, audit } = scope
  const hasProvider = carriers.sms !== undefined || carriers.email !== undefined
  if (hasProvider || !(await isDemonstration(tx))) throw new Problem('record.not-found')
  audit(null)
  return { messages: await readOutbox(scope) }
})
