import { describe, expect, it } from 'vitest'
import { addressKey } from './address.ts'

const key = (text: string, place = 'T-1-1-1') => addressKey('iran', place, text)

describe('an address as two people write it', () => {
  it.each([
    ['سرچشمه، کوچهٔ نارون، پلاک ۱۲', 'سرچشمه - کوچه نارون - پ 12'],
    ['خیابان آزادی، کوچه لاله، پلاک ۴، واحد ۲', 'کوچهٔ لاله خ آزادی پلاک 4 واحد 2'],
    ['كوچه كاج بن‌بست یکم پلاک ٧', 'کوچۀ کاج، بن بست يكم، شماره ۷'],
    ['12 Acacia Avenue, Flat 3', 'flat 3, 12 acacia ave'],
  ])('is one: %s', (one, other) => {
    expect(key(one)).toBe(key(other))
    expect(key(one)).toBeDefined()
  })

  it('is another next door, on another street and in another town', () => {
    const here = key('کوچهٔ نارون، پلاک ۱۲')
    expect([key('کوچهٔ نارون، پلاک ۱۴'), key('کوچهٔ لاله، پلاک ۱۲'), key('کوچهٔ نارون، پلاک ۱۲', 'T-1-1-2')]).not.toContain(here)
  })

  it('is nobody’s own without a number, or with nothing but one', () => {
    expect([key('روستای نارون'), key('پلاک ۱۲'), key('')]).toEqual([undefined, undefined, undefined])
  })
})
