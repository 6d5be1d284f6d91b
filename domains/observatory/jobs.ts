import type { Job } from '#platform/jobs/index.ts'
import { jobs as releases } from './releases/jobs.ts'

export const jobs: readonly Job[] = [...releases]
