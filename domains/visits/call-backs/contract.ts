import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'
import { idOf } from '#platform/ids/index.ts'

export const CallBackId = idOf('CallBackId')
export type CallBackId = z.infer<typeof CallBackId>
export const SharedPhoneId = idOf('SharedPhoneId')
export type SharedPhoneId = z.infer<typeof SharedPhoneId>

/** A confirmed visit that is asked about once more, as the list shows it: nobody is named. */
export const CallBack = z.object({
  id: CallBackId,
  revision: z.int(),
  kind: z.string(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  /** By lot, because one telephone confirms for many, or because one came where two were needed. */
  reason: z.enum(['drawn', 'shared-phone', 'alone']),
  dueAt: z.iso.datetime(),
  tries: z.int(),
})
export type CallBack = z.infer<typeof CallBack>

const callers = ['clerk', 'supervisor'] as const
const one = z.object({ callBack: CallBackId })

export const listCallBacks = operation({
  id: 'visits.call-backs',
  method: 'GET',
  path: '/api/call-backs',
  may: callers,
  ok: z.object({ callBacks: z.array(CallBack) }),
  problems: [],
  offline: 'never',
  summary: 'Confirmed visits of the centre that are to be asked about by telephone; those in which one had a part are not there',
})

export const openCallBack = operation({
  id: 'visits.call-back',
  method: 'GET',
  path: '/api/call-backs/:callBack',
  may: callers,
  params: one,
  ok: CallBack.extend({
    name: z.string(),
    phone: z.string().nullable(),
    safeFrom: z.string().nullable(),
    safeTo: z.string().nullable(),
    callName: z.string().nullable(),
    onlyThemselves: z.boolean(),
  }),
  problems: ['record.not-found'],
  offline: 'never',
  summary: 'Whom to call and when it is safe to; nothing else of the case',
})

export const recordCallBack = operation({
  id: 'visits.record-call-back',
  method: 'POST',
  path: '/api/call-backs/:callBack/record',
  may: callers,
  params: one,
  body: z.object({ revision: z.int(), result: z.enum(['confirmed', 'not-confirmed', 'not-reached']) }),
  ok: z.object({ id: CallBackId, state: z.enum(['due', 'confirmed', 'not-confirmed', 'not-reached']) }),
  problems: ['record.not-found', 'request.stale'],
  offline: 'never',
  summary: 'What the person said. Where the visit did not take place, what was counted for it is taken back and the need is open again',
})

/** One telephone that confirmed for several people: how many, since when; no number and no name. */
export const SharedPhone = z.object({
  id: SharedPhoneId,
  revision: z.int(),
  people: z.int(),
  /** Cases of the reader's own centre; empty for whoever may not open them. */
  cases: z.array(z.string()),
  officeFa: z.string(),
  officeEn: z.string(),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
})
export type SharedPhone = z.infer<typeof SharedPhone>

const watchers = ['supervisor', 'safeguarding-lead'] as const

export const listSharedPhones = operation({
  id: 'visits.shared-phones',
  method: 'GET',
  path: '/api/shared-phones',
  may: watchers,
  ok: z.object({ phones: z.array(SharedPhone) }),
  problems: [],
  offline: 'never',
  summary: 'Telephones that confirmed for more people than is usual: something to ask about, the latest first',
})

export const seeSharedPhone = operation({
  id: 'visits.see-shared-phone',
  method: 'POST',
  path: '/api/shared-phones/:phone/see',
  may: watchers,
  params: z.object({ phone: SharedPhoneId }),
  body: z.object({ revision: z.int() }),
  ok: z.object({ id: SharedPhoneId, state: z.enum(['open', 'seen']) }),
  problems: ['record.not-found', 'request.stale'],
  offline: 'never',
  summary: 'It was looked into; it comes back when the telephone confirms for somebody else',
})
