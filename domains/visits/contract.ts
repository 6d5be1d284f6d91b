import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'
import { idOf } from '#platform/ids/index.ts'
import { CaseId } from '#domains/casework/contract.ts'
import { UnitId } from '#domains/network/contract.ts'
import { Card } from '#domains/referrals/contract.ts'

export const VisitId = idOf('VisitId')
export type VisitId = z.infer<typeof VisitId>

export const VisitState = z.enum([
  'offered', 'accepted', 'approved', 'under-way', 'done', 'confirmed', 'unconfirmed', 'no-show', 'cancelled', 'declined', 'expired',
])
export type VisitState = z.infer<typeof VisitState>

export const VisitOutcome = z.enum(['met', 'partly', 'not'])

/** What a volunteer sees of one visit: the card, the times, and whatever is lent to them at this moment. */
export const MyVisit = z.object({
  id: VisitId,
  revision: z.int(),
  state: VisitState,
  card: Card,
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  answerBy: z.iso.datetime(),
  onWayAt: z.iso.datetime().nullable(),
  arrivedAt: z.iso.datetime().nullable(),
  lent: z.array(z.object({ field: z.string(), value: z.string() })),
  /** Until when the fields above stay open. */
  lentUntil: z.iso.datetime().nullable(),
  /** When name, telephone and address will open, while they are still closed. */
  opensAt: z.iso.datetime().nullable(),
  /** Who comes along, once the person approved both. */
  companion: z.string().nullable(),
})
export type MyVisit = z.infer<typeof MyVisit>

