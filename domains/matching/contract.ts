import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'
import { idOf } from '#platform/ids/index.ts'
import { Card } from '#domains/referrals/contract.ts'

export const ProposalId = idOf('ProposalId')
export type ProposalId = z.infer<typeof ProposalId>

/** What lacked: the requirement, and the figure that goes with it where it has one. */
export const Lack = z.object({
  requirement: z.string(),
  /** Kilometres, level, date or language, as text. */
  detail: z.string().nullable(),
})
export type Lack = z.infer<typeof Lack>

/** Integers in units of 100 metres of travel; the total is their sum. */
export const Cost = z.object({
  travel: z.int(),
  waiting: z.int(),
  priority: z.int(),
  continuity: z.int(),
  preferences: z.int(),
  load: z.int(),
  total: z.int(),
  /** Straight-line kilometres, and tasks carried of tasks offered: what the terms come from. */
  km: z.number(),
  carried: z.int(),
  offered: z.int(),
})
export type Cost = z.infer<typeof Cost>

export const RunnerUp = z.object({
  name: z.string(),
  total: z.int(),
  difference: z.int(),
  lacks: z.array(Lack),
})
export type RunnerUp = z.infer<typeof RunnerUp>

const Who = z.object({ name: z.string(), unitFa: z.string(), unitEn: z.string() })

export const Proposal = z.object({
  id: ProposalId,
  revision: z.int(),
  volunteer: Who.nullable(),
  cost: Cost.nullable(),
  /** The second of two, where two go together. */
  companion: Who.extend({ cost: Cost }).nullable(),
  /** Somebody fits, and nobody who could come with them: `relax` is then about a second one. */
  short: z.boolean(),
  /** Hard requirements of this need that the volunteer meets. */
  met: z.array(z.string()),
  runnersUp: z.array(RunnerUp),
  /** Where nobody fits: the smallest set to relax, and how many volunteers that would give; null where nobody at all could be asked. */
  relax: z.object({ requirements: z.array(z.string()), candidates: z.int() }).nullable(),
  weightsVersion: z.int(),
  /** Past this it cannot be sent; the next run takes its place. */
  expiresAt: z.iso.datetime(),
})
export type Proposal = z.infer<typeof Proposal>

/** Another volunteer, suggested by the group itself, beside the one it was offered with; both reckoned at one moment. */
export const Suggestion = z.object({
  id: z.string(),
  revision: z.int(),
  name: z.string(),
  cost: Cost,
  instead: z.object({ name: z.string(), cost: Cost }),
  recordedAt: z.iso.datetime(),
})
export type Suggestion = z.infer<typeof Suggestion>

/** One need that waits for a volunteer, as the liaison desk sees it: no name, no case. */
export const WaitingNeed = z.object({
  referral: z.string(),
  referralState: z.enum(['ready', 'offered']),
  attempt: z.int(),
  card: Card,
  since: z.iso.datetime(),
  waitingDays: z.int(),
  priority: z.int(),
  answerBy: z.iso.datetime().nullable(),
  unitFa: z.string().nullable(),
  unitEn: z.string().nullable(),
  /** Who has the other seat of a pair, while one is looked for. */
  beside: Who.nullable(),
  proposal: Proposal.nullable(),
  suggestion: Suggestion.nullable(),
  /** Its last proposal fell because a vetting was ended: told to this desk and to nobody else. */
  vettingEnded: z.boolean(),
  /** Its last proposal fell because the volunteer’s group was closed. */
  groupClosed: z.boolean(),
  /** Of an offer that a standing rule sent: whose rule it is. */
  byRule: z.string().nullable(),
})
export type WaitingNeed = z.infer<typeof WaitingNeed>

export const getBoard = operation({
  id: 'matching.board',
  method: 'GET',
  path: '/api/matching/board',
  may: ['liaison'],
  ok: z.object({
    areaFa: z.string(),
    areaEn: z.string(),
    needs: z.array(WaitingNeed),
    capacity: z.object({
      volunteers: z.int(),
      /** Volunteers that carry nothing: unused capacity is a chance, not a fault. */
      idle: z.int(),
      tasksFree: z.int(),
      /** By number of tasks carried: how many volunteers. */
      loads: z.array(z.object({ carried: z.int(), volunteers: z.int() })),
      idleFirst: z.array(z.object({ name: z.string(), unitFa: z.string(), unitEn: z.string(), offered: z.int() })),
    }),
  }),
  problems: [],
  offline: 'never',
  summary: 'Needs that wait in the area with their proposals, and the capacity there is; no name of anybody who asked',
})

