import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'
import { idOf } from '#platform/ids/index.ts'
import { CaseId } from '#domains/casework/contract.ts'
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

export const InboxRow = z.object({
  id: RequestId,
  revision: z.int(),
  givenName: z.string(),
  familyName: z.string(),
  words: z.string(),
  channel: z.string(),
  placeFa: z.string(),
  placeEn: z.string(),
  quarter: z.string().nullable(),
  urgency: z.enum(['ordinary', 'soon', 'danger']),
  dueAt: z.iso.datetime(),
  clock: z.enum(['on-track', 'today', 'late']),
  /** Working days left, or late. */
  days: z.int(),
  /** Asked on somebody's behalf and not yet confirmed by them. */
  unconfirmed: z.boolean(),
})
export type InboxRow = z.infer<typeof InboxRow>

const clerks = ['clerk', 'supervisor'] as const

export const getInbox = operation({
  id: 'desk.inbox',
  method: 'GET',
  path: '/api/desk/inbox',
  may: clerks,
  ok: z.object({ late: z.int(), today: z.int(), onTrack: z.int(), danger: z.int(), rows: z.array(InboxRow) }),
  problems: [],
  offline: 'never',
  summary: 'Requests of the centre that wait for triage, the late ones first; danger apart',
})

export const RequestDetail = InboxRow.extend({
  state: RequestState,
  kinds: z.array(z.string()),
  birthYear: z.int().nullable(),
  sex: z.enum(['female', 'male']).nullable(),
  phone: z.string().nullable(),
  safeFrom: z.string().nullable(),
  safeTo: z.string().nullable(),
  callName: z.string().nullable(),
  onlyThemselves: z.boolean(),
  onBehalf: z.boolean(),
  recordedAt: z.iso.datetime(),
  hasSecret: z.boolean(),
  unwanted: z.int(),
  /** Another open request that may be the same: same name and place, or same telephone. */
  duplicateOf: z.object({ id: z.string(), recordedAt: z.iso.datetime() }).nullable(),
  case: z.string().nullable(),
})

export const getRequest = operation({
  id: 'desk.request',
  method: 'GET',
  path: '/api/desk/requests/:request',
  may: clerks,
  params: z.object({ request: RequestId }),
  ok: RequestDetail,
  problems: ['record.not-found'],
  offline: 'never',
  summary: 'One request with the words as spoken and when it is safe to call',
})

export const listWorkers = operation({
  id: 'desk.workers',
  method: 'GET',
  path: '/api/desk/workers',
  may: clerks,
  ok: z.object({ workers: z.array(z.object({ account: z.string(), name: z.string(), cases: z.int() })) }),
  problems: [],
  offline: 'never',
  summary: 'Case workers of the centre with their open cases, the least loaded first',
})

export const Decision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('open-case'), worker: z.string() }),
  z.object({ decision: z.literal('answer'), answer: z.string().trim().min(2).max(1_000) }),
  z.object({ decision: z.literal('pass-on'), to: z.string().trim().min(2).max(120), answer: z.string().trim().max(1_000).default('') }),
  z.object({ decision: z.literal('duplicate'), of: z.string() }),
  z.object({ decision: z.literal('withdrawn') }),
])

export const triage = operation({
  id: 'desk.triage',
  method: 'POST',
  path: '/api/desk/requests/:request/triage',
  may: clerks,
  params: z.object({ request: RequestId }),
  body: z.object({ revision: z.int(), decision: Decision }),
  ok: z.object({ id: RequestId, state: RequestState, revision: z.int(), case: CaseId.nullable() }),
  problems: ['record.not-found', 'request.stale', 'desk.not-open', 'desk.worker-unknown', 'desk.duplicate-unknown', 'desk.not-confirmed', 'places.unknown'],
  offline: 'never',
  summary: 'Decide about a request: open a case, answer, pass on, duplicate, or withdrawn by the person',
})

export const raiseToDanger = operation({
  id: 'desk.raise',
  method: 'POST',
  path: '/api/desk/requests/:request/danger',
  may: clerks,
  params: z.object({ request: RequestId }),
  body: z.object({ revision: z.int() }),
  ok: z.object({ id: RequestId, state: RequestState, revision: z.int(), dueAt: z.iso.datetime() }),
  problems: ['record.not-found', 'request.stale', 'desk.not-open', 'desk.already-danger'],
  offline: 'never',
  summary: 'This is about danger, though it did not come so: it gets danger’s own clock and rings along the duty list',
})

export const untriage = operation({
  id: 'desk.untriage',
  method: 'POST',
  path: '/api/desk/requests/:request/untriage',
  may: clerks,
  params: z.object({ request: RequestId }),
  body: z.object({ revision: z.int() }),
  ok: z.object({ id: RequestId, state: RequestState, revision: z.int() }),
  problems: ['record.not-found', 'request.stale', 'desk.too-late-to-undo'],
  offline: 'never',
  summary: 'Take a decision back within ten minutes; a case that was opened stays with its worker',
})
