import { kmOfChord, putOnSphere, squaredChord } from '#engines/matching/distance.ts'
import type { Columns } from './columns.ts'
import { weeksShare } from './weeks.ts'

const here = new Float64Array(3)
const there = new Float64Array(3)

/** The squared chord between a need and a volunteer. */
export const chordIn = ({ needs, volunteers }: Columns, need: number, volunteer: number): number => {
  putOnSphere(needs.lat[need]!, needs.lon[need]!, here, 0)
  putOnSphere(volunteers.lat[volunteer]!, volunteers.lon[volunteer]!, there, 0)
  return squaredChord(here[0]! - there[0]!, here[1]! - there[1]!, here[2]! - there[2]!)
}

/** Every hard requirement of one need by one volunteer, each in its turn; the search has to find the same. */
export const meets = (columns: Columns, need: number, volunteer: number): boolean => {
  const { words, purposes, weeks, needs, volunteers } = columns
  if (volunteers.capacity[volunteer]! <= 0) return false
  for (let word = 0; word < words; word += 1) {
    const asked = needs.bits[need * words + word]!
    if ((volunteers.bits[volunteer * words + word]! & asked) !== asked) return false
  }
  for (let purpose = 0; purpose < purposes; purpose += 1)
    if (volunteers.vettedUntil[volunteer * purposes + purpose]! < needs.vettedThrough[need * purposes + purpose]!) return false
  if (!weeksShare(weeks, needs.week[need]!, volunteers.week[volunteer]!, needs.minutes[need]!)) return false
  const { barred, barredUnits } = needs
  if (barred.item.subarray(barred.start[need], barred.start[need + 1]).includes(volunteer)) return false
  if (barredUnits.item.subarray(barredUnits.start[need], barredUnits.start[need + 1]).includes(volunteers.unit[volunteer]!)) return false
  return kmOfChord(chordIn(columns, need, volunteer)) <= volunteers.travelKm[volunteer]!
}
