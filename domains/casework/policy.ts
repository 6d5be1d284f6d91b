import type { Actor } from '#platform/actor/index.ts'

interface Owned {
  readonly worker: string
  readonly team: string
  readonly restricted: boolean
}

/** A case worker works on their own cases, a supervisor on the team's; a restricted one only on their own. */
export const mayWork = (actor: Actor, record: Owned): boolean => {
  if (record.worker === actor.id) return true
  return actor.role === 'supervisor' && actor.unit === record.team && !record.restricted
}
