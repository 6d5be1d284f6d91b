import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'
import { idOf } from '#platform/ids/index.ts'
import { Housemates } from '#domains/people/contract.ts'

export const CaseId = idOf('CaseId')
export type CaseId = z.infer<typeof CaseId>
export const NeedId = idOf('NeedId')
export type NeedId = z.infer<typeof NeedId>

export const CaseState = z.enum(['open', 'assessed', 'planned', 'active', 'under-review', 'closed', 'reopened'])
export type CaseState = z.infer<typeof CaseState>
export const NeedState = z.enum(['draft', 'open', 'referred', 'matched', 'under-way', 'met', 'unmet', 'withdrawn'])
export type NeedState = z.infer<typeof NeedState>

/** What is required of whoever helps. Nothing else can be required: there is no field for it. */
export const Requires = z.object({
  skills: z.array(z.object({ code: z.string().max(20), level: z.int().min(1).max(4) })).max(5),
  vetting: z.boolean(),
  sameSex: z.enum(['none', 'preferred', 'required']),
  languages: z.array(z.string().max(8)).max(4),
})
export type Requires = z.infer<typeof Requires>

export const Need = z.object({
  id: NeedId,
  revision: z.int(),
  case: CaseId,
  kind: z.string(),
  requires: Requires,
  /** Which of its visits take two vetted, unrelated volunteers: the kind and the person's age decide. */
  pair: z.enum(['never', 'first-visit', 'every-visit']),
  minutes: z.int(),
  /** Instants, UTC. */
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  place: z.string(),
  placeFa: z.string(),
  placeEn: z.string(),
  quarter: z.string().nullable(),
  priority: z.int(),
  since: z.iso.datetime(),
  state: NeedState,
  /** Staff of the centre took it themselves. */
  byStaff: z.boolean(),
  reason: z.string().nullable(),
  outcome: z.enum(['met', 'partly', 'not']).nullable(),
  endedAt: z.iso.datetime().nullable(),
})
export type Need = z.infer<typeof Need>

export const Case = z.object({
  id: CaseId,
  revision: z.int(),
  state: CaseState,
  openedAt: z.iso.datetime(),
  reviewOn: z.string().nullable(),
  closedAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
  restricted: z.boolean(),
  /** Account of the responsible case worker; the screen says whether it is the reader's own. */
  worker: z.string(),
  person: z.object({
    id: z.string(),
    revision: z.int(),
    givenName: z.string(),
    familyName: z.string(),
    sex: z.enum(['female', 'male']).nullable(),
    birthYear: z.int().nullable(),
    languages: z.array(z.string()),
    placeFa: z.string(),
    placeEn: z.string(),
    quarter: z.string().nullable(),
    phone: z.string().nullable(),
    safeFrom: z.string().nullable(),
    safeTo: z.string().nullable(),
    callName: z.string().nullable(),
    onlyThemselves: z.boolean(),
    address: z.string().nullable(),
    /** Who lives with them, counted and never named. */
    household: z.array(Housemates),
    hasSecret: z.boolean(),
    synthetic: z.boolean(),
  }),
  needs: z.array(Need),
  /** When the day of its review was changed, oldest first, and to which. */
  reviewChanges: z.array(z.object({ at: z.iso.datetime(), to: z.iso.date() })),
  /** When it came from one worker to another, oldest first, and why. */
  handovers: z.array(z.object({ id: z.string(), at: z.iso.datetime(), to: z.string(), reason: z.enum(['duty-ended']) })),
})
export type Case = z.infer<typeof Case>

export const CaseRow = z.object({
  id: CaseId,
  state: CaseState,
  givenName: z.string(),
  familyName: z.string(),
  placeFa: z.string(),
  placeEn: z.string(),
  openedAt: z.iso.datetime(),
  reviewOn: z.string().nullable(),
  /** Needs that are not ended yet, and the kind of the oldest. */
  openNeeds: z.int(),
  oldestKind: z.string().nullable(),
  oldestSince: z.iso.datetime().nullable(),
  mine: z.boolean(),
})
export type CaseRow = z.infer<typeof CaseRow>

const staff = ['case-worker', 'supervisor'] as const

