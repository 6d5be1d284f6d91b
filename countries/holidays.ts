import { dateOfDay, type PlainDate } from '#engines/calendar/index.ts'
import type { Holiday } from './pack.ts'

// 1 Muharram 1 was 16 July 622 of the Julian calendar.
const LUNAR_EPOCH = -492_148

/**
 * First day of a month of the lunar calendar by arithmetic: 11 leap years in 30, as `islamic-civil` of ICU.
 * A sighted month may begin a day earlier or later.
 */
export const lunarMonth = (year: number, month: number): PlainDate =>
  dateOfDay(LUNAR_EPOCH + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + Math.ceil(29.5 * (month - 1)))

/** A calendar of days off, computed when first asked for. */
export const calendarOf = (compute: () => readonly Holiday[]) => {
  let list: readonly Holiday[] | undefined
  let days: ReadonlySet<PlainDate> | undefined
  const inOrder = () => compute().toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))
  const listHolidays = () => (list ??= inOrder())
  const holidays = () => (days ??= new Set(listHolidays().map(({ date }) => date)))
  return { listHolidays, holidays }
}
