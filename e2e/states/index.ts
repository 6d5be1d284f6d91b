import { boardStates } from './board.ts'
import { caseStates } from './case.ts'
import { countyStates } from './counties.ts'
import { groupStates } from './groups.ts'
import { inboxStates } from './inbox.ts'
import { indicatorStates } from './indicators.ts'
import { nightlyStates } from './nightly.ts'
import { publicStates } from './public.ts'
import { releaseStates } from './releases.ts'
import { resultStates } from './results.ts'
import { vettingStates } from './vetting.ts'
import { watchStates } from './watch.ts'
import { weightStates } from './weights.ts'
import type { State } from './answer.ts'

export type { State } from './answer.ts'

/** Pages as they stand in moments that no ordinary visit meets. */
export const states: readonly State[] = [...publicStates, ...watchStates, ...caseStates, ...inboxStates, ...boardStates, ...nightlyStates, ...groupStates, ...countyStates, ...weightStates, ...indicatorStates, ...releaseStates, ...resultStates, ...vettingStates]
