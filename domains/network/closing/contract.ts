import { z } from 'zod'
import { PublicUnit, UnitId } from '#domains/network/contract.ts'
import { operation } from '#platform/contract/index.ts'

/** Why a group is closed. Closed: what somebody thinks of its people is no reason. */
export const ClosingReason = z.enum(['merged', 'nobody-leads', 'too-few', 'own-wish', 'concern'])
export type ClosingReason = z.infer<typeof ClosingReason>

/** A group of the network with where it works. */
export const Group = z.object({ id: UnitId, nameFa: z.string(), nameEn: z.string(), placeFa: z.string(), placeEn: z.string() })
export type Group = z.infer<typeof Group>

export const listGroups = operation({
  id: 'network.groups',
  method: 'GET',
  path: '/api/network/groups',
  may: ['administrator'],
  query: z.object({ text: z.string().trim().max(60).optional() }),
  ok: z.object({
    groups: z.array(Group),
    /** Closed ones behind which volunteers still have no other group. */
    closed: z.array(Group.extend({ waiting: z.int() })),
  }),
  problems: [],
  offline: 'never',
  summary: 'Open groups by words of their name and place, at most 12; and closed ones whose volunteers still have no other group',
})

/** What keeps a group from being closed now. */
export const ClosingHindrance = z.enum(['closed', 'has-units', 'has-staff'])
export type ClosingHindrance = z.infer<typeof ClosingHindrance>

export const Closing = z.object({
  id: UnitId,
  revision: z.int(),
  nameFa: z.string(),
  nameEn: z.string(),
  hindrance: ClosingHindrance.nullable(),
  coordinators: z.int(),
  /** Who would have no group; of a closed one who has none yet. */
  volunteers: z.int(),
  /** Groups of the county that may take them in, nearest first, and how many each would take. */
  to: z.array(Group.extend({ takes: z.int() })),
})
export type Closing = z.infer<typeof Closing>

export const getClosing = operation({
  id: 'network.closing',
  method: 'GET',
  path: '/api/network/groups/:unit/closing',
  may: ['administrator'],
  params: z.object({ unit: UnitId }),
  ok: Closing,
  problems: ['record.not-found'],
  offline: 'never',
  summary: 'What closing a group would do to its people, in numbers, and where they could go',
})

export const closeUnit = operation({
  id: 'network.close-unit',
  method: 'POST',
  path: '/api/network/groups/:unit/close',
  may: ['administrator'],
  params: z.object({ unit: UnitId }),
  body: z.object({
    revision: z.int(),
    reason: ClosingReason,
    /** The group that takes its volunteers in; without one each chooses, and rests until then. */
    to: UnitId.nullable(),
  }),
  ok: z.object({ moved: z.int(), waiting: z.int() }),
  problems: [
    'record.not-found', 'request.stale', 'network.unit-closed', 'network.unit-has-units', 'network.unit-has-staff', 'network.unit-cannot-take',
  ],
  offline: 'never',
  summary: 'Close a group for good: what waits with it goes back to the liaison desk, and nobody of it is left behind',
})

export const moveVolunteers = operation({
  id: 'network.move-volunteers',
  method: 'POST',
  path: '/api/network/groups/:unit/move',
  may: ['administrator'],
  params: z.object({ unit: UnitId }),
  body: z.object({ to: UnitId }),
  ok: z.object({ moved: z.int(), waiting: z.int() }),
  problems: ['record.not-found', 'network.unit-cannot-take'],
  offline: 'never',
  summary: 'Let another group take in whoever still waits after theirs was closed',
})

export const MyGroup = z.object({
  nameFa: z.string(),
  nameEn: z.string(),
  /** It was closed, and the volunteer has no other yet: these are near and take them in. */
  choices: z.array(PublicUnit).nullable(),
})
export type MyGroup = z.infer<typeof MyGroup>

export const getMyGroup = operation({
  id: 'network.my-group',
  method: 'GET',
  path: '/api/me/group',
  may: ['volunteer'],
  ok: MyGroup,
  problems: ['record.not-found'],
  offline: 'never',
  summary: 'The volunteer’s group; where it was closed, those nearby that they may choose from',
})

export const chooseGroup = operation({
  id: 'network.choose-group',
  method: 'POST',
  path: '/api/me/group',
  may: ['volunteer'],
  body: z.object({ unit: UnitId }),
  ok: MyGroup,
  problems: ['record.not-found', 'network.has-group', 'network.unit-cannot-take'],
  offline: 'never',
  summary: 'Join another group after one’s own was closed: from then on one may be asked again',
})
