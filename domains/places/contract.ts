import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'

export const PlaceCode = z.string().min(1).max(40).brand('PlaceCode')
export type PlaceCode = z.infer<typeof PlaceCode>

export const Place = z.object({
  code: PlaceCode,
  kind: z.enum(['country', 'province', 'county', 'town']),
  nameFa: z.string(),
  nameEn: z.string(),
  /** The county and province it lies in, for telling same names apart. */
  withinFa: z.string(),
  withinEn: z.string(),
})
export type Place = z.infer<typeof Place>

export const searchPlaces = operation({
  id: 'places.search',
  method: 'GET',
  path: '/api/places',
  may: 'anyone',
  query: z.object({ text: z.string().min(1).max(80), kind: z.enum(['town', 'county', 'province']).default('town') }),
  ok: z.object({ places: z.array(Place) }),
  problems: [],
  offline: 'never',
  summary: 'Places of today whose name, Persian or Latin, begins with what was typed; at most 12',
})
