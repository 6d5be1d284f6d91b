import { countryPack } from '#countries/index.ts'
import { chance, type Chance } from './chance.ts'
import { search, type Points } from './nearest.ts'
import { gather, type Problem } from './problem.ts'

export type Shape = 'plentiful' | 'scarce' | 'oversubscribed' | 'flat'
export const shapes: readonly Shape[] = ['plentiful', 'scarce', 'oversubscribed', 'flat']

const CANDIDATES = 30
const KM_PER_DEGREE = 111.2
const SHRUNK = Math.cos((33 * Math.PI) / 180)

/** Volunteers for each need. Scarce: an eighth; oversubscribed: five slots for eight needs. */
const volunteersPerNeed: Readonly<Record<Shape, number>> = { plentiful: 5, scarce: 5 / 8, oversubscribed: 5 / 16, flat: 5 / 8 }

const SKILLS = 6
const FEMALE = 1 << SKILLS

export interface Town {
  readonly x: number
  readonly y: number
  /** Half of the people live within about this many kilometres of the middle. */
  readonly spread: number
  /** People here and in all towns before. */
  readonly upTo: number
}

export const townsOf = (country: string): readonly Town[] => {
  let people = 0
  return countryPack(country)
    .places()
    .filter(({ kind, population }) => kind === 'town' && population > 0)
    .map(({ lat, lon, population }) => {
      people += population
      return { ...planeOf(lat, lon), spread: 0.4 + Math.sqrt(population) / 120, upTo: people }
    })
}

/** Kilometres of a plane that touches the country in its middle, and back. */
export const planeOf = (lat: number, lon: number) => ({ x: lon * KM_PER_DEGREE * SHRUNK, y: lat * KM_PER_DEGREE })
export const degreesOf = (x: number, y: number) => ({ lat: y / KM_PER_DEGREE, lon: x / (KM_PER_DEGREE * SHRUNK) })

export interface Scattered extends Points {
  /** By point: its town. */
  readonly town: Int32Array
}

/** So many points around the towns, as many around each as people live there. */
export const scattered = (towns: readonly Town[], count: number, from: Chance): Scattered => {
  const people = towns.at(-1)?.upTo ?? 0
  const x = new Float64Array(count)
  const y = new Float64Array(count)
  const at = new Int32Array(count)
  for (let index = 0; index < count; index++) {
    const person = from.below(people)
    let low = 0
    let high = towns.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((towns[middle]?.upTo ?? 0) > person) high = middle
      else low = middle + 1
    }
    const town = towns[low]
    if (town === undefined) throw new Error('a country without a town')
    at[index] = low
    x[index] = town.x + from.normal() * town.spread
    y[index] = town.y + from.normal() * town.spread
  }
  return { x, y, town: at }
}

/**
 * A nation on one day: needs and volunteers live around the towns of the country pack, as many as people do;
 * each need asks for one skill of six and at times for a woman; its candidates are the 30 nearest who fit.
 * Costs are those of engines/matching/cost.ts: a hundred metres is 1.
 */
export const national = (shape: Shape, needs: number, seed = 1, country = 'iran'): Problem => {
  const from = chance(seed)
  const towns = townsOf(country)
  const volunteers = Math.round(needs * volunteersPerNeed[shape])
  const where = scattered(towns, needs, from)
  const homes = scattered(towns, volunteers, from)
  const offers = Int32Array.from(homes.x, () => {
    let mask = from.next() < 0.6 ? FEMALE : 0
    for (let skill = 0; skill < SKILLS; skill++) if (from.next() < 0.5) mask |= 1 << skill
    return mask
  })
  const reach = Float64Array.from(homes.x, () => 10 + from.below(90))
  const near = search(homes, 1.5 * Math.sqrt(800_000 / Math.max(1, volunteers)))
  const found = new Int32Array(CANDIDATES)
  const km = new Float64Array(CANDIDATES)

  return gather(volunteers, needs, (need, add) => {
    const x = where.x[need] ?? 0
    const y = where.y[need] ?? 0
    const asked = (1 << from.below(SKILLS)) | (from.next() < 0.25 ? FEMALE : 0)
    const prefersWoman = from.next() < 0.2
    const knowsHelper = from.next() < 0.1
    const waiting = from.below(91) * 5
    const priority = from.below(4) * 100
    const fits = (index: number): boolean =>
      ((offers[index] ?? 0) & asked) === asked &&
      Math.hypot((homes.x[index] ?? 0) - x, (homes.y[index] ?? 0) - y) <= (reach[index] ?? 0)
    const count = near.nearest(x, y, 100, fits, found, km)
    const helper = knowsHelper ? from.below(Math.max(1, count)) : -1
    for (let at = 0; at < count; at++) {
      const travel = Math.round((km[at] ?? 0) * 10)
      const newFace = helper !== -1 && helper !== at ? 60 : 0
      const notPreferred = prefersWoman && ((offers[found[at] ?? 0] ?? 0) & FEMALE) === 0 ? 80 : 0
      add(found[at] ?? 0, travel - waiting - priority + newFace + notPreferred)
    }
    return { penalty: shape === 'flat' ? 10_000 : 10_000 + waiting + priority, hours: 1 + from.below(4) }
  }, () => {
    const capacity = 1 + from.below(3)
    return { capacity, hours: capacity * 3 }
  })
}
