import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  dateOfDay,
  dayNumber,
  daysBetween,
  eachDay,
  eachPeriod,
  isPeriodCode,
  nextPeriod,
  periodOf,
  periodOfCode,
  previousPeriod,
  requirePlainDate,
  weekday,
  type PeriodCalendar,
  type PeriodKind,
} from './index.ts'

const day = requirePlainDate
const range = (code: string): [string, string] => [periodOfCode(code).start, periodOfCode(code).end]

const anyKind = fc.constantFrom<PeriodKind>('year', 'half', 'quarter', 'month', 'week')
const anyCalendar = fc.constantFrom<PeriodCalendar>('P', 'G')
// 1301-01-01 … 1499-12-29: whole years on both sides stay readable in both calendars
const anyDay = fc
  .integer({ min: dayNumber(day('1922-03-22')), max: dayNumber(day('2121-03-20')) })
  .map(dateOfDay)

describe('a period', () => {
  it('has the first and last day that its code says', () => {
    expect(range('P1405')).toEqual(['2026-03-21', '2027-03-20'])
    expect(range('P1405-H1')).toEqual(['2026-03-21', '2026-09-22'])
    expect(range('P1405-Q3')).toEqual(['2026-09-23', '2026-12-21'])
    expect(range('P1405-M09')).toEqual(['2026-11-22', '2026-12-21'])
    expect(range('P1403-M12')).toEqual(['2025-02-19', '2025-03-20'])
    expect(range('G2026')).toEqual(['2026-01-01', '2026-12-31'])
    expect(range('G2026-H2')).toEqual(['2026-07-01', '2026-12-31'])
    expect(range('G2024-Q1')).toEqual(['2024-01-01', '2024-03-31'])
    expect(range('G2024-M02')).toEqual(['2024-02-01', '2024-02-29'])
  })

  it('counts Persian weeks from Saturday and from the one with 1 Farvardin', () => {
    // 1 Farvardin 1405 was itself a Saturday; that of 1404 a Friday.
    expect(range('P1405-W01')).toEqual(['2026-03-21', '2026-03-27'])
    expect(range('P1404-W01')).toEqual(['2025-03-15', '2025-03-21'])
    expect(periodOf(day('2025-03-20'), 'week', 'P').code).toBe('P1404-W01')
    expect(periodOf(day('2026-12-06'), 'week', 'P').start).toBe('2026-12-05')
  })

  it('counts Gregorian weeks as ISO 8601 does', () => {
    expect(range('G2026-W47')).toEqual(['2026-11-16', '2026-11-22'])
    expect(periodOf(day('2027-01-03'), 'week', 'G').code).toBe('G2026-W53')
    expect(periodOf(day('2024-12-30'), 'week', 'G').code).toBe('G2025-W01')
    expect(() => periodOfCode('G2025-W53')).toThrow(RangeError)
  })

  it('has one spelling, and none outside the years of the calendar', () => {
    const known = ['P1300', 'P1500-M12', 'G1921-W01', 'G2122-Q4']
    for (const code of known) expect(isPeriodCode(code), code).toBe(true)
    const misspelt = ['1405', 'P1405-M9', 'P1405-Q03', 'p1405', 'P1405-M09 ', 'P۱۴۰۵']
    const absent = ['P1405-M13', 'P1405-M00', 'P1405-H3', 'P1405-Q5', 'P1405-W00']
    const beyond = ['P1299', 'P1501', 'P2026', 'G1405']
    for (const code of [...misspelt, ...absent, ...beyond]) {
      expect(isPeriodCode(code), code).toBe(false)
      expect(() => periodOfCode(code), code).toThrow(RangeError)
    }
  })

  it('holds the day that it was found by, and is found again by its code', () => {
    fc.assert(
      fc.property(anyDay, anyKind, anyCalendar, (date, kind, calendar) => {
        const period = periodOf(date, kind, calendar)
        expect(period.start <= date && date <= period.end).toBe(true)
        expect(periodOfCode(period.code)).toEqual(period)
      }),
    )
  })

  it('is followed without a gap or a shared day, and back again', () => {
    fc.assert(
      fc.property(anyDay, anyKind, anyCalendar, (date, kind, calendar) => {
        const period = periodOf(date, kind, calendar)
        const next = nextPeriod(period)
        expect(next.start).toBe(addDays(period.end, 1))
        expect(previousPeriod(next)).toEqual(period)
        expect(next.code > period.code).toBe(true)
      }),
    )
  })

  it('of every smaller kind parts a year into the same days', () => {
    const anyYear = fc.integer({ min: 1301, max: 1499 })
    const smaller = fc.constantFrom<PeriodKind>('half', 'quarter', 'month')
    fc.assert(
      fc.property(anyYear, smaller, anyCalendar, (persianYear, kind, calendar) => {
        const year = periodOfCode(calendar === 'P' ? `P${persianYear}` : `G${persianYear + 621}`)
        const parts = eachPeriod(year.start, year.end, kind, calendar)
        expect(parts.flatMap(({ start, end }) => eachDay(start, end))).toEqual(eachDay(year.start, year.end))
        expect(parts.map(({ number }) => number)).toEqual(parts.map((_, index) => index + 1))
      }),
      { numRuns: 60 },
    )
  })

  it('of a week has seven days from the calendar’s first weekday', () => {
    fc.assert(
      fc.property(anyDay, anyCalendar, (date, calendar) => {
        const { start, end } = periodOf(date, 'week', calendar)
        expect([daysBetween(start, end), weekday(start)]).toEqual([6, calendar === 'P' ? 6 : 1])
      }),
    )
  })

  it('counts the same facts to the same total in both calendars', () => {
    const facts = fc.array(anyDay, { maxLength: 40 })
    fc.assert(
      fc.property(facts, anyKind, (dates, kind) => {
        for (const calendar of ['P', 'G'] as const) {
          const codes = new Set(dates.map((date) => periodOf(date, kind, calendar).code))
          const counts = [...codes]
            .map(periodOfCode)
            .map(({ start, end }) => dates.filter((date) => start <= date && date <= end).length)
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(dates.length)
        }
      }),
    )
  })

  it('is listed for every span it touches', () => {
    const months = eachPeriod(day('2026-03-20'), day('2026-04-21'), 'month', 'P')
    expect(months.map(({ code }) => code)).toEqual(['P1404-M12', 'P1405-M01', 'P1405-M02'])
    expect(eachPeriod(day('2026-03-20'), day('2026-03-19'), 'month', 'P')).toEqual([])
  })
})
