import type { Actor } from '#platform/actor/index.ts'
import { WHOLE_NATION } from '#platform/ids/index.ts'

/** A definition holds for everybody, so only who counts for the whole nation writes one. */
export const mayDefine = ({ role, counts }: Actor): boolean =>
  role === 'statistician' && counts.from <= WHOLE_NATION.from && counts.to >= WHOLE_NATION.to
