import { addDays, weekday, type PlainDate, type Weekday } from './dates.ts'
import { instantOf, localTime } from './zone.ts'

/** A country's week and holidays. */
export interface WorkingWeek {
  readonly weekend: readonly Weekday[]
  readonly holidays: ReadonlySet<PlainDate>
}

export const isWorkingDay = (date: PlainDate, { weekend, holidays }: WorkingWeek): boolean =>
  !weekend.includes(weekday(date)) && !holidays.has(date)

/**
 * The n-th working day after `date` (n ≥ 1), or before it (n ≤ −1). 0 gives the first working day from
 * `date` on. Throws a RangeError on a broken number of days and on a week that is all weekend.
 */
export const addWorkingDays = (date: PlainDate, n: number, week: WorkingWeek): PlainDate => {
  if (!Number.isInteger(n)) throw new RangeError(`not a number of days: ${n}`)
  if (new Set(week.weekend).size === 7) throw new RangeError('a week without a working day')
  const step = n < 0 ? -1 : 1
  let day = n === 0 ? addDays(date, -1) : date
  for (let left = Math.max(1, Math.abs(n)); left > 0; ) {
    day = addDays(day, step)
    if (isWorkingDay(day, week)) left -= 1
  }
  return day
}

/** Working days after `from` up to and including `to`; as many, negative, when `to` is earlier. */
export const workingDaysBetween = (from: PlainDate, to: PlainDate, week: WorkingWeek): number => {
  if (to < from) return -workingDaysBetween(to, from, week)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, week)) count += 1
  return count
}

/**
 * The instant `n` working days after `from`, at `minutes` after midnight on the zone's clock, or at the time
 * of day that `from` had there.
 */
export const workingDeadline = (
  from: Date,
  n: number,
  minutes: number | 'same-time',
  week: WorkingWeek,
  timeZone: string,
): Date => {
  const local = localTime(from, timeZone)
  const due = minutes === 'same-time' ? local.minutes : minutes
  return instantOf(addWorkingDays(local.date, n, week), due, timeZone)
}
