import type { Chance } from '#demonstration/chance.ts'
import type { Helper } from '#demonstration/volunteers.ts'
import { distanceKm } from '#engines/matching/index.ts'
import type { Asked, At, NeedStory } from './shapes.ts'
import type { Days } from './days.ts'

const DAY_MS = 86_400_000
// Who confirms late confirms within three weeks: until then a volunteer may still carry the task.
export const LONGEST_OPEN = 21 * DAY_MS
const MOST_LOOKED_AT = 260
const ENOUGH = 7

export interface Wanted {
  readonly asked: Asked
  readonly need: Pick<NeedStory, 'from' | 'to' | 'requires'>
  readonly at: At
  readonly passedUnits: readonly string[]
  readonly passedHelpers: readonly string[]
  /** Who helped this person last time. */
  readonly known: Helper | undefined
}

/** A promise of a volunteer's time: kept from the offer on, and let go when it comes to nothing. */
export interface Promised {
  from: At
  to: At
  since: At
  until: At
}

export interface Crew {
  choose(wanted: Wanted): { readonly helper: Helper; readonly promised: Promised } | undefined
  letGo(helper: Helper, promised: Promised): void
}

const overlaps = (a: At, b: At, c: At, d: At): boolean => a < d && c < b

/** Volunteers of a county, each asked as the matching would: hard conditions first, then near, known and not yet loaded. */
export const crewOf = (helpers: readonly Helper[], days: Days, chance: Chance): Crew => {
  // By county, and by county and skill: a professional is not found by asking two hundred neighbours.
  const lists = new Map<string, Helper[]>()
  const listOf = (county: number, skill = '') => `${county} ${skill}`
  for (const helper of helpers)
    for (const skill of ['', ...helper.skills.map(({ code }) => code)]) {
      const key = listOf(Math.floor(helper.group.home / 100), skill)
      const own = lists.get(key)
      if (own === undefined) lists.set(key, [helper])
      else own.push(helper)
    }
  const carried = (helper: Helper, since: At, until: At) =>
    helper.promised.filter((promised) => overlaps(promised.since, promised.until, since, until)).length

  const fits = (helper: Helper, { asked, need, at, passedUnits, passedHelpers }: Wanted, minutes: number): boolean => {
    const { requires } = need
    if (!helper.kinds.includes(asked.kind.code)) return false
    if (requires.vetting && (helper.vettedUntil === undefined || helper.vettedUntil < need.to)) return false
    if (requires.sameSex === 'required' && helper.sex !== asked.sex) return false
    if (!requires.skills.every(({ code, level }) => helper.skills.some((skill) => skill.code === code && skill.level >= level))) return false
    if (!helper.windows.some(([from = 0, to = 0]) => from <= minutes && minutes + asked.kind.minutes <= to)) return false
    if (passedHelpers.includes(helper.id) || passedUnits.includes(helper.group.id)) return false
    if (helper.promised.some((promised) => overlaps(promised.from, promised.to, need.from, need.to))) return false
    if (carried(helper, at, need.to + LONGEST_OPEN) >= helper.capacity) return false
    return distanceKm(asked, helper) <= helper.travelKm
  }

  const costOf = (helper: Helper, { asked, need, at }: Wanted): number =>
    distanceKm(asked, helper) +
    3 * carried(helper, at, need.to) +
    (need.requires.sameSex === 'preferred' && helper.sex !== asked.sex ? 12 : 0) +
    (helper.keen ? 0 : 4)

  const promise = (helper: Helper, { need, at }: Wanted) => {
    const promised: Promised = { from: need.from, to: need.to, since: at, until: need.to + LONGEST_OPEN }
    helper.promised.push(promised)
    return { helper, promised }
  }

  return {
    choose: (wanted) => {
      const minutes = days.weekMinutesOf(wanted.need.from)
      if (wanted.known !== undefined && chance.is(0.85) && fits(wanted.known, wanted, minutes)) return promise(wanted.known, wanted)
      const own = lists.get(listOf(Math.floor(wanted.asked.centre.home / 100), wanted.need.requires.skills[0]?.code)) ?? []
      const start = Math.floor(chance.next() * own.length)
      let best: Helper | undefined
      let least = Infinity
      let found = 0
      for (let looked = 0; looked < Math.min(own.length, MOST_LOOKED_AT) && found < ENOUGH; looked++) {
        const helper = own[(start + looked) % own.length]
        if (helper === undefined || !fits(helper, wanted, minutes)) continue
        found += 1
        const cost = costOf(helper, wanted)
        if (cost < least) [best, least] = [helper, cost]
      }
      return best === undefined ? undefined : promise(best, wanted)
    },
    letGo: (helper, promised) => {
      helper.promised.splice(helper.promised.indexOf(promised), 1)
    },
  }
}
