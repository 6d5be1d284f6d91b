import type { Job } from '#platform/jobs/index.ts'
import { jobs as releases } from './releases/jobs.ts'
import { jobs as tables } from './tables/jobs.ts'

export const jobs: readonly Job[] = [...releases, ...tables]
