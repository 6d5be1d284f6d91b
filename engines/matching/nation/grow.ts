import { chordOfKm, putOnSphere } from '#engines/matching/distance.ts'
import type { Columns } from './columns.ts'
import { halve, type Points } from './halve.ts'
import {
  BOX, describe, END, FROM, INDEX, LEAF, perVolunteer, RIGHT, SHAPE, SPOT, WEEK, type Folk, type Tree,
} from './tree.ts'
import { ANY_PART } from './week-parts.ts'

/** What is kept of a reach is more than exact by this share, so that rounding shuts nobody out; the search asks again. */
export const REACH_MARGIN = 1e-9

const reachOf = (km: number): number => (km < 0 ? -1 : chordOfKm(km) * (1 + REACH_MARGIN))

const pointsOf = ({ volunteers: { lat, lon, capacity } }: Columns): Points => {
  let count = 0
  for (let index = 0; index < capacity.length; index += 1) if (capacity[index]! > 0) count += 1
  const vector = new Float64Array(3)
  const [x, y, z] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)]
  const id = new Int32Array(count)
  let at = 0
  for (let index = 0; index < capacity.length; index += 1) {
    if (capacity[index]! <= 0) continue
    putOnSphere(lat[index]!, lon[index]!, vector, 0)
    x[at] = vector[0]!
    y[at] = vector[1]!
    z[at] = vector[2]!
    id[at] = index
    at += 1
  }
  return { x, y, z, id }
}

const folkOf = ({ volunteers, words, purposes, weeks }: Columns, { x, y, z, id }: Points): Folk => {
  const width = words + 1 + purposes
  const own = perVolunteer(width)
  const count = id.length
  const traits = new Int32Array(count * own)
  const spot = new Float64Array(count * SPOT)
  for (let p = 0; p < count; p += 1) {
    const index = id[p]!
    const at = p * own
    for (let word = 0; word < words; word += 1) traits[at + word] = volunteers.bits[index * words + word]!
    traits[at + words] = weeks.parts[volunteers.week[index]!]! | ANY_PART
    for (let purpose = 0; purpose < purposes; purpose += 1)
      traits[at + words + 1 + purpose] = volunteers.vettedUntil[index * purposes + purpose]!
    traits[at + width + WEEK] = volunteers.week[index]!
    traits[at + width + INDEX] = index
    spot[p * SPOT] = x[p]!
    spot[p * SPOT + 1] = y[p]!
    spot[p * SPOT + 2] = z[p]!
    spot[p * SPOT + 3] = reachOf(volunteers.travelKm[index]!)
  }
  return { count, traits, width, spot }
}

/** How many nodes so many make, halved until they fit into leaves. */
const nodesFor = (count: number): number => {
  const known = new Map<number, number>()
  const nodes = (size: number): number => {
    if (size <= LEAF) return 1
    const before = known.get(size)
    if (before !== undefined) return before
    const own = 1 + nodes(size >> 1) + nodes(size - (size >> 1))
    known.set(size, own)
    return own
  }
  return nodes(count)
}

/** Everybody who may be given a task, in a tree; undefined where there is nobody. */
export const growTree = (columns: Columns): { readonly folk: Folk; readonly tree: Tree } | undefined => {
  const points = pointsOf(columns)
  const count = points.id.length
  if (count === 0) return undefined
  const width = columns.words + 1 + columns.purposes
  const stride = SHAPE + width
  const nodes = nodesFor(count)
  const shape = new Int32Array(nodes * stride)
  let next = 0
  const place = (from: number, end: number): void => {
    const node = next
    next += 1
    shape[node * stride + FROM] = from
    shape[node * stride + END] = end
    if (end - from <= LEAF) return
    const middle = halve(points, from, end)
    place(from, middle)
    shape[node * stride + RIGHT] = next
    place(middle, end)
  }
  place(0, count)

  const folk = folkOf(columns, points)
  const tree = { shape, box: new Float64Array(nodes * BOX), traits: folk.traits, spot: folk.spot }
  describe(tree, folk, columns.words + 1)
  return { folk, tree }
}
