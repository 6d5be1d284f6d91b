import { calendarOf, lunarMonth } from '#countries/holidays.ts'
import type { Holiday } from '#countries/pack.ts'
import { addDays, plainDate, weekday, type PlainDate } from '#engines/calendar/index.ts'

// Public Holidays Act, cap. 110. Idd-ul-Fitr is gazetted when the moon has been seen.
const FIRST_YEAR = 1964
const LAST_YEAR = 2100
const SUNDAY = 7

const FIXED = [
  [1, 1, 'سال نو', 'New Year’s Day'],
  [5, 1, 'روز کارگر', 'Labour Day'],
  [6, 1, 'روز ماداراکا', 'Madaraka Day'],
  [10, 10, 'روز مازینگیرا', 'Mazingira Day'],
  [10, 20, 'روز ماشوجا', 'Mashujaa Day'],
  [12, 12, 'روز جمهوری', 'Jamhuri Day'],
  [12, 25, 'کریسمس', 'Christmas Day'],
  [12, 26, 'روز دوم کریسمس', 'Boxing Day'],
] as const

/** Easter Sunday of the Gregorian calendar (Meeus/Jones/Butcher, Astronomical Algorithms, ch. 8). */
export const easterSunday = (year: number): PlainDate => {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const part = year % 100
  const drift = Math.floor(century / 4) + Math.floor((8 * century + 13) / 25)
  const moon = (19 * golden + century - drift + 15) % 30
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(part / 4) - moon - (part % 4)) % 7
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451)
  const days = moon + sunday - 7 * late + 114
  return plainDate(year, Math.floor(days / 31), (days % 31) + 1)
}

// Section 4: a holiday on a Sunday is kept on the next day that is none.
const kept = (date: PlainDate, taken: ReadonlySet<PlainDate>): PlainDate => {
  if (weekday(date) !== SUNDAY) return date
  const next = addDays(date, 1)
  return taken.has(next) ? addDays(next, 1) : next
}

const ofYear = (year: number): Holiday[] => {
  const easter = easterSunday(year)
  const taken = new Set(FIXED.map(([month, day]) => plainDate(year, month, day)))
  const fixed = FIXED.map(([month, day, fa, en]) => {
    const date = kept(plainDate(year, month, day), taken)
    return { date, name: { fa, en }, tentative: false }
  })
  return [
    ...fixed,
    { date: addDays(easter, -2), name: { fa: 'جمعهٔ نیک', en: 'Good Friday' }, tentative: false },
    { date: addDays(easter, 1), name: { fa: 'دوشنبهٔ عید پاک', en: 'Easter Monday' }, tentative: false },
  ]
}

const iddUlFitr = (lunarYear: number): Holiday => ({
  date: lunarMonth(lunarYear, 10),
  name: { fa: 'عید فطر', en: 'Idd-ul-Fitr' },
  tentative: true,
})

const compute = (): Holiday[] => {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index)
  // 1964 was the lunar year 1383, 2100 will be 1524.
  const idd = Array.from({ length: 1524 - 1383 + 1 }, (_, index) => iddUlFitr(1383 + index))
  return [...years.flatMap(ofYear), ...idd]
}

export const { listHolidays, holidays } = calendarOf(compute)
