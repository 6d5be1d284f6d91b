import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldForSearch, searchText } from './index.ts'

interface Match {
  readonly a: string
  readonly b: string
  readonly must_match: boolean
}

// The published list is read where it lies beside the project; our own pairs stand here in any case.
const published = (): Match[] => {
  const path = new URL('../../../shared/data/persian/search-match-pairs.json', import.meta.url)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Match[]) : []
}

describe('folding for search', () => {
  it('finds a name whatever keyboard wrote it', () => {
    const same: [string, string, string][] = [
      ['علي', 'علی', 'Arabic ye'],
      ['كريم', 'کریم', 'Arabic kaf'],
      ['فاطمة', 'فاطمه', 'te marbuta'],
      ['علی‌رضا', 'علیرضا', 'half-space'],
      ['حسین زاده', 'حسینزاده', 'space'],
      ['مِهری', 'مهری', 'vowel mark'],
      ['محـــمد', 'محمد', 'drawn out'],
      ['خانهٔ سالمند', 'خانه سالمند', 'ezafe'],
      ['آذر', 'اذر', 'madda left out'],
      ['۱۲', '12', 'Persian digits'],
      ['٣', '۳', 'Arabic digits'],
      ['۱٬۲۳۴٫۵', '1,234.5', 'separators'],
      ['ئاسۆ', 'آسو', 'Kurdish letters'],
      ['«پارک ملت»؟', 'پارک ملت', 'signs'],
      ['TEHRAN', 'Tehrān', 'case and accents'],
    ]
    for (const [one, other, why] of same) expect(foldForSearch(one), why).toBe(foldForSearch(other))
  })

  it('keeps apart what are different names', () => {
    const different: [string, string][] = [
      ['رضا', 'رضوان'],
      ['صدیقه', 'سدیقه'],
      ['گرم', 'کرم'],
      ['رئیسی', 'ریسی'],
      ['1.5', '15'],
      ['نهم', 'نه'],
    ]
    for (const [one, other] of different) expect(foldForSearch(one), one).not.toBe(foldForSearch(other))
  })

  it('agrees with the published pairs that must and must not match', () => {
    const own: Match[] = [
      { a: 'سید علی', b: 'سیدعلی', must_match: true },
      { a: 'حسن', b: 'حسین', must_match: false },
    ]
    for (const { a, b, must_match } of [...own, ...published()])
      expect(foldForSearch(a) === foldForSearch(b), `${a} ~ ${b}`).toBe(must_match)
  })

  it('sees the same letters whatever is put between them', () => {
    const letter = fc.constantFrom(...'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی')
    // half-space, space, tatweel, vowel mark, shadda, direction mark, byte order mark, hyphen
    const between = fc.constantFrom('', '\u200c', ' ', 'ـ', '\u064e', '\u0651', '\u200f', '\ufeff', '-')
    fc.assert(
      fc.property(fc.array(fc.tuple(letter, between)), (pairs) => {
        const plain = pairs.map(([one]) => one).join('')
        expect(foldForSearch(pairs.flat().join(''))).toBe(plain)
      }),
    )
  })

  it('leaves no space and no wildcard of a database in a key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldForSearch(text)).not.toMatch(/[\s%_\\]/)
      }),
    )
    expect(foldForSearch('50% _\\')).toBe('50')
  })

  it('lets a place be found from the beginning of any of its words', () => {
    expect(searchText('باغ‌انار', 'Bagh-e Anar')).toBe('باغانار انار bagheanar eanar anar')
    expect(searchText('ري', 'ری')).toBe('ری')
  })
})
