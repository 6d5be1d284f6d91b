import { reckonCounty } from '#domains/matching/index.ts'
import { releaseTasks } from '#domains/observatory/index.ts'
import { serveTasks } from '#platform/threads/index.ts'

// What each thread of the house runs: a task that may be asked of one is listed here.
serveTasks([reckonCounty, ...releaseTasks])
