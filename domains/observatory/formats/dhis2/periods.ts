import { periodOfCode, weekday, type Period, type PeriodCode } from '#engines/calendar/index.ts'

/**
 * The calendar that a DHIS2 is set to (`keyCalendar`). Its period codes are of that calendar and do not say so: `202611`
 * is a month of 2026 in one system and `140509` one of 1405 in another. No code can be read in both.
 */
export type Dhis2Calendar = 'iso8601' | 'persian'

const LETTER: Readonly<Record<Dhis2Calendar, Period['calendar']>> = { iso8601: 'G', persian: 'P' }

const codeOf = ({ kind, year, number }: Period): string =>
  ({
    year: `${year}`,
    half: `${year}S${number}`,
    quarter: `${year}Q${number}`,
    month: `${year}${String(number).padStart(2, '0')}`,
    week: `${year}W${number}`,
  })[kind]

/**
 * DHIS2's name of a period, or undefined where it has none: periods of another calendar, and Persian weeks, which begin
 * on a Saturday that DHIS2 counts by the Gregorian year.
 */
export const dhis2Period = (code: PeriodCode, calendar: Dhis2Calendar): string | undefined => {
  const period = periodOfCode(code)
  if (period.calendar !== LETTER[calendar]) return undefined
  return period.kind === 'week' && weekday(period.start) !== 1 ? undefined : codeOf(period)
}

const DURATION = { year: 'P1Y', half: 'P6M', quarter: 'P3M', month: 'P1M', week: 'P7D' } as const

/**
 * ADX writes the first day and an ISO 8601 duration. Readers take a duration of months for Gregorian ones, so Persian
 * periods, which are none of these, are left out.
 */
export const adxPeriod = (code: PeriodCode): string | undefined => {
  const period = periodOfCode(code)
  return period.calendar === 'G' ? `${period.start}/${DURATION[period.kind]}` : undefined
}