export const listCases = operation({
  id: 'casework.list',
  method: 'GET',
  path: '/api/cases',
  may: staff,
  query: z.object({
    /** `review`: open, and the day of its review has come. */
    state: z.enum(['open', 'review', 'closed']).default('open'),
    /** Continues after the last row of the page before. */
    after: z.string().max(60).optional(),
  }),
  ok: z.object({ cases: z.array(CaseRow), next: z.string().nullable(), total: z.int(), review: z.int() }),
  problems: [],
  offline: 'never',
  summary: 'The cases of the worker, or of the team for its supervisor; 50 a page, newest first, and reviews by what is due the longest',
})

export const getCase = operation({
  id: 'casework.get',
  method: 'GET',
  path: '/api/cases/:case',
  may: staff,
  params: z.object({ case: CaseId }),
  ok: Case,
  problems: ['record.not-found'],
  offline: 'never',
  summary: 'One case with its person and needs',
})

export const NeedDraft = z
  .object({
    kind: z.string().min(1).max(40),
    requires: Requires,
    minutes: z.int().min(15).max(600),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    priority: z.int().min(0).max(3).default(1),
  })
  .refine(({ from, to, minutes }) => Date.parse(to) - Date.parse(from) >= minutes * 60_000, {
    path: ['to'],
    params: { code: 'window-too-short' },
  })
export type NeedDraft = z.infer<typeof NeedDraft>

export const addNeed = operation({
  id: 'casework.add-need',
  method: 'POST',
  path: '/api/cases/:case/needs',
  may: staff,
  params: z.object({ case: CaseId }),
  body: NeedDraft,
  ok: Need,
  status: 201,
  problems: ['record.not-found', 'casework.case-closed', 'casework.kind-unknown', 'casework.window-past'],
  offline: 'never',
  summary: 'Add a need, with what it requires of whoever helps',
})

export const withdrawNeed = operation({
  id: 'casework.withdraw-need',
  method: 'POST',
  path: '/api/needs/:need/withdraw',
  may: staff,
  params: z.object({ need: NeedId }),
  body: z.object({ reason: z.enum(['person-declined', 'no-longer-needed', 'mistake']), revision: z.int() }),
  ok: Need,
  problems: ['record.not-found', 'request.stale', 'casework.need-not-open'],
  offline: 'never',
  summary: 'Withdraw a need that is not under way',
})

export const takeNeed = operation({
  id: 'casework.take',
  method: 'POST',
  path: '/api/needs/:need/take',
  may: staff,
  params: z.object({ need: NeedId }),
  body: z.object({ revision: z.int() }),
  ok: Need,
  problems: ['record.not-found', 'request.stale', 'casework.need-not-open'],
  offline: 'never',
  summary: 'Staff do it themselves: the route that remains when the person shares nothing',
})

export const staffOutcome = operation({
  id: 'casework.staff-outcome',
  method: 'POST',
  path: '/api/needs/:need/staff-outcome',
  may: staff,
  params: z.object({ need: NeedId }),
  body: z.object({
    revision: z.int(),
    outcome: z.enum(['met', 'partly', 'not']),
    /** How the person told them. */
    heard: z.enum(['in-person', 'by-phone']),
  }),
  ok: Need,
  problems: ['record.not-found', 'request.stale', 'casework.not-by-staff'],
  offline: 'never',
  summary: 'What came of a need that staff took, as the person told them; counted beside the headline',
})

export const closeCase = operation({
  id: 'casework.close',
  method: 'POST',
  path: '/api/cases/:case/close',
  may: staff,
  params: z.object({ case: CaseId }),
  body: z.object({
    reason: z.enum(['needs-met', 'person-declined', 'moved-away', 'passed-on', 'died']),
    revision: z.int(),
  }),
  ok: Case,
  problems: ['record.not-found', 'request.stale', 'casework.case-closed', 'casework.needs-open'],
  offline: 'never',
  summary: 'Close a case that has no open need',
})

export const setReview = operation({
  id: 'casework.set-review',
  method: 'POST',
  path: '/api/cases/:case/review',
  may: staff,
  params: z.object({ case: CaseId }),
  body: z.object({ reviewOn: z.iso.date(), revision: z.int() }),
  ok: Case,
  problems: ['record.not-found', 'request.stale', 'casework.case-closed', 'casework.review-past', 'casework.review-too-far'],
  offline: 'never',
  summary: 'Set the day on which the case is next looked at, at most a year ahead',
})
