import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'
import { idOf } from '#platform/ids/index.ts'
import { RunId, WideTrial } from '#domains/matching/runs/contract.ts'
import { bounds, weightNames, type WeightName } from './lifecycle.ts'

export const DraftId = idOf('DraftId')
export type DraftId = z.infer<typeof DraftId>

const within = (name: WeightName) => z.int().min(bounds[name].from).max(bounds[name].to)
const whole = () => z.int()
const shapeOf = (of: (name: WeightName) => ReturnType<typeof z.int>) =>
  z.object(Object.fromEntries(weightNames.map((name) => [name, of(name)])) as Record<WeightName, ReturnType<typeof z.int>>)

/** As a desk may choose them. */
export const WeightValues = shapeOf(within)
/** As they are kept: bounds may have been others. */
export const KeptWeights = shapeOf(whole)

/** Why, in the drafter's own words; about the matching, never about a person. */
const Reason = z.string().trim().min(10).max(300)

const Version = z.object({
  version: z.int(),
  weights: KeptWeights,
  /** Null for the first, which came with the house. */
  since: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
})

const Draft = z.object({
  id: DraftId,
  revision: z.int(),
  state: z.enum(['draft', 'proposed']),
  weights: KeptWeights,
  reason: z.string(),
  recordedAt: z.iso.datetime(),
  proposedAt: z.iso.datetime().nullable(),
  areaFa: z.string(),
  areaEn: z.string(),
  /** The last trial of these very weights; null where they changed since or were never tried. Of the desk that drafts. */
  trial: z.object({ run: RunId, over: z.boolean() }).nullable(),
  /** What the trial came to, without small counts; null before it is put to the second person, and where it is too little. */
  told: WideTrial.nullable(),
  /** The reader drafted it: somebody else decides. */
  own: z.boolean(),
})

const Past = Version.extend({ until: z.iso.datetime().nullable() })

export const getWeights = operation({
  id: 'matching.weights',
  method: 'GET',
  path: '/api/matching/weights',
  may: ['liaison', 'administrator'],
  ok: z.object({
    inForce: Version,
    /** The newest first. */
    past: z.array(Past),
    /** The desk's own; of all desks those that wait for a decision, for whoever decides. */
    drafts: z.array(Draft),
    /** The last of the desk's own that was refused, until the next one begins. */
    refused: z.object({ reason: z.string(), at: z.iso.datetime() }).nullable(),
  }),
  problems: [],
  offline: 'never',
  summary: 'What counts how much in the matching, what did before, and what is drafted',
})

export const draftWeights = operation({
  id: 'matching.draft-weights',
  method: 'POST',
  path: '/api/matching/weights',
  may: ['liaison'],
  body: z.object({ weights: WeightValues, reason: Reason }),
  ok: z.object({ draft: DraftId }),
  problems: ['matching.draft-open'],
  offline: 'never',
  summary: 'Draft other weights; nothing is matched by them before a second person puts them in force',
})

const ofDraft = { params: z.object({ draft: DraftId }), ok: z.object({ draft: DraftId }), offline: 'never' } as const
const revised = { body: z.object({ revision: z.int() }) }

export const changeDraft = operation({
  ...ofDraft,
  id: 'matching.change-draft',
  method: 'POST',
  path: '/api/matching/weights/:draft',
  may: ['liaison'],
  body: z.object({ revision: z.int(), weights: WeightValues, reason: Reason }),
  problems: ['record.not-found', 'request.stale', 'matching.draft-decided'],
  summary: 'Change the desk’s own draft; it has to be tried again',
})

export const tryWeights = operation({
  id: 'matching.try-weights',
  method: 'POST',
  path: '/api/matching/weights/:draft/try',
  may: ['liaison'],
  params: z.object({ draft: DraftId }),
  ...revised,
  ok: z.object({ run: RunId }),
  problems: ['record.not-found', 'request.stale', 'matching.draft-decided', 'matching.trial-under-way'],
  offline: 'never',
  summary: 'Match what waits twice, by the weights in force and by the draft’s, and compare; nothing is proposed',
})

export const proposeWeights = operation({
  ...ofDraft,
  ...revised,
  id: 'matching.propose-weights',
  method: 'POST',
  path: '/api/matching/weights/:draft/propose',
  may: ['liaison'],
  problems: ['record.not-found', 'request.stale', 'matching.draft-decided', 'matching.draft-same', 'matching.draft-untried'],
  summary: 'Put a draft that was tried to the second person',
})

export const discardDraft = operation({
  ...ofDraft,
  ...revised,
  id: 'matching.discard-draft',
  method: 'POST',
  path: '/api/matching/weights/:draft/discard',
  may: ['liaison'],
  problems: ['record.not-found', 'request.stale', 'matching.draft-decided'],
  summary: 'Give a draft up',
})

export const putInForce = operation({
  ...ofDraft,
  ...revised,
  id: 'matching.put-in-force',
  method: 'POST',
  path: '/api/matching/weights/:draft/put-in-force',
  may: ['administrator'],
  problems: ['record.not-found', 'request.stale', 'matching.draft-decided', 'matching.own-draft'],
  summary: 'Match by these weights from now on: by somebody who did not draft them',
})

export const refuseWeights = operation({
  ...ofDraft,
  id: 'matching.refuse-weights',
  method: 'POST',
  path: '/api/matching/weights/:draft/refuse',
  may: ['administrator'],
  body: z.object({ revision: z.int(), reason: Reason }),
  problems: ['record.not-found', 'request.stale', 'matching.draft-decided', 'matching.own-draft'],
  summary: 'Not these weights, and why',
})
