import type { Weights } from '#engines/matching/index.ts'
import type { Task, Threads } from '#platform/threads/index.ts'
import { lacksOf, type Lack } from './counties/lacks.ts'
import type { County } from './gather.ts'
import { run, type Form, type Outcome } from './run.ts'

/** Whether what lacks in the county is reckoned too. */
interface Wish {
  readonly weights: Weights
  readonly form: Form
  readonly withLacks: boolean
}

export interface Reckoned extends Outcome {
  readonly lacks: readonly Lack[]
}

/** One county, from what was gathered to what is written: nothing but reckoning, by hours up to twenty seconds of it. */
export const reckonCounty: Task<County & Wish, Reckoned> = {
  name: 'matching.reckon',
  run: ({ weights, form, withLacks, ...county }) => {
    const worked = run(county, weights, form)
    const { explained, primal, dual, weightsVersion, given, greedy } = worked
    return { explained, primal, dual, weightsVersion, given, form, greedy, lacks: withLacks ? lacksOf(county, worked) : [] }
  },
}

/** The same beside this thread: what a run does not read of a need stays here. */
export const reckonApart = (threads: Threads, { parts, records, minutesLeft, day }: County, wish: Wish): Promise<Reckoned> =>
  threads.run(reckonCounty, { parts: parts.map(({ asked, pair }) => ({ asked, pair })), records, minutesLeft, day, ...wish })
