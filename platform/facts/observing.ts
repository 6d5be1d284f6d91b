import type { ReadScope } from '#platform/command/index.ts'
import { inTransaction, wallOf, type Tx } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'

/**
 * Counts as the observatory's own role of the database, which can select facts without their source record, places,
 * units and definitions, and nothing else; behind the wall of the actor's range of counts. Everything read in `work` is of
 * one moment. A page waits a minute at most; a job that counts a whole year says how long it may take.
 */
export const observing = async <T>(
  { observatory, actor, now }: Pick<ReadScope, 'observatory' | 'actor' | 'now'>,
  work: (tx: Tx) => Promise<T>,
  { seconds }: { readonly seconds?: number } = {},
): Promise<T> => {
  const { result } = await inTransaction(observatory.pool, { wall: wallOf(actor, now), wait: false }, async (tx) => {
    if (seconds !== undefined) tx.write(statement(sql`set local statement_timeout = ${sql.lit(`${Math.trunc(seconds)}s`)}`))
    return { result: await work(tx) }
  })
  return result
}
