import { cellsOf, draw, longestStep, onSheet, type Drawing } from '#engines/map/index.ts'
import { sha256Of } from '#domains/observatory/releases/manifest.ts'
import type { PlacePoint } from './store.ts'

/** Of the longest step from county to county: the country hangs together, deserts close and seas stay out. */
const REACH = 0.8

const drawn = new Map<string, Drawing>()
const MOST_KEPT = 200

/** The places one step below a place; undefined where there is no such place. A county has no places to draw. */
export const outlineOf = (points: readonly PlacePoint[], within: string | undefined): Drawing | undefined => {
  const place = points.find(({ code, kind }) => (within === undefined ? kind === 'country' : code === within))
  if (place === undefined) return undefined
  const key = sha256Of(JSON.stringify([place.code, points]))
  const known = drawn.get(key)
  if (known !== undefined) return known
  const drawing = drawBelow(points, place)
  if (drawn.size >= MOST_KEPT) drawn.clear()
  drawn.set(key, drawing)
  return drawing
}

const drawBelow = (points: readonly PlacePoint[], place: PlacePoint): Drawing => {
  const sheet = new Map(onSheet(points.map(({ code, lat, lon }) => ({ key: code, lat, lon }))).map((point) => [point.key, point]))
  const onIt = (some: readonly PlacePoint[]) => some.flatMap(({ code }) => sheet.get(code) ?? [])
  const counties = points.filter(({ kind }) => kind === 'county')
  const below = points.filter(({ parent }) => parent === place.code)
  const parents = new Map(counties.map(({ code, parent }) => [code, parent ?? undefined]))
  const spots = onIt(counties)
  // All of the nation's counties, so that a province looks the same from outside and from inside.
  const all = cellsOf(spots, REACH * longestStep(spots))
  const areaOf = (county: string) => (place.kind === 'country' ? parents.get(county) : county)
  const names = new Set(below.map(({ code }) => code))
  return draw(all.filter(({ key }) => names.has(areaOf(key) ?? '')), areaOf, onIt(below))
}
