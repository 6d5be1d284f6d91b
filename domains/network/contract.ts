import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'
import { idOf } from '#platform/ids/index.ts'

export const UnitId = idOf('UnitId')
export type UnitId = z.infer<typeof UnitId>
export const VolunteerId = idOf('VolunteerId')
export type VolunteerId = z.infer<typeof VolunteerId>

/** A group or office as the public directory shows it. */
export const PublicUnit = z.object({
  id: UnitId,
  nameFa: z.string(),
  nameEn: z.string(),
  kind: z.enum(['neighbourhood', 'professional', 'liaison', 'centre']),
  membership: z.enum(['women', 'men', 'mixed']).nullable(),
  placeFa: z.string(),
  placeEn: z.string(),
  phone: z.string().nullable(),
  hours: z.string().nullable(),
})
export type PublicUnit = z.infer<typeof PublicUnit>

export const listNearUnits = operation({
  id: 'network.near-units',
  method: 'GET',
  path: '/api/network/units',
  may: 'anyone',
  query: z.object({ place: z.string().min(1).max(40) }),
  ok: z.object({ units: z.array(PublicUnit) }),
  problems: ['places.unknown'],
  offline: 'never',
  summary: 'The local groups and the centre nearest to a place; at most 12',
})

/** A volunteer as their own unit's coordinator sees them. Nothing about belief exists here. */
export const UnitVolunteer = z.object({
  id: VolunteerId,
  givenName: z.string(),
  familyName: z.string(),
  kinds: z.array(z.string()),
  capacity: z.int(),
  load: z.int(),
  /** In force on the day, lapsed, or none: until when is the agency's knowledge. */
  vetting: z.enum(['in-force', 'none']),
  pausedUntil: z.string().nullable(),
})
export type UnitVolunteer = z.infer<typeof UnitVolunteer>

export const listVolunteers = operation({
  id: 'network.volunteers',
  method: 'GET',
  path: '/api/network/volunteers',
  may: ['coordinator'],
  ok: z.object({ unitFa: z.string(), unitEn: z.string(), volunteers: z.array(UnitVolunteer) }),
  problems: [],
  offline: 'never',
  summary: 'The unit’s own volunteers, those without a task first',
})
