import type { CountryPack } from '#countries/index.ts'
import { dueAt } from '#domains/desk/index.ts'
import type { Chance } from '#demonstration/chance.ts'
import type { Town } from '#demonstration/geography.ts'
import type { AgencyCentre } from '#demonstration/organisations.ts'
import { courseOf, type Known, type Slow, type World } from './course.ts'
import { askingDays } from './days.ts'
import { pickKind, requiresOf, shapeOf, somebody } from './people.ts'
import type { Asked, At, Decision, NeedStory, Story } from './shapes.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY_MS = 24 * HOUR
// The service is known to a third more people at the end of the year than at its beginning.
const GROWTH = 0.35
// Below it a town's office has further to go and fewer to ask.
const SMALL_TOWN = 60_000

export interface YearOptions {
  readonly pack: CountryPack
  readonly centres: readonly AgencyCentre[]
  readonly towns: readonly Town[]
  readonly requests: number
  /** Number of the last story so far. */
  readonly after: number
  readonly shown: AgencyCentre
  /** Requests of the shown centre in the year. */
  readonly ofShown: number
  readonly onStory: () => void
}

const decisionOf = (chance: Chance): Decision => {
  const x = chance.next()
  if (x < 0.66) return 'open-case'
  if (x < 0.83) return 'answer'
  if (x < 0.92) return 'pass-on'
  return x < 0.965 ? 'duplicate' : 'withdrawn'
}

const HOURS = [9, 9.5, 10, 10, 10.5, 11, 14, 15, 15.5, 16, 17, 17.5] as const

const caseOf = (needs: readonly NeedStory[], { days, chance }: World): Story['closed'] => {
  const ends = needs.map(({ ended }) => ended)
  if (needs.length === 0 || ends.includes(undefined) || chance.is(0.12)) return undefined
  const at = days.office(Math.max(...ends.map((ended) => ended ?? 0)), chance.waiting(5, 0.8), chance)
  if (at > days.now) return undefined
  const met = needs.some(({ state }) => state === 'met')
  const reason = met ? (chance.is(0.95) ? 'needs-met' : chance.pick(['moved-away', 'died'] as const)) : chance.pick(['person-declined', 'person-declined', 'passed-on'] as const)
  return { at, reason, reopened: at < days.now - 20 * DAY_MS && chance.is(0.03) }
}

/** The visits of a case, a week apart, each recorded one to three weeks ahead; a day off moves one to the next day. */
const needsOf = (world: World, asked: Asked, opened: At, office: Slow): NeedStory[] => {
  const { days, chance, counters } = world
  const slow = office * (shapeOf(asked.kind).slow ?? 1)
  const first = days.office(opened, Math.min(15, chance.waiting(1.3, 0.7) * slow), chance)
  const ahead = 4 + Math.min(60, chance.waiting(4.5, 0.85) * slow)
  const hour = chance.pick(HOURS)
  const count = chance.between(1, shapeOf(asked.kind).visits)
  const pair = world.pairOf(asked)
  const requires = requiresOf(asked, pair, chance)
  const needs: NeedStory[] = []
  let known: Known = []
  for (let week = 0, again = 0; week < count && again < 3; ) {
    const planned = days.later(first, Math.round(ahead) + week * 7 + again * 6, hour * 60)
    const from = days.isWorking(planned) || chance.is(0.5) ? planned : planned + DAY_MS
    const at = week === 0 && again === 0 ? first : days.office(Math.max(first, from - chance.between(12, 22) * DAY_MS), 0, chance)
    if (at > days.now) break
    const window = { from, to: from + asked.kind.minutes * MINUTE }
    const need = courseOf(world, asked, { number: (counters.need += 1), at, ...window, requires, pair, priority: chance.between(0, 3) }, slow, known)
    needs.push(need)
    const met = need.referrals.flatMap(({ visit, helper }) => (visit?.confirmed === undefined || helper === undefined ? [] : [{ helper, since: visit.confirmed }]))
    known = [...met.filter(({ helper }) => !known.some((one) => one.helper === helper)), ...known]
    // What could not be done is recorded once more for another day.
    if (need.state === 'withdrawn' && need.reason === 'no-longer-needed' && need.consent?.state === 'given' && chance.is(0.7)) again += 1
    else week += 1
    if (need.consent?.state === 'refused' || need.consent?.state === 'withdrawn') break
  }
  return needs
}

/** What became of a request that was decided at `decided`. */
export const decidedStory = (world: World, asked: Asked, decision: Decision, decided: At, slow: Slow): Story => {
  if (decision !== 'open-case') return { ...asked, decision, decided, needs: [] }
  const needs = needsOf(world, asked, decided, slow)
  return { ...asked, decision, decided, needs, closed: caseOf(needs, world) }
}

