import type { HoursInstance } from './instance.ts'

/** Of the price of an hour, what an hour that is left counts for while a cycle begins; less and less, as it brings nothing. */
const CREDIT = 0.9
const CYCLES = 6
/** How much rather a need looks at volunteers who are cheap for it. */
const NEARER = [1.5, 4]
const BLOCK = 2000
/** Of the spread of costs. */
const HOT = 0.05
const COLD = 0.1
const DEARER = 1.05
/** Shared by all volunteers: with more of them each has to be within its limit more often for all to be at once. */
const CHEAPER = 0.1

export interface Annealing {
  readonly start: Int32Array
  /** How far costs lie apart. */
  readonly spread: number
  readonly hourPrice: Float64Array
  readonly chance: () => number
  /** Of its time, what is spent. */
  readonly share: () => number
  /** Told of each better plan within all limits. */
  readonly found: (edge: Int32Array, primal: number) => void
}

/**
 * For few volunteers with many needs each, where limits are tight and nearly every plan between two good ones breaks
 * one: needs move or change places, and hours above a limit are allowed at a price, which rises while the limit is
 * broken and falls while it is kept. The search so stays near the edge of what is allowed, from both sides. Chance
 * lets it climb, less and less, several times over.
 */
export const anneal = (instance: HoursInstance, { start, spread, hourPrice, chance, share, found }: Annealing): void => {
  const { row, col, cost, hours, penalty, capacity, capacityHours } = instance
  const needs = penalty.length
  const nobody = capacity.length
  const width = nobody + 1
  const at = new Int32Array(needs * width).fill(-1)
  const dear = new Float64Array(needs * width).fill(Infinity)
  const long = new Float64Array(needs * width)
  let allHours = 0
  for (let need = 0; need < needs; need += 1) {
    for (let e = row[need]!; e < row[need + 1]!; e += 1) {
      at[need * width + col[e]!] = e
      dear[need * width + col[e]!] = cost[e]!
      long[need * width + col[e]!] = hours[e]!
      allHours += hours[e]!
    }
    dear[need * width + nobody] = penalty[need]!
  }
  const middle = Math.max(1, allHours / Math.max(1, col.length))
  const left = new Float64Array(width)
  const tasksLeft = new Float64Array(width)
  const price = new Float64Array(width).fill(spread / middle)
  price[nobody] = 0
  const credit = new Float64Array(width)
  const owner = new Int32Array(needs)
  for (let v = 0; v < nobody; v += 1) {
    left[v] = capacityHours[v]!
    tasksLeft[v] = capacity[v]!
  }
  left[nobody] = 2 ** 50
  tasksLeft[nobody] = 2 ** 50
  let primal = 0
  for (let need = 0; need < needs; need += 1) {
    const v = start[need] === -1 ? nobody : col[start[need]!]!
    owner[need] = v
    left[v] = left[v]! - long[need * width + v]!
    tasksLeft[v] = tasksLeft[v]! - 1
    primal += dear[need * width + v]!
  }
  // Members of each volunteer, to draw one who changes places.
  const member = new Int32Array(needs * width)
  const members = new Int32Array(width)
  const place = new Int32Array(needs)
  const enter = (need: number, v: number): void => {
    owner[need] = v
    place[need] = members[v]!
    member[v * needs + members[v]!] = need
    members[v] = members[v]! + 1
  }
  const leave = (need: number): void => {
    const v = owner[need]!
    members[v] = members[v]! - 1
    const last = member[v * needs + members[v]!]!
    member[v * needs + place[need]!] = last
    place[last] = place[need]!
  }
  for (let need = 0; need < needs; need += 1) enter(need, owner[need]!)
  // Where a need is cheapest when hours have their price.
  const near = new Int32Array(needs * width)
  const nearCount = new Int32Array(needs)
  for (let need = 0; need < needs; need += 1) {
    const priced = (v: number): number => dear[need * width + v]! + (v === nobody ? 0 : hourPrice[v]! * long[need * width + v]!)
    const order = Array.from({ length: width }, (_, v) => v).filter((v) => priced(v) < Infinity).sort((a, b) => priced(a) - priced(b) || a - b)
    order.forEach((v, k) => { near[need * width + k] = v })
    nearCount[need] = order.length
  }
  let best = Infinity
  const edge = new Int32Array(needs)
  const above = (v: number, hoursLeft: number, tasks: number): number =>
    (hoursLeft < 0 ? -hoursLeft * price[v]! : -hoursLeft * credit[v]!) + (tasks < 0 ? -tasks * middle * price[v]! : 0)
  const keep = (): void => {
    if (primal >= best) return
    for (let v = 0; v < nobody; v += 1) if (left[v]! < 0 || tasksLeft[v]! < 0) return
    best = primal
    for (let need = 0; need < needs; need += 1) edge[need] = at[need * width + owner[need]!]!
    found(edge, primal)
  }
  keep()
  const hot = spread * HOT
    let block = 0
  for (let part = share(); part < 1; part = share()) {
    block += 1
    const nearer = NEARER[block % NEARER.length]!
    const cycle = (part * CYCLES) % 1
    for (let v = 0; v < nobody; v += 1) credit[v] = CREDIT * (1 - cycle) * Math.min(price[v]!, hourPrice[v]!)
    const heat = hot * COLD ** cycle
    for (let turn = 0; turn < BLOCK; turn += 1) {
      const i = Math.floor(chance() * needs)
      const a = owner[i]!
      const ia = i * width + a
      if (turn % 2 === 0) {
        const luck = chance()
        const b = near[i * width + Math.floor(nearCount[i]! * luck ** nearer)]!
        if (b === a) continue
        const ib = i * width + b
        const gain = dear[ib]! - dear[ia]!
        const moved =
          gain +
          above(a, left[a]! + long[ia]!, tasksLeft[a]! + 1) - above(a, left[a]!, tasksLeft[a]!) +
          above(b, left[b]! - long[ib]!, tasksLeft[b]! - 1) - above(b, left[b]!, tasksLeft[b]!)
        if (moved > 0 && moved > -heat * Math.log(1 - chance())) continue
        left[a] = left[a]! + long[ia]!
        tasksLeft[a] = tasksLeft[a]! + 1
        left[b] = left[b]! - long[ib]!
        tasksLeft[b] = tasksLeft[b]! - 1
        leave(i)
        enter(i, b)
        primal += gain
        if (primal < best) keep()
        continue
      }
      const luck = chance()
      const b = near[i * width + Math.floor(nearCount[i]! * luck ** nearer)]!
      if (a === b || members[b] === 0) continue
      const j = member[b * needs + Math.floor(chance() * members[b]!)]!
      const ib = i * width + b
      const ja = j * width + a
      const jb = j * width + b
      const gain = dear[ib]! + dear[ja]! - dear[ia]! - dear[jb]!
      if (!(gain < Infinity)) continue
      const inA = left[a]! + long[ia]! - long[ja]!
      const inB = left[b]! + long[jb]! - long[ib]!
      const moved = gain + above(a, inA, tasksLeft[a]!) - above(a, left[a]!, tasksLeft[a]!) + above(b, inB, tasksLeft[b]!) - above(b, left[b]!, tasksLeft[b]!)
      if (moved > 0 && moved > -heat * Math.log(1 - chance())) continue
      left[a] = inA
      left[b] = inB
      leave(i)
      leave(j)
      enter(i, b)
      enter(j, a)
      primal += gain
      if (primal < best) keep()
    }
    for (let v = 0; v < nobody; v += 1) price[v] = price[v]! * (left[v]! < 0 || tasksLeft[v]! < 0 ? DEARER : 1 - CHEAPER / nobody)
  }
}
