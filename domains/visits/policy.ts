import type { Actor } from '#platform/actor/index.ts'

interface Parties {
  readonly person: string
  readonly worker: string
  readonly team: string
  readonly restricted?: boolean
}

/** The person in their own open file, or their case worker or supervisor when told in person. */
export const mayDecideForPerson = (actor: Actor, visit: Parties): boolean =>
  actor.person === visit.person || actor.id === visit.worker || (actor.role === 'supervisor' && actor.unit === visit.team)

/** Only the volunteer themself acts on their visit, while it is open to them. */
export const isOwn = (actor: Actor, visit: { readonly volunteer: string; readonly open_until: Date }, now: Date): boolean =>
  actor.volunteer === visit.volunteer && now < visit.open_until
