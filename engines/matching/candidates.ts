import { distanceKm, KM_PER_LATITUDE } from './distance.ts'
import { isEligible } from './requirements.ts'
import type { Need, Volunteer } from './shapes.ts'

/**
 * The candidates of need `i` are `col[row[i]] … col[row[i + 1] − 1]`: indices of volunteers, nearest first.
 */
export interface Candidates {
  readonly row: Int32Array
  readonly col: Int32Array
}

export interface CandidateOptions {
  /** How many at most, for all needs or by index of the need. */
  readonly perNeed: number | ((need: number) => number)
  /** The day of the run. */
  readonly day: string
}

interface Near {
  readonly km: number
  readonly volunteer: number
}

const byDistance = (a: Near, b: Near): number => a.km - b.km || a.volunteer - b.volunteer

const firstFrom = (sorted: Float64Array, value: number): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The nearest eligible volunteers of each need; whoever helped before is among them, however far, if
 * eligible. Scans outwards from the need's latitude over volunteers sorted by latitude, until nobody nearer
 * can follow.
 */
export const candidates = (
  needs: readonly Need[],
  volunteers: readonly Volunteer[],
  { perNeed, day }: CandidateOptions,
): Candidates => {
  const latitudeOf = (index: number): number => volunteers[index]!.point.lat
  const order = Int32Array.from(volunteers.keys()).sort((a, b) => latitudeOf(a) - latitudeOf(b))
  const latitudes = Float64Array.from(order, latitudeOf)
  const farthest = volunteers.reduce((most, { travelKm }) => Math.max(most, travelKm), 0)
  const indexOf = new Map(volunteers.map(({ id }, index) => [id, index]))

  const nearest = (need: Need, most: number): number[] => {
    const near: Near[] = []
    let reach = farthest
    const consider = (index: number): void => {
      const volunteer = volunteers[index]!
      const km = distanceKm(need.point, volunteer.point)
      if (km > reach || km > volunteer.travelKm || !isEligible(need, volunteer, day)) return
      const found = { km, volunteer: index }
      const place = near.findIndex((other) => byDistance(found, other) < 0)
      near.splice(place === -1 ? near.length : place, 0, found)
      if (near.length > most) near.pop()
      if (near.length === most) reach = Math.min(reach, near.at(-1)!.km)
    }
    let up = firstFrom(latitudes, need.point.lat)
    let down = up - 1
    const kmTo = (at: number): number =>
      at < 0 || at >= order.length ? Infinity : Math.abs(latitudes[at]! - need.point.lat) * KM_PER_LATITUDE
    while (most > 0 && Math.min(kmTo(up), kmTo(down)) <= reach)
      consider(order[kmTo(up) <= kmTo(down) ? up++ : down--]!)

    const found = near.map(({ volunteer }) => volunteer)
    const before = need.continuity === null ? undefined : indexOf.get(need.continuity)
    if (before === undefined || found.includes(before)) return found
    if (!isEligible(need, volunteers[before]!, day)) return found
    return [...found.slice(0, Math.max(0, most - 1)), before]
  }

  const most = (need: number): number => (typeof perNeed === 'number' ? perNeed : perNeed(need))
  const rows = needs.map((need, index) => nearest(need, most(index)))
  const row = new Int32Array(needs.length + 1)
  rows.forEach((found, index) => (row[index + 1] = row[index]! + found.length))
  return { row, col: Int32Array.from(rows.flat()) }
}
