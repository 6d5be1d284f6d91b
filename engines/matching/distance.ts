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

// A volunteer's point is asked about by every need around.
const known = new WeakMap<Point, Float64Array>()
const onSphere = (point: Point): Float64Array => {
  const before = known.get(point)
  if (before !== undefined) return before
  const vector = new Float64Array(3)
  putOnSphere(point.lat, point.lon, vector, 0)
  known.set(point, vector)
  return vector
}

export const chordBetween = (a: Point, b: Point): number => {
  const u = onSphere(a)
  const v = onSphere(b)
  return squaredChord(u[0]! - v[0]!, u[1]! - v[1]!, u[2]! - v[2]!)
}

/** Great-circle kilometres. */
export const distanceKm = (a: Point, b: Point): number => kmOfChord(chordBetween(a, b))
