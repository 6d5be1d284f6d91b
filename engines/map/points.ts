/** Where a place lies, in degrees. */
export interface GeoPoint {
  readonly key: string
  readonly lat: number
  readonly lon: number
}

/** The same on a sheet: north above, one unit as long in both directions. */
export interface SheetPoint {
  readonly key: string
  readonly x: number
  readonly y: number
}

const RADIANS = Math.PI / 180

/** A degree of longitude is as wide as it is in the middle of the points: right enough for one country. */
export const onSheet = (points: readonly GeoPoint[]): SheetPoint[] => {
  const lats = points.map(({ lat }) => lat)
  const narrow = Math.cos(((Math.min(...lats) + Math.max(...lats)) / 2) * RADIANS)
  return points.map(({ key, lat, lon }) => ({ key, x: lon * narrow, y: -lat }))
}

const apart = (one: SheetPoint, other: SheetPoint): number => Math.hypot(one.x - other.x, one.y - other.y)

/** The longest step that somebody must take who walks from point to point over all of them: Prim's tree, its longest edge. */
export const longestStep = (points: readonly SheetPoint[]): number => {
  const [first, ...others] = points
  if (first === undefined) return 0
  const left = others.map((point) => ({ point, far: apart(point, first) }))
  let longest = 0
  while (left.length > 0) {
    const nearest = left.reduce((best, each) => (each.far < best.far ? each : best))
    left.splice(left.indexOf(nearest), 1)
    longest = Math.max(longest, nearest.far)
    for (const each of left) each.far = Math.min(each.far, apart(each.point, nearest.point))
  }
  return longest
}
