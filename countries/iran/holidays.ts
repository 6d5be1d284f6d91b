import { calendarOf, lunarMonth } from '#countries/holidays.ts'
import type { Holiday } from '#countries/pack.ts'
import { addDays, dayNumber, fromJalali, type PlainDate } from '#engines/calendar/index.ts'

/*
 * Official days off by the rule of today, for the years that the calendar promises. What was off in an
 * earlier time is another matter: nothing here reaches back further than a deadline.
 */
const FIRST_YEAR = 1300
const LAST_YEAR = 1500

type Day = readonly [month: number, day: number, fa: string, en: string, until?: string]

const SOLAR: readonly Day[] = [
  [1, 1, 'نوروز', 'Nowruz'],
  [1, 2, 'نوروز', 'Nowruz'],
  [1, 3, 'نوروز', 'Nowruz'],
  [1, 4, 'نوروز', 'Nowruz'],
  [1, 12, 'روز جمهوری اسلامی', 'Islamic Republic Day'],
  [1, 13, 'روز طبیعت', 'Nature Day'],
  [3, 14, 'رحلت امام خمینی', 'Death of Imam Khomeini'],
  [3, 15, 'قیام ۱۵ خرداد', 'Rising of 15 Khordad'],
  [11, 22, 'پیروزی انقلاب', 'Revolution Day'],
  [12, 29, 'ملی شدن صنعت نفت', 'Nationalisation of oil'],
]

const LAST_DAY = 0

const LUNAR: readonly Day[] = [
  [1, 9, 'تاسوعا', 'Tasua'],
  [1, 10, 'عاشورا', 'Ashura'],
  [2, 20, 'اربعین', 'Arbaeen'],
  [2, 28, 'رحلت پیامبر و شهادت امام حسن', 'Death of the Prophet and of Imam Hasan'],
  [2, LAST_DAY, 'شهادت امام رضا', 'Martyrdom of Imam Reza'],
  [3, 8, 'شهادت امام حسن عسکری', 'Martyrdom of Imam Hasan Askari'],
  [3, 17, 'میلاد پیامبر', 'Birthday of the Prophet'],
  [6, 3, 'شهادت حضرت فاطمه', 'Martyrdom of Fatima'],
  [7, 13, 'ولادت امام علی', 'Birthday of Imam Ali'],
  [7, 27, 'مبعث', 'Mission of the Prophet'],
  [8, 15, 'نیمهٔ شعبان', 'Mid-Sha‘ban'],
  [9, 21, 'شهادت امام علی', 'Martyrdom of Imam Ali'],
  [10, 1, 'عید فطر', 'Eid al-Fitr'],
  [10, 2, 'عید فطر', 'Eid al-Fitr'],
  // The calendar of 1405 has 25 days off and this one is not among them (ILNA, 8 Aban 1404).
  [10, 25, 'شهادت امام صادق', 'Martyrdom of Imam Sadeq', '2026-03-21'],
  [12, 10, 'عید قربان', 'Eid al-Adha'],
  [12, 18, 'عید غدیر', 'Eid al-Ghadir'],
]

/** First days of lunar months in the official calendars of 1403 to 1405 (Council of Public Culture). */
const PRINTED: Readonly<Record<string, string>> = {
  '1445-9': '2024-03-12',
  '1445-10': '2024-04-10',
  '1445-12': '2024-06-08',
  '1446-1': '2024-07-07',
  '1446-2': '2024-08-06',
  '1446-3': '2024-09-05',
  '1446-6': '2024-12-03',
  '1446-7': '2025-01-02',
  '1446-8': '2025-01-31',
  '1446-9': '2025-03-02',
  '1446-10': '2025-03-31',
  '1446-12': '2025-05-28',
  '1447-1': '2025-06-27',
  '1447-2': '2025-07-26',
  '1447-3': '2025-08-25',
  '1447-6': '2025-11-22',
  '1447-7': '2025-12-22',
  '1447-8': '2026-01-21',
  '1447-9': '2026-02-19',
  '1447-10': '2026-03-21',
  '1447-12': '2026-05-18',
  '1448-1': '2026-06-16',
}

const firstOf = (year: number, month: number): { first: PlainDate; tentative: boolean } => {
  const printed = PRINTED[`${year}-${month}`]
  return printed === undefined
    ? { first: lunarMonth(year, month), tentative: true }
    : { first: printed as PlainDate, tentative: false }
}

const LUNAR_YEAR_DAYS = 354.367

/** Whether people fast: a day of Ramadan, the ninth month. */
export const isFasting = (date: PlainDate): boolean => {
  const about = Math.floor((dayNumber(date) - dayNumber(firstOf(1400, 1).first)) / LUNAR_YEAR_DAYS) + 1400
  return [about - 1, about, about + 1].some((year) => firstOf(year, 9).first <= date && date < firstOf(year, 10).first)
}

const solarHolidays = (year: number): Holiday[] =>
  SOLAR.map(([month, day, fa, en]) => {
    const date = fromJalali({ year, month, day })
    return { date, name: { fa, en }, tentative: false }
  })

const lunarHoliday = (year: number, [month, day, fa, en, until = '9999']: Day): Holiday[] => {
  const { first, tentative } = day === LAST_DAY ? firstOf(year, month + 1) : firstOf(year, month)
  const date = addDays(first, day - 1)
  return date < until ? [{ date, name: { fa, en }, tentative }] : []
}

const compute = (): Holiday[] => {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index)
  const begin = fromJalali({ year: FIRST_YEAR, month: 1, day: 1 })
  const end = fromJalali({ year: LAST_YEAR + 1, month: 1, day: 1 })
  // 1 Farvardin 1300 lay in the lunar year 1339; 201 solar years are some 207 lunar ones.
  const lunar = Array.from({ length: 210 }, (_, index) => 1338 + index)
    .flatMap((year) => LUNAR.flatMap((day) => lunarHoliday(year, day)))
    .filter(({ date }) => date >= begin && date < end)
  return [...years.flatMap(solarHolidays), ...lunar]
}

export const { listHolidays, holidays } = calendarOf(compute)
