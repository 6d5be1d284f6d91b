import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'

const Named = z.object({ nameFa: z.string(), nameEn: z.string() })
const Code = Named.extend({ code: z.string() })

const Noise = z.object({
  /** Noise lies between −most and most, and adds nothing on average. */
  most: z.int(),
  variance: z.number(),
  /** No count of 1 … hidden is ever shown. */
  hidden: z.int(),
})

const Edition = z.object({
  number: z.int(),
  outAt: z.string(),
  asOf: z.string(),
  synthetic: z.boolean(),
  hash: z.string(),
  noise: Noise,
})

export const listCubes = operation({
  id: 'observatory.noised-cubes',
  method: 'GET',
  path: '/api/results/tables',
  may: 'anyone',
  ok: z.object({
    cubes: z.array(
      Named.extend({
        cube: z.string(),
        explanationFa: z.string(),
        explanationEn: z.string(),
        caveatsFa: z.string(),
        caveatsEn: z.string(),
        unit: Named,
        dimensions: z.array(Named.extend({ dimension: z.string() })),
        /** Null until its first day of release. */
        edition: Edition.nullable(),
        /** Codes of both calendars, the long before the short. */
        periods: z.array(z.string()),
      }),
    ),
    nation: Code,
    provinces: z.array(Code),
  }),
  problems: [],
  limit: { calls: 120, minutes: 1 },
  offline: 'never',
  summary: 'What anybody may build a table of, by what it can be told apart, and for which periods',
})

/** `PLACE`, `PERIOD`, or a dimension of the cube. */
const Axis = z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/)

/** One table: at most two of its sides vary. */
export const TableAsked = z.object({
  cube: z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/),
  rows: Axis,
  columns: Axis.optional(),
  /** The whole nation where none is named. */
  place: z.string().min(1).max(40).optional(),
  /** Which places stand in the table, where places do. */
  level: z.enum(['province', 'county']).default('province'),
  /** The last quarter where none is named. */
  period: z.string().min(4).max(12).optional(),
  /** Which periods stand in the table, where periods do. */
  every: z.enum(['P-month', 'P-quarter', 'P-half', 'P-year', 'G-month', 'G-quarter', 'G-half', 'G-year']).default('P-month'),
})
export type TableAsked = z.infer<typeof TableAsked>

const Side = Named.extend({ axis: z.string(), codes: z.array(Code) })

export const getTable = operation({
  id: 'observatory.noised-table',
  method: 'GET',
  path: '/api/results/table',
  may: 'anyone',
  query: TableAsked,
  ok: Named.extend({
    cube: z.string(),
    unit: Named,
    edition: Edition,
    place: Code,
    /** Null where periods stand in the table. */
    period: z.string().nullable(),
    rows: Side,
    columns: Side.nullable(),
    /** Row by row. Every number has its noise; sums of them are not the number of the sum. */
    numbers: z.array(z.array(z.int())),
    /** The same as files. */
    csv: z.string(),
    jsonStat: z.string(),
  }),
  problems: ['observatory.table-unknown'],
  limit: { calls: 60, minutes: 1 },
  offline: 'never',
  summary: 'A table of somebody’s own choosing, every number of it with a small random error that is always the same for the same people',
})
