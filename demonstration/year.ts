import type { CountryPack, NeedKind } from '#countries/index.ts'
import { addWorkingDays, instantOf, localTime, toJalali, weekday, type WorkingWeek } from '#engines/calendar/index.ts'
import type { Chance } from './chance.ts'
import type { AgencyCentre } from './organisations.ts'
import type { DemoVolunteer } from './volunteers.ts'

const DAY_MS = 86_400_000
const HOUR = 3_600_000

export type Decision = 'open-case' | 'answer' | 'pass-on' | 'duplicate' | 'withdrawn'

/** One request and what became of it: instants in ms, undefined for what never happened. */
export interface Story {
  readonly number: number
  readonly centre: AgencyCentre
  readonly shown: boolean
  readonly kind: NeedKind
  readonly sex: 'female' | 'male'
  readonly birthYear: number
  readonly given: string
  readonly family: string
  readonly channel: 'web' | 'phone' | 'desk'
  readonly urgency: 'ordinary' | 'soon'
  readonly asked: number
  readonly due: number
  readonly decision: Decision
  readonly decided: number
  readonly needAt: number
  /** The visit's window. */
  readonly from: number
  readonly to: number
  readonly agrees: boolean
  readonly referred: number
  readonly volunteer: DemoVolunteer
  /** Offers before this one that nobody took. */
  readonly declines: number
  readonly offered: number
  readonly accepted: number
  readonly approved: number
  readonly came: boolean
  readonly confirmed: number
  readonly outcome: 'met' | 'partly' | 'not'
}

export interface YearOptions {
  readonly pack: CountryPack
  readonly centres: readonly AgencyCentre[]
  readonly volunteers: readonly DemoVolunteer[]
  readonly requests: number
  readonly now: Date
  /** The centre with accounts: its inbox is a believable morning's. */
  readonly shown: AgencyCentre
}

// More is asked for in the cold months (Azar to Esfand) and around the start of school.
const SEASON = [0.75, 0.85, 0.9, 0.85, 0.8, 0.95, 1.15, 1.1, 1.15, 1.25, 1.3, 1.1]
const SHOWN_INBOX = 30
const SHOWN_RECENT = 160

const decisionOf = (chance: Chance): Decision => {
  const x = chance.next()
  if (x < 0.66) return 'open-case'
  if (x < 0.82) return 'answer'
  if (x < 0.91) return 'pass-on'
  return x < 0.96 ? 'duplicate' : 'withdrawn'
}

/** Everybody's year: seasons and weekends, waits with a long tail, declines, no-shows. */
export const stories = ({ pack, centres, volunteers, requests, now, shown }: YearOptions, chance: Chance): Story[] => {
  const week: WorkingWeek = { weekend: pack.weekend, holidays: pack.holidays() }
  const cumulative: number[] = []
  let people = 0
  for (const { town } of centres) cumulative.push((people += Math.sqrt(town.weight)))
  const centreAt = (): AgencyCentre => {
    const wanted = chance.next() * people
    let low = 0
    let high = cumulative.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((cumulative[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return centres[low] ?? shown
  }
  const byHome = new Map<number, DemoVolunteer[]>()
  for (const volunteer of volunteers) byHome.set(volunteer.home, [...(byHome.get(volunteer.home) ?? []), volunteer])
  const working = (instant: number, days: number): number => {
    const { date, minutes } = localTime(new Date(instant), pack.timeZone)
    return instantOf(addWorkingDays(date, days, week), Math.max(8 * 60, Math.min(minutes, 14 * 60)), pack.timeZone).getTime()
  }
  const askedAt = (): number => {
    for (;;) {
      const at = now.getTime() - chance.next() * 365 * DAY_MS
      const { date } = localTime(new Date(at), pack.timeZone)
      const rest = pack.weekend.includes(weekday(date)) ? 0.35 : 1
      if (chance.next() * 1.3 < (SEASON[toJalali(date).month - 1] ?? 1) * rest) return at
    }
  }
  const story = (number: number, centre: AgencyCentre, asked: number, recent: boolean): Story => {
    const kind = chance.pick(pack.needKinds)
    const sex = chance.is(0.62) ? 'female' : 'male'
    const urgency = chance.is(0.12) ? 'soon' : 'ordinary'
    const due = working(asked, urgency === 'soon' ? 1 : 3)
    const decided = recent ? Infinity : asked + Math.min(9, chance.waiting(1.4, 0.7)) * DAY_MS
    const needAt = decided + chance.waiting(1.5, 0.6) * DAY_MS
    const day = localTime(new Date(Number.isFinite(needAt) ? needAt + Math.min(60, chance.waiting(9, 0.7)) * DAY_MS : now.getTime()), pack.timeZone).date
    const hour = chance.pick([9, 10, 14, 16])
    const from = instantOf(day, hour * 60, pack.timeZone).getTime()
    const referred = needAt + chance.waiting(0.8, 0.5) * DAY_MS
    const declines = chance.is(0.78) ? 0 : chance.is(0.75) ? 1 : 2
    const offered = referred + (0.6 + declines * 1.1) * DAY_MS * (0.6 + chance.next())
    const accepted = offered + chance.waiting(7, 0.8) * HOUR
    const approved = accepted + chance.waiting(9, 0.8) * HOUR
    const came = chance.is(0.955)
    const end = chance.next()
    const local = byHome.get(Math.floor(centre.home / 100) * 100 + 1) ?? volunteers
    return {
      number,
      centre,
      shown: centre === shown,
      kind,
      sex,
      birthYear: 1940 + Math.floor(chance.next() * 66),
      given: chance.pick(sex === 'female' ? pack.names.women : pack.names.men),
      family: chance.pick(pack.names.families),
      channel: chance.pick(['web', 'phone', 'phone', 'desk'] as const),
      urgency,
      asked,
      due,
      decision: recent ? 'open-case' : decisionOf(chance),
      decided,
      needAt,
      from,
      to: from + kind.minutes * 60_000,
      agrees: chance.is(0.93),
      referred,
      volunteer: chance.pick(local),
      declines,
      offered,
      accepted,
      // nobody approves after the visit should have begun: then the window moves, which the year leaves out
      approved: Math.min(approved, from - HOUR),
      came,
      confirmed: from + kind.minutes * 60_000 + chance.waiting(20, 0.9) * HOUR,
      outcome: end < 0.86 ? 'met' : end < 0.95 ? 'partly' : 'not',
    }
  }
  const all: Story[] = []
  for (let number = 1; number <= requests; number++) {
    const at = askedAt()
    all.push(story(number, centreAt(), at, now.getTime() - at < 1.2 * DAY_MS))
  }
  const recently = (days: number) => now.getTime() - chance.next() * days * DAY_MS
  for (let extra = 1; extra <= SHOWN_INBOX + SHOWN_RECENT; extra++) {
    const waiting = extra <= SHOWN_INBOX
    all.push(story(requests + extra, shown, waiting ? recently(extra <= 2 ? 7 : 3.5) : recently(40), waiting))
  }
  return all
}
