import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'
import { IndicatorId } from '#domains/observatory/indicators/contract.ts'

/** Its name among the datasets that are released: `NEEDS`. */
export const DatasetName = z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/)
const PlaceCode = z.string().min(1).max(40)
const PeriodName = z.string().min(4).max(12)

/** What is said of a cell. `none`: there is nothing to say, such as a share of nothing. */
export const SaidCell = z.discriminatedUnion('state', [
  z.object({ state: z.literal('value'), value: z.number() }),
  z.object({ state: z.literal('hidden') }),
  z.object({ state: z.literal('missing') }),
  z.object({ state: z.literal('none') }),
])
export type SaidCell = z.infer<typeof SaidCell>

const Named = z.object({ nameFa: z.string(), nameEn: z.string() })
const Unit = z.object({ id: z.string(), nameFa: z.string(), nameEn: z.string() })
const InPeriod = z.object({ period: z.string(), cell: SaidCell })

const Revises = z.object({
  number: z.int(),
  releasedAt: z.string(),
  reasonFa: z.string(),
  reasonEn: z.string(),
  /** Numbers that were out and no longer are, because a corrected number beside them could not be kept otherwise. */
  nowHidden: z.int(),
  /** National numbers that changed. */
  size: z.array(Named.extend({ indicator: z.string(), period: z.string(), before: z.number(), now: z.number() })),
})

const Vintage = z.object({
  number: z.int(),
  releasedAt: z.string(),
  /** The last day whose facts are in it. */
  asOf: z.string(),
  scheduled: z.boolean(),
  revises: Revises.nullable(),
})

const Indicator = Named.extend({ dataset: z.string(), indicator: z.string(), unit: Unit, decimals: z.int() })

export const listResults = operation({
  id: 'observatory.results',
  method: 'GET',
  path: '/api/results',
  may: 'anyone',
  ok: z.object({
    /** From the newest to the oldest; empty until the first day of release. */
    releases: z.array(Vintage.extend({ dataset: z.string(), nameFa: z.string(), nameEn: z.string(), periods: z.array(z.string()), hash: z.string(), synthetic: z.boolean() })),
    /** Needs met on time, as the person confirmed; what stands beside it is never the headline (design 8.20). */
    headline: z
      .object({
        dataset: z.string(),
        placeFa: z.string(),
        placeEn: z.string(),
        period: z.string(),
        onTime: SaidCell,
        /** Of all that were met, how many in a hundred were on time. */
        share: SaidCell,
        before: InPeriod.nullable(),
        beside: z.array(Indicator.extend({ cell: SaidCell })),
      })
      .nullable(),
    /** Everything that is out, as it was said last, for the whole nation. */
    indicators: z.array(Indicator.extend({ latest: InPeriod })),
  }),
  problems: [],
  limit: { calls: 120, minutes: 1 },
  offline: 'never',
  summary: 'What has been released: the headline, every release with what it revised and why, every indicator',
})

const Completeness = z.object({ expected: z.int(), reported: z.int(), late: z.int() })

export const getResult = operation({
  id: 'observatory.result',
  method: 'GET',
  path: '/api/results/indicator',
  may: 'anyone',
  query: z.object({
    dataset: DatasetName,
    indicator: IndicatorId,
    /** The whole nation where none is named. */
    place: PlaceCode.optional(),
    /** Which release: as it was known then. The newest where none is named. */
    vintage: z.coerce.number().int().min(1).max(100_000).optional(),
    /** For the places and groups; the last where none is named. */
    period: PeriodName.optional(),
    /** Only this group, such as `KIND.clinic`. */
    group: z.string().regex(/^[A-Z][A-Z0-9_]{0,39}\.[A-Za-z0-9_-]{1,60}$/).optional(),
  }),
  ok: Indicator.extend({
    version: z.string(),
    definition: z.object({
      explanationFa: z.string(),
      explanationEn: z.string(),
      /** What a share is a share of; null of a plain count. */
      share: z.object({ partFa: z.string(), partEn: z.string(), wholeFa: z.string(), wholeEn: z.string() }).nullable(),
      caveatsFa: z.string(),
      caveatsEn: z.string(),
      sourceFa: z.string(),
      sourceEn: z.string(),
      from: z.string(),
      reason: z.string(),
    }),
    release: Vintage.extend({
      hash: z.string(),
      synthetic: z.boolean(),
      protectionFa: z.string(),
      protectionEn: z.string(),
      licenceFa: z.string(),
      licenceEn: z.string(),
      licencePage: z.string(),
    }),
    /** Every vintage, the newest first, with what each said of the same place and group. */
    vintages: z.array(Vintage.extend({ said: z.array(InPeriod) })),
    place: Named.extend({ code: z.string() }),
    /** What the place lies in, the nearest first. */
    within: z.array(Named.extend({ code: z.string() })),
    group: Named.extend({ code: z.string() }).nullable(),
    periods: z.array(
      z.object({
        period: z.string(),
        start: z.string(),
        end: z.string(),
        cell: SaidCell,
        /** What the release before said, where it said something else. */
        before: SaidCell.nullable(),
        completeness: Completeness.nullable(),
      }),
    ),
    period: z.string(),
    /** One step down. */
    places: z.array(Named.extend({ code: z.string(), hasPlaces: z.boolean(), cell: SaidCell })),
    groups: z.array(Named.extend({ dimension: z.string(), codes: z.array(Named.extend({ code: z.string(), cell: SaidCell })) })),
    files: z.array(z.object({ address: z.string(), titleFa: z.string(), titleEn: z.string(), size: z.int(), sha256: z.string() })),
    /** The same numbers for a program: SDMX REST, with a header for CSV. */
    call: z.string(),
  }),
  problems: ['observatory.result-unknown'],
  limit: { calls: 120, minutes: 1 },
  offline: 'never',
  summary: 'One released indicator: its numbers by period, place and group, what each vintage said, its definition and files',
})

export const getMap = operation({
  id: 'observatory.map',
  method: 'GET',
  path: '/api/results/map',
  may: 'anyone',
  query: z.object({ within: PlaceCode.optional() }),
  ok: z.object({
    width: z.int(),
    height: z.int(),
    /** One step below the place. Lines are reckoned from the points of counties: they are nobody's border. */
    areas: z.array(z.object({ code: z.string(), fill: z.string(), edge: z.string(), x: z.int(), y: z.int() })),
  }),
  problems: ['observatory.place-unknown'],
  limit: { calls: 120, minutes: 1 },
  offline: 'never',
  summary: 'Outlines of the places in a place, reckoned from where their counties lie, as paths of SVG',
})

export const listReleaseDays = operation({
  id: 'observatory.release-days',
  method: 'GET',
  path: '/api/results/days',
  may: 'anyone',
  ok: z.object({
    /** From the soonest on. */
    coming: z.array(
      Named.extend({
        plan: z.string(),
        at: z.string(),
        period: z.string(),
        /** How many earlier periods are looked at again on that day. */
        alsoRevised: z.int(),
      }),
    ),
    /** From the last back. */
    past: z.array(Vintage.extend({ dataset: z.string(), nameFa: z.string(), nameEn: z.string(), period: z.string() })),
  }),
  problems: [],
  limit: { calls: 120, minutes: 1 },
  offline: 'never',
  summary: 'The days on which figures go out and earlier ones are revised, and those that have been',
})
