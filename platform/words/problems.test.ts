import { describe, expect, it } from 'vitest'
import { platformProblems } from '#platform/problem/index.ts'
import { formatter, say } from './index.ts'
import { fieldProblems, problems } from './problems.ts'

const languages = ['fa', 'en'] as const

describe('a problem', () => {
  it('that any operation may answer has its sentences in both languages', () => {
    expect(Object.keys(problems).sort()).toEqual([...platformProblems].sort())
  })

  it('says what happened and what to do next', () => {
    for (const language of languages) {
      const { 'rate.limited': limited, ...plain } = say(problems, language)
      for (const [code, text] of Object.entries({ ...plain, 'rate.limited': limited({ seconds: 5 }) }))
        expect(text.split(/[.؛:;]\s/).length, `${code}: ${text}`).toBeGreaterThan(1)
    }
  })

  it('gives the wait in the unit that a person would', () => {
    const wait = (seconds: number) =>
      languages.map((language) => say(problems, language)['rate.limited']({ seconds }))
    expect(wait(20)[0]).toContain('۲۰ ثانیهٔ دیگر')
    expect(wait(1)[1]).toContain('in 1 second.')
    expect(wait(1801)[0]).toContain('۳۱ دقیقهٔ دیگر')
    expect(wait(1801)[1]).toContain('in 31 minutes.')
  })
})

describe('a wrong field', () => {
  it('names the limit it broke', () => {
    expect(say(fieldProblems, 'fa')['too-big-string']({ limit: 2000 })).toContain('۲٬۰۰۰')
    const tooShort = say(fieldProblems, 'en')['too-small-string']
    expect(tooShort({ limit: 1 })).toBe('Too short: at least 1 character.')
  })

  it('shows the country’s own example of a phone where it is given', () => {
    expect(say(fieldProblems, 'fa')['not-phone']({ limit: '0000 111' })).toContain('نمونه: ۰۰۰۰ ۱۱۱')
    expect(say(fieldProblems, 'en')['not-phone']({ limit: '' })).not.toContain('xample')
  })

  it('never carries a sign or digits of the other language', () => {
    for (const message of Object.values(fieldProblems)) {
      const [fa, en] = languages.map((language) => {
        const pair = typeof message === 'function' ? message({ limit: 12 }, formatter(language)) : message
        return pair[language]
      })
      expect(fa?.replace(/[\w.]+@[\w.]+/, '')).not.toMatch(/[0-9A-Za-z,;?%٪]/)
      expect(en).not.toMatch(/[\u0600-\u06ff]/)
    }
  })
})
