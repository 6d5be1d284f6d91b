/** A day without a time or a zone: `YYYY-MM-DD`, Gregorian. Compares as a string. */
export type PlainDate = string & { readonly __brand: 'PlainDate' }

export interface JalaliDate {
  readonly year: number
  /** 1 = Farvardin … 12 = Esfand */
  readonly month: number
  readonly day: number
}

const DAY_MS = 86_400_000
const two = (n: number) => String(n).padStart(2, '0')

const write = (year: number, month: number, day: number): PlainDate =>
  `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as PlainDate

/** Whether a text is a day of the Gregorian calendar, written `YYYY-MM-DD`. */
export const isPlainDate = (text: string): text is PlainDate => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const instant = new Date(`${text}T00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

/** Throws a RangeError on a text that is no day. */
export const requirePlainDate = (text: string): PlainDate => {
  if (!isPlainDate(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

/** A day of the Gregorian calendar; throws a RangeError where there is no such day. */
export const plainDate = (year: number, month: number, day: number): PlainDate =>
  requirePlainDate(write(year, month, day))

/** Days since 1970-01-01. */
export const dayNumber = (date: PlainDate): number => Date.parse(`${date}T00:00Z`) / DAY_MS

export const dateOfDay = (number: number): PlainDate =>
  new Date(number * DAY_MS).toISOString().slice(0, 10) as PlainDate

export const addDays = (date: PlainDate, days: number): PlainDate => dateOfDay(dayNumber(date) + days)

export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from)

/** The days from `from` to `to`, both included; none when `to` is earlier. */
export const eachDay = (from: PlainDate, to: PlainDate): PlainDate[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index))

/** ISO weekday: 1 = Monday … 6 = Saturday, 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

// 1970-01-01 was a Thursday (4).
export const weekday = (date: PlainDate): Weekday => ((((dayNumber(date) + 3) % 7) + 7) % 7 + 1) as Weekday