const pickBy = <T>(items: readonly T[], weight: (item: T) => number) => {
  let sum = 0
  const upTo = items.map((item) => (sum += weight(item)))
  return (chance: Chance): T => {
    const wanted = chance.next() * sum
    let low = 0
    let high = upTo.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((upTo[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    const found = items[low]
    if (found === undefined) throw new Error('there is nothing to pick from')
    return found
  }
}

/** Everybody's year: seasons and days off, a service that grows, waits with a long tail by province, town and kind. */
export const yearOf = (world: World, options: YearOptions): Story[] => {
  const { pack, centres, towns, requests, after, shown, ofShown, onStory } = options
  const { days, chance } = world
  const dayOf = askingDays(pack, days, GROWTH)
  const pickCentre = pickBy(centres, ({ town }) => town.weight ** 0.85)
  const ofHome = new Map<number, (chance: Chance) => Town>()
  for (const { home, town } of centres) {
    const own = towns.filter((one) => one.home === home)
    ofHome.set(home, own.length > 1 ? pickBy(own, ({ weight }) => weight) : () => town)
  }
  const provinces = new Map<number, number>()
  const slowOf = ({ home }: AgencyCentre, { weight }: Town): Slow => {
    const province = Math.floor(home / 10_000)
    const own = provinces.get(province) ?? 0.65 + chance.next() * 0.95
    provinces.set(province, own)
    return own * (weight < SMALL_TOWN ? 1.25 : 1)
  }
  const year = Number(days.dateOf(days.now).slice(0, 4))
  const lastOf = new Map<AgencyCentre, number>()
  const dues = new Map<string, At>()
  const dueOf = (asked: At, urgency: Asked['urgency']): At => {
    const key = `${days.dateOf(asked)} ${urgency}`
    const due = dues.get(key) ?? dueAt(urgency, new Date(asked), pack).getTime()
    dues.set(key, due)
    return due
  }
  const one = (number: number, centre: AgencyCentre, asked: At): Story => {
    const kind = pickKind(pack, chance)
    const town = (ofHome.get(centre.home) ?? (() => centre.town))(chance)
    const slow = slowOf(centre, town)
    const urgency = chance.is(0.12) ? 'soon' : 'ordinary'
    const decision = decisionOf(chance)
    const earlier = lastOf.get(centre)
    const against = chance.next()
    const points = earlier === undefined ? undefined : decision === 'duplicate' ? 'duplicate' : decision === 'answer' && against < 0.05 ? 'complaint' : decision === 'answer' && against < 0.11 ? 'appeal' : undefined
    lastOf.set(centre, number)
    const request: Asked = {
      number,
      shown: centre === shown,
      ...somebody(pack, chance, centre, town, kind, year),
      channel: days.isWorking(asked) ? chance.pick(['web', 'web', 'phone', 'phone', 'desk'] as const) : 'web',
      urgency,
      asked,
      due: dueOf(asked, urgency),
      ...(points === undefined || earlier === undefined ? {} : { pointsAt: { kind: points, request: earlier } }),
    }
    const soonest = days.office(asked, Math.min(14, chance.waiting(urgency === 'soon' ? 0.8 : 2.2, 0.6) * slow), chance)
    // What waits at the shown centre is laid on its desk apart (shown.ts).
    const decided = centre === shown ? Math.min(soonest, days.now - chance.between(2, 20) * HOUR) : soonest
    if (decided > days.now) return { ...request, needs: [] }
    const known = decision === 'duplicate' && points === undefined ? 'answer' : decision
    return decidedStory(world, request, known, decided, slow)
  }
  const askedAt = (): At => {
    const at = days.later(days.now, 0, 0) - Math.round((Date.parse(days.dateOf(days.now)) - Date.parse(dayOf(chance))) / DAY_MS) * DAY_MS
    const minutes = days.isWorking(at) ? 7.5 * 60 + ((chance.next() + chance.next()) / 2) * 540 : 8 * 60 + chance.next() * 840
    return at + minutes * MINUTE
  }
  const order = Array.from({ length: requests }, (_, index) => ({ at: askedAt(), centre: index < ofShown ? shown : pickCentre(chance) }))
    .filter(({ at, centre }) => at < days.now && (centre !== shown || at < days.now - 5 * DAY_MS))
    .sort((a, b) => a.at - b.at)
  return order.map(({ at, centre }, index) => {
    onStory()
    return one(after + index + 1, centre, at)
  })
}
