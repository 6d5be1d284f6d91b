import { z } from 'zod'
import { CaseId } from '#domains/casework/contract.ts'
import { RequestId, RequestState } from '#domains/desk/contract.ts'
import { operation } from '#platform/contract/index.ts'

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
