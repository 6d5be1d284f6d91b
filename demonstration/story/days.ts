import type { CountryPack } from '#countries/index.ts'
import type { Chance } from '#demonstration/chance.ts'
import { addDays, daysBetween, instantOf, isWorkingDay, today, weekday, type PlainDate } from '#engines/calendar/index.ts'
import type { At } from './shapes.ts'

const MINUTE = 60_000
const BEFORE = 420
const AFTER = 120
const OPENS = 7.5 * 60
const CLOSES = 14 * 60

/** The days of the story's year, reckoned once: formatting a million instants would take a minute. */
export interface Days {
  readonly now: At
  dateOf(at: At): PlainDate
  /** Minutes of the country's clock since midnight. */
  minutesOf(at: At): number
  /** Minutes of the week since Monday's midnight. */
  weekMinutesOf(at: At): number
  isWorking(at: At): boolean
  /** A time of a day that lies `days` after that of `at`. */
  later(at: At, days: number, minutes: number): At
  /** A moment in office hours, `days` working days after `at`; the same day only when it is not over. */
  office(at: At, days: number, chance: Chance): At
}

export const daysOf = (pack: CountryPack, moment: Date): Days => {
  const now = moment.getTime()
  const week = { weekend: pack.weekend, holidays: pack.holidays() }
  const first = addDays(today(moment, pack.timeZone), -BEFORE)
  const dates = Array.from({ length: BEFORE + AFTER }, (_, index) => addDays(first, index))
  const midnights = dates.map((date) => instantOf(date, 0, pack.timeZone).getTime())
  const working = dates.map((date) => isWorkingDay(date, week))
  const start = midnights[0] ?? 0
  const indexOf = (at: At): number => {
    let index = Math.max(0, Math.min(dates.length - 1, Math.floor((at - start) / (1_440 * MINUTE))))
    while (index > 0 && (midnights[index] ?? 0) > at) index -= 1
    while (index < dates.length - 1 && (midnights[index + 1] ?? 0) <= at) index += 1
    return index
  }
  const midnight = (index: number): At => midnights[index] ?? start + index * 1_440 * MINUTE
  const nextWorking = (from: number): number => {
    let index = from
    while (index < dates.length && working[index] !== true) index += 1
    return index
  }
  const minutesOf = (at: At) => Math.floor((at - midnight(indexOf(at))) / MINUTE)
  const dateOf = (at: At): PlainDate => dates[indexOf(at)] ?? first
  return {
    now,
    dateOf,
    minutesOf,
    weekMinutesOf: (at) => (weekday(dateOf(at)) - 1) * 1_440 + minutesOf(at),
    isWorking: (at) => working[indexOf(at)] === true,
    later: (at, days, minutes) => midnight(indexOf(at) + days) + minutes * MINUTE,
    office: (at, days, chance) => {
      let index = indexOf(at)
      for (let left = Math.floor(days); left > 0; left--) index = nextWorking(index + 1)
      index = nextWorking(index)
      const moment = midnight(index) + (OPENS + chance.next() * (CLOSES - OPENS)) * MINUTE
      return moment > at ? moment : midnight(nextWorking(index + 1)) + (OPENS + chance.next() * (CLOSES - OPENS)) * MINUTE
    },
  }
}

/** Before it nobody asked for anything. */
export const firstAskingDay = ({ now, dateOf }: Pick<Days, 'now' | 'dateOf'>): PlainDate => addDays(dateOf(now), -364)

/** How a year's requests fall on its days, ending with `now`: the pack's seasons, and a service that grows. */
export const askingDays = (pack: CountryPack, { now, dateOf }: Days, growth: number) => {
  const last = dateOf(now)
  const first = firstAskingDay({ now, dateOf })
  let sum = 0
  const upTo = Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => {
    const date = addDays(first, index)
    return { date, sum: (sum += pack.synthetic.asking(date) * (1 + (growth * index) / 365)) }
  })
  return (chance: Chance): PlainDate => {
    const wanted = chance.next() * sum
    let low = 0
    let high = upTo.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((upTo[middle]?.sum ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return upTo[low]?.date ?? last
  }
}
