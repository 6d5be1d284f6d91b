import { daysBetween, periodOfCode, type Period, type PeriodCode, type PeriodKind } from '#engines/calendar/index.ts'
import type { frequencyWords } from './words.ts'

export type Frequency = keyof typeof frequencyWords

const LETTER = { year: 'A', half: 'S', quarter: 'Q', month: 'M', week: 'W' } as const satisfies Record<PeriodKind, string>

export const frequencyOf = ({ calendar, kind }: Period): Frequency =>
  calendar === 'P' ? `P_${LETTER[kind]}` : LETTER[kind]

/** `2024-03-20/P31D`: first day and length, which says a Persian month to whoever does not know one. */
const range = ({ start, end }: Period): string => `${start}/P${daysBetween(start, end) + 1}D`

const gregorian = ({ kind, year, number }: Period): string => {
  if (kind === 'year') return String(year)
  if (kind === 'month') return `${year}-${String(number).padStart(2, '0')}`
  // SDMX writes weeks as ISO 8601 does.
  return `${year}-${LETTER[kind]}${kind === 'week' ? String(number).padStart(2, '0') : number}`
}

/** A period as SDMX's observational time period. Its own calendar's frequencies are Gregorian only. */
export const timePeriodOf = (code: PeriodCode): string => {
  const period = periodOfCode(code)
  return period.calendar === 'P' ? range(period) : gregorian(period)
}
