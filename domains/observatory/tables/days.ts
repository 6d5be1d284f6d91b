import { countryPack } from '#countries/index.ts'
import { instantOf, nextPeriod, periodOf, previousPeriod, today, type Period, type PeriodCalendar, type PeriodKind, type PlainDate } from '#engines/calendar/index.ts'
import { nextToRelease, periodsUpTo, releaseMomentOf } from '#domains/observatory/releases/lifecycle.ts'

const calendarOf = (country: string): PeriodCalendar => (countryPack(country).calendar === 'persian' ? 'P' : 'G')

/** On the same days as fixed releases: a quarter goes out when its late reports are in. A year is in an edition. */
export const scheduleOf = (country: string) => ({ every: 'quarter' as const, calendar: calendarOf(country), periods: 4, releaseDay: { afterDays: 25, atMinutes: 9 * 60 } })

export interface Due {
  readonly last: Period
  readonly outAt: Date
  /** Facts up to the end of the day before it goes out. */
  readonly asOf: Date
  readonly periods: readonly Period[]
}

const KINDS: readonly PeriodKind[] = ['year', 'half', 'quarter', 'month']

/** Every period of both calendars that lies in some days, the long before the short. */
export const periodsWithin = (start: PlainDate, end: PlainDate): Period[] =>
  (['P', 'G'] as const).flatMap((calendar) =>
    KINDS.flatMap((kind) => {
      const found: Period[] = []
      for (let period = periodOf(start, kind, calendar); period.end <= end; period = nextPeriod(period)) if (period.start >= start) found.push(period)
      return found
    }),
  )

/** What should be out by now: the last quarter whose moment has come. */
export const dueAt = (now: Date, country: string): Due => {
  const { timeZone } = countryPack(country)
  const schedule = scheduleOf(country)
  const last = previousPeriod(nextToRelease(now, today(now, timeZone), schedule, timeZone))
  const outAt = releaseMomentOf(last, schedule, timeZone)
  const [first = last] = periodsUpTo(last, schedule)
  return { last, outAt, asOf: instantOf(today(outAt, timeZone), 0, timeZone), periods: periodsWithin(first.start, last.end) }
}
