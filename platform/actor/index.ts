import { NATION, NO_AREA, type Home, type HomeRange } from '#platform/ids/index.ts'

/** Roles of design "Who may". An appointment gives exactly one; a session uses one appointment at a time. */
export const roles = [
  'person',
  'clerk',
  'case-worker',
  'supervisor',
  'liaison',
  'coordinator',
  'volunteer',
  'director',
  'statistician',
  'safeguarding-lead',
  'auditor',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/**
 * Who acts. `keys` open guarded rows in the database, `area` opens rows by home for area roles,
 * `counts` the homes whose aggregates the actor may read. `id` is stable and names no one.
 */
export interface Actor {
  readonly kind: 'anyone' | 'account' | 'person' | 'system'
  readonly id: string
  readonly role: Role | undefined
  readonly home: Home
  readonly unit: string | undefined
  readonly keys: readonly string[]
  readonly area: HomeRange
  readonly counts: HomeRange
  /** Set for an actor who signed in: the session, so that its owner can end it. */
  readonly session?: string
  /** Set for a volunteer: the record that they act as. */
  readonly volunteer?: string
  /** Set for a person by code and second secret. */
  readonly person?: string
}

export const anyone: Actor = {
  kind: 'anyone',
  id: 'anyone',
  role: undefined,
  home: 0 as Home,
  unit: undefined,
  keys: ['anyone'],
  area: NO_AREA,
  counts: NO_AREA,
}

/** A job acts with the keys of the very records it was started for, and no area. */
export const system = (job: string, keys: readonly string[] = []): Actor => ({
  ...anyone,
  kind: 'system',
  id: `system:${job}`,
  home: NATION,
  keys: [`actor:system:${job}`, ...keys],
})

/** The only keys that an appointment opens, by role: rows of one's own work, never a search. */
export const keysOf = (appointment: {
  readonly account: string
  readonly role: Role
  readonly unit: string | undefined
  readonly volunteer: string | undefined
}): string[] => {
  const own = [`actor:${appointment.account}`]
  const { role, unit, volunteer } = appointment
  switch (role) {
    case 'clerk':
      return [...own, `desk:${unit}`]
    case 'case-worker':
      return [...own, `worker:${appointment.account}`]
    case 'supervisor':
      return [...own, `desk:${unit}`, `team:${unit}`, `worker:${appointment.account}`]
    case 'coordinator':
      return [...own, `coordinator:${unit}`]
    case 'volunteer':
      return [...own, `volunteer:${volunteer}`]
    case 'safeguarding-lead':
      return [...own, `safeguarding:${unit}`]
    case 'auditor':
      return [...own, 'auditor']
    default:
      return own
  }
}
