import { addDays, dayNumber, plainDate, weekday, type PlainDate } from './dates.ts'
import { fromJalali, toJalali } from './jalali.ts'

/**
 * Codes of periods in both calendars: `P` Persian, `G` Gregorian. `P1405`, `P1405-H1`, `P1405-Q3`,
 * `P1405-M09`, `P1405-W37`, `G2026-M11`, `G2026-W47`. Codes of one kind and calendar sort as they follow
 * each other.
 */
export type PeriodCode = string & { readonly __brand: 'PeriodCode' }
export type PeriodKind = 'year' | 'half' | 'quarter' | 'month' | 'week'
export type PeriodCalendar = 'P' | 'G'

export interface Period {
  readonly code: PeriodCode
  readonly calendar: PeriodCalendar
  readonly kind: PeriodKind
  readonly year: number
  /** Which of its kind in the year, from 1; 1 for a year. */
  readonly number: number
  readonly start: PlainDate
  /** The last day, which belongs to it. */
  readonly end: PlainDate
}

/** Years whose codes are read. The Gregorian ones hold every day of the Persian ones. */
export const PERIOD_YEARS: Readonly<Record<PeriodCalendar, readonly [first: number, last: number]>> = {
  P: [1300, 1500],
  G: [1921, 2122],
}

const LETTER = { year: '', half: 'H', quarter: 'Q', month: 'M', week: 'W' } as const
const KIND: Readonly<Record<string, PeriodKind>> = { H: 'half', Q: 'quarter', M: 'month', W: 'week' }
const MONTHS = { year: 12, half: 6, quarter: 3, month: 1 } as const

const codeOf = (calendar: PeriodCalendar, year: number, kind: PeriodKind, number: number): PeriodCode => {
  const digits = kind === 'month' || kind === 'week' ? String(number).padStart(2, '0') : String(number)
  return `${calendar}${year}${kind === 'year' ? '' : `-${LETTER[kind]}${digits}`}` as PeriodCode
}

const monthStart = (calendar: PeriodCalendar, year: number, month: number): PlainDate => {
  const y = year + Math.floor((month - 1) / 12)
  const m = ((month - 1) % 12) + 1
  return calendar === 'P' ? fromJalali({ year: y, month: m, day: 1 }) : plainDate(y, m, 1)
}

/**
 * First day of week 1. Persian: the Saturday on or before 1 Farvardin (CLDR's week of Iran: from
 * Saturday, one day of the year is enough). Gregorian: ISO 8601, the Monday of the week that holds 4
 * January.
 */
const firstWeek = (calendar: PeriodCalendar, year: number): PlainDate => {
  const inside = calendar === 'P' ? fromJalali({ year, month: 1, day: 1 }) : plainDate(year, 1, 4)
  const first = calendar === 'P' ? 6 : 1
  return addDays(inside, -((weekday(inside) - first + 7) % 7))
}

const find = (
  calendar: PeriodCalendar,
  year: number,
  kind: PeriodKind,
  number: number,
): Period | undefined => {
  const period = { code: codeOf(calendar, year, kind, number), calendar, kind, year, number }
  if (kind === 'week') {
    const start = addDays(firstWeek(calendar, year), (number - 1) * 7)
    if (number < 1 || start >= firstWeek(calendar, year + 1)) return undefined
    return { ...period, start, end: addDays(start, 6) }
  }
  const length = MONTHS[kind]
  if (number < 1 || number > 12 / length) return undefined
  const start = monthStart(calendar, year, (number - 1) * length + 1)
  return { ...period, start, end: addDays(monthStart(calendar, year, number * length + 1), -1) }
}

const parse = (code: string): Period | undefined => {
  const [, letter, digits, kind, number] = /^([PG])(\d{4})(?:-([HQMW])(\d{1,2}))?$/.exec(code) ?? []
  const calendar = letter === 'P' || letter === 'G' ? letter : undefined
  if (calendar === undefined) return undefined
  const [first, last] = PERIOD_YEARS[calendar]
  const year = Number(digits)
  if (year < first || year > last) return undefined
  const period = find(calendar, year, KIND[kind ?? ''] ?? 'year', Number(number ?? 1))
  // One spelling only: `P1405-M9` and `P1405-Q03` name nothing.
  return period?.code === code ? period : undefined
}

export const isPeriodCode = (code: string): code is PeriodCode => parse(code) !== undefined

/** The period of a code; throws a RangeError on a code that names none. */
export const periodOfCode = (code: string): Period => {
  const period = parse(code)
  if (period === undefined) throw new RangeError(`not a period: ${code}`)
  return period
}

/** The period of a kind and calendar that a day lies in. */
export const periodOf = (date: PlainDate, kind: PeriodKind, calendar: PeriodCalendar): Period => {
  const { year, month } =
    calendar === 'P' ? toJalali(date) : { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) }
  if (kind !== 'week') return find(calendar, year, kind, Math.floor((month - 1) / MONTHS[kind]) + 1) as Period
  // The last days of a year may lie in the first week of the next; in ISO's weeks the other way round too.
  const weekYear = [year + 1, year].find((candidate) => date >= firstWeek(calendar, candidate)) ?? year - 1
  const number = Math.floor((dayNumber(date) - dayNumber(firstWeek(calendar, weekYear))) / 7) + 1
  return find(calendar, weekYear, 'week', number) as Period
}

/** The period that follows. After the last readable year it still gives one, whose code is not read. */
export const nextPeriod = ({ end, kind, calendar }: Period): Period =>
  periodOf(addDays(end, 1), kind, calendar)

/** The period before. Before the first readable year it still gives one, whose code is not read. */
export const previousPeriod = ({ start, kind, calendar }: Period): Period =>
  periodOf(addDays(start, -1), kind, calendar)

/** Every period of a kind that touches the days from `from` to `to`. */
export const eachPeriod = (
  from: PlainDate,
  to: PlainDate,
  kind: PeriodKind,
  calendar: PeriodCalendar,
): Period[] => {
  if (to < from) return []
  const periods: Period[] = []
  for (let period = periodOf(from, kind, calendar); period.start <= to; period = nextPeriod(period))
    periods.push(period)
  return periods
}
