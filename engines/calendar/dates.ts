import { jalaaliMonthLength, toGregorian, toJalaali } from 'jalaali-js'

/** A day without a time or a zone: `YYYY-MM-DD`, Gregorian. */
export type PlainDate = string & { readonly __brand: 'PlainDate' }

export interface JalaliDate {
  readonly year: number
  /** 1 = Farvardin … 12 = Esfand */
  readonly month: number
  readonly day: number
}

const DAY_MS = 86_400_000
const two = (n: number) => String(n).padStart(2, '0')

export const plainDate = (year: number, month: number, day: number): PlainDate =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as PlainDate

const parts = (date: PlainDate): [number, number, number] => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return [year, month, day]
}

/** Days since 1970-01-01. */
export const dayNumber = (date: PlainDate): number => {
  const [year, month, day] = parts(date)
  return Math.round(Date.UTC(year, month - 1, day) / DAY_MS)
}

export const dateOfDay = (number: number): PlainDate => new Date(number * DAY_MS).toISOString().slice(0, 10) as PlainDate

export const addDays = (date: PlainDate, days: number): PlainDate => dateOfDay(dayNumber(date) + days)

export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from)

export const toJalali = (date: PlainDate): JalaliDate => {
  const { jy, jm, jd } = toJalaali(...parts(date))
  return { year: jy, month: jm, day: jd }
}

export const fromJalali = ({ year, month, day }: JalaliDate): PlainDate => {
  const { gy, gm, gd } = toGregorian(year, month, day)
  return plainDate(gy, gm, gd)
}

export const jalaliMonthLength = (year: number, month: number): number => jalaaliMonthLength(year, month)

/** The official rule, 1300–1500: 1403 and 1408 are leap. */
export const isLeapJalali = (year: number): boolean => jalaaliMonthLength(year, 12) === 30

export const isJalaliDate = ({ year, month, day }: JalaliDate): boolean =>
  Number.isInteger(year) && month >= 1 && month <= 12 && day >= 1 && day <= jalaaliMonthLength(year, month)

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

// 1970-01-01 was a Thursday (4).
export const weekday = (date: PlainDate): Weekday => ((((dayNumber(date) + 3) % 7) + 7) % 7 + 1) as Weekday
