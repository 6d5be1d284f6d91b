import type { Actor, Role } from '#platform/actor/index.ts'

/** Two persons appoint to these (design 8.15). */
const SENSITIVE: readonly Role[] = ['administrator', 'auditor', 'safeguarding-lead', 'supervisor']
export const isSensitive = (role: Role): boolean => SENSITIVE.includes(role)

/** Roles that see or decide about people. */
const CASE_ROLES: readonly Role[] = ['clerk', 'case-worker', 'supervisor', 'liaison', 'coordinator', 'safeguarding-lead']

const forbids = (role: Role, other: Role): boolean => {
  if (role === 'auditor') return other !== 'auditor'
  // Who hands out keys does not also use them.
  if (role === 'administrator') return CASE_ROLES.includes(other)
  // Nobody holds the whole chain: one side asks, the agency's desk matches, the other side accepts.
  if (role === 'coordinator') return other === 'clerk' || other === 'case-worker' || other === 'supervisor' || other === 'liaison'
  // Who vets volunteers neither matches them nor answers for their group.
  if (role === 'safeguarding-lead') return other === 'liaison' || other === 'coordinator'
  return false
}

/** Whether one account may not hold both at the same time, even if it uses only one of them at a time. */
export const areForbidden = (one: Role, other: Role): boolean => forbids(one, other) || forbids(other, one)

/** Everybody who acts for the agency or leads a unit needs the authenticator; a volunteer's phone is enough. */
export const needsSecond = (roles: readonly Role[]): boolean =>
  roles.some((role) => role !== 'volunteer' && role !== 'person')

export interface Decidable {
  readonly kind: 'appointment' | 'recovery'
  readonly account: string
  readonly unit: string | null
  /** Recovery: the account acts as volunteer only. */
  readonly volunteer: boolean
}

/**
 * Appointments: administrators. A way back: administrators and the supervisor of the person's unit; for a
 * volunteer the coordinator of their unit, who knows them by sight. Never the person themself.
 */
export const mayDecide = (actor: Actor, { kind, account, unit, volunteer }: Decidable): boolean => {
  if (actor.id === account) return false
  if (kind === 'appointment') return actor.role === 'administrator'
  const ownUnit = unit !== null && actor.unit === unit
  if (volunteer) return actor.role === 'coordinator' && ownUnit
  return actor.role === 'administrator' || (actor.role === 'supervisor' && ownUnit)
}

/** One coordinator who knows the volunteer is enough; staff need two people. */
export const neededFor = ({ kind, volunteer }: Pick<Decidable, 'kind' | 'volunteer'>): number =>
  kind === 'recovery' && volunteer ? 1 : 2
