import type { Table } from '#engines/disclosure/shapes.ts'
import type { Change } from './local.ts'
import { placesOf } from './places.ts'
import type { Sums } from './sums.ts'

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
   * `firm`: how hard wishes are to give up. `from`: by what the table that it begins from is not the true one; wishes and the answer
   * are about what is changed beyond that. Undefined where it does not come to rest.
   */
  find(wishes: readonly Wish[], unit: number, firm: number, from?: Change): Change | undefined
}

/** What a row asks: to stay as it is, to rise, to fall, or nothing. */
const [STAY, RISE, FALL, NOTHING] = [0, 1, -1, 2]

/** Finest cells that are compared before a step is made. */
const COMPARED = 60
/** How often a wish is tried before it is given up. */
const TRIES = 50
/** So often, in steps, wishes become a little softer. */
const SOFTENED = 256
/** How often a wish comes before what it has thrown out of balance. */
const WISHING = 0.3
/** Steps for which a finest cell is left alone after its own: so many at least, and up to twice that. */
const REST = 6
/** After the last wish everything comes to rest: as long as it takes wishes to give way, little by little, and twice that. */
const givingWay = (wishes: number): number => Math.min(20_000 + 200 * wishes, 600_000)
const MOST_STEPS = 3_000_000
/**
 * Of so many finest cells a few sums would always be out of balance somewhere: every upset that is set right elsewhere brings
 * another. There, a step that upsets more than it sets right is taken the more rarely the more it upsets, and each finest cell
 * has its share of the steps.
 */
export const isMany = ({ inner }: Table): boolean => inner.length > 100_000
const [WARMTH, RESTING_EACH, STEPS_EACH] = [3, 20, 45]

