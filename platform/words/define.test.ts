import { describe, expect, it } from 'vitest'
import { defineWords, formatter, say, type Formatter } from './index.ts'

const words = defineWords({
  received: { fa: 'درخواست شما رسید', en: 'We have your request' },
  daysLeft: (p: { days: number }, f) => ({
    fa: `${f.number(p.days)} روز کاری مانده`,
    en: f.plural(p.days, { one: '1 working day left', other: `${f.number(p.days)} working days left` }),
  }),
  visitAt: (p: { from: string }, f) => ({
    fa: `دیدار: ${f.dateTime(p.from)}`,
    en: `Visit: ${f.dateTime(p.from)}`,
  }),
})

describe('words', () => {
  it('speak one language at a time, with parameters', () => {
    expect(say(words, 'fa').received).toBe('درخواست شما رسید')
    expect(say(words, 'en').received).toBe('We have your request')
    expect(say(words, 'fa').daysLeft({ days: 3 })).toBe('۳ روز کاری مانده')
    expect(say(words, 'en').daysLeft({ days: 1 })).toBe('1 working day left')
  })

  it('tell times on the clock of the country they are spoken in', () => {
    const nairobi = say(words, 'en', formatter('en', { timeZone: 'Africa/Nairobi' }))
    expect(nairobi.visitAt({ from: '2026-12-06T06:00:00Z' })).toBe('Visit: Sunday 6 December, 9:00')
  })
})

/** Never run: each line stands or falls with the compiler. */
export const refusedByTheCompiler = (f: Formatter) => [
  // @ts-expect-error the English is missing
  defineWords({ received: { fa: 'رسید' } }),
  // @ts-expect-error the Persian is missing
  defineWords({ received: { en: 'Received' } }),
  // @ts-expect-error the English of a message with parameters is missing
  defineWords({ daysLeft: (p: { days: number }) => ({ fa: f.number(p.days) }) }),
  // @ts-expect-error a bare text is no message
  defineWords({ received: 'Received' }),
  // @ts-expect-error days is a number
  say(words, 'fa').daysLeft({ days: '3' }),
  // @ts-expect-error the parameter has another name
  say(words, 'fa').daysLeft({ hours: 3 }),
  // @ts-expect-error the parameter is left out
  say(words, 'fa').daysLeft(),
  // @ts-expect-error there is no such message
  say(words, 'fa').sent,
  // @ts-expect-error there is no such language
  say(words, 'de'),
]
