import type { Actor } from '#platform/actor/index.ts'

interface Timer {
  readonly volunteer: string
  readonly unit: string
  readonly team: string
}

export const isOwn = (actor: Actor, timer: Timer): boolean => actor.volunteer === timer.volunteer

/** The group's coordinator, and the centre's clerks and supervisor. */
export const mayWatch = (actor: Actor, timer: Timer): boolean =>
  actor.role === 'coordinator' ? actor.unit === timer.unit : actor.unit === timer.team

/** The address is the person's: only for the agency, and only once it is serious. */
export const maySeeAddress = (actor: Actor, stage: string): boolean =>
  actor.role !== 'coordinator' && (stage === 'duty' || stage === 'plan')
