import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'
import { idOf } from '#platform/ids/index.ts'
import { VolunteerId } from '#domains/network/contract.ts'
import { ReferralId } from '#domains/referrals/contract.ts'

export const SuggestionId = idOf('SuggestionId')
export type SuggestionId = z.infer<typeof SuggestionId>

export const SuggestionState = z.enum(['suggested', 'confirmed', 'kept', 'replaced'])
export type SuggestionState = z.infer<typeof SuggestionState>

/** What the group itself sees of its suggestion: a name of its own, and what became of it. */
export const OwnSuggestion = z.object({ name: z.string(), instead: z.string(), state: SuggestionState })
export type OwnSuggestion = z.infer<typeof OwnSuggestion>

export const listProposedVolunteers = operation({
  id: 'matching.proposed-volunteers',
  method: 'GET',
  path: '/api/matching/offered',
  may: ['coordinator'],
  ok: z.object({
    offers: z.array(
      z.object({
        referral: z.string(),
        /** Whom of the group the liaison desk has in mind. */
        name: z.string(),
        suggestion: OwnSuggestion.nullable(),
      }),
    ),
  }),
  problems: [],
  offline: 'never',
  summary: 'For each offer that waits for the group: which of its volunteers is proposed, and what it suggested instead',
})

export const listSubstitutes = operation({
  id: 'matching.substitutes',
  method: 'GET',
  path: '/api/referrals/:referral/substitutes',
  may: ['coordinator'],
  params: z.object({ referral: ReferralId }),
  ok: z.object({
    /** By load, then by name: an order by cost would tell how near each of them lives to somebody without a name. */
    volunteers: z.array(z.object({ id: VolunteerId, name: z.string(), load: z.int(), capacity: z.int() })),
  }),
  problems: ['record.not-found', 'referrals.not-open'],
  offline: 'never',
  summary: 'Volunteers of the group who could go instead; whoever could not is not there, and nobody is told why',
})

export const suggestVolunteer = operation({
  id: 'matching.suggest',
  method: 'POST',
  path: '/api/referrals/:referral/suggestion',
  may: ['coordinator'],
  params: z.object({ referral: ReferralId }),
  body: z.object({ revision: z.int(), volunteer: VolunteerId }),
  ok: OwnSuggestion,
  status: 201,
  problems: ['record.not-found', 'request.stale', 'referrals.not-open'],
  offline: 'never',
  summary: 'Suggest another volunteer of the group for an offer; the liaison desk decides, and the deadline stays',
})

const decision = {
  params: z.object({ suggestion: SuggestionId }),
  body: z.object({ revision: z.int() }),
  ok: z.object({ referral: z.string(), answerBy: z.iso.datetime() }),
} as const

export const confirmSuggestion = operation({
  ...decision,
  id: 'matching.confirm-suggestion',
  method: 'POST',
  path: '/api/matching/suggestions/:suggestion/confirm',
  may: ['liaison'],
  problems: ['record.not-found', 'request.stale', 'referrals.not-open', 'matching.suggestion-decided', 'matching.not-suitable-now'],
  offline: 'never',
  summary: 'Take the volunteer whom the group suggested; the group still has to accept, by the same deadline',
})

export const keepOriginal = operation({
  ...decision,
  id: 'matching.keep-original',
  method: 'POST',
  path: '/api/matching/suggestions/:suggestion/keep',
  may: ['liaison'],
  problems: ['record.not-found', 'request.stale', 'referrals.not-open', 'matching.suggestion-decided'],
  offline: 'never',
  summary: 'Keep the volunteer who was proposed first; the group still answers, by the same deadline',
})
