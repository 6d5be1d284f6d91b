import type { Actor } from '#platform/actor/index.ts'

/** The centre's own clerks and supervisor; the safeguarding leads of the offices above it. */
export const mayAnswer = (actor: Actor, alarm: { readonly team: string; readonly leads: readonly string[] }): boolean =>
  actor.role === 'safeguarding-lead' ? alarm.leads.includes(`safeguarding:${actor.unit}`) : actor.unit === alarm.team
