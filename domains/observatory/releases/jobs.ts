import type { Job } from '#platform/jobs/index.ts'
import { makeRelease, WORK } from './work.ts'

export const jobs: readonly Job[] = [
  { task: WORK, on: ['observatory.release-drafted'], work: (house, payload) => makeRelease(house, String(payload['release'])) },
]
