import type { Point } from './shapes.ts'

const EARTH_KM = 6371.0088
const RADIANS = Math.PI / 180

/** Writes the point of the unit sphere at `at`, `at + 1`, `at + 2`. */
export const putOnSphere = (lat: number, lon: number, into: Float64Array, at: number): void => {
  const around = Math.cos(lat * RADIANS)
  into[at] = around * Math.cos(lon * RADIANS)
  into[at + 1] = around * Math.sin(lon * RADIANS)
  into[at + 2] = Math.sin(lat * RADIANS)
}

/**
 * The square of the straight line through the unit sphere: grows as the distance on it does, over the antimeridian and
 * the poles too. Always added in this order: whoever prunes by it relies on equal rounding.
 */
export const squaredChord = (dx: number, dy: number, dz: number): number => dx * dx + dy * dy + dz * dz

/** Great-circle kilometres of a squared chord. */
export const kmOfChord = (squared: number): number => 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(squared) / 2))

/** The squared chord of so many kilometres, but for rounding; Infinity where that reaches everybody. */
export const chordOfKm = (km: number): number => {
  if (km >= Math.PI * EARTH_KM) return Infinity
  const half = Math.sin(km / (2 * EARTH_KM))
  return 4 * half * half
}

// One need is held against many volunteers, one after the other: its side is worked out once. (A map of all points takes
// longer to look into than the working out.)
let lately: Point | undefined
const here = new Float64Array(3)
const there = new Float64Array(3)

/** The squared chord between two points. */
export const chordBetween = (a: Point, b: Point): number => {
  if (a !== lately) putOnSphere(a.lat, a.lon, here, 0)
  lately = a
  putOnSphere(b.lat, b.lon, there, 0)
  return squaredChord(here[0]! - there[0]!, here[1]! - there[1]!, here[2]! - there[2]!)
}

/** Great-circle kilometres. */
export const distanceKm = (a: Point, b: Point): number => kmOfChord(chordBetween(a, b))
