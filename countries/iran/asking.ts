import { toJalali, weekday, type PlainDate } from '#engines/calendar/index.ts'
import { holidays, isFasting } from './holidays.ts'

// By month: most in the cold ones (Azar to Esfand) and when school begins, least in high summer.
const MONTHS = [1, 0.95, 0.95, 0.9, 0.82, 0.95, 1.15, 1.08, 1.1, 1.15, 1.15, 1.05]
const THURSDAY = 4
const FRIDAY = 5
// The country travels until the thirteenth day of the year.
const NOWRUZ_DAYS = 13

/** Offices are shut on days off; what comes then comes by the web. */
export const asking = (date: PlainDate): number => {
  const { month, day } = toJalali(date)
  const season = (MONTHS[month - 1] ?? 1) * (month === 1 && day <= NOWRUZ_DAYS ? 0.4 : 1) * (isFasting(date) ? 0.8 : 1)
  if (holidays().has(date)) return season * 0.12
  if (weekday(date) === FRIDAY) return season * 0.14
  return weekday(date) === THURSDAY ? season * 0.4 : season
}
