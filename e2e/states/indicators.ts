import type { Page } from 'playwright-core'
import { getFigures } from '#domains/observatory/counts/contract.ts'
import type { ReceivedOf } from '#platform/contract/index.ts'
import { say } from '#platform/words/index.ts'
import { defineIndicatorWords } from '#web/observatory/define-words.ts'
import { indicatorWords } from '#web/observatory/indicator-words.ts'
import { answer, type State } from './answer.ts'

type Figures = ReceivedOf<typeof getFigures>

const path = '/staff/indicators/needs-met-on-time'
const named = (code: string, nameFa: string, nameEn: string) => ({ code, nameFa, nameEn, kind: 'county' })

/** A new definition with a bridge of three periods, over a county that was split meanwhile. */
const changed = (real: Figures): Figures => {
  const [first] = real.versions
  if (first === undefined) throw new Error('there is no version')
  const second = { ...first, version: '2.0.0', from: real.periods[6]?.start ?? '', bridgeUntil: real.periods[8]?.end ?? '', reason: 'تنها نیازی که خود فرد پس گرفته نباشد.' }
  return {
    ...real,
    versions: [second, first],
    comparable: [named('x', 'فیروزه‌دشت', 'Firuzedasht'), named('y', 'انارستان', 'Anarestan')],
    periods: real.periods.map((period, at) => {
      const figure = { numerator: 120 + ((at * 37) % 41), denominator: null }
      const old = { version: '1.0.0', figure: { ...figure, numerator: figure.numerator + 25 } }
      if (at < 6) return { ...period, figures: [old] }
      const now = { version: '2.0.0', figure }
      return { ...period, figures: at <= 8 ? [now, old] : [now] }
    }),
    places: { ...real.places, overlap: 3, figures: real.places.figures.slice(0, 4) },
  }
}

const press = async (page: Page, language: 'fa' | 'en', word: (language: 'fa' | 'en') => string) => page.getByRole('button', { name: word(language) }).click()

export const indicatorStates: readonly State[] = [
  { name: 'an indicator whose definition and border changed', role: 'statistician', path, given: (page) => answer(page, getFigures, changed) },
  {
    name: 'a new version of a definition that gives other numbers',
    role: 'statistician',
    path,
    reach: async (page, language) => {
      await press(page, language, (one) => say(defineIndicatorWords, one).open)
      await page.getByRole('dialog').locator('label.option').first().click()
    },
  },
  {
    name: 'the root of a figure',
    role: 'statistician',
    path,
    reach: async (page, language) => {
      await press(page, language, (one) => say(indicatorWords, one).showProof)
      await page.locator('.indicator-root').waitFor()
    },
  },
]
