import { dateOfDay, dayNumber, type PlainDate } from './dates.ts'

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60
const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}

export interface LocalTime {
  readonly date: PlainDate
  /** Minutes since midnight on the clock's face. */
  readonly minutes: number
}

/** What the zone's clock shows, as the milliseconds at which a clock in UTC would show the same. */
const shown = (instant: number, timeZone: string): number => {
  const part: Record<string, number> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** What the clock and calendar of a time zone show at an instant. */
export const localTime = (instant: Date, timeZone: string): LocalTime => {
  const minutes = Math.floor(shown(instant.getTime(), timeZone) / MINUTE_MS)
  const day = Math.floor(minutes / DAY_MINUTES)
  return { date: dateOfDay(day), minutes: minutes - day * DAY_MINUTES }
}

/** The calendar day of an instant in a time zone. */
export const today = (instant: Date, timeZone: string): PlainDate => localTime(instant, timeZone).date

/**
 * The instant at which a time zone's clock shows `minutes` after midnight of `date`. A time that the
 * clock shows twice means the first; one that it leaps over is as much later as the leap, so midnight is
 * the day's beginning also where the clock goes from 24:00 to 1:00 (Iran until 1401).
 */
export const instantOf = (date: PlainDate, minutes: number, timeZone: string): Date => {
  const wanted = (dayNumber(date) * DAY_MINUTES + minutes) * MINUTE_MS
  // No zone changes its clock twice in two days, so these are the offsets on both sides of any change.
  const [before = wanted, after = wanted] = [-1, 1].map((side) => {
    const near = wanted + side * DAY_MINUTES * MINUTE_MS
    return wanted - (shown(near, timeZone) - near)
  })
  const right = [before, after].filter((instant) => shown(instant, timeZone) === wanted)
  return new Date(right.length === 0 ? before : Math.min(...right))
}
