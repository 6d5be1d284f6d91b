import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'
import { idOf } from '#platform/ids/index.ts'
import { Consent } from '#domains/consents/contract.ts'
import { CaseVisit, VisitOutcome } from '#domains/visits/contract.ts'

export const RequestId = idOf('RequestId')
export type RequestId = z.infer<typeof RequestId>

export const RequestState = z.enum(['received', 'triaged', 'case-opened', 'answered', 'passed-on', 'duplicate', 'withdrawn'])
export type RequestState = z.infer<typeof RequestState>

const name = z.string().trim().min(1).max(60)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const typedCode = z.string().trim().min(8).max(40)

export const Ask = z.object({
  /** Codes of the country pack's kinds of help; empty means "I don't know, call me", which is a full answer. */
  kinds: z.array(z.string().max(40)).max(6),
  words: z.string().trim().max(2_000),
  givenName: name,
  familyName: name,
  birthYear: z.int().min(1900).max(2030).nullable().default(null),
  sex: z.enum(['female', 'male']).nullable().default(null),
  phone: z.string().trim().min(1).max(30),
  safeFrom: time.nullable().default(null),
  safeTo: time.nullable().default(null),
  callName: z.string().trim().max(60).nullable().default(null),
  onlyThemselves: z.boolean().default(true),
  place: z.string().min(1).max(40),
  quarter: z.string().trim().max(60).nullable().default(null),
  /** The second thing without which the file stays closed; chosen by the person, never required. */
  secret: z.string().trim().min(4).max(60).nullable().default(null),
  /** Whom they do not want to meet. */
  unwanted: z
    .array(z.object({ name: z.string().trim().max(60).nullable(), phone: z.string().trim().max(30).nullable() }))
    .max(5)
    .default([]),
  onBehalf: z.boolean().default(false),
  urgency: z.enum(['ordinary', 'soon', 'danger']).default('ordinary'),
})
export type Ask = z.infer<typeof Ask>

export const ask = operation({
  id: 'desk.ask',
  method: 'POST',
  path: '/api/desk/requests',
  may: 'anyone',
  body: Ask.extend({ channel: z.enum(['web', 'kiosk']).default('web') }),
  ok: z.object({
    /** Grouped for reading aloud. It is shown once and kept nowhere. */
    code: z.string(),
    officeFa: z.string(),
    officeEn: z.string(),
    officePhone: z.string().nullable(),
    dueAt: z.iso.datetime(),
    danger: z.boolean(),
    /** The person concerned is asked on their own telephone; until they say yes nobody works on it. */
    onBehalf: z.boolean(),
  }),
  status: 201,
  problems: ['places.unknown', 'desk.kind-unknown', 'desk.phone-invalid'],
  offline: 'queue',
  limit: { calls: 20, minutes: 60 },
  summary: 'Ask for help without an account; the answer is a tracking code, the office and the time by when it calls',
})

export const Step = z.object({
  /** What the step is; the screen has the sentence. */
  step: z.enum([
    'received', 'to-confirm', 'triaged', 'case-opened', 'need-open', 'looking', 'volunteer-found', 'approval', 'visit', 'confirm', 'met', 'by-staff',
    'answered', 'passed-on', 'withdrawn', 'closed', 'unmet',
  ]),
  state: z.enum(['done', 'now', 'next', 'no']),
  at: z.iso.datetime().nullable(),
})
export type Step = z.infer<typeof Step>

export const Status = z.object({
  code: z.string(),
  step: Step.shape.step,
  officeFa: z.string(),
  officeEn: z.string(),
  officePhone: z.string().nullable(),
  /** By when somebody does the next thing; null when it is settled or waits for the person. */
  dueAt: z.iso.datetime().nullable(),
  /** Whether a second secret was chosen; without one the file opens only at the centre. */
  hasSecret: z.boolean(),
  /** A visit waits for its confirmation code. */
  confirmable: z.boolean(),
})
export type Status = z.infer<typeof Status>

export const follow = operation({
  id: 'desk.follow',
  method: 'POST',
  path: '/api/desk/follow',
  may: 'anyone',
  body: z.object({ code: typedCode }),
  ok: Status,
  problems: ['desk.code-unknown'],
  offline: 'never',
  limit: { calls: 60, minutes: 10 },
  summary: 'By tracking code alone: where it stands, which office, by when; nothing else',
})

export const openFile = operation({
  id: 'desk.open-file',
  method: 'POST',
  path: '/api/desk/file',
  may: 'anyone',
  body: z.object({ code: typedCode, secret: z.string().trim().min(1).max(60) }),
  ok: z.object({ opened: z.literal(true), until: z.iso.datetime() }),
  problems: ['desk.file-refused', 'rate.limited'],
  offline: 'never',
  limit: { calls: 20, minutes: 10 },
  summary: 'By tracking code and the second secret: opens the person’s own file for half an hour',
})

export const Seen = z.object({
  /** Kind of reader; staff appear by role, volunteers and groups without a name. */
  who: z.enum(['volunteer', 'unit']),
  stage: z.string(),
  fields: z.array(z.string()),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  reads: z.int(),
  lastRead: z.iso.datetime().nullable(),
})

export const getMyFile = operation({
  id: 'desk.my-file',
  method: 'GET',
  path: '/api/desk/my-file',
  may: ['person'],
  ok: z.object({
    givenName: z.string(),
    requestRevision: z.int(),
    step: Step.shape.step,
    thread: z.array(Step),
    kinds: z.array(z.string()),
    words: z.string(),
    officeFa: z.string(),
    officeEn: z.string(),
    officePhone: z.string().nullable(),
    dueAt: z.iso.datetime().nullable(),
    /** The visit that waits for the person's yes or no. */
    approval: CaseVisit.nullable(),
    /** The second of two who go together: both are approved at once, by name. */
    companion: CaseVisit.nullable(),
    visits: z.array(CaseVisit),
    consents: z.array(Consent),
    /** How many people outside the agency saw the nameless offer. */
    offerSeenBy: z.int(),
    seen: z.array(Seen),
  }),
  problems: ['record.not-found'],
  offline: 'never',
  summary: 'The person’s own file: where it stands, what was agreed, who saw what, and what waits for them',
})

export const withdrawMine = operation({
  id: 'desk.withdraw',
  method: 'POST',
  path: '/api/desk/my-file/withdraw',
  may: ['person'],
  body: z.object({ revision: z.int() }),
  ok: z.object({ withdrawn: z.literal(true) }),
  problems: ['record.not-found', 'request.stale', 'desk.not-open'],
  offline: 'never',
  summary: 'The person stops their request: every consent that rests on it ends in the same moment',
})

export const confirmVisit = operation({
  id: 'desk.confirm-visit',
  method: 'POST',
  path: '/api/desk/confirm',
  may: 'anyone',
  body: z.object({ code: typedCode, confirmation: z.string().trim().min(4).max(12), verdict: VisitOutcome }),
  ok: z.object({ confirmed: z.boolean(), refusal: z.enum(['wrong-code', 'locked']).nullable() }),
  problems: ['visits.part-in-it', 'desk.code-unknown', 'desk.nothing-to-confirm', 'visits.not-possible', 'casework.need-not-open'],
  offline: 'never',
  limit: { calls: 20, minutes: 10 },
  summary: 'The person confirms a visit with the code that was sent to them alone',
})
