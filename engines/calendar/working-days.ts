import { addDays, weekday, type PlainDate, type Weekday } from './dates.ts'
import { instantOf, localTime } from './zone.ts'

/** A country's week and holidays. */
export interface WorkingWeek {
  readonly weekend: readonly Weekday[]
  readonly holidays: ReadonlySet<PlainDate>
}

export const isWorkingDay = (date: PlainDate, week: WorkingWeek): boolean =>
  !week.weekend.includes(weekday(date)) && !week.holidays.has(date)

/** The n-th working day after `date` (n ≥ 1), or before it (n ≤ −1). 0 gives the first working day from `date` on. */
export const addWorkingDays = (date: PlainDate, n: number, week: WorkingWeek): PlainDate => {
  const step = n < 0 ? -1 : 1
  let left = Math.abs(n)
  let day = date
  if (left === 0) while (!isWorkingDay(day, week)) day = addDays(day, 1)
  while (left > 0) {
    day = addDays(day, step)
    if (isWorkingDay(day, week)) left -= 1
  }
  return day
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export const workingDaysBetween = (from: PlainDate, to: PlainDate, week: WorkingWeek): number => {
  if (to < from) return -workingDaysBetween(to, from, week)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, week)) count += 1
  return count
}

/** A deadline `n` working days after an instant, at `minutes` after local midnight of that day. */
export const workingDeadline = (
  instant: Date,
  n: number,
  minutes: number,
  week: WorkingWeek,
  timeZone: string,
): Date => instantOf(addWorkingDays(localTime(instant, timeZone).date, n, week), minutes, timeZone)
