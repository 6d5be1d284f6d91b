import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'
import { RequestId } from '#domains/desk/contract.ts'

const typedCode = z.string().trim().min(8).max(40)

export const lookAtMessage = operation({
  id: 'desk.look-at-message',
  method: 'POST',
  path: '/api/desk/message',
  may: 'anyone',
  body: z.object({ code: typedCode }),
  ok: z.object({
    /** Which office wishes to call; not why, and not who asked. */
    officeFa: z.string(),
    officeEn: z.string(),
    officePhone: z.string().nullable(),
    /** What is not confirmed by then is erased. */
    until: z.iso.datetime(),
  }),
  problems: ['desk.message-unknown'],
  offline: 'never',
  limit: { calls: 20, minutes: 10 },
  summary: 'By the code of a neutral message: which office wishes to call; nothing of what was written',
})

export const answerMessage = operation({
  id: 'desk.answer-message',
  method: 'POST',
  path: '/api/desk/message/answer',
  may: 'anyone',
  body: z.object({
    code: typedCode,
    answer: z.enum(['yes', 'no']),
    /** The second secret, chosen by the person concerned and by nobody else. */
    secret: z.string().trim().min(4).max(60).nullable().default(null),
  }),
  ok: z.object({
    answer: z.enum(['yes', 'no']),
    /** The person's own tracking code, after a yes; the one of whoever asked is worth nothing any more. */
    code: z.string().nullable(),
    dueAt: z.iso.datetime().nullable(),
  }),
  problems: ['desk.message-unknown'],
  offline: 'never',
  limit: { calls: 20, minutes: 10 },
  summary: 'The person concerned says yes, and follows from now on by a code of their own; or no, and everything is erased',
})

export const confirmOnBehalf = operation({
  id: 'desk.confirm-on-behalf',
  method: 'POST',
  path: '/api/desk/requests/:request/confirm-on-behalf',
  may: ['clerk', 'supervisor'],
  params: z.object({ request: RequestId }),
  body: z.object({ revision: z.int(), how: z.enum(['in-person', 'by-phone']) }),
  ok: z.object({
    id: RequestId,
    revision: z.int(),
    /** To be given to the person, and to nobody else. */
    code: z.string(),
  }),
  problems: ['record.not-found', 'request.stale', 'desk.nothing-to-confirm'],
  offline: 'never',
  summary: 'The clerk records that the person concerned said yes themselves; they get a tracking code of their own',
})
