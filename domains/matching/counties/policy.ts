import type { Actor } from '#platform/actor/index.ts'
import { WHOLE_NATION, type HomeRange } from '#platform/ids/index.ts'

/**
 * Desks send volunteers over county borders, and read all counties; a director, those of their own area. Either way
 * without small counts.
 */
export const countiesSeenBy = ({ role, counts }: Actor): HomeRange => (role === 'liaison' ? WHOLE_NATION : counts)
