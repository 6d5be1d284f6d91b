import { describe, expect, it } from 'vitest'
import { addYears, fromJalali, plainDate } from './index.ts'

describe('the same day of another year', () => {
  it.each([
    [1405, 9, 4, 1406, 9, 4],
    [1403, 12, 30, 1404, 12, 29],
    [1404, 1, 1, 1405, 1, 1],
  ])('of the Persian calendar: %i/%i/%i', (year, month, day, year2, month2, day2) => {
    expect(addYears(fromJalali({ year, month, day }), 1, 'persian')).toBe(fromJalali({ year: year2, month: month2, day: day2 }))
  })

  it('of the Gregorian calendar', () => {
    expect(addYears(plainDate(2026, 11, 25), 1, 'gregorian')).toBe('2027-11-25')
    expect(addYears(plainDate(2028, 2, 29), 1, 'gregorian')).toBe('2029-02-28')
    expect(addYears(plainDate(2028, 2, 29), 4, 'gregorian')).toBe('2032-02-29')
  })

  it('is not the same day in both, where one year is leap and the other is not', () => {
    const day = fromJalali({ year: 1403, month: 1, day: 1 })
    expect(addYears(day, 1, 'persian')).toBe('2025-03-21')
    expect(addYears(day, 1, 'gregorian')).toBe('2025-03-20')
  })
})
