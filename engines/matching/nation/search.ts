import { kmOfChord, putOnSphere, squaredChord } from '#engines/matching/distance.ts'
import type { Columns } from './columns.ts'
import { growForest, type Forest } from './forest.ts'
import { REACH_MARGIN } from './grow.ts'
import { openMarks } from './marks.ts'
import { chordIn, meets } from './meets.ts'
import { inOrder, roomFor, take, type Nearest } from './nearest.ts'
import { routeThrough } from './route.ts'
import { openTimely } from './timely.ts'
import { BOX, chordToBox, END, FROM, INDEX, LOWEST, perVolunteer, RIGHT, SHAPE, SPOT, WEEK, type Tree } from './tree.ts'
import { ANY_PART } from './week-parts.ts'

export interface Search {
  /**
   * The nearest `most` volunteers who meet every hard requirement of a need, nearest first, of two as far the lower index
   * first; whoever helped before is among them, however far, if they meet them. The answer holds until the next call.
   */
  readonly nearest: (need: number, most: number) => Nearest
  /** Needs in an order in which neighbours follow each other. */
  readonly route: () => Int32Array
}

/** Deeper than any tree of 2³¹ volunteers. */
const DEEPEST = 64

const searchIn = (forest: Forest, columns: Columns): Search => {
  const { words, purposes, weeks, needs, volunteers, units } = columns
  const { folk, treeFor } = forest
  const { width } = folk
  const { travelKm, unit, capacity } = volunteers
  const stride = SHAPE + width
  const each = perVolunteer(width)
  const timely = openTimely(weeks)
  const barred = openMarks(needs.barred, capacity.length)
  const barredUnits = openMarks(needs.barredUnits, units)
  const here = new Float64Array(3)
  const asked = new Int32Array(width)
  const waitingNode = new Int32Array(DEEPEST)
  const waitingChord = new Float64Array(DEEPEST)
  let near = roomFor(32)
  let someBarred = false
  let someUnitsBarred = false

  /** What the traits of a volunteer, or of all in a node, are held against. */
  const ask = (need: number): void => {
    for (let word = 0; word < words; word += 1) asked[word] = needs.bits[need * words + word]!
    asked[words] = needs.minutes[need]! > 0 ? weeks.parts[needs.week[need]!]! : ANY_PART
    for (let purpose = 0; purpose < purposes; purpose += 1)
      asked[words + 1 + purpose] = needs.vettedThrough[need * purposes + purpose]!
  }
  const canFit = (from: Int32Array, at: number): boolean => {
    for (let word = 0; word < words; word += 1) if ((from[at + word]! & asked[word]!) !== asked[word]!) return false
    if ((from[at + words]! & asked[words]!) === 0) return false
    for (let trait = words + 1; trait < width; trait += 1) if (from[at + trait]! < asked[trait]!) return false
    return true
  }
  const isWithin = (chord: number, reach: number, index: number): boolean =>
    // Within a rounding of the limit, the limit itself decides.
    chord <= reach * (1 - 3 * REACH_MARGIN) || kmOfChord(chord) <= travelKm[index]!

  const walk = ({ shape, box, traits, spot }: Tree, most: number): void => {
    const hx = here[0]!
    const hy = here[1]!
    const hz = here[2]!
    // The first word holds what is asked most often, and shuts most of them out.
    const first = asked[0]!
    const barsSome = someBarred
    const barsUnits = someUnitsBarred
    const { chord: chords, id: ids } = near
    let limit = Infinity
    let lastId = Infinity
    let waiting = 0
    let node = 0
    let chord = chordToBox(box, 0, hx, hy, hz)
    if (chord > box[6]! || !canFit(shape, SHAPE)) return
    for (;;) {
      const s = node * stride
      const right = shape[s + RIGHT]!
      if (right === 0) {
        const end = shape[s + END]!
        for (let at = shape[s + FROM]!; at < end; at += 1) {
          const own = at * each
          if ((traits[own]! & first) !== first || !canFit(traits, own)) continue
          const reach = spot[at * SPOT + 3]!
          const far = squaredChord(spot[at * SPOT]! - hx, spot[at * SPOT + 1]! - hy, spot[at * SPOT + 2]! - hz)
          if (far > limit || far > reach) continue
          const index = traits[own + width + INDEX]!
          if (far === limit && index > lastId) continue
          if (!timely.fits(traits[own + width + WEEK]!) || !isWithin(far, reach, index)) continue
          if ((barsSome && barred.has(index)) || (barsUnits && barredUnits.has(unit[index]!))) continue
          take(near, most, far, index)
          if (near.size < most) continue
          limit = chords[0]!
          lastId = ids[0]!
        }
      } else {
        const left = node + 1
        const toLeft = chordToBox(box, left * BOX, hx, hy, hz)
        const toRight = chordToBox(box, right * BOX, hx, hy, hz)
        const goLeft = toLeft <= limit && toLeft <= box[left * BOX + 6]! && canFit(shape, left * stride + SHAPE)
        const goRight = toRight <= limit && toRight <= box[right * BOX + 6]! && canFit(shape, right * stride + SHAPE)
        if (goLeft && goRight) {
          const leftFirst = toLeft <= toRight
          waitingNode[waiting] = leftFirst ? right : left
          waitingChord[waiting] = leftFirst ? toRight : toLeft
          waiting += 1
        }
        if (goLeft || goRight) {
          node = goLeft && (!goRight || toLeft <= toRight) ? left : right
          continue
        }
      }
      do {
        if (waiting === 0) return
        waiting -= 1
        node = waitingNode[waiting]!
        chord = waitingChord[waiting]!
      } while (chord > limit || (chord === limit && shape[node * stride + LOWEST]! > lastId))
    }
  }

  /** Puts whoever helped before in the place of the farthest; where there was room, they are among them already. */
  const keepHelper = (need: number, most: number): void => {
    const helper = needs.before[need]!
    if (helper < 0 || near.size < most || near.id.subarray(0, near.size).includes(helper)) return
    if (!meets(columns, need, helper)) return
    const last = Math.max(0, most - 1)
    near.size = last + 1
    near.chord[last] = chordIn(columns, need, helper)
    near.id[last] = helper
  }

  return {
    nearest: (need, most) => {
      if (near.id.length < Math.min(most + 1, folk.count + 1)) near = roomFor(Math.min(2 * most + 1, folk.count + 1))
      near.size = 0
      putOnSphere(needs.lat[need]!, needs.lon[need]!, here, 0)
      ask(need)
      someBarred = barred.of(need)
      someUnitsBarred = barredUnits.of(need)
      timely.of(needs.week[need]!, needs.minutes[need]!)
      if (most > 0) walk(treeFor(need), most)
      inOrder(near)
      keepHelper(need, most)
      return near
    },
    route: () => routeThrough(forest, columns),
  }
}

const nobody: Nearest = { size: 0, chord: new Float64Array(0), id: new Int32Array(0) }

/** Everything that is asked later is prepared here once, in about the time that sorting the volunteers takes. */
export const openSearch = (columns: Columns): Search => {
  const forest = growForest(columns)
  if (forest === undefined)
    return { nearest: () => nobody, route: () => Int32Array.from(columns.needs.lat.keys()) }
  return searchIn(forest, columns)
}
