import { plainDate, type PlainDate } from './dates.ts'
import { fromJalali, isJalaliDate, toJalali } from './jalali.ts'

/**
 * The same day of another year, as people of a calendar count it. A leap day that the other year lacks
 * (30 Esfand, 29 February) becomes the last day of its month.
 */
export const addYears = (date: PlainDate, years: number, calendar: 'persian' | 'gregorian'): PlainDate => {
  if (calendar === 'persian') {
    const day = toJalali(date)
    const later = { ...day, year: day.year + years }
    return fromJalali(isJalaliDate(later) ? later : { ...later, day: later.day - 1 })
  }
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year + years, month, 0)).getUTCDate()
  return plainDate(year + years, month, Math.min(day, lastDay))
}
