import { anyone } from '#platform/actor/index.ts'
import type { ReadScope } from '#platform/command/index.ts'
import { inTransaction, wallOf, type Tx } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'

type Scope = Pick<ReadScope, 'auth' | 'now' | 'tx'>

/**
 * One transaction among the accounts, with their own role and pool. It commits by itself, before the deed's
 * own: a counted wrong code stays counted when the deed is then refused. So `work` gives a verdict and never
 * throws to refuse. The deed's own transaction speaks first, because a repeated idempotency key shows there.
 */
export const inAccounts = async <T>({ auth, now, tx }: Scope, work: (accounts: Tx) => Promise<T>): Promise<T> => {
  await tx.first(statement(sql`select 1`))
  const { result } = await inTransaction(auth.pool, { wall: wallOf(anyone, now), wait: true }, async (accounts) => ({
    result: await work(accounts),
  }))
  return result
}
