import type { Actor } from '#platform/actor/index.ts'

/**
 * Nobody holds the whole chain: whoever did one of its steps does not do another on the other side of it. The steps'
 * doers are account ids; a step that the person or a job did bars nobody.
 */
export const tookPart = (actor: Actor, doers: readonly (string | null)[]): boolean =>
  actor.kind === 'account' && doers.includes(actor.id)

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