/** A visit as the case's own people see it. */
export const CaseVisit = z.object({
  id: VisitId,
  revision: z.int(),
  need: z.string(),
  state: VisitState,
  kind: z.string(),
  /** Two go together; each has a visit of their own. */
  pair: z.boolean(),
  volunteerName: z.string(),
  unitFa: z.string(),
  unitEn: z.string(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  offeredAt: z.iso.datetime(),
  approvedAt: z.iso.datetime().nullable(),
  doneAt: z.iso.datetime().nullable(),
  confirmedAt: z.iso.datetime().nullable(),
  outcome: VisitOutcome.nullable(),
})
export type CaseVisit = z.infer<typeof CaseVisit>

/** A visit as the unit's coordinator sees it: its own volunteer, no name of the person. */
export const UnitVisit = z.object({
  id: VisitId,
  referral: z.string(),
  state: VisitState,
  card: Card,
  volunteerName: z.string(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
})
export type UnitVisit = z.infer<typeof UnitVisit>

const one = z.object({ visit: VisitId })
const revised = z.object({ revision: z.int() })

export const listMyVisits = operation({
  id: 'visits.mine',
  method: 'GET',
  path: '/api/visits/mine',
  may: ['volunteer'],
  ok: z.object({ givenName: z.string(), visits: z.array(MyVisit) }),
  problems: [],
  offline: 'never',
  summary: 'The volunteer’s own offers and visits, soonest first',
})

export const acceptVisit = operation({
  id: 'visits.accept',
  method: 'POST',
  path: '/api/visits/:visit/accept',
  may: ['volunteer'],
  params: one,
  body: revised,
  ok: MyVisit,
  problems: ['visits.part-in-it', 'record.not-found', 'request.stale', 'visits.not-possible', 'consents.not-in-force'],
  offline: 'never',
  summary: 'Accept an offered visit; the person is asked next',
})

export const declineVisit = operation({
  id: 'visits.decline',
  method: 'POST',
  path: '/api/visits/:visit/decline',
  may: ['volunteer'],
  params: one,
  body: revised.extend({ reason: z.enum(['not-free', 'too-far', 'not-for-me', 'other']).default('other') }),
  ok: z.object({ id: VisitId, state: VisitState }),
  problems: ['record.not-found', 'request.stale', 'visits.not-possible'],
  offline: 'never',
  summary: 'Decline an offer, or say that one cannot come after all; it costs nothing',
})

export const approveVisit = operation({
  id: 'visits.approve',
  method: 'POST',
  path: '/api/visits/:visit/approve',
  may: ['person', 'case-worker', 'supervisor'],
  params: one,
  body: revised.extend({
    /** For staff: how the person said yes. In their own file it is the file itself. */
    how: z.enum(['told-in-person', 'by-phone']).optional(),
  }),
  ok: CaseVisit,
  problems: ['visits.part-in-it', 'record.not-found', 'request.stale', 'visits.not-possible', 'visits.companion-awaited', 'visits.volunteer-busy', 'consents.not-in-force', 'visits.how-missing'],
  offline: 'never',
  summary: 'The person says yes to this volunteer, and to the one who comes along: contact and address open in the visit’s window, not before',
})

export const refuseVisit = operation({
  id: 'visits.refuse',
  method: 'POST',
  path: '/api/visits/:visit/refuse',
  may: ['person', 'case-worker', 'supervisor'],
  params: one,
  body: revised,
  ok: CaseVisit,
  problems: ['visits.part-in-it', 'record.not-found', 'request.stale', 'visits.not-possible'],
  offline: 'never',
  summary: 'The person says no to this volunteer; no reason is asked and nobody is told one',
})

export const setOut = operation({
  id: 'visits.set-out',
  method: 'POST',
  path: '/api/visits/:visit/set-out',
  may: ['volunteer'],
  params: one,
  body: z.object({ at: z.iso.datetime().optional() }),
  ok: MyVisit,
  problems: ['record.not-found', 'visits.not-possible', 'visits.too-early'],
  offline: 'queue',
  summary: 'The volunteer is on the way',
})

export const arrive = operation({
  id: 'visits.arrive',
  method: 'POST',
  path: '/api/visits/:visit/arrive',
  may: ['volunteer'],
  params: one,
  body: z.object({ at: z.iso.datetime().optional() }),
  ok: MyVisit,
  problems: ['record.not-found', 'visits.not-possible', 'visits.too-early'],
  offline: 'queue',
  summary: 'The volunteer checks in at the door; a timer on the server watches over them',
})

export const reportVisit = operation({
  id: 'visits.report',
  method: 'POST',
  path: '/api/visits/:visit/report',
  may: ['volunteer'],
  params: one,
  body: z.object({
    happened: z.enum(['yes', 'nobody-there', 'could-not-go']),
    outcome: VisitOutcome.optional(),
    notes: z.array(z.enum(['more-time-needed', 'other-help-needed', 'hard-to-find', 'went-well'])).max(4).default([]),
    /** Where two were to go together: whether the other one came. */
    companion: z.enum(['came', 'did-not-come']).optional(),
    /** When it happened by the phone's clock; a report may wait for a network. */
    at: z.iso.datetime().optional(),
  }),
  ok: z.object({ id: VisitId, state: VisitState }),
  problems: ['record.not-found', 'visits.not-possible', 'visits.too-early', 'visits.outcome-missing', 'visits.companion-missing'],
  offline: 'queue',
  summary: 'Report a visit: three taps; the person then confirms it by code',
})

export const listCaseVisits = operation({
  id: 'visits.of-case',
  method: 'GET',
  path: '/api/cases/:case/visits',
  may: ['case-worker', 'supervisor'],
  params: z.object({ case: CaseId }),
  ok: z.object({ visits: z.array(CaseVisit) }),
  problems: ['record.not-found'],
  offline: 'never',
  summary: 'The visits of a case, newest first',
})

export const listUnitVisits = operation({
  id: 'visits.of-unit',
  method: 'GET',
  path: '/api/visits/unit',
  may: ['coordinator'],
  ok: z.object({ visits: z.array(UnitVisit) }),
  problems: [],
  offline: 'never',
  summary: 'The visits of the unit’s volunteers, soonest first, without names of those they visit',
})

export const countUnitAhead = operation({
  id: 'visits.unit-ahead',
  method: 'GET',
  path: '/api/network/groups/:unit/ahead',
  may: ['administrator'],
  params: z.object({ unit: UnitId }),
  ok: z.object({
    /** Offers that the group has not answered. */
    offers: z.int(),
    /** Visits of its volunteers that have not begun. */
    ahead: z.int(),
    /** Visits that somebody is at now. */
    underWay: z.int(),
  }),
  problems: ['record.not-found'],
  offline: 'never',
  summary: 'What lies ahead of a group, in numbers: what closing it would give back, and what would run to its end',
})
