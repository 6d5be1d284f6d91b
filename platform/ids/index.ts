import { v7, validate } from 'uuid'
import { z } from 'zod'

/** A UUIDv7 that only its own kind accepts: a `PersonId` is not a `CaseId`. */
export const idOf = <Name extends string>(name: Name) => z.uuid().brand(name)

/** New ids sort by the time of `now` (ms since the epoch), so rows written together lie together. */
export const newId = <Id extends string>(now: number): Id => v7({ msecs: now }) as Id

export const isId = (text: string): boolean => validate(text)

/**
 * `home` is the registry office that opened a record: an integer that never changes and is not geography.
 * province·10000 + county·100 + office; each province and each county is one contiguous range,
 * `…0000` is the province's own office, 1 the nation's.
 */
export const Home = z.int().min(0).max(999_999).brand('Home')
export type Home = z.infer<typeof Home>

/** Both ends belong to the range; `{ from: 1, to: 0 }` is the empty one. */
export interface HomeRange {
  readonly from: number
  readonly to: number
}

export const NATION = 1 as Home
export const NO_AREA: HomeRange = { from: 1, to: 0 }
export const WHOLE_NATION: HomeRange = { from: 0, to: 999_999 }

export const homeOf = (province: number, county = 0, office = 0): Home =>
  (province * 10_000 + county * 100 + office) as Home
export const provinceOf = (home: number): number => Math.floor(home / 10_000)
export const countyOf = (home: number): number => Math.floor(home / 100) % 100
export const provinceRange = (home: number): HomeRange => {
  const from = provinceOf(home) * 10_000
  return { from, to: from + 9_999 }
}
export const countyRange = (home: number): HomeRange => {
  const from = Math.floor(home / 100) * 100
  return { from, to: from + 99 }
}
export const isWithin = (home: number, range: HomeRange): boolean => home >= range.from && home <= range.to
