import { z } from 'zod'
import { UnitId, VolunteerId } from '#domains/network/contract.ts'
import { operation } from '#platform/contract/index.ts'

/** What for. Closed, as the country packs have it. */
export const VettingPurpose = z.enum(['home', 'children'])
export type VettingPurpose = z.infer<typeof VettingPurpose>

/** What was seen or held. */
export const VettingEvidence = z.enum(['identity', 'interview', 'references', 'certificate'])
export type VettingEvidence = z.infer<typeof VettingEvidence>

/** `soon`: still in force, and time for the next one. */
export const VettingStanding = z.enum(['none', 'lapsed', 'soon', 'in-force'])
export type VettingStanding = z.infer<typeof VettingStanding>

/** Why one is ended before its day. Closed: an opinion about somebody is no reason. */
export const VettingEnd = z.enum(['evidence', 'concern', 'own-wish', 'mistake'])
export type VettingEnd = z.infer<typeof VettingEnd>

export const VettingUnit = z.object({
  id: UnitId,
  nameFa: z.string(),
  nameEn: z.string(),
  volunteers: z.int(),
  /** Without a vetting in force. */
  without: z.int(),
  soon: z.int(),
})
export type VettingUnit = z.infer<typeof VettingUnit>

export const listVettingUnits = operation({
  id: 'network.vetting-units',
  method: 'GET',
  path: '/api/vetting/units',
  may: ['safeguarding-lead'],
  ok: z.object({ units: z.array(VettingUnit), more: z.int(), without: z.int(), soon: z.int() }),
  problems: [],
  offline: 'never',
  summary: 'Groups of the area by how many of their volunteers have no vetting in force or need the next one soon; most first',
})

export const VettedVolunteer = z.object({
  id: VolunteerId,
  revision: z.int(),
  givenName: z.string(),
  familyName: z.string(),
  standing: VettingStanding,
  purposes: z.array(VettingPurpose),
  until: z.string().nullable(),
  /** The last one that was ended before its day. */
  ended: z.object({ reason: VettingEnd, at: z.iso.datetime() }).nullable(),
})
export type VettedVolunteer = z.infer<typeof VettedVolunteer>

export const listVetting = operation({
  id: 'network.vetting',
  method: 'GET',
  path: '/api/vetting/units/:unit',
  may: ['safeguarding-lead'],
  params: z.object({ unit: UnitId }),
  ok: z.object({
    nameFa: z.string(),
    nameEn: z.string(),
    /** The reader belongs to the group: somebody else vets it. */
    own: z.boolean(),
    volunteers: z.array(VettedVolunteer),
    rules: z.object({
      /** The first and the last day that one may end on. */
      from: z.string(),
      to: z.string(),
      asks: z.record(VettingPurpose, z.array(VettingEvidence)),
    }),
  }),
  problems: ['record.not-found'],
  offline: 'never',
  summary: 'The volunteers of one group of the area with how their vetting stands; whoever lacks it first',
})

export const recordVetting = operation({
  id: 'network.record-vetting',
  method: 'POST',
  path: '/api/vetting/volunteers/:volunteer',
  may: ['safeguarding-lead'],
  params: z.object({ volunteer: VolunteerId }),
  body: z.object({
    revision: z.int(),
    purposes: z.array(VettingPurpose).min(1).max(2),
    evidence: z.array(VettingEvidence).min(1).max(4),
    until: z.iso.date(),
  }),
  ok: VettedVolunteer,
  problems: ['record.not-found', 'request.stale', 'network.vetting-own-group', 'network.vetting-evidence', 'network.vetting-day'],
  offline: 'never',
  summary: 'Record what a volunteer was vetted for, on which evidence and until when; it takes the place of the one before',
})

export const endVetting = operation({
  id: 'network.end-vetting',
  method: 'POST',
  path: '/api/vetting/volunteers/:volunteer/end',
  may: ['safeguarding-lead'],
  params: z.object({ volunteer: VolunteerId }),
  body: z.object({ revision: z.int(), reason: VettingEnd }),
  ok: VettedVolunteer,
  problems: ['record.not-found', 'request.stale', 'network.vetting-own-group', 'network.vetting-none'],
  offline: 'never',
  summary: 'End a vetting before its day: what waits with the volunteer and asks for it goes back to the liaison desk',
})
