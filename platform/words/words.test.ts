import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { defineWords, foldForSearch, formatter, say, searchText } from './index.ts'

describe('folding for search', () => {
  it('finds a name whatever keyboard wrote it', () => {
    const pairs: [string, string][] = [
      ['علي', 'علی'],
      ['كريم', 'کریم'],
      ['علی‌رضا', 'علیرضا'],
      ['مِهری', 'مهری'],
      ['۱۲', '12'],
      ['٣', '۳'],
    ]
    for (const [one, other] of pairs) expect(foldForSearch(one), one).toBe(foldForSearch(other))
    expect(foldForSearch('رضا')).not.toBe(foldForSearch('رضوان'))
  })

  it('agrees with the published list of pairs that must and must not match', () => {
    const path = new URL('../../../shared/data/persian/search-match-pairs.json', import.meta.url)
    const listed = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { a: string; b: string; must_match: boolean }[]) : []
    const own = [{ a: 'حسین زاده', b: 'حسینزاده', must_match: true }]
    for (const { a, b, must_match } of [...own, ...listed])
      expect(foldForSearch(a) === foldForSearch(b), `${a} ~ ${b}`).toBe(must_match)
  })

  it('lets a place be found from the beginning of any of its words', () => {
    expect(searchText('باغ‌انار', 'Bagh-e Anar')).toBe('باغانار انار bagheanar eanar anar')
  })
})

describe('writing for a reader', () => {
  const fa = formatter('fa')
  const en = formatter('en')
  it('writes dates in the reader’s calendar and digits', () => {
    const instant = new Date('2026-12-06T05:30:00Z')
    expect(fa.date(instant, { style: 'full' })).toBe('یکشنبه ۱۵ آذر ۱۴۰۵')
    expect(fa.date(instant, { style: 'month-year' })).toBe('آذر ۱۴۰۵')
    expect(en.date(instant, { style: 'full' })).toBe('Sunday 6 December 2026')
    expect(fa.time(instant)).toBe('۹:۰۰')
  })
  it('takes the day from the country’s clock, not from UTC', () => {
    expect(fa.date(new Date('2026-11-20T20:45:00Z'), { style: 'day-month' })).toBe('۳۰ آبان')
  })
  it('groups thousands and never writes the percent sign', () => {
    expect(fa.number(1234567)).toBe('۱٬۲۳۴٬۵۶۷')
    expect(fa.percent(78.4)).toBe('۷۸٫۴ درصد')
    expect(en.percent(78.4)).toBe('78.4 percent')
  })
  it('says today, tomorrow and yesterday near now', () => {
    const now = new Date('2026-12-06T05:30:00Z')
    expect(fa.near(new Date('2026-12-07T05:30:00Z'), now)).toBe('فردا')
    expect(en.near(new Date('2026-12-06T20:00:00Z'), now)).toBe('today')
  })
})

describe('words', () => {
  const words = defineWords({
    received: { fa: 'رسید', en: 'Received' },
    left: (p: { days: number }, f) => ({ fa: `${f.number(p.days)} روز`, en: f.plural(p.days, { one: '1 day', other: `${p.days} days` }) }),
  })
  it('speak one language at a time, with parameters', () => {
    expect(say(words, 'fa').left({ days: 3 })).toBe('۳ روز')
    expect(say(words, 'en').left({ days: 1 })).toBe('1 day')
    expect(say(words, 'en').received).toBe('Received')
  })
  it('do not compile when a language or a parameter is wrong', () => {
    // @ts-expect-error the English is missing
    defineWords({ received: { fa: 'رسید' } })
    // @ts-expect-error days is a number
    say(words, 'fa').left({ days: '3' })
  })
})
