import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'
import { idOf } from '#platform/ids/index.ts'
import { RequestId } from '#domains/desk/contract.ts'

export const HandOverId = idOf('HandOverId')
export type HandOverId = z.infer<typeof HandOverId>

export const AlarmState = z.enum(['ringing', 'answered', 'over'])
export type AlarmState = z.infer<typeof AlarmState>

/** Why the person's data may be given on: they asked for it, or their life is at stake. */
export const Basis = z.enum(['asked', 'vital-interest'])

export const HandOver = z.object({
  id: HandOverId,
  /** Code of the country pack's receivers. */
  receiver: z.string(),
  basis: Basis,
  at: z.iso.datetime(),
  receivedAt: z.iso.datetime().nullable(),
  receivedBy: z.string().nullable(),
  reference: z.string().nullable(),
})
export type HandOver = z.infer<typeof HandOver>

export const Alarm = z.object({
  request: RequestId,
  state: AlarmState,
  officeFa: z.string(),
  officeEn: z.string(),
  placeFa: z.string(),
  placeEn: z.string(),
  raisedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  /** Minutes until somebody must have spoken with the person; negative when late. */
  minutes: z.int(),
  /** How many messages went out so far. */
  rings: z.int(),
  answeredAt: z.iso.datetime().nullable(),
  answeredRole: z.string().nullable(),
  handOvers: z.array(HandOver),
})
export type Alarm = z.infer<typeof Alarm>

const staff = ['clerk', 'supervisor', 'safeguarding-lead'] as const
const one = z.object({ request: RequestId })

export const listAlarms = operation({
  id: 'danger.open',
  method: 'GET',
  path: '/api/danger',
  may: staff,
  ok: z.object({
    alarms: z.array(Alarm),
    receivers: z.array(
      z.object({ code: z.string(), nameFa: z.string(), nameEn: z.string(), phone: z.string().nullable(), lastResort: z.boolean() }),
    ),
  }),
  problems: [],
  offline: 'never',
  summary: 'Alarms that nobody ended yet, and hand-overs that nobody acknowledged; the longest waiting first',
})

export const getAlarm = operation({
  id: 'danger.get',
  method: 'GET',
  path: '/api/danger/:request',
  may: staff,
  params: one,
  ok: Alarm.extend({
    givenName: z.string(),
    familyName: z.string(),
    words: z.string(),
    quarter: z.string().nullable(),
    phone: z.string().nullable(),
    safeFrom: z.string().nullable(),
    safeTo: z.string().nullable(),
    callName: z.string().nullable(),
    onlyThemselves: z.boolean(),
    onBehalf: z.boolean(),
  }),
  problems: ['record.not-found'],
  offline: 'never',
  summary: 'One alarm with the words as spoken and the telephone; only while it is open, with a line in the trail',
})

export const answerAlarm = operation({
  id: 'danger.answer',
  method: 'POST',
  path: '/api/danger/:request/answer',
  may: staff,
  params: one,
  body: z.object({}),
  ok: Alarm,
  problems: ['record.not-found', 'danger.not-open'],
  offline: 'never',
  summary: 'I am on it: the ringing stops, and everybody sees who answered',
})

export const handOver = operation({
  id: 'danger.hand-over',
  method: 'POST',
  path: '/api/danger/:request/hand-overs',
  may: staff,
  params: one,
  body: z.object({ receiver: z.string().min(1).max(40), basis: Basis }),
  ok: Alarm,
  problems: ['record.not-found', 'danger.not-answered', 'danger.receiver-unknown'],
  offline: 'never',
  summary: 'Hand the person over to health, social emergency, justice or the police of last resort, with the legal basis',
})

export const acknowledge = operation({
  id: 'danger.receipt',
  method: 'POST',
  path: '/api/danger/:request/receipt',
  may: staff,
  params: one,
  body: z.object({
    handOver: HandOverId,
    receivedBy: z.string().trim().min(2).max(80),
    reference: z.string().trim().max(60).default(''),
  }),
  ok: Alarm,
  problems: ['record.not-found', 'danger.receipt-given'],
  offline: 'never',
  summary: 'The receipt of a hand-over: who received it, and under which reference of theirs',
})
