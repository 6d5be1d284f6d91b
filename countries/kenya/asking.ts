import { weekday, type PlainDate } from '#engines/calendar/index.ts'
import { holidays } from './holidays.ts'

// By month: more in the long rains (March to May), least when people travel home in December.
const MONTHS = [1.05, 1, 1.1, 1.15, 1.1, 1, 1, 0.95, 1, 1.05, 1.05, 0.75]
const SATURDAY = 6

export const asking = (date: PlainDate): number => {
  const season = MONTHS[Number(date.slice(5, 7)) - 1] ?? 1
  if (holidays().has(date)) return season * 0.12
  if (weekday(date) < SATURDAY) return season
  return weekday(date) === SATURDAY ? season * 0.35 : season * 0.12
}
