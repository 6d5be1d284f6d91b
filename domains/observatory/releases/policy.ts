import type { Actor } from '#platform/actor/index.ts'
import { WHOLE_NATION } from '#platform/ids/index.ts'

/** A release is of everybody, so only who counts for the whole nation makes, reads and signs one before it is out. */
export const mayRelease = ({ role, counts }: Actor): boolean => role === 'statistician' && counts.from <= WHOLE_NATION.from && counts.to >= WHOLE_NATION.to
