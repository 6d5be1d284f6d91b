import { periodOfCode, type PeriodCode } from '#engines/calendar/index.ts'
import { periodName, type Formatter, type Language } from '#platform/words/index.ts'
import type { Answer } from '#web/api/index.ts'

export type Figures = Answer<'observatory.figures'>
export type OnePeriod = Figures['periods'][number]
export type Figure = OnePeriod['figures'][number]['figure']
export type Place = Figures['place']

/** What is shown: the count, or the numerator in a hundred; null where there was nothing to measure. */
export const valueOf = ({ numerator, denominator }: Figure): number | null => {
  if (denominator === null) return numerator
  return denominator === 0 ? null : (numerator / denominator) * 100
}

export const writeFigure = (f: Formatter, figure: Figure, none: string): string => {
  const value = valueOf(figure)
  if (value === null) return none
  return figure.denominator === null ? f.number(value) : f.percent(value, { decimals: 1 })
}

/** The figure under the newest version that the period is published under. */
export const newestOf = ({ figures }: OnePeriod): Figure => figures[0]?.figure ?? { numerator: 0, denominator: null }

/** The same under the version before, while both are published. */
export const olderOf = ({ figures }: OnePeriod): Figure | undefined => figures[1]?.figure

/** The last period that is over; the running one where none is. */
export const lastOver = (periods: readonly OnePeriod[]): OnePeriod | undefined => periods.filter(({ running }) => !running).at(-1) ?? periods.at(-1)

export const placeName = ({ nameFa, nameEn }: Place, language: Language): string => (language === 'fa' ? nameFa : nameEn)

/** Under a point there is room for a month's name, a number of a week, or a year. */
export const shortName = (code: string, language: Language, f: Formatter): string => {
  const { kind, number, year } = periodOfCode(code as PeriodCode)
  if (kind === 'month') {
    const [first = ''] = periodName(code as PeriodCode, language).split(' ')
    return language === 'en' ? first.slice(0, 3) : first
  }
  if (kind === 'year') return f.digits(String(year))
  return f.digits(`${number}/${String(year).slice(2)}`)
}

export const longName = (code: string, language: Language): string => periodName(code as PeriodCode, language)
