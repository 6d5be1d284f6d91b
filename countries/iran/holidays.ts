import { addDays, fromJalali, plainDate, type PlainDate } from '#engines/calendar/index.ts'

// Official holidays of the solar calendar, by month and day.
const SOLAR: readonly (readonly [number, number])[] = [[1, 1], [1, 2], [1, 3], [1, 4], [1, 12], [1, 13], [3, 14], [3, 15], [11, 22], [12, 29]]

// Of the lunar calendar, by month and day. The sighting of the moon may move them by a day: tentative.
const LUNAR: readonly (readonly [number, number])[] = [
  [1, 9], [1, 10], [2, 20], [2, 28], [2, 29], [3, 8], [3, 17], [6, 3], [7, 13], [7, 27], [8, 15], [9, 21], [10, 1], [10, 2], [10, 25], [12, 10], [12, 18],
]

// Years that are asked for in practice; deadlines never reach further.
const FIRST_YEAR = 1400
const LAST_YEAR = 1420

const lunar = new Intl.DateTimeFormat('en-u-ca-islamic-civil-nu-latn', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })

const isLunarHoliday = (date: PlainDate): boolean => {
  const parts = lunar.formatToParts(new Date(`${date}T00:00:00Z`))
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  return LUNAR.some(([month, day]) => part('month') === month && part('day') === day)
}

let known: ReadonlySet<PlainDate> | undefined

export const holidays = (): ReadonlySet<PlainDate> => {
  if (known !== undefined) return known
  const days = new Set<PlainDate>()
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++)
    for (const [month, day] of SOLAR) days.add(fromJalali({ year, month, day }))
  const end = fromJalali({ year: LAST_YEAR + 1, month: 1, day: 1 })
  for (let date = plainDate(2021, 3, 21); date < end; date = addDays(date, 1)) if (isLunarHoliday(date)) days.add(date)
  known = days
  return days
}
