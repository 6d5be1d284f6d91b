import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'

/** Null where it is too few to be told. */
const Count = z.int().nullable()

const Lack = z.object({
  what: z.enum(['skill', 'kind']),
  /** A profession by ISCO-08, or a kind of help that asks for none. */
  code: z.string(),
  /** Needs that ask for it; five at the least, or the line is not told. */
  needs: z.int(),
  unmatched: Count,
  /** What one more volunteer who takes three tasks would save, in units of 100 metres of travel. */
  price: z.int(),
  /** `train` where enough idle volunteers lack nothing but this skill. */
  how: z.enum(['recruit', 'train']),
})

const County = z.object({
  code: z.string(),
  nameFa: z.string(),
  nameEn: z.string(),
  provinceFa: z.string(),
  provinceEn: z.string(),
  lat: z.number(),
  lon: z.number(),
  /** Null where no run has been there. */
  figures: z
    .object({
      at: z.iso.datetime(),
      /** By tasks carried, 0 to 4 and more: how many volunteers. */
      loads: z.array(z.object({ carried: z.int(), count: Count })),
      /** By profession, and `none` for those without one: how many carry nothing. */
      idle: z.array(z.object({ skill: z.string(), count: Count })),
      waiting: Count,
      /** Of needs without an offer; null where they are too few. */
      longestDays: z.int().nullable(),
      lacks: z.array(Lack),
    })
    .nullable(),
})
export type County = z.infer<typeof County>

export const listCounties = operation({
  id: 'matching.counties',
  method: 'GET',
  path: '/api/matching/counties',
  may: ['liaison', 'director'],
  ok: z.object({
    counties: z.array(County),
    skills: z.array(z.object({ code: z.string(), nameFa: z.string(), nameEn: z.string() })),
  }),
  problems: [],
  offline: 'never',
  summary: 'Of each county, as the last run left it: load, idle volunteers, waits, and what is lacking; no count under five',
})
