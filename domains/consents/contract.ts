import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'
import { idOf } from '#platform/ids/index.ts'
import { CaseId, NeedId } from '#domains/casework/contract.ts'

export const ConsentId = idOf('ConsentId')
export type ConsentId = z.infer<typeof ConsentId>

export const ConsentState = z.enum(['given', 'refused', 'withdrawn', 'expired'])
export type ConsentState = z.infer<typeof ConsentState>

/** How the answer was given. `own-follow-up`: by the person in their own open file. */
export const ConsentWay = z.enum(['signed', 'one-time-code', 'witnessed-speech', 'guardian'])

export const Consent = z.object({
  id: ConsentId,
  revision: z.int(),
  need: z.string().nullable(),
  state: ConsentState,
  notice: z.string(),
  noticeVersion: z.int(),
  purpose: z.string(),
  categories: z.array(z.string()),
  recipients: z.string(),
  until: z.iso.datetime(),
  how: z.string(),
  recordedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
})
export type Consent = z.infer<typeof Consent>

const staff = ['case-worker', 'supervisor'] as const

/** A text that is read out before the answer, in both languages, with what remains after a no. */
export const Notice = z.object({
  code: z.string(),
  version: z.int(),
  titleFa: z.string(),
  titleEn: z.string(),
  textFa: z.string(),
  textEn: z.string(),
  refusalFa: z.string(),
  refusalEn: z.string(),
  purpose: z.string(),
  purposeFa: z.string(),
  purposeEn: z.string(),
  recipients: z.string(),
  recipientsFa: z.string(),
  recipientsEn: z.string(),
  categories: z.array(z.string()),
})
export type Notice = z.infer<typeof Notice>

export const listNotices = operation({
  id: 'consents.notices',
  method: 'GET',
  path: '/api/consents/notices',
  may: staff,
  ok: z.object({ notices: z.array(Notice) }),
  problems: [],
  offline: 'never',
  summary: 'The texts that are read out before consent is asked, newest versions',
})

export const listConsents = operation({
  id: 'consents.list',
  method: 'GET',
  path: '/api/cases/:case/consents',
  may: staff,
  params: z.object({ case: CaseId }),
  ok: z.object({ consents: z.array(Consent) }),
  problems: ['record.not-found'],
  offline: 'never',
  summary: 'What the person agreed to and refused, newest first',
})

export const recordConsent = operation({
  id: 'consents.record',
  method: 'POST',
  path: '/api/needs/:need/consents',
  may: staff,
  params: z.object({ need: NeedId }),
  body: z
    .object({
      answer: z.enum(['given', 'refused']),
      /** The notice that was read out, of the country pack; its newest version counts. */
      notice: z.string().min(1).max(40),
      /** A subset of the notice's categories. */
      categories: z.array(z.string().max(40)).max(12),
      how: ConsentWay,
      /** Who witnessed speech or a thumbprint; independent of the worker. */
      witness: z.string().max(120).optional(),
      until: z.iso.datetime(),
    })
    .refine(({ how, witness }) => how !== 'witnessed-speech' || (witness ?? '').trim().length > 1, {
      path: ['witness'],
      params: { code: 'required' },
    }),
  ok: Consent,
  status: 201,
  problems: ['record.not-found', 'consents.notice-unknown', 'consents.beyond-notice', 'consents.too-long'],
  offline: 'never',
  summary: 'Record the person’s answer to a notice: yes, or a plain no',
})

export const withdrawConsent = operation({
  id: 'consents.withdraw',
  method: 'POST',
  path: '/api/consents/:consent/withdraw',
  may: ['case-worker', 'supervisor', 'person'],
  params: z.object({ consent: ConsentId }),
  body: z.object({ revision: z.int() }),
  ok: Consent,
  problems: ['record.not-found', 'request.stale', 'consents.not-in-force'],
  offline: 'never',
  summary: 'Withdraw a consent: everything that rests on it closes in the same moment',
})
