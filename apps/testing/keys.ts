import { handClock, type HandClock } from '#platform/clock/index.ts'
import type { KeyMaterial } from '#platform/keys/index.ts'

/** Fixed, so that every process of a test run derives the same role passwords and digests. */
export const testKeys: KeyMaterial = {
  linkage: Buffer.alloc(32, 7),
  field: new Map([[1, Buffer.alloc(32, 9)]]),
  currentEpoch: 1,
}

/** Saturday 2026-11-21, 10:00 in Tehran: a working morning. */
export const testClock = (): HandClock => handClock('2026-11-21T06:30:00Z')
