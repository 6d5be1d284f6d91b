import type { Table } from '#engines/disclosure/shapes.ts'
import type { Change } from './local.ts'
import { rowsByMember, type Sums } from './rake.ts'

/** That a watched cell moves so far, in value: up where positive. */
export interface Wish {
  /** Place among the watched cells. */
  readonly watched: number
  readonly by: number
}

/** Whole tables that agree with everything published, a few steps of one finest cell at a time. */
export interface Walk {
  /**
   * From the true table to another in which as many wishes as can be are met. `unit`: how much one step adds or takes away.
   * `firm`: how hard wishes are to give up. Undefined where it does not come to rest.
   */
  find(wishes: readonly Wish[], unit: number, firm: number): Change | undefined
}

/** What a row asks: to stay as it is, to rise, to fall, or nothing. */
const [STAY, RISE, FALL, NOTHING] = [0, 1, -1, 2]

/** Finest cells that are compared before a step is made. */
const COMPARED = 60
/** How often a wish is tried before it is given up. */
const TRIES = 50
/** How often a wish comes before what it has thrown out of balance. */
const WISHING = 0.3
/** Steps for which a finest cell is left alone after its own: so many at least, and up to twice that. */
const REST = 3
/** After the last wish everything comes to rest: as long as it takes wishes to give way, little by little, and twice that. */
const givingWay = (wishes: number): number => 20_000 + 200 * wishes
const MOST_STEPS = 3_000_000

/** Even enough to choose among steps: a linear congruence. */
const draws = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A list of rows that knows where each of them stands in it. */
const openList = (rows: number) => {
  const list: number[] = []
  const place = new Int32Array(rows).fill(-1)
  return {
    list,
    put: (row: number, on: boolean): void => {
      const at = place[row]!
      if (on === at >= 0) return
      if (on) {
        place[row] = list.push(row) - 1
        return
      }
      const last = list.pop()!
      if (last !== row) {
        list[at] = last
        place[last] = at
      }
      place[row] = -1
    },
    clear: (): void => {
      for (const row of list) place[row] = -1
      list.length = 0
    },
  }
}

/**
 * `watched`: cells that wishes are about.
 *
 * Every wish throws sums out of balance; a step sets one of them right and mostly others wrong, the fewest that are found
 * among finest cells compared. Imbalances wander and cancel each other. As nothing wished for is a solution, too, and wishes
 * give way in the end, almost every walk comes to rest.
 */
export const openWalk = (table: Table, sums: Sums, watched: readonly number[]): Walk => {
  const { inner, start: cellStart, member: cellMember } = table
  const firstWish = sums.goal.length
  const rows = firstWish + watched.length
  const start = new Int32Array(rows + 1)
  start.set(sums.start)
  watched.forEach((cell, index) => {
    start[firstWish + index + 1] = start[firstWish + index]! + cellStart[cell + 1]! - cellStart[cell]!
  })
  const member = new Int32Array(start[rows]!)
  member.set(sums.member)
  watched.forEach((cell, index) => member.set(cellMember.subarray(cellStart[cell], cellStart[cell + 1]), start[firstWish + index]))
  const { first, rows: rowsOf } = rowsByMember(start, member, inner.length)

  const asks = new Int8Array(rows)
  /** Of each row, how far it is from what it asks, in steps. */
  const off = new Int32Array(rows)
  const moved = new Int32Array(inner.length)
  const room = new Float64Array(inner.length)
  const restsUntil = new Int32Array(inner.length)
  const tries = new Int32Array(rows)
  const wrong = openList(rows)
  const unmet = openList(rows)
  let seed = 0

  const isOff = (row: number): boolean => {
    const own = off[row]!
    return asks[row] === STAY ? own !== 0 : asks[row] === RISE ? own < 0 : asks[row] === FALL && own > 0
  }
  const note = (row: number): void => (row < firstWish ? wrong : unmet).put(row, isOff(row))

  const begin = (wishes: readonly Wish[], unit: number): void => {
    seed += 1
    off.fill(0)
    moved.fill(0)
    restsUntil.fill(0)
    tries.fill(0)
    asks.fill(NOTHING, firstWish)
    wrong.clear()
    unmet.clear()
    for (let one = 0; one < room.length; one += 1) room[one] = Math.floor(inner[one]! / unit)
    for (const { watched: place, by } of wishes) {
      const row = firstWish + place
      asks[row] = by > 0 ? RISE : FALL
      off[row] = by > 0 ? -Math.ceil(by / unit) : Math.ceil(-by / unit)
      note(row)
    }
  }

  /** What a step costs: rows that it throws out of balance less those that it sets right, a wish as much as it is firm. */
  const costOf = (one: number, by: number, firm: number): number => {
    let cost = 0
    for (let at = first[one]!, end = first[one + 1]!; at < end; at += 1) {
      const row = rowsOf[at]!
      const ask = asks[row]!
      const along = by * off[row]!
      if (ask === STAY) cost += along < 0 ? -1 : 1
      else if (ask === by) cost -= along < 0 ? firm : 0
      else if (ask !== NOTHING) cost += along >= 0 ? firm : 0
    }
    return cost
  }

  const find: Walk['find'] = (wishes, unit, firm) => {
    begin(wishes, unit)
    const draw = draws(seed)
    const yielding = givingWay(wishes.length)
    let settling = 0
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const wishing = unmet.list.length > 0 && settling === 0
      if (!wishing) {
        settling += 1
        if (wrong.list.length === 0) return changeOf(unit)
        if (settling > 3 * yielding) return undefined
      }
      let row: number
      if (wishing && (wrong.list.length === 0 || draw() < WISHING)) {
        row = unmet.list[Math.floor(draw() * unmet.list.length)]!
        tries[row] = tries[row]! + 1
        if (tries[row]! > TRIES) {
          asks[row] = NOTHING
          note(row)
          continue
        }
      } else row = wrong.list[Math.floor(draw() * wrong.list.length)]!
      const left = firm * Math.min(1, Math.max(0, 2 - (3 * settling) / yielding))
      const by = off[row]! < 0 ? 1 : -1
      const from = start[row]!
      const end = start[row + 1]!
      let at = from + Math.floor(draw() * (end - from))
      let best = Infinity
      let chosen = -1
      for (let compared = Math.min(COMPARED, end - from); compared > 0; compared -= 1) {
        const one = member[at]!
        at += 1
        if (at === end) at = from
        if ((by < 0 && moved[one]! + room[one]! <= 0) || restsUntil[one]! > step) continue
        // The nearer to the true table the better, where nothing else tells two steps apart.
        const cost = costOf(one, by, left) + (by * moved[one]! < 0 ? -0.05 : 0.05)
        if (cost < best) {
          best = cost
          chosen = one
        }
      }
      if (chosen === -1) continue
      moved[chosen] = moved[chosen]! + by
      for (let place = first[chosen]!; place < first[chosen + 1]!; place += 1) {
        const met = rowsOf[place]!
        off[met] = off[met]! + by
        if (asks[met] !== NOTHING) note(met)
      }
      restsUntil[chosen] = step + REST + Math.floor(draw() * REST)
    }
    return undefined
  }

  const changeOf = (unit: number): Change => {
    const at: number[] = []
    const by: number[] = []
    moved.forEach((steps, one) => {
      if (steps === 0) return
      at.push(one)
      by.push(steps * unit)
    })
    return { at, by }
  }

  return { find }
}
