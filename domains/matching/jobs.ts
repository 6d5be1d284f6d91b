import type { Job } from '#platform/jobs/index.ts'
import { jobs as putAside } from './put-aside.ts'
import { jobs as runs } from './runs/jobs.ts'
import { jobs as standing } from './standing/jobs.ts'

export const jobs: readonly Job[] = [...runs, ...standing, ...putAside]
