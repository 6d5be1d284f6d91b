import { inTransaction, wallOf } from '#platform/db/index.ts'
import { anyone } from '#platform/actor/index.ts'
import type { Job } from '#platform/jobs/index.ts'
import { sweep } from './sign-in/store.ts'

// Counts matter for a day at most, codes for ten minutes.
const KEPT_DAYS = 2

/** Each night: spent codes and old counts go. They hold digests, and those are not kept longer than needed either. */
const sweepSpent: Job = {
  task: 'accounts.sweep',
  every: '30 0 * * *',
  work: async ({ auth, clock }) => {
    const now = clock.now()
    await inTransaction(auth.pool, { wall: wallOf(anyone, now), wait: true }, async (tx) => {
      sweep(tx, new Date(now.getTime() - KEPT_DAYS * 86_400_000))
      return { result: undefined }
    })
  },
}

export const jobs: readonly Job[] = [sweepSpent]
