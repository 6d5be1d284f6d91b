import type { GazetteerFacts } from './gazetteer-facts.ts'
import {
  kilometres,
  letters,
  plain,
  populationsOf,
  townsOf,
  type GazetteerTown,
  type Point,
} from './gazetteer-sources.ts'
import type { PlaceRow } from './gazetteer.ts'

export interface Town extends GazetteerTown {
  /** Code of its province. */
  readonly province: string
}

// Two entries of one name this near to each other are one town.
const SAME_TOWN_KM = 4
// How exactly a table needs to point at a town whose name is not unique.
const PIN_KM = 8
// A population belongs to a town of its name, or to one at almost the same point.
const NAMESAKE_KM = 6
const SAME_POINT_KM = 1

export const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

const readSpot = (spot: string): { name: string; at?: Point } => {
  const [name = '', point] = spot.replace(/^=/, '').split('@')
  if (point === undefined) return { name }
  const [lat = NaN, lon = NaN] = point.split(',').map(Number)
  return { name, at: { lat, lon } }
}

/** Whether a table's `Name` or `Name@lat,lon` means this town. */
export const isSpot = (town: GazetteerTown, spot: string): boolean => {
  const { name, at } = readSpot(spot)
  return letters(town.name) === letters(name) && (at === undefined || kilometres(town, at) < PIN_KM)
}

const isSameTown = (a: Town, b: Town): boolean =>
  a.province === b.province && letters(a.name) === letters(b.name) && kilometres(a, b) < SAME_TOWN_KM

const missingSeats = ({ counties }: GazetteerFacts): Town[] =>
  counties
    .filter(({ seat }) => seat.startsWith('='))
    .map(({ province, seat }) => {
      const { name, at } = readSpot(seat)
      if (at === undefined) throw new Error(`no point of ${name}`)
      return { romanised: name, name: plain(name), ...at, admin1: '', admin2: '', province }
    })

/** All towns, each in its province and once, seats that the gazetteer lacks among them. */
export const gatherTowns = (facts: GazetteerFacts): Town[] => {
  const listed = new Map(facts.provinces.map(({ geonames, code }) => [geonames, code]))
  const known = townsOf(facts.iso).map((town): Town => {
    const from = listed.get(town.admin1) ?? ''
    const province = facts.moved.find((move) => move.from === from && isSpot(town, move.town))?.to ?? from
    if (province === '') throw new Error(`no province ${town.admin1} of ${town.name}`)
    return { ...town, province }
  })
  // What names its county comes first, so that of two entries the better one stays.
  const sorted = known.toSorted((a, b) => Number(b.admin2 !== '') - Number(a.admin2 !== ''))
  const all = [...sorted, ...missingSeats(facts)]
  return all.filter((town, index) => !all.slice(0, index).some((earlier) => isSameTown(earlier, town)))
}

/** What the gazetteer knows of a town's population. */
export const populationIn = ({ iso, disbelieved }: GazetteerFacts) => {
  const known = populationsOf(iso)
  return (town: Town): number | undefined => {
    if (disbelieved.some((spot) => isSpot(town, spot))) return undefined
    const isNamesake = ({ name }: { name: string }) => name === letters(town.name)
    const within = (one: { name: string }) => (isNamesake(one) ? NAMESAKE_KM : SAME_POINT_KM)
    const near = known.filter((one) => kilometres(town, one) < within(one))
    const largest = near.toSorted((a, b) => b.population - a.population)
    return (largest.find(isNamesake) ?? largest[0])?.population
  }
}

const inOrder = (a: Town, b: Town): number => {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1
  return a.lat - b.lat || a.lon - b.lon
}

const keyOf = (province: string, name: string, { lat, lon }: Point) =>
  `${province} ${name} ${round(lat)} ${round(lon)}`

/** Codes of towns are given once: those of `before` stay, new ones get the next number of their province. */
export const codeTowns = (towns: readonly Town[], before: readonly PlaceRow[]): ReadonlyMap<Town, string> => {
  const given = new Map<string, string>()
  const last = new Map<string, number>()
  for (const [code, kind, , , en, lat, lon] of before) {
    if (kind !== 't') continue
    const [province = '', number = ''] = code.split('-T')
    given.set(keyOf(province, en, { lat, lon }), code)
    last.set(province, Math.max(last.get(province) ?? 0, Number(number)))
  }
  const next = (province: string): string => {
    const number = (last.get(province) ?? 0) + 1
    last.set(province, number)
    return `${province}-T${String(number).padStart(3, '0')}`
  }
  return new Map(
    towns
      .toSorted(inOrder)
      .map((town) => [town, given.get(keyOf(town.province, town.name, town)) ?? next(town.province)]),
  )
}
