import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'
import { Frequency, IndicatorId, IndicatorVersion } from '#domains/observatory/indicators/contract.ts'

const PlaceCode = z.string().min(1).max(40)

/** Numerator and denominator of one cell; the denominator is null for a plain count. */
const Figure = z.object({ numerator: z.int(), denominator: z.int().nullable() })

const Completeness = z.object({
  /** Centres that were open in the period. */
  expected: z.int(),
  reported: z.int(),
  /** Of those, with something recorded after the days of grace. */
  late: z.int(),
  /** Null while the period or its days of grace last. */
  complete: z.boolean().nullable(),
})

const Place = z.object({ code: z.string(), nameFa: z.string(), nameEn: z.string(), kind: z.string() })

export const getFigures = operation({
  id: 'observatory.figures',
  method: 'GET',
  path: '/api/observatory/figures',
  may: ['statistician'],
  query: z.object({
    indicator: IndicatorId.default('needs-met-on-time'),
    /** The nation when absent. */
    place: PlaceCode.optional(),
    calendar: z.enum(['P', 'G']).default('P'),
    /** How long the periods are: the indicator's own frequency when absent, or longer. */
    every: Frequency.optional(),
    /** How many periods, the last of which holds today (or the day of `asOf`). */
    periods: z.coerce.number().int().min(1).max(60).default(12),
    by: z.string().max(40).optional(),
    asOf: z.iso.datetime().optional(),
  }),
  ok: z.object({
    indicator: z.string(),
    versions: z.array(IndicatorVersion),
    place: Place,
    /** From the place up to the nation. */
    within: z.array(Place),
    /** Days on which a border of this place changed inside the periods: the series is of all the areas named together. */
    comparable: z.array(Place),
    periods: z.array(
      z.object({
        period: z.string(),
        start: z.string(),
        end: z.string(),
        /** Not over yet. */
        running: z.boolean(),
        /** Under each version that the period is published under, the newest first. */
        figures: z.array(z.object({ version: z.string(), figure: Figure })),
        completeness: Completeness,
      }),
    ),
    /** The last period that is over, by place one step down. */
    places: z.object({
      period: z.string(),
      figures: z.array(z.object({ place: Place, figure: Figure, completeness: Completeness })),
      /** Persons only: how often somebody was counted in one of the places more. */
      overlap: z.int().nullable(),
    }),
    /** The same period by one dimension. */
    groups: z.object({ dimension: z.string(), figures: z.array(z.object({ value: z.string(), figure: Figure })), overlap: z.int().nullable() }).nullable(),
    asOf: z.string(),
  }),
  problems: ['observatory.indicator-unknown', 'observatory.place-unknown', 'observatory.dimension-unknown', 'observatory.period-too-short'],
  offline: 'never',
  summary: 'One indicator through time, at a place and one step below it, exact to the last deed: for the statistician, never published as it is',
})

export const getProof = operation({
  id: 'observatory.proof',
  method: 'GET',
  path: '/api/observatory/proof',
  may: ['statistician'],
  query: z.object({
    indicator: IndicatorId.default('needs-met-on-time'),
    version: z.string().optional(),
    place: PlaceCode.optional(),
    /** Code of any period; the present month when absent. */
    period: z.string().max(10).optional(),
    asOf: z.iso.datetime().optional(),
  }),
  ok: z.object({
    indicator: z.string(),
    version: z.string(),
    place: Place,
    period: z.string(),
    asOf: z.string(),
    figure: Figure,
    /** Facts under the root: those that count and those that take back. */
    facts: z.int(),
    /** Merkle root of the facts, each salted: it commits to them and tells nothing of them. */
    root: z.string(),
  }),
  problems: ['observatory.indicator-unknown', 'observatory.place-unknown', 'observatory.period-unknown', 'observatory.too-many-facts'],
  offline: 'never',
  summary: 'The root of the facts that make one number; `hamyar recount` gives the same by other code',
})
