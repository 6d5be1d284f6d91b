import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'
import { idOf } from '#platform/ids/index.ts'
import { CaseId, NeedId } from '#domains/casework/contract.ts'
import { ConsentId } from '#domains/consents/contract.ts'

export const ReferralId = idOf('ReferralId')
export type ReferralId = z.infer<typeof ReferralId>

export const ReferralState = z.enum(['ready', 'offered', 'accepted', 'closed', 'declined', 'withdrawn', 'expired'])
export type ReferralState = z.infer<typeof ReferralState>

/** What the other side sees before the person approved anybody: no name, no exact place. */
export const Card = z.object({
  kind: z.string(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  minutes: z.int(),
  /** The quarter where it is known, else the town. */
  areaFa: z.string(),
  areaEn: z.string(),
  sameSex: z.enum(['none', 'preferred', 'required']),
  /** Sex of the helper, only where the person requires or prefers the same. */
  helper: z.enum(['female', 'male']).nullable(),
  languages: z.array(z.string()),
  /** Two volunteers go together. */
  pair: z.boolean().default(false),
})
export type Card = z.infer<typeof Card>

export const Referral = z.object({
  id: ReferralId,
  revision: z.int(),
  need: z.string(),
  state: ReferralState,
  card: Card,
  consent: z.string(),
  unitFa: z.string().nullable(),
  unitEn: z.string().nullable(),
  attempt: z.int(),
  reason: z.string().nullable(),
  recordedAt: z.iso.datetime(),
  answerBy: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
})
export type Referral = z.infer<typeof Referral>

/** What a coordinator is shown of an offer or an accepted referral; `lent` holds what is open at this moment. */
export const Offer = z.object({
  id: ReferralId,
  revision: z.int(),
  state: ReferralState,
  card: Card,
  answerBy: z.iso.datetime().nullable(),
  lent: z.array(z.object({ field: z.string(), value: z.string() })),
})
export type Offer = z.infer<typeof Offer>

const staff = ['case-worker', 'supervisor'] as const

/** One line of the card and the clause of the consent that allows it. */
export const PreviewLine = z.object({ field: z.string(), clause: z.int().min(1).max(5) })

export const previewReferral = operation({
  id: 'referrals.preview',
  method: 'GET',
  path: '/api/needs/:need/referral-preview',
  may: staff,
  params: z.object({ need: NeedId }),
  query: z.object({ consent: ConsentId }),
  ok: z.object({
    card: Card,
    consent: z.object({
      state: z.string(),
      purpose: z.string(),
      categories: z.array(z.string()),
      recipients: z.string(),
      until: z.iso.datetime(),
      how: z.string(),
      recordedAt: z.iso.datetime(),
      noticeVersion: z.int(),
    }),
    before: z.array(PreviewLine),
    accepted: z.array(PreviewLine),
    visit: z.array(PreviewLine),
    /** What is seen at no stage. */
    hidden: z.array(z.string()),
  }),
  problems: ['record.not-found'],
  offline: 'never',
  summary: 'The exact card that the other side would see at each stage, line by line with the clause that allows it',
})

export const prepareReferral = operation({
  id: 'referrals.prepare',
  method: 'POST',
  path: '/api/needs/:need/referral',
  may: staff,
  params: z.object({ need: NeedId }),
  body: z.object({ consent: ConsentId, revision: z.int() }),
  ok: Referral,
  status: 201,
  problems: ['record.not-found', 'request.stale', 'consents.not-in-force', 'referrals.other-consent', 'casework.need-not-open'],
  offline: 'never',
  summary: 'Hand one need over, under one consent: from now on the agency’s matching may look for a volunteer',
})

export const listReferrals = operation({
  id: 'referrals.list',
  method: 'GET',
  path: '/api/cases/:case/referrals',
  may: staff,
  params: z.object({ case: CaseId }),
  ok: z.object({ referrals: z.array(Referral) }),
  problems: ['record.not-found'],
  offline: 'never',
  summary: 'The referrals of a case, newest first',
})

export const withdrawReferral = operation({
  id: 'referrals.withdraw',
  method: 'POST',
  path: '/api/referrals/:referral/withdraw',
  may: staff,
  params: z.object({ referral: ReferralId }),
  body: z.object({ revision: z.int() }),
  ok: Referral,
  problems: ['record.not-found', 'request.stale', 'referrals.not-open'],
  offline: 'never',
  summary: 'Take a referral back before it was accepted',
})

export const listOffers = operation({
  id: 'referrals.offers',
  method: 'GET',
  path: '/api/referrals/offers',
  may: ['coordinator'],
  ok: z.object({ offers: z.array(Offer) }),
  problems: [],
  offline: 'never',
  summary: 'Referrals offered to the unit, nameless, and those it accepted with what is lent at this moment',
})

export const acceptReferral = operation({
  id: 'referrals.accept',
  method: 'POST',
  path: '/api/referrals/:referral/accept',
  may: ['coordinator'],
  params: z.object({ referral: ReferralId }),
  body: z.object({ revision: z.int() }),
  ok: Offer,
  problems: ['record.not-found', 'request.stale', 'referrals.not-open', 'consents.not-in-force', 'referrals.part-in-it'],
  offline: 'never',
  summary: 'Accept a referral for the unit: its volunteer is asked next',
})

export const DeclineReason = z.enum(['nobody-free', 'too-far', 'not-our-work', 'other'])

export const declineReferral = operation({
  id: 'referrals.decline',
  method: 'POST',
  path: '/api/referrals/:referral/decline',
  may: ['coordinator'],
  params: z.object({ referral: ReferralId }),
  body: z.object({ revision: z.int(), reason: DeclineReason }),
  ok: z.object({ id: ReferralId, state: ReferralState }),
  problems: ['record.not-found', 'request.stale', 'referrals.not-open'],
  offline: 'never',
  summary: 'Decline a referral for the unit; a no costs nothing, and the need waits for another unit',
})
