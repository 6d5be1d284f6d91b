import { foldFacts } from '#platform/facts/fold.ts'
import type { TestHouse } from './index.ts'

const MS_BETWEEN_ROUNDS = 20

/**
 * Folds until nothing is left and answers how many facts were added. A running transaction of *any* database of the
 * server holds the horizon back, so beside other tests one round may not be enough.
 */
export const foldAll = async (house: TestHouse): Promise<number> => {
  let added = 0
  for (;;) {
    added += await foldFacts(house.open.house)
    const rest = await house.look('select 1 from facts.fact, facts.fold where recorded_xid >= folded_before limit 1')
    if (rest.length === 0) return added
    await new Promise((later) => setTimeout(later, MS_BETWEEN_ROUNDS))
  }
}
