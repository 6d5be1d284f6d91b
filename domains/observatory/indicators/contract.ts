import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'

export const IndicatorId = z.string().regex(/^[a-z][a-z0-9-]{1,60}$/)

const Bilingual = z.object({ fa: z.string().trim().min(1).max(600), en: z.string().trim().min(1).max(600) })

/** Facts of one kind, added (or taken away, for what leaves a stock). */
export const Term = z.object({
  kind: z.string().regex(/^[a-z][a-z-]*\.[a-z][a-z-]*$/),
  version: z.int().min(1).default(1),
  sign: z.union([z.literal(1), z.literal(-1)]).default(1),
  /** Only facts whose dimensions have one of these values. */
  where: z.record(z.string(), z.array(z.string()).min(1)).default({}),
})
export type Term = z.infer<typeof Term>

export const Measure = z.object({
  /** Quantities summed, or persons, each once. */
  of: z.enum(['quantity', 'persons']),
  /** `flow`: what happened in the period. `stock`: what stands at its end, from all that happened up to then. */
  time: z.enum(['flow', 'stock']),
  terms: z.array(Term).min(1).max(8),
})
export type Measure = z.infer<typeof Measure>

export const PlaceLevel = z.enum(['country', 'province', 'county', 'town'])
export type PlaceLevel = z.infer<typeof PlaceLevel>
export const Frequency = z.enum(['year', 'half', 'quarter', 'month', 'week'])

/** What an indicator is. A published one never changes: another meaning is another version. */
export const Definition = z.object({
  name: Bilingual,
  explanation: Bilingual,
  numerator: Measure,
  /** Null for a plain count; a share is the numerator in a hundred of it. */
  denominator: Measure.nullable(),
  /** What one of it is. */
  unit: z.enum(['need', 'visit', 'minute', 'request', 'referral', 'person', 'case', 'percent']),
  /** By what it may be told apart: dimensions that every fact of it has. */
  dimensions: z.array(z.string().min(1)).max(6),
  /** The smallest places it is given for. */
  level: PlaceLevel,
  /** The shortest periods it is given for. */
  frequency: Frequency,
  /** How many of a hundred centres must have reported, and how long they have after the period's end. */
  complete: z.object({ percent: z.int().min(1).max(100), lateAfterDays: z.int().min(0).max(366) }),
  source: Bilingual,
  caveats: Bilingual,
})
export type Definition = z.infer<typeof Definition>

export const IndicatorVersion = z.object({
  /** `major.minor.patch`: another meaning, another way of telling apart, other words. */
  version: z.string(),
  /** First day of which numbers are published under it. */
  from: z.string(),
  /** Last day on which the version before is published beside it; null without a bridge. */
  bridgeUntil: z.string().nullable(),
  reason: z.string(),
  definition: Definition,
})
export type IndicatorVersion = z.infer<typeof IndicatorVersion>

const Indicator = z.object({
  id: z.string(),
  /** From the newest to the oldest. */
  versions: z.array(IndicatorVersion),
})

export const listIndicators = operation({
  id: 'observatory.indicators',
  method: 'GET',
  path: '/api/observatory/indicators',
  may: 'anyone',
  ok: z.object({
    /** The newest version of each; the headline first. */
    indicators: z.array(z.object({ id: z.string(), headline: z.boolean(), versions: z.int(), newest: IndicatorVersion })),
  }),
  problems: [],
  offline: 'never',
  summary: 'What is counted, by which definition: nobody’s data, so anyone may read it',
})

export const getIndicator = operation({
  id: 'observatory.indicator',
  method: 'GET',
  path: '/api/observatory/indicator',
  may: 'anyone',
  query: z.object({ indicator: IndicatorId }),
  ok: Indicator,
  problems: ['observatory.indicator-unknown'],
  offline: 'never',
  summary: 'One indicator with all its published definitions',
})

export const defineIndicator = operation({
  id: 'observatory.define-indicator',
  method: 'POST',
  path: '/api/observatory/indicators/define',
  may: ['statistician'],
  body: z.object({
    indicator: IndicatorId,
    /** The version it follows, as it was read; null for a new indicator. */
    follows: z.string().nullable(),
    definition: Definition,
    from: z.iso.date(),
    /** Needed where the meaning changes, at least one period long. */
    bridgeUntil: z.iso.date().nullable(),
    reason: z.string().trim().min(10).max(600),
  }),
  ok: Indicator,
  problems: [
    'observatory.indicator-unknown',
    'observatory.indicator-taken',
    'observatory.definition-same',
    'observatory.definition-invalid',
    'observatory.bridge-missing',
    'observatory.nation-only',
  ],
  offline: 'never',
  summary: 'Publish a new definition, as the next version; the version before is published beside it for a bridge',
})
