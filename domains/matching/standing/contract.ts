import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'
import { idOf } from '#platform/ids/index.ts'
import { KM } from './lifecycle.ts'

export const RuleId = idOf('RuleId')
export type RuleId = z.infer<typeof RuleId>

const Rule = z.object({
  id: RuleId,
  revision: z.int(),
  /** Who set it and answers for what it sends. */
  name: z.string(),
  recordedAt: z.iso.datetime(),
  kinds: z.array(z.string()),
  withinKm: z.int(),
  until: z.iso.datetime(),
  /** How many offers went out by it, and when the last one did. */
  sent: z.int(),
  lastAt: z.iso.datetime().nullable(),
})

export const getStandingRule = operation({
  id: 'matching.standing-rule',
  method: 'GET',
  path: '/api/matching/standing-rule',
  may: ['liaison'],
  ok: z.object({
    /** Null where none holds: that is how it begins. */
    rule: Rule.nullable(),
    /** Kinds of help that a rule may send. */
    kinds: z.array(z.string()),
    /** The last day that may be chosen. */
    latest: z.iso.date(),
  }),
  problems: [],
  offline: 'never',
  summary: 'The desk’s standing rule for releases, if it has one, and what it sent',
})

export const setStandingRule = operation({
  id: 'matching.set-standing-rule',
  method: 'POST',
  path: '/api/matching/standing-rule',
  may: ['liaison'],
  body: z.object({
    kinds: z.array(z.string()).min(1).max(20),
    withinKm: z.int().min(KM.from).max(KM.to),
    /** The last day on which it holds. */
    until: z.iso.date(),
  }),
  ok: z.object({ rule: RuleId }),
  problems: ['matching.rule-open', 'matching.rule-kind', 'matching.rule-day'],
  offline: 'never',
  summary: 'From now on offer by itself what brings the same volunteer as before, for harmless kinds of help, nearby and for a while',
})

export const stopStandingRule = operation({
  id: 'matching.stop-standing-rule',
  method: 'POST',
  path: '/api/matching/standing-rule/:rule/stop',
  may: ['liaison'],
  params: z.object({ rule: RuleId }),
  body: z.object({ revision: z.int() }),
  ok: z.object({ rule: RuleId }),
  problems: ['record.not-found', 'request.stale', 'matching.rule-over'],
  offline: 'never',
  summary: 'Stop the standing rule at once; what was offered stays offered',
})