export const propose = operation({
  id: 'matching.propose',
  method: 'POST',
  path: '/api/matching/propose',
  may: ['liaison'],
  body: z.object({}),
  ok: z.object({
    needs: z.int(),
    proposed: z.int(),
    nobody: z.int(),
    /** Lower bound from dual prices; equal to the cost when the run is proven optimal. */
    primal: z.int(),
    dual: z.int(),
    weightsVersion: z.int(),
  }),
  problems: [],
  offline: 'never',
  summary: 'Match every waiting need of the area at once, with a proof that it cannot be done better; nothing is sent',
})

export const proposeOne = operation({
  id: 'matching.propose-one',
  method: 'POST',
  path: '/api/matching/needs/:referral/propose',
  may: ['liaison'],
  params: z.object({ referral: z.uuid() }),
  body: z.object({}),
  /** `moved`: proposals of other needs that had to become somebody else’s for it. */
  ok: z.object({ found: z.boolean(), moved: z.int() }),
  problems: ['record.not-found'],
  offline: 'never',
  summary: 'Match one need that came in since the last run, together with all that waits; nothing is sent',
})

export const releaseProposal = operation({
  id: 'matching.release',
  method: 'POST',
  path: '/api/matching/proposals/:proposal/release',
  may: ['liaison'],
  params: z.object({ proposal: ProposalId }),
  body: z.object({ revision: z.int() }),
  ok: z.object({ referral: z.string(), answerBy: z.iso.datetime() }),
  problems: ['record.not-found', 'request.stale', 'matching.superseded', 'matching.expired', 'matching.time-passed', 'matching.nobody', 'matching.part-in-it', 'referrals.not-open'],
  offline: 'never',
  summary: 'Offer the need, nameless, to the unit of the proposed volunteer, with a deadline',
})

export const releaseSeveral = operation({
  id: 'matching.release-several',
  method: 'POST',
  path: '/api/matching/release',
  may: ['liaison'],
  body: z.object({ proposals: z.array(z.object({ proposal: ProposalId, revision: z.int() })).min(1).max(50) }),
  ok: z.object({
    sent: z.int(),
    /** Those that cannot be sent now stay proposed, each with the code that a single release would have answered. */
    refused: z.array(z.object({ proposal: ProposalId, code: z.string() })),
    /** Until then they can be taken back, as long as nobody of the group has seen them. */
    takeBackUntil: z.iso.datetime(),
  }),
  problems: [],
  offline: 'never',
  summary: 'Offer several needs at once, each nameless to the unit of its proposed volunteer, by the same rules as one',
})

export const takeBack = operation({
  id: 'matching.take-back',
  method: 'POST',
  path: '/api/matching/take-back',
  may: ['liaison'],
  body: z.object({ proposals: z.array(ProposalId).min(1).max(50) }),
  ok: z.object({
    takenBack: z.int(),
    /** Those that stay offered, each with why. */
    refused: z.array(z.object({ proposal: ProposalId, code: z.string() })),
  }),
  problems: [],
  offline: 'never',
  summary: 'Take offers back that went out a moment ago and that nobody of the group has seen; each waits again as it did',
})

export const rejectProposal = operation({
  id: 'matching.reject',
  method: 'POST',
  path: '/api/matching/proposals/:proposal/reject',
  may: ['liaison'],
  params: z.object({ proposal: ProposalId }),
  body: z.object({ revision: z.int(), reason: z.enum(['known-unsuitable', 'better-known', 'asked-off']) }),
  ok: z.object({ referral: z.string() }),
  problems: ['record.not-found', 'request.stale', 'matching.superseded'],
  offline: 'never',
  summary: 'Not this volunteer for this need: the next run passes them over',
})
