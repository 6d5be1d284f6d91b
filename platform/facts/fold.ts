import { system } from '#platform/actor/index.ts'
import { inDeed, type House } from '#platform/command/index.ts'
import { WHOLE_NATION } from '#platform/ids/index.ts'
import type { Job } from '#platform/jobs/index.ts'
import { addFacts, findUnfolded, lockMark, moveMark } from './store.ts'

/** It reads aggregates of the whole nation and may write roll-ups; it reads no record of anybody. */
const actor = { ...system('facts.fold'), counts: WHOLE_NATION }

/**
 * Adds to the roll-ups every fact whose transaction is over and that no running one can still precede, and
 * moves the mark, in one transaction: after a crash both are done or neither is, and a second fold that
 * waited for the first finds nothing left. Answers how many facts were added.
 */
export const foldFacts = async (house: House): Promise<number> => {
  if (!(await findUnfolded(house, actor))) return 0
  return await inDeed(house, actor, 'facts.fold', { wait: true }, async ({ tx, now, audit }) => {
    const mark = await lockMark(tx)
    // Locked first, looked second: the horizon is younger than the mark of a fold that ran meanwhile.
    const added = await addFacts(tx, mark)
    moveMark(tx, mark, now)
    audit(null, { facts: added })
    return added
  })
}

export const fold: Job = {
  task: 'facts.fold',
  every: '* * * * *',
  work: async (house) => {
    await foldFacts(house)
  },
}
