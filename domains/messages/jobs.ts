import type { Job } from '#platform/jobs/index.ts'
import { carry } from '#platform/messages/carry.ts'

export const jobs: readonly Job[] = [carry]
