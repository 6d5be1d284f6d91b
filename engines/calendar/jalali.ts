import { dateOfDay, dayNumber, type JalaliDate, type PlainDate } from './dates.ts'

/*
 * A Persian year begins on the day whose true noon at 52.5° E follows the March equinox. Eight leap years
 * in a cycle of 33 give the same years until 1501: ICU4X lists where the two part, between 1178 and 3000,
 * and begins at 1502 (calendrical_calculations, persian.rs, NON_LEAP_CORRECTION); the same reckoning at
 * 52.5° E gives the official table of 1206–1498 (Calendar Center, Institute of Geophysics, University of
 * Tehran; compared in github.com/roozbehp/persiancalendar). So 1300–1500 needs no table. Outside, the
 * cycle runs on: such dates are read and written without loss, but nobody promises them.
 */

// 1 Farvardin 1348 was 21 March 1969.
const EPOCH = dayNumber('1969-03-21' as PlainDate)
const daysBefore = (year: number): number => 365 * year + Math.floor((8 * year + 21) / 33)

/** Days from 1970-01-01 to 1 Farvardin. */
const newYear = (year: number): number => EPOCH + daysBefore(year) - daysBefore(1348)

/** The official rule: 1403 and 1408 are leap. */
export const isLeapJalali = (year: number): boolean => newYear(year + 1) - newYear(year) === 366

export const jalaliMonthLength = (year: number, month: number): number => {
  if (month <= 6) return 31
  if (month <= 11) return 30
  return isLeapJalali(year) ? 30 : 29
}

export const isJalaliDate = ({ year, month, day }: JalaliDate): boolean =>
  [year, month, day].every(Number.isInteger) &&
  year >= 1 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= jalaliMonthLength(year, month)

export const toJalali = (date: PlainDate): JalaliDate => {
  const number = dayNumber(date)
  const begun = Number(date.slice(0, 4)) - 621
  const year = number < newYear(begun) ? begun - 1 : begun
  const passed = number - newYear(year)
  if (passed < 186) return { year, month: Math.floor(passed / 31) + 1, day: (passed % 31) + 1 }
  return { year, month: Math.floor((passed - 186) / 30) + 7, day: ((passed - 186) % 30) + 1 }
}

/** Throws a RangeError where there is no such day, as 30 Esfand 1404. */
export const fromJalali = (date: JalaliDate): PlainDate => {
  const { year, month, day } = date
  if (!isJalaliDate(date)) throw new RangeError(`not a day: ${year}/${month}/${day}`)
  return dateOfDay(newYear(year) + (month - 1) * 30 + Math.min(month - 1, 6) + day - 1)
}
