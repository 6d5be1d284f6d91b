import type { Role } from '#platform/actor/index.ts'
import { areForbidden } from '#domains/accounts/policy.ts'
import type { AppointmentRecord } from '#domains/accounts/store.ts'

/** Why somebody who holds these appointments cannot have this one as well; undefined when nothing is in the way. */
export const clashOf = (
  role: Role,
  unit: string,
  held: readonly AppointmentRecord[],
): 'appointment.there-already' | 'appointment.forbidden-pair' | undefined => {
  if (held.some((one) => one.role === role && one.unit === unit)) return 'appointment.there-already'
  if (held.some((one) => areForbidden(one.role, role))) return 'appointment.forbidden-pair'
  return undefined
}
