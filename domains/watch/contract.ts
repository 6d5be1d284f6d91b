import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'
import { VisitId } from '#domains/visits/contract.ts'

export const WatchStage = z.enum(['waiting', 'buddy', 'duty', 'plan'])
export type WatchStage = z.infer<typeof WatchStage>

export const Overdue = z.object({
  visit: VisitId,
  volunteerName: z.string(),
  volunteerPhone: z.string().nullable(),
  unitFa: z.string(),
  unitEn: z.string(),
  arrivedAt: z.iso.datetime(),
  overdueAt: z.iso.datetime(),
  /** Who was told so far. */
  stage: WatchStage,
  nextAt: z.iso.datetime(),
  areaFa: z.string(),
  areaEn: z.string(),
  /** For staff of the centre, once whoever is on duty was told. */
  address: z.string().nullable(),
  personPhone: z.string().nullable(),
})
export type Overdue = z.infer<typeof Overdue>

const one = z.object({ visit: VisitId })

export const allRight = operation({
  id: 'watch.all-right',
  method: 'POST',
  path: '/api/visits/:visit/all-right',
  may: ['volunteer'],
  params: one,
  body: z.object({ at: z.iso.datetime().optional() }),
  ok: z.object({ visit: VisitId, ended: z.boolean(), overdueAt: z.iso.datetime().nullable() }),
  problems: ['record.not-found'],
  offline: 'queue',
  summary: 'The volunteer is all right: an overdue timer ends, one that still runs is put off',
})

export const listOverdue = operation({
  id: 'watch.overdue',
  method: 'GET',
  path: '/api/watch',
  may: ['coordinator', 'clerk', 'supervisor'],
  ok: z.object({
    overdue: z.array(Overdue),
    /** The country pack's emergency plan, step by step. */
    plan: z.array(z.object({ fa: z.string(), en: z.string() })),
  }),
  problems: [],
  offline: 'never',
  summary: 'Volunteers of the group, or for the centre, whose visit should be over, the longest first',
})

export const reached = operation({
  id: 'watch.reached',
  method: 'POST',
  path: '/api/visits/:visit/reached',
  may: ['coordinator', 'clerk', 'supervisor'],
  params: one,
  body: z.object({}),
  ok: z.object({ visit: VisitId, ended: z.literal(true) }),
  problems: ['record.not-found'],
  offline: 'never',
  summary: 'Somebody spoke with the volunteer, who is all right',
})
