import { floorOf, type Ends } from './ends.ts'
import type { Ground } from './whole.ts'
import { isMany, type Wish } from './walk.ts'

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

/** A small stride through the fractions of one, that fills them evenly: multiples of the golden section. */
const evenly = (index: number): number => (index * 0.618_033_988_749_895) % 1

/** How firm wishes are at first, at the most, and by what they grow where a round left more than so many of the unsafe as they were. */
const [FIRM, FIRMEST, FIRMER, SLOW] = [3, 64, 1.5, 0.85]
/** As firm as this, wishes stand in each other's way: they are divided among more and more tables. */
const CROWDED = 10

/** Where wishes are so firm and so few are left, each is looked at alone; in a large table, where every other way takes longer still, so many. */
const [ALONE, ALONE_OF_MANY] = [200, 1000]
/** Every so many of these rounds begin from the true table, first of all the first, which makes short tables. */
const ANEW = 3

/** One after the other, as firm as wishes can be: from the true table, or each from the one in which it went furthest. */
const eachAlone = (ground: Ground, ends: Ends, unsafe: readonly number[], isAnew: boolean, isDown: (place: number) => boolean): void => {
  unsafe.forEach((index, place) => {
    if (ends.isSafe(index)) return
    const { by } = wishFor(ground, ends, index, isDown(place))
    const from = isAnew ? undefined : (by < 0 ? ends.lowest : ends.highest)[index]
    const left = by - (from?.by[from.moved.indexOf(index)] ?? 0)
    if (left * by <= 0) return
    const change = ground.walk.find([{ watched: index, by: left }], unitOf(ground, ground.primaries[index]!), FIRMEST, from?.change)
    const whole = change === undefined ? undefined : ground.wholeOf(change, from)
    if (whole !== undefined) ends.learn(whole)
  })
}

/** All at once, divided among so many tables, each with half of those that fall to it: the others give room. */
const together = (ground: Ground, ends: Ends, unsafe: readonly number[], groups: number, firm: number, drawn: (place: number) => number): void => {
  for (let group = 0; group < groups; group += 1) {
    const units = new Map<number, Wish[]>()
    unsafe.forEach((index, place) => {
      if (ends.isSafe(index)) return
      const at = 2 * groups * drawn(place)
      if (unsafe.length > 1 && Math.floor(at) !== group) return
      const unit = unitOf(ground, ground.primaries[index]!)
      const wish = wishFor(ground, ends, index, at % 1 < 0.5)
      if (wish.by !== 0) units.set(unit, [...(units.get(unit) ?? []), wish])
    })
    for (const [unit, wishes] of units) {
      const change = ground.walk.find(wishes, unit, firm)
      const whole = change === undefined ? undefined : ground.wholeOf(change)
      if (whole !== undefined) ends.learn(whole)
    }
  }
}

/**
 * Looks for more tables until every primary is safe, or so many rounds showed nobody else to be. Answers the places of who is not.
 * `isHasty`: where more can be hidden, a large table is not searched for each of those whom crowds no longer help.
 */
export const seek = (ground: Ground, ends: Ends, patience: number, isHasty = false): number[] => {
  let unsafe = [...ground.primaries.keys()].filter((index) => !ends.isSafe(index))
  let firm = FIRM
  let groups = 1
  let idle = 0
  let alone = 0
  const isLarge = isMany(ground.table)
  const few = isLarge ? ALONE_OF_MANY : ALONE
  for (let round = 0; unsafe.length > 0 && idle < patience; round += 1) {
    if (isHasty && isLarge && firm > CROWDED && unsafe.length > few) break
    const drawn = (place: number): number => evenly(place + 1 + 997 * (round + 1))
    if (firm > CROWDED && unsafe.length <= few) {
      eachAlone(ground, ends, unsafe, alone % ANEW === 0, (place) => drawn(place) < 0.5)
      alone += 1
    } else together(ground, ends, unsafe, groups, firm, drawn)
    const left = unsafe.filter((index) => !ends.isSafe(index))
    idle = left.length < unsafe.length ? 0 : idle + 1
    if (left.length > SLOW * unsafe.length) {
      firm = Math.min(FIRMEST, firm * FIRMER)
      if (firm > CROWDED) groups *= 2
    }
    groups = Math.max(1, Math.min(groups, Math.ceil(left.length / 2)))
    unsafe = left
  }
  return unsafe
}
