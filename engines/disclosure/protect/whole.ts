import type { Sensitive, Table } from '#engines/disclosure/shapes.ts'
import type { Change } from './local.ts'
import { sumsOf } from './rake.ts'
import type { Relations } from './relations.ts'
import { openWalk, type Walk, type Wish } from './walk.ts'
import type { Shown } from './witnesses.ts'

/** A whole table that agrees with everything published, by what it changes, and how far it moves each cell. */
export interface Whole {
  readonly change: Change
  readonly moves: Float64Array
}

/** Whom whole tables are about. */
export interface Looked {
  readonly table: Table
  readonly sensitive: Sensitive
  readonly primaries: readonly number[]
}

/** Where whole tables are looked for. */
export interface Ground extends Looked {
  /** 1 where a cell may move. */
  readonly free: Uint8Array
  readonly walk: Walk
}

export const openGround = (table: Table, sensitive: Sensitive, plain: Relations, primaries: readonly number[], hidden: Uint8Array): Ground => ({
  table,
  sensitive,
  primaries,
  free: hidden.slice(),
  walk: openWalk(table, sumsOf(table, plain, hidden), primaries),
})

export const movedBy = ({ inner, start, member }: Table, change: Change): Whole => {
  const by = new Float64Array(inner.length)
  change.at.forEach((one, k) => {
    by[one] = change.by[k]!
  })
  const moves = new Float64Array(start.length - 1)
  for (let cell = 0; cell < moves.length; cell += 1) {
    let sum = 0
    for (let at = start[cell]!; at < start[cell + 1]!; at += 1) sum += by[member[at]!]!
    moves[cell] = sum
  }
  return { change, moves }
}

/** Exact: every cell is added up, whether the walk knew of it or not. */
const wholeOf = ({ table, free }: Ground, change: Change): Whole | undefined => {
  if (change.at.some((one, k) => table.inner[one]! + change.by[k]! < 0)) return undefined
  const whole = movedBy(table, change)
  return whole.moves.every((by, cell) => by === 0 || free[cell] === 1) ? whole : undefined
}

/** The lowest and the highest that tables show each primary to be able to be, and which tables do. */
export interface Ends {
  readonly low: Float64Array
  readonly high: Float64Array
  /** Place of the table; −1 where it is the true one. */
  readonly lowest: Int32Array
  readonly highest: Int32Array
}

export const endsOf = ({ table, primaries }: Looked, wholes: readonly Whole[]): Ends => {
  const low = Float64Array.from(primaries, (one) => table.value[one]!)
  const high = low.slice()
  const lowest = new Int32Array(primaries.length).fill(-1)
  const highest = lowest.slice()
  wholes.forEach(({ moves }, place) =>
    primaries.forEach((one, index) => {
      const here = table.value[one]! + moves[one]!
      if (here < low[index]!) {
        low[index] = here
        lowest[index] = place
      }
      if (here > high[index]!) {
        high[index] = here
        highest[index] = place
      }
    }),
  )
  return { low, high, lowest, highest }
}

const floorOf = ({ table, sensitive }: Looked, one: number): number => Math.max(0, table.value[one]! - sensitive.required[one]!)

/** Places of primaries that no table shows to be safe yet. */
export const unsafeBy = (ground: Looked, { low, high }: Ends): number[] => {
  const { table, sensitive, primaries } = ground
  return [...primaries.keys()].filter((index) => {
    const one = primaries[index]!
    return low[index]! > floorOf(ground, one) || high[index]! < table.value[one]! + sensitive.required[one]! || high[index]! - low[index]! + 1 < sensitive.k
  })
}

/** Amounts move in steps of about an eighth to all of what they must move. */
const STEPS = 8

const unitOf = ({ table, sensitive }: Ground, one: number): number => {
  const far = Math.max(1, sensitive.required[one]!)
  let unit = STEPS ** Math.floor(Math.log(far + 0.5) / Math.log(STEPS))
  while (unit > 1 && Math.ceil(Math.min(far, table.value[one]!) / unit) * unit > table.value[one]!) unit /= STEPS
  return unit
}

