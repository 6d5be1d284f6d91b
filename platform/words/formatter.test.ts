import { describe, expect, it } from 'vitest'
import { formatter, latinDigits, persianDigits } from './index.ts'

const fa = formatter('fa', { timeZone: 'Asia/Tehran' })
const en = formatter('en', { timeZone: 'Asia/Tehran' })
const sunday = new Date('2026-12-06T05:30:00Z')

describe('writing a number', () => {
  it('groups thousands with the signs of the language', () => {
    expect(fa.number(1234567)).toBe('۱٬۲۳۴٬۵۶۷')
    expect(en.number(1234567.5)).toBe('1,234,567.5')
    expect(fa.number(12_345_678_901_234_567_890n)).toBe('۱۲٬۳۴۵٬۶۷۸٬۹۰۱٬۲۳۴٬۵۶۷٬۸۹۰')
    expect(en.number(999)).toBe('999')
  })

  it('rounds instead of showing the machine’s own remainders', () => {
    expect(en.number(0.1 + 0.2)).toBe('0.3')
    expect(en.number(-0.0001)).toBe('0')
    expect(en.number(1e-7)).toBe('0')
    expect(fa.percent(200 / 3)).toBe('۶۶٫۷ درصد')
    expect(en.number(2.5, { decimals: 0 })).toBe('3')
  })

  it('keeps a minus on the number’s left in Persian too', () => {
    expect(fa.number(-1234.5)).toBe('\u200e−۱٬۲۳۴٫۵')
    expect(en.number(-5)).toBe('−5')
  })

  it('never writes the percent sign', () => {
    expect(fa.percent(78.4)).toBe('۷۸٫۴ درصد')
    expect(en.percent(78.4)).toBe('78.4 percent')
  })

  it('shows a dash where there is no number', () => {
    expect(fa.number(Number.NaN)).toBe('—')
    expect(en.percent(1 / 0)).toBe('— percent')
  })

  it('chooses the plural of the language', () => {
    const days = { one: 'day', other: 'days' }
    expect([0, 1, 2].map((count) => en.plural(count, days))).toEqual(['days', 'day', 'days'])
  })
})

describe('writing a day', () => {
  it('uses the reader’s calendar, names and digits', () => {
    expect(fa.date(sunday)).toBe('یکشنبه ۱۵ آذر')
    expect(fa.date(sunday, { style: 'full' })).toBe('یکشنبه ۱۵ آذر ۱۴۰۵')
    expect(fa.date(sunday, { style: 'month-year' })).toBe('آذر ۱۴۰۵')
    expect(fa.date(sunday, { style: 'numeric' })).toBe('۱۴۰۵/۰۹/۱۵')
    expect(en.date(sunday, { style: 'full' })).toBe('Sunday 6 December 2026')
    expect(en.date(sunday, { style: 'numeric' })).toBe('2026-12-06')
    expect(fa.weekday('2026-12-08')).toBe('سه‌شنبه')
  })

  it('takes it from the country’s clock, not from UTC', () => {
    const late = new Date('2026-11-20T20:45:00Z')
    expect(fa.date(late, { style: 'day-month' })).toBe('۳۰ آبان')
    const nairobi = formatter('en', { timeZone: 'Africa/Nairobi' })
    expect(nairobi.date(late, { style: 'day-month' })).toBe('20 November')
  })

  it('does not move a plain date by any zone', () => {
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Niue'])
      expect(formatter('en', { timeZone }).date('2026-12-06')).toBe('Sunday 6 December')
  })

  it('calls it today, tomorrow and yesterday near now', () => {
    expect(fa.near(new Date('2026-12-07T05:30:00Z'), sunday)).toBe('فردا')
    expect(fa.near('2026-12-05', sunday)).toBe('دیروز')
    expect(fa.near('2026-12-08', sunday)).toBe('۱۷ آذر')
    // 23:45 in Tehran is still today there, though UTC and the clock's hands are apart
    expect(en.near(new Date('2026-12-06T20:15:00Z'), sunday)).toBe('today')
    expect(en.near(new Date('2026-12-06T20:45:00Z'), sunday)).toBe('tomorrow')
  })
})

describe('writing a time', () => {
  it('shows the clock of the country', () => {
    expect(fa.time(sunday)).toBe('۹:۰۰')
    expect(fa.dateTime('2026-12-06T14:05:00Z')).toBe('یکشنبه ۱۵ آذر، ساعت ۱۷:۳۵')
    expect(en.dateTime('2026-12-06T14:05:00Z')).toBe('Sunday 6 December, 17:35')
    expect(fa.timeRange(sunday, new Date('2026-12-06T07:00:00Z'))).toBe('۹:۰۰ تا ۱۰:۳۰')
  })

  it('falls back on the machine’s own zone while the country’s is not known', () => {
    const { timeZone } = formatter('en')
    expect(formatter('en').time(sunday)).toBe(formatter('en', { timeZone }).time(sunday))
  })
})

describe('writing a list', () => {
  it('joins its last two with "and"', () => {
    expect(fa.list(['خرید', 'دارو', 'همراهی'])).toBe('خرید، دارو و همراهی')
    expect(en.list(['shopping', 'medicine'])).toBe('shopping and medicine')
    expect([fa.list([]), fa.list(['خرید'])]).toEqual(['', 'خرید'])
  })

  it('sets facts beside each other with the comma of the language', () => {
    expect([fa.beside(['۳۴ ساله', 'سرچشمه']), en.beside(['34 years', 'Sarcheshmeh'])]).toEqual(['۳۴ ساله، سرچشمه', '34 years, Sarcheshmeh'])
  })
})

describe('digits', () => {
  it('are written Persian, and read from any keyboard', () => {
    expect(persianDigits('HM-0123')).toBe('HM-۰۱۲۳')
    expect(en.digits('1405')).toBe('1405')
    expect(latinDigits('۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ 5')).toBe('0123456789 0123456789 5')
  })
})
