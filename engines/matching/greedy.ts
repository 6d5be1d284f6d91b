import { distanceKm } from './distance.ts'
import type { Chosen } from './match.ts'
import { isEligible } from './requirements.ts'

/** By need: the index of its volunteer, or −1. */
export type Greedy = Int32Array

/**
 * What most systems do: the most pressing need first, then the longest wait, and each takes the nearest who is eligible
 * and has a task left. From the run's own candidates; a need whose list is used up looks at everybody who is left, so
 * that the comparison is not won by a short list. Nothing is proposed from it.
 */
export const greedy = ({ needs, volunteers, candidates: { row, col }, day }: Chosen, minutesLeft?: readonly number[]): Greedy => {
  // Where minutes are counted, each need takes its own of them.
  const minutes = minutesLeft === undefined ? undefined : [...minutesLeft]
  const hasTime = (volunteer: number, need: number): boolean => minutes === undefined || minutes[volunteer]! >= needs[need]!.minutes
  const left = Int32Array.from(volunteers, ({ capacityLeft }) => Math.max(0, capacityLeft))
  const nearestLeft = (at: number): number => {
    const need = needs[at]!
    let nearest = -1
    let reach = Infinity
    for (const [index, volunteer] of volunteers.entries()) {
      if (left[index] === 0 || !hasTime(index, at)) continue
      const km = distanceKm(need.point, volunteer.point)
      if (km >= reach || !isEligible(need, volunteer, day)) continue
      nearest = index
      reach = km
    }
    return nearest
  }
  const order = [...needs.keys()].sort(
    (a, b) => needs[b]!.priority - needs[a]!.priority || needs[b]!.waitingDays - needs[a]!.waitingDays || a - b,
  )
  const chosen = new Int32Array(needs.length).fill(-1)
  for (const at of order) {
    const own = col.subarray(row[at]!, row[at + 1]!)
    const nearest = own.find((volunteer) => left[volunteer]! > 0 && hasTime(volunteer, at)) ?? (own.length === 0 ? -1 : nearestLeft(at))
    if (nearest === -1) continue
    chosen[at] = nearest
    left[nearest] = left[nearest]! - 1
    if (minutes !== undefined) minutes[nearest] = minutes[nearest]! - needs[at]!.minutes
  }
  return chosen
}