const wishFor = (ground: Ground, { low, high }: Ends, index: number, downFirst: boolean): Wish => {
  const { table, sensitive, primaries } = ground
  const one = primaries[index]!
  const value = table.value[one]!
  const floor = floorOf(ground, one)
  const ceiling = value + sensitive.required[one]!
  const far = Math.max(0, sensitive.k - 1)
  const [lowDone, highDone] = [low[index]! <= floor, high[index]! >= ceiling]
  const down = lowDone === highDone ? downFirst && low[index]! > 0 : !lowDone
  if (down) return { watched: index, by: Math.max(0, Math.min(floor, (highDone ? high[index]! : ceiling) - far)) - value }
  return { watched: index, by: Math.max(ceiling, (lowDone ? low[index]! : Math.max(0, value - far)) + far) - value }
}

/** Where a round showed nothing new, wishes are firmer in the next. */
const firmness = (idle: number): number => 2 + 1.5 * idle
/** A small stride through the fractions of one, that fills them evenly: multiples of the golden section. */
const evenly = (index: number): number => (index * 0.618_033_988_749_895) % 1

const MOST_ROUNDS = 80

/** Looks for more tables until every primary is safe, or so many rounds showed nothing new. Answers the places of who is not. */
export const seek = (ground: Ground, wholes: Whole[], patience: number): number[] => {
  let ends = endsOf(ground, wholes)
  let unsafe = unsafeBy(ground, ends)
  let idle = 0
  for (let round = 0; round < MOST_ROUNDS && unsafe.length > 0 && idle < patience; round += 1) {
    let news = false
    const units = new Map<number, Wish[]>()
    unsafe.forEach((index, place) => {
      const at = evenly(place + 1 + 997 * (round + 1))
      // Half of them each time: the others give room.
      if (at >= 0.5 && unsafe.length > 1) return
      const unit = unitOf(ground, ground.primaries[index]!)
      const wish = wishFor(ground, ends, index, at < 0.25)
      if (wish.by !== 0) units.set(unit, [...(units.get(unit) ?? []), wish])
    })
    for (const [unit, wishes] of units) {
      const change = ground.walk.find(wishes, unit, firmness(idle))
      const whole = change === undefined ? undefined : wholeOf(ground, change)
      if (whole === undefined) continue
      const next = endsOf(ground, [...wholes, whole])
      if (!unsafe.some((index) => next.low[index]! < ends.low[index]! || next.high[index]! > ends.high[index]!)) continue
      wholes.push(whole)
      ends = next
      news = true
    }
    const left = unsafeBy(ground, ends)
    idle = news && left.length < unsafe.length ? 0 : idle + 1
    unsafe = left
  }
  return unsafe
}

/** As few of the tables as show the same primaries to be safe: the longest that can be spared go first. */
export const spare = (ground: Looked, wholes: readonly Whole[]): Whole[] => {
  const count = unsafeBy(ground, endsOf(ground, wholes)).length
  let kept = [...wholes]
  for (const one of [...wholes].sort((a, b) => b.change.at.length - a.change.at.length)) {
    const without = kept.filter((other) => other !== one)
    if (unsafeBy(ground, endsOf(ground, without)).length === count) kept = without
  }
  return kept
}

const NOTHING: Change = { at: [], by: [] }

/** The two tables behind each primary that is safe. */
export const shownBy = (ground: Looked, wholes: readonly Whole[]): Map<number, Shown> => {
  const ends = endsOf(ground, wholes)
  const unsafe = new Set(unsafeBy(ground, ends))
  const changeAt = (place: number): Change => (place === -1 ? NOTHING : wholes[place]!.change)
  return new Map(ground.primaries.flatMap((one, index) => (unsafe.has(index) ? [] : [[one, { low: changeAt(ends.lowest[index]!), high: changeAt(ends.highest[index]!) }] as const])))
}
