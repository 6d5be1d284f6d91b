import type { Job, Payload } from '#platform/jobs/index.ts'
import { end, start, step } from './timer.ts'

const visitKeys = ({ visit }: Payload) => [`assignment:${visit}`, `watch:${visit}`]

export const jobs: readonly Job[] = [
  { task: 'watch.start', on: ['visits.arrived'], keys: visitKeys, run: start },
  { task: 'watch.step', on: ['watch.due'], keys: visitKeys, run: step },
  { task: 'watch.end', on: ['visits.reported', 'visits.stopped'], keys: visitKeys, run: end },
]
