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
  revision: z.int(),
  givenName: z.string(),
  familyName: z.string(),
  kinds: z.array(z.string()),
  capacity: z.int(),
  load: z.int(),
  /** That one lapsed, was ended or never was is the agency's knowledge: all three are none. */
  vetting: z.enum(['in-force', 'soon', 'none']),
  /** Its last day, where that comes soon: the next one is prepared in time. */
  vettedUntil: z.string().nullable(),
  pausedUntil: z.string().nullable(),
  /** Relatives and housemates in the same group, as declared: the two never go as a pair. */
  related: z.array(VolunteerId),
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

export const declareRelated = operation({
  id: 'network.declare-related',
  method: 'POST',
  path: '/api/network/volunteers/:volunteer/related',
  may: ['coordinator'],
  params: z.object({ volunteer: VolunteerId }),
  body: z.object({ revision: z.int(), related: z.array(VolunteerId).max(50) }),
  ok: z.object({ id: VolunteerId, revision: z.int(), related: z.array(VolunteerId) }),
  problems: ['record.not-found', 'request.stale'],
  offline: 'never',
  summary: 'Who of the group is related to a volunteer, or lives with them: two of them are never sent together',
})

export const Rest = z.object({
  /** The last day of the rest; null while there is none. */
  until: z.string().nullable(),
})
export type Rest = z.infer<typeof Rest>

export const getRest = operation({
  id: 'network.my-rest',
  method: 'GET',
  path: '/api/me/rest',
  may: ['volunteer'],
  ok: Rest,
  problems: ['record.not-found'],
  offline: 'never',
  summary: 'Until when the volunteer rests',
})

export const beginRest = operation({
  id: 'network.rest',
  method: 'POST',
  path: '/api/me/rest',
  may: ['volunteer'],
  body: z.object({ weeks: z.union([z.literal(1), z.literal(2), z.literal(4), z.literal(12)]) }),
  ok: Rest,
  problems: ['record.not-found'],
  offline: 'never',
  summary: 'Rest for some weeks: nothing new is asked, and visits that fall into them are given back at no cost',
})

export const endRest = operation({
  id: 'network.end-rest',
  method: 'POST',
  path: '/api/me/rest/end',
  may: ['volunteer'],
  ok: Rest,
  problems: ['record.not-found'],
  offline: 'never',
  summary: 'End the rest: from now on the volunteer may be asked again',
})

export const Address = z.object({ address: z.string().nullable() })
export type Address = z.infer<typeof Address>

export const getAddress = operation({
  id: 'network.my-address',
  method: 'GET',
  path: '/api/me/address',
  may: ['volunteer'],
  ok: Address,
  problems: ['record.not-found'],
  offline: 'never',
  summary: 'The volunteer’s own address, as they wrote it; nobody else reads it',
})

export const saveAddress = operation({
  id: 'network.save-address',
  method: 'POST',
  path: '/api/me/address',
  may: ['volunteer'],
  body: z.object({ address: z.string().trim().max(300).nullable() }),
  ok: Address,
  problems: ['record.not-found'],
  offline: 'never',
  summary: 'Where the volunteer lives: nobody is sent to their own home, nor with a housemate',
})
