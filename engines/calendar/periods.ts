import { addDays, dayNumber, fromJalali, plainDate, toJalali, weekday, type PlainDate } from './dates.ts'

/**
 * Codes of periods in both calendars: `P` Persian, `G` Gregorian. `P1405`, `P1405-H1`, `P1405-Q3`,
 * `P1405-M09`, `P1405-W01` (weeks from Saturday; week 1 holds 1 Farvardin), `G2026-M11`, `G2026-W47` (ISO 8601).
 */
export type PeriodCode = string & { readonly __brand: 'PeriodCode' }
export type PeriodKind = 'year' | 'half' | 'quarter' | 'month' | 'week'
export type PeriodCalendar = 'P' | 'G'

export interface Period {
  readonly code: PeriodCode
  readonly calendar: PeriodCalendar
  readonly kind: PeriodKind
  readonly start: PlainDate
  /** The last day, which belongs to it. */
  readonly end: PlainDate
}

const LETTER: Readonly<Record<PeriodKind, string>> = { year: '', half: 'H', quarter: 'Q', month: 'M', week: 'W' }
const MONTHS: Readonly<Record<'year' | 'half' | 'quarter' | 'month', number>> = { year: 12, half: 6, quarter: 3, month: 1 }
const two = (n: number) => String(n).padStart(2, '0')

const codeOf = (calendar: PeriodCalendar, year: number, kind: PeriodKind, number: number): PeriodCode => {
  if (kind === 'year') return `${calendar}${year}` as PeriodCode
  const digits = kind === 'month' || kind === 'week' ? two(number) : String(number)
  return `${calendar}${year}-${LETTER[kind]}${digits}` as PeriodCode
}

const monthStart = (calendar: PeriodCalendar, year: number, month: number): PlainDate => {
  const y = year + Math.floor((month - 1) / 12)
  const m = ((month - 1) % 12) + 1
  return calendar === 'P' ? fromJalali({ year: y, month: m, day: 1 }) : plainDate(y, m, 1)
}

/** First day of week 1: the Saturday on or before 1 Farvardin; ISO's Monday of the week that holds 4 January. */
const firstWeek = (calendar: PeriodCalendar, year: number): PlainDate => {
  if (calendar === 'P') {
    const newYear = fromJalali({ year, month: 1, day: 1 })
    return addDays(newYear, -((weekday(newYear) + 1) % 7))
  }
  const fourth = plainDate(year, 1, 4)
  return addDays(fourth, 1 - weekday(fourth))
}

const PATTERN = /^([PG])(\d{4})(?:-([HQMW])(\d{1,2}))?$/

/** The period of a code; throws a RangeError on a code that names none. */
export const periodOfCode = (code: string): Period => {
  const [, calendar, yearText, letter, numberText] = PATTERN.exec(code) ?? []
  if (calendar === undefined) throw new RangeError(`not a period: ${code}`)
  const year = Number(yearText)
  const number = Number(numberText ?? 1)
  const kind = (Object.keys(LETTER) as PeriodKind[]).find((key) => LETTER[key] === (letter ?? '')) ?? 'year'
  const period = makePeriod(calendar as PeriodCalendar, year, kind, number)
  if (period === undefined || period.code !== code) throw new RangeError(`not a period: ${code}`)
  return period
}

const makePeriod = (calendar: PeriodCalendar, year: number, kind: PeriodKind, number: number): Period | undefined => {
  const code = codeOf(calendar, year, kind, number)
  if (kind === 'week') {
    const start = addDays(firstWeek(calendar, year), (number - 1) * 7)
    if (number < 1 || start >= firstWeek(calendar, year + 1)) return undefined
    return { code, calendar, kind, start, end: addDays(start, 6) }
  }
  const length = MONTHS[kind]
  if (number < 1 || number > 12 / length) return undefined
  const start = monthStart(calendar, year, (number - 1) * length + 1)
  return { code, calendar, kind, start, end: addDays(monthStart(calendar, year, number * length + 1), -1) }
}

/** The period of a kind and calendar that a day lies in. */
export const periodOf = (date: PlainDate, kind: PeriodKind, calendar: PeriodCalendar): Period => {
  const { year, month } = calendar === 'P' ? toJalali(date) : { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) }
  if (kind === 'week') {
    const weekYear = date >= firstWeek(calendar, year + 1) ? year + 1 : date < firstWeek(calendar, year) ? year - 1 : year
    const number = Math.floor((dayNumber(date) - dayNumber(firstWeek(calendar, weekYear))) / 7) + 1
    return makePeriod(calendar, weekYear, 'week', number) as Period
  }
  return makePeriod(calendar, year, kind, Math.floor((month - 1) / MONTHS[kind]) + 1) as Period
}

export const nextPeriod = (period: Period): Period => periodOf(addDays(period.end, 1), period.kind, period.calendar)
export const previousPeriod = (period: Period): Period => periodOf(addDays(period.start, -1), period.kind, period.calendar)

/** Every period of a kind that touches the days from `from` to `to`. */
export const eachPeriod = (from: PlainDate, to: PlainDate, kind: PeriodKind, calendar: PeriodCalendar): Period[] => {
  const periods: Period[] = []
  for (let period = periodOf(from, kind, calendar); period.start <= to; period = nextPeriod(period)) periods.push(period)
  return periods
}
