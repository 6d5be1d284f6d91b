import type { ReadScope } from '#platform/command/index.ts'
import { inTransaction, wallOf, type Tx } from '#platform/db/index.ts'

/**
 * Counts as the observatory's own role of the database, which can select facts without their source record, places,
 * units and definitions, and nothing else; behind the wall of the actor's range of counts. Everything read in `work` is of
 * one moment.
 */
export const observing = async <T>({ observatory, actor, now }: Pick<ReadScope, 'observatory' | 'actor' | 'now'>, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const { result } = await inTransaction(observatory.pool, { wall: wallOf(actor, now), wait: false }, async (tx) => ({
    result: await work(tx),
  }))
  return result
}
