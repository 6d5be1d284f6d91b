import type { Point } from './shapes.ts'

const EARTH_KM = 6371.0088
const RADIANS = Math.PI / 180

/** No two points are nearer than this many kilometres for each degree of latitude between them. */
export const KM_PER_LATITUDE = EARTH_KM * RADIANS

/** Great-circle kilometres (haversine). */
export const distanceKm = (a: Point, b: Point): number => {
  const dLat = Math.sin(((b.lat - a.lat) * RADIANS) / 2)
  const dLon = Math.sin(((b.lon - a.lon) * RADIANS) / 2)
  const h = dLat * dLat + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * dLon * dLon
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}
