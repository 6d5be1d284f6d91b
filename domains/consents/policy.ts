import type { Actor } from '#platform/actor/index.ts'

/** The person themself, their case worker, and the team's supervisor. */
export const mayHandle = (
  actor: Actor,
  consent: { readonly person: string; readonly worker: string; readonly team: string },
): boolean =>
  actor.person === consent.person ||
  actor.id === consent.worker ||
  (actor.role === 'supervisor' && actor.unit === consent.team)
