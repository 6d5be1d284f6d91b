import type { Job } from '#platform/jobs/index.ts'
import { MAKE, makeNoisedTables } from './make.ts'

/** Looked each minute, done once a quarter. */
export const jobs: readonly Job[] = [{ task: MAKE, every: '* * * * *', work: (house) => makeNoisedTables(house) }]
