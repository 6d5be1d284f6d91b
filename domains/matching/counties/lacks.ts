import type { Worked } from '#domains/matching/run.ts'
import type { Asked, County } from '#domains/matching/gather.ts'
import { engineVolunteer } from '#domains/matching/shapes.ts'
import { hardRequirements, leftWorth, oneMore, type Volunteer } from '#engines/matching/index.ts'

/** What is lacking: a skill by its code, or a kind of help that asks for none. */
export interface Lack {
  readonly what: 'skill' | 'kind'
  readonly code: string
  readonly needs: number
  readonly unmatched: number
  /** What one more volunteer would save at most, in cost units: a shadow price. */
  readonly price: number
  /** Idle volunteers who lack nothing else. */
  readonly trainable: number
}

/** As many as one more volunteer is reckoned to take. */
export const TASKS = 3
/** Of each lack so many needs are held against the idle, the longest waiting first: enough to see who could learn. */
const LOOKED_AT = 20

const keysOf = ({ asked }: Asked): string[] =>
  asked.skills.length === 0 ? [`kind ${asked.kind}`] : asked.skills.map(({ code }) => `skill ${code}`)

const byLack = (parts: readonly Asked[]): Map<string, Asked[]> => {
  const groups = new Map<string, Asked[]>()
  for (const part of parts) for (const key of keysOf(part)) groups.set(key, [...(groups.get(key) ?? []), part])
  return groups
}

const idleIn = ({ records }: County): Volunteer[] =>
  records.filter(({ load, capacity }) => load === 0 && capacity > 0).map(engineVolunteer)

const canLearn = (idle: readonly Volunteer[], day: string, parts: readonly Asked[]): number => {
  const needs = [...parts].sort((a, b) => b.asked.waitingDays - a.asked.waitingDays).slice(0, LOOKED_AT)
  return idle.filter((volunteer) =>
    needs.some(({ asked }) => {
      const lacks = hardRequirements(asked, volunteer, day)
      return lacks.length > 0 && lacks.every(({ requirement }) => requirement === 'skill' || requirement === 'level')
    }),
  ).length
}

/** What is lacking in a county, the dearest first: by what one more volunteer would save, reckoned with them in the run. */
export const lacksOf = (county: County, { explained, matched, alone, weights }: Worked): Lack[] => {
  const left = new Set(county.parts.filter((_, at) => explained[at]?.first === null))
  // A plan by hours has no optimum to go on from: there it is those that found nobody.
  const place = new Map(matched === null ? [] : alone.map((at, own) => [county.parts[at], own] as const))
  const groups = [...byLack(county.parts)]
  const idle = idleIn(county)
  const single = matched === null ? [] : oneMore(matched, groups.map(([, parts]) => parts.flatMap((part) => place.get(part) ?? [])), TASKS)
  return groups
    .map(([key, parts], at): Lack => {
      const [what = '', code = ''] = key.split(' ')
      const unmatched = parts.filter((part) => left.has(part))
      // Needs of two are settled one by one, before all others: there it is those that found nobody.
      const ofTwo = unmatched.filter((part) => !place.has(part)).map(({ asked }) => asked)
      return {
        what: what as Lack['what'],
        code,
        needs: parts.length,
        unmatched: unmatched.length,
        price: Math.max(single[at] ?? 0, leftWorth(ofTwo, TASKS, weights)),
        trainable: what === 'skill' ? canLearn(idle, county.day, parts) : 0,
      }
    })
    .filter(({ price }) => price > 0)
    .sort((a, b) => b.price - a.price || (a.code < b.code ? -1 : 1))
}
