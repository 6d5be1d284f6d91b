import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  dateOfDay,
  instantOf,
  isWorkingDay,
  localTime,
  requirePlainDate,
  today,
  workingDaysBetween,
  workingDeadline,
  type Weekday,
  type WorkingWeek,
} from './index.ts'

const day = requirePlainDate
// Thursday and Friday off, two holidays in a row after them.
const week: WorkingWeek = { weekend: [4, 5], holidays: new Set([day('2026-12-05'), day('2026-12-06')]) }

const anyDay = fc.integer({ min: 15_000, max: 25_000 }).map(dateOfDay)
const anyWeek = fc
  .record({
    weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
    holidays: fc.array(anyDay, { maxLength: 300 }),
  })
  .map(({ weekend, holidays }): WorkingWeek => ({
    weekend: weekend as Weekday[],
    holidays: new Set(holidays),
  }))

describe('working days', () => {
  it('leave out the weekend and the holidays', () => {
    expect(isWorkingDay(day('2026-12-02'), week)).toBe(true)
    expect(isWorkingDay(day('2026-12-03'), week)).toBe(false)
    expect(isWorkingDay(day('2026-12-05'), week)).toBe(false)
    // Wednesday, then Thursday, Friday and two holidays off: the next is Monday.
    expect(addWorkingDays(day('2026-12-02'), 1, week)).toBe('2026-12-07')
    expect(addWorkingDays(day('2026-12-07'), -1, week)).toBe('2026-12-02')
    expect(addWorkingDays(day('2026-12-04'), 0, week)).toBe('2026-12-07')
    expect(addWorkingDays(day('2026-12-02'), 0, week)).toBe('2026-12-02')
    expect(workingDaysBetween(day('2026-12-02'), day('2026-12-08'), week)).toBe(2)
    expect(workingDaysBetween(day('2026-12-08'), day('2026-12-02'), week)).toBe(-2)
  })

  it('counted on and counted between are the same number', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), anyWeek, (from, n, anyOne) => {
        const to = addWorkingDays(from, n, anyOne)
        expect(isWorkingDay(to, anyOne)).toBe(true)
        expect(workingDaysBetween(from, to, anyOne)).toBe(n)
      }),
    )
  })

  it('counted on and back end where they began, from a working day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), anyWeek, (date, n, anyOne) => {
        const from = addWorkingDays(date, 0, anyOne)
        expect(addWorkingDays(addWorkingDays(from, n, anyOne), -n, anyOne)).toBe(from)
      }),
    )
  })

  it('of a week that is all weekend are refused, not sought for ever', () => {
    const never: WorkingWeek = { weekend: [1, 2, 3, 4, 5, 6, 7], holidays: new Set() }
    expect(() => addWorkingDays(day('2026-12-02'), 1, never)).toThrow(RangeError)
    expect(() => addWorkingDays(day('2026-12-02'), 1.5, week)).toThrow(RangeError)
  })
})

describe('a deadline', () => {
  const tehran = 'Asia/Tehran'
  it('keeps the time of day on the country’s clock', () => {
    const asked = new Date('2026-12-02T07:15:00Z') // 10:45 in Tehran
    expect(workingDeadline(asked, 2, 'same-time', week, tehran)).toEqual(new Date('2026-12-08T07:15:00Z'))
    expect(workingDeadline(asked, 2, 14 * 60, week, tehran)).toEqual(new Date('2026-12-08T10:30:00Z'))
  })

  it('counts from the day it is there, not in UTC', () => {
    // 00:30 on Wednesday in Tehran, still Tuesday in UTC
    const asked = new Date('2026-12-01T21:00:00Z')
    expect(workingDeadline(asked, 1, 'same-time', week, tehran)).toEqual(new Date('2026-12-06T21:00:00Z'))
  })

  it('keeps it also when the clock is changed in between', () => {
    const friday = new Date('2026-03-27T08:00:00Z') // 9:00 in Berlin, winter time
    const european: WorkingWeek = { weekend: [6, 7], holidays: new Set() }
    const due = workingDeadline(friday, 1, 'same-time', european, 'Europe/Berlin')
    expect(due).toEqual(new Date('2026-03-30T07:00:00Z'))
  })
})

describe('a country’s clock', () => {
  it('tells the day that it is there', () => {
    expect(today(new Date('2026-12-06T20:29:00Z'), 'Asia/Tehran')).toBe('2026-12-06')
    expect(today(new Date('2026-12-06T20:30:00Z'), 'Asia/Tehran')).toBe('2026-12-07')
    expect(today(new Date('2026-12-06T20:30:00Z'), 'Africa/Nairobi')).toBe('2026-12-06')
  })

  it('begins a day at its first moment where midnight is leapt over', () => {
    const start = instantOf(day('2022-03-22'), 0, 'Asia/Tehran')
    expect(localTime(start, 'Asia/Tehran')).toEqual({ date: '2022-03-22', minutes: 60 })
    expect(today(new Date(start.getTime() - 1), 'Asia/Tehran')).toBe('2022-03-21')
  })

  it('means the first of two equal times, and goes past a day that was leapt over', () => {
    expect(instantOf(day('2026-10-25'), 150, 'Europe/Berlin').toISOString()).toBe('2026-10-25T00:30:00.000Z')
    const skipped = instantOf(day('2011-12-30'), 0, 'Pacific/Apia')
    expect(localTime(skipped, 'Pacific/Apia')).toEqual({ date: '2011-12-31', minutes: 0 })
  })

  it('shows again the time that an instant was made from', () => {
    const zones = fc.constantFrom('Asia/Tehran', 'Africa/Nairobi', 'Asia/Kathmandu', 'America/St_Johns')
    // Nights of change lie between midnight and four; the rest of the day exists once.
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 240, max: 1379 }), zones, (date, minutes, timeZone) => {
        expect(localTime(instantOf(date, minutes, timeZone), timeZone)).toEqual({ date, minutes })
      }),
    )
  })
})