/** Even enough to choose among steps: a linear congruence. */
const draws = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** What is kept of a finest cell, side by side: how far it may fall, in steps; how far it was moved; until when it rests; where its rows begin. */
const [ROOM, MOVED, REST_UNTIL, FIRST, KEPT] = [0, 1, 2, 3, 4]

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
  const { first, cells: rowsOf } = placesOf({ ...table, start, member })

  const asks = new Int8Array(rows).fill(NOTHING, firstWish)
  /** Of each row, how far it is from what it asks, in steps. */
  const off = new Int32Array(rows)
  /** What one step down and one step up cost in each row: at 2 × row and after it. */
  const price = new Float64Array(2 * rows)
  const kept = new Int32Array((inner.length + 1) * KEPT)
  first.forEach((from, one) => {
    kept[one * KEPT + FIRST] = from
  })
  const keptOf = member.map((one) => one * KEPT)
  const tries = new Int32Array(rows)
  const touched: number[] = []
  const wrong = openList(rows)
  const unmet = openList(rows)
  const isCooled = isMany(table)
  let seed = 0
  /** What the step costs that was chosen last. */
  let upset = 0
  price.fill(1, 0, 2 * firstWish)

  /** A sum set right is worth one, one thrown out of balance costs one, a wish as much as it is firm. */
  const reprice = (row: number, firm: number): void => {
    const own = off[row]!
    const ask = asks[row]!
    if (ask === STAY) {
      price[2 * row] = own > 0 ? -1 : 1
      price[2 * row + 1] = own < 0 ? -1 : 1
      wrong.put(row, own !== 0)
      return
    }
    const isUnmet = ask === RISE ? own < 0 : ask === FALL && own > 0
    const near = ask === RISE ? own <= 0 : ask === FALL && own >= 0
    const along = isUnmet ? -firm : 0
    const against = near ? firm : 0
    price[2 * row] = ask === FALL ? along : against
    price[2 * row + 1] = ask === RISE ? along : against
    unmet.put(row, isUnmet)
  }

  const begin = (wishes: readonly Wish[], unit: number, firm: number, from: Change): void => {
    seed += 1
    for (let one = 0; one < inner.length; one += 1) kept[one * KEPT + ROOM] = Math.floor(inner[one]! / unit)
    from.at.forEach((one, index) => {
      kept[one * KEPT + ROOM] = Math.floor((inner[one]! + from.by[index]!) / unit)
    })
    for (const { watched: place, by } of wishes) {
      const row = firstWish + place
      asks[row] = by > 0 ? RISE : FALL
      off[row] = by > 0 ? -Math.ceil(by / unit) : Math.ceil(-by / unit)
      tries[row] = 0
      reprice(row, firm)
    }
  }

  /** As if nothing had been asked. */
  const clear = (wishes: readonly Wish[]): void => {
    for (const { watched: place } of wishes) asks[firstWish + place] = NOTHING
    for (const one of touched) {
      kept[one + MOVED] = 0
      kept[one + REST_UNTIL] = 0
      for (let at = kept[one + FIRST]!; at < kept[one + KEPT + FIRST]!; at += 1) {
        off[rowsOf[at]!] = 0
        reprice(rowsOf[at]!, 0)
      }
    }
    for (const { watched: place } of wishes) {
      off[firstWish + place] = 0
      reprice(firstWish + place, 0)
    }
    touched.length = 0
  }

  /** Among finest cells of the row, from anywhere on, the one whose step upsets the fewest other sums. */
  const cheapest = (row: number, by: -1 | 1, from: number, step: number): number => {
    const [begins, ends] = [start[row]!, start[row + 1]!]
    const side = by < 0 ? 0 : 1
    let at = begins + from
    let best = Infinity
    let chosen = -1
    for (let compared = Math.min(COMPARED, ends - begins); compared > 0; compared -= 1) {
      const one = keptOf[at]!
      at += 1
      if (at === ends) at = begins
      if (kept[one + REST_UNTIL]! > step || (by < 0 && kept[one + ROOM]! <= 0)) continue
      // The nearer to the true table the better, where nothing else tells two steps apart.
      let cost = by * kept[one + MOVED]! < 0 ? -0.05 : 0.05
      for (let place = kept[one + FIRST]!, end = kept[one + KEPT + FIRST]!; place < end; place += 1) cost += price[2 * rowsOf[place]! + side]!
      if (cost < best) {
        best = cost
        chosen = one
      }
    }
    upset = best
    return chosen
  }

  const move = (one: number, by: -1 | 1, firm: number): void => {
    if (kept[one + MOVED] === 0) touched.push(one)
    kept[one + MOVED] = kept[one + MOVED]! + by
    kept[one + ROOM] = kept[one + ROOM]! + by
    for (let place = kept[one + FIRST]!; place < kept[one + KEPT + FIRST]!; place += 1) {
      const met = rowsOf[place]!
      if (asks[met] === NOTHING) continue
      off[met] = off[met]! + by
      reprice(met, firm)
    }
  }

  const walk = (wishes: readonly Wish[], unit: number, firm: number): Change | undefined => {
    const draw = draws(seed)
    const yielding = givingWay(wishes.length)
    const resting = 3 * yielding + (isCooled ? RESTING_EACH * inner.length : 0)
    const most = isCooled ? STEPS_EACH * inner.length : MOST_STEPS
    let settling = 0
    let left = firm
    for (let step = 1; step <= most; step += 1) {
      const wishing = settling === 0 && unmet.list.length > 0
      if (!wishing) {
        settling += 1
        if (wrong.list.length === 0) return changeOf(unit)
        if (settling > resting) return undefined
        if (settling % SOFTENED === 0) {
          left = firm * Math.min(1, Math.max(0, 2 - (3 * settling) / yielding))
          for (const { watched: place } of wishes) reprice(firstWish + place, left)
        }
      }
      let row: number
      if (wishing && (wrong.list.length === 0 || draw() < WISHING)) {
        row = unmet.list[Math.floor(draw() * unmet.list.length)]!
        tries[row] = tries[row]! + 1
        if (tries[row]! > TRIES) {
          asks[row] = NOTHING
          reprice(row, left)
          continue
        }
      } else row = wrong.list[Math.floor(draw() * wrong.list.length)]!
      const by = off[row]! < 0 ? 1 : -1
      const chosen = cheapest(row, by, Math.floor(draw() * (start[row + 1]! - start[row]!)), step)
      if (chosen === -1 || (isCooled && upset > 0.5 && draw() > Math.exp(-upset / WARMTH))) continue
      move(chosen, by, left)
      kept[chosen + REST_UNTIL] = step + REST + Math.floor(draw() * REST)
    }
    return undefined
  }

  const find: Walk['find'] = (wishes, unit, firm, from = { at: [], by: [] }) => {
    begin(wishes, unit, firm, from)
    const change = walk(wishes, unit, firm)
    clear(wishes)
    return change
  }

  const changeOf = (unit: number): Change => {
    const all = [...new Set(touched)].filter((one) => kept[one + MOVED] !== 0).sort((a, b) => a - b)
    return { at: all.map((one) => one / KEPT), by: all.map((one) => kept[one + MOVED]! * unit) }
  }

  return { find }
}
