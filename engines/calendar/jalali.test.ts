import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  fromJalali,
  isJalaliDate,
  isLeapJalali,
  isPlainDate,
  jalaliMonthLength,
  plainDate,
  requirePlainDate,
  toJalali,
  weekday,
  type JalaliDate,
} from './index.ts'

const day = (text: string) => requirePlainDate(text)

const jalali = (text: string): JalaliDate => {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number)
  return { year, month, day: date }
}

// Published tables are read where they lie beside the project; the anchors below stand here in any case.
const published = (file: string): string[] => {
  const path = new URL(`../../../shared/data/${file}`, import.meta.url)
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split(/\r?\n/) : []
}
const rows = (file: string): string[][] => published(file).slice(1).map((line) => line.split(','))

const anyJalali = fc
  .record({ year: fc.integer({ min: 1300, max: 1500 }), month: fc.integer({ min: 1, max: 12 }) })
  .chain(({ year, month }) =>
    fc.integer({ min: 1, max: jalaliMonthLength(year, month) }).map((date) => ({ year, month, day: date })),
  )

describe('the Persian calendar', () => {
  it('knows days that history dated in both calendars', () => {
    const anchors: [string, string][] = [
      ['1300-01-01', '1921-03-21'],
      ['1304-01-01', '1925-03-21'], // the calendar's own law
      ['1345-06-28', '1966-09-19'],
      ['1348-10-11', '1970-01-01'],
      ['1357-11-22', '1979-02-11'],
      ['1378-10-11', '2000-01-01'],
      ['1399-12-30', '2021-03-20'],
      ['1403-01-01', '2024-03-20'],
      ['1403-12-30', '2025-03-20'],
      ['1405-09-15', '2026-12-06'],
      ['1408-12-30', '2030-03-20'],
    ]
    for (const [persian, gregorian] of anchors) {
      expect(fromJalali(jalali(persian)), persian).toBe(gregorian)
      expect(toJalali(day(gregorian)), gregorian).toEqual(jalali(persian))
    }
  })

  it('has the leap years of the official table', () => {
    const leap = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index).filter(isLeapJalali)
    // Five years apart at 1370–1375 and 1403–1408, where rules that add four for ever go wrong.
    expect(leap(1300, 1420)).toEqual([
      1300, 1304, 1309, 1313, 1317, 1321, 1325, 1329, 1333, 1337, 1342, 1346, 1350, 1354, 1358, 1362, 1366,
      1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420,
    ])
    // The end of the table (1498), and that the two years after it are common.
    expect(leap(1485, 1500)).toEqual([1486, 1490, 1494, 1498])
  })

  it('refuses days that do not exist', () => {
    const none = ['1404-12-30', '1405-07-31', '1405-13-01', '1405-00-10', '1405-01-00', '1405-01-32']
    for (const missing of none) {
      expect(isJalaliDate(jalali(missing)), missing).toBe(false)
      expect(() => fromJalali(jalali(missing)), missing).toThrow(RangeError)
    }
    expect(isJalaliDate({ year: 1405, month: 1.5, day: 1 })).toBe(false)
  })

  it('returns to the same day by way of the other calendar', () => {
    fc.assert(
      fc.property(anyJalali, (date) => {
        expect(toJalali(fromJalali(date))).toEqual(date)
      }),
    )
  })

  it('goes on by one day when the other does', () => {
    fc.assert(
      fc.property(anyJalali, (date) => {
        const { year, month } = date
        const monthEnds = date.day === jalaliMonthLength(year, month)
        const turned =
          month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 }
        const next = toJalali(addDays(fromJalali(date), 1))
        expect(next).toEqual(monthEnds ? turned : { year, month, day: date.day + 1 })
      }),
    )
  })

  it('agrees with the published new years, pairs and invalid days', () => {
    const newYears = [['1309', '1', '1930-03-21'], ...rows('persian/jalali-nowruz-1300-1450.csv')]
    for (const [year = '', leap, first] of newYears) {
      expect(fromJalali({ year: Number(year), month: 1, day: 1 }), year).toBe(first)
      expect(isLeapJalali(Number(year)), year).toBe(leap === '1')
    }
    const own = [
      ['1303-12-30', '', '0'],
      ['1304-12-30', '1926-03-21', '1'],
    ]
    const pairs = [...own, ...rows('persian/jalali-date-pairs.csv')]
    for (const [persian = '', gregorian = '', valid] of pairs) {
      expect(isJalaliDate(jalali(persian)), persian).toBe(valid === '1')
      if (valid === '1') expect(fromJalali(jalali(persian)), persian).toBe(gregorian)
    }
    const json = published('statistics/calendar/few.json').join('')
    const few = json.match(/"1\d{3}-\d\d-\d\d","\d{4}-\d\d-\d\d"/g)
    for (const pair of ['"1402-12-29","2024-03-19"', ...(few ?? [])]) {
      const [persian = '', gregorian] = pair.replaceAll('"', '').split(',')
      expect(fromJalali(jalali(persian)), persian).toBe(gregorian)
    }
  })
})

describe('a plain date', () => {
  it('is a day that exists, written one way', () => {
    expect(['2024-02-29', '2026-12-31'].every(isPlainDate)).toBe(true)
    for (const wrong of ['2026-02-29', '2026-13-01', '2026-1-1', '2026-01-01T00:00Z', '۲۰۲۶-۰۱-۰۱', ''])
      expect(isPlainDate(wrong), wrong).toBe(false)
    expect(() => plainDate(2026, 2, 29)).toThrow(RangeError)
    expect(() => requirePlainDate('tomorrow')).toThrow(RangeError)
  })

  it('has the weekday that the wall calendar shows', () => {
    const days = { '2026-12-05': 6, '2026-12-06': 7, '2026-12-07': 1, '1921-03-21': 1, '1969-12-31': 3 }
    for (const [date, expected] of Object.entries(days)) expect(weekday(day(date)), date).toBe(expected)
  })
})
