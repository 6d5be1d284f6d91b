import { periodOfCode, type PeriodCode } from '#engines/calendar/index.ts'
import { periodName, type Formatter, type Language } from '#platform/words/index.ts'
import type { Answer } from '#web/api/index.ts'

export type Results = Answer<'observatory.results'>
export type Result = Answer<'observatory.result'>
export type Cell = Result['periods'][number]['cell']

interface Named {
  readonly nameFa: string
  readonly nameEn: string
}

export const nameIn = ({ nameFa, nameEn }: Named, language: Language): string => (language === 'fa' ? nameFa : nameEn)

export const longPeriod = (code: string, language: Language): string => periodName(code as PeriodCode, language)

/** Under a point there is room for a month's name, a season, or a number and a year. */
export const shortPeriod = (code: string, language: Language, f: Formatter): string => {
  const { kind, number, year, calendar } = periodOfCode(code as PeriodCode)
  const [first = ''] = periodName(code as PeriodCode, language).split(' ')
  if (kind === 'month') return language === 'en' ? first.slice(0, 3) : first
  if (kind === 'year') return f.digits(String(year))
  if (kind === 'quarter' && calendar === 'P' && language === 'fa') return `${first} ${f.digits(String(year).slice(2))}`
  return f.digits(`${number}/${String(year).slice(2)}`)
}

/** What the periods of a line are, for telling lines apart: all Persian quarters, all Gregorian months. */
export const stripeOf = (code: string): string => {
  const { calendar, kind } = periodOfCode(code as PeriodCode)
  return `${calendar} ${kind}`
}

/** The number; undefined where there is none to show. */
export const valueOf = (cell: Cell): number | undefined => (cell.state === 'value' ? cell.value : undefined)

/** A number with its unit where it is a share; digits as the reader writes them. */
export const writeValue = (f: Formatter, value: number, { unit, decimals }: Pick<Result, 'unit' | 'decimals'>): string =>
  unit.id === 'PERCENT' ? f.percent(value, { decimals }) : f.number(value, { decimals })
