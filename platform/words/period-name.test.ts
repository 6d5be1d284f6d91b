import { describe, expect, it } from 'vitest'
import { periodOfCode } from '#engines/calendar/index.ts'
import { periodName } from './index.ts'

const name = (code: string, language: 'fa' | 'en') => periodName(periodOfCode(code).code, language)

describe('a period', () => {
  it('of the Persian year is called as statistics in Persian call it', () => {
    const codes = ['P1405', 'P1405-H1', 'P1405-Q3', 'P1405-M09', 'P1405-W37']
    expect(codes.map((code) => name(code, 'fa'))).toEqual([
      'سال ۱۴۰۵',
      'نیمهٔ نخست ۱۴۰۵',
      'پاییز ۱۴۰۵',
      'آذر ۱۴۰۵',
      'هفتهٔ ۳۷ سال ۱۴۰۵',
    ])
  })

  it('of the Gregorian year cannot be taken for a Persian one', () => {
    expect(['G2026', 'G2026-Q4', 'G2026-M11'].map((code) => name(code, 'fa'))).toEqual([
      'سال ۲۰۲۶ میلادی',
      'سه‌ماههٔ چهارم ۲۰۲۶ میلادی',
      'نوامبر ۲۰۲۶',
    ])
  })

  it('has a name in English in both calendars', () => {
    const codes = ['P1405', 'P1405-Q3', 'P1405-M02', 'G2026-H2', 'G2026-M11', 'G2026-W47']
    expect(codes.map((code) => name(code, 'en'))).toEqual([
      'Persian year 1405',
      'Third quarter of 1405',
      'Ordibehesht 1405',
      'Second half of 2026',
      'November 2026',
      'Week 47 of 2026',
    ])
  })
})
