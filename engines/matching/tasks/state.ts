import type { Instance } from './instance.ts'
import type { Known } from './known.ts'
import { Queue } from './queue.ts'

/** How many of a need's edges are kept at hand. */
export const FEW = 6
/** Volunteer and cost of each. */
export const STRIDE = 2 * FEW

/**
 * An assignment under way. What holds at all times, for the needs that are in it:
 *   a need's volunteer is its cheapest by cost + price, and no dearer than its penalty;
 *   a volunteer's price is no less than the last task they carry costs.
 * It is optimal when, besides, no need is waiting to come in and no price is above what a volunteer's next
 * task would cost. `insert` and `fill` bring that about, one need and one task at a time.
 *
 * One object of flat arrays, always of the same shape: that is what a JIT compiles well.
 */
export interface State {
  /** Edges of need `i` stand at `begin[i] … end[i] − 1`. */
  begin: Int32Array
  end: Int32Array
  col: Int32Array
  cost: Int32Array
  penalty: Int32Array
  capacity: Int32Array
  carried: Int32Array
  readonly load: Int32Array
  /** By volunteer; Infinity where there is no capacity. */
  price: Float64Array
  used: Int32Array
  /** Needs of a volunteer: a list through `next` and `previous`, −1 at both ends. */
  first: Int32Array
  next: Int32Array
  previous: Int32Array
  /** By need: its volunteer, or −1, and what that edge costs. */
  at: Int32Array
  paid: Int32Array
  /** By need: what it costs where it is, the price included; the penalty where it is nowhere. */
  served: Float64Array
  /** By need: volunteer and cost of the few edges that were cheapest when it was last looked at … */
  few: Int32Array
  /** … and what all its other edges cost at least: to be read less `fallen`, by which the auction let prices fall. */
  rest: Float64Array
  fallen: number
  /** By volunteer, of the search under way: how far, and over which need and edge. */
  distance: Float64Array
  byNeed: Int32Array
  byCost: Int32Array
  toward: Int32Array
  /** Whom the search has reached; after it, whose price it changed. */
  readonly reached: number[]
  readonly queue: Queue
  /** Edges looked at since the state was opened: the engine's own measure of work. */
  work: number
  /** Null until a search from the volunteers' side asks for it. */
  known: Known | null
}

/** Nobody is with anybody; prices are what a first task costs. */
export const openState = (instance: Instance): State => {
  const { row, col, cost, penalty, capacity, load } = instance
  const needs = penalty.length
  const volunteers = capacity.length
  const carried = instance.carried ?? new Int32Array(volunteers)
  const last = load.length - 1
  const price = new Float64Array(volunteers)
  for (let j = 0; j < volunteers; j += 1)
    price[j] = capacity[j]! > 0 ? load[Math.min(carried[j]!, last)]! : Infinity
  return {
    begin: row.subarray(0, needs),
    end: row.subarray(1, needs + 1),
    col,
    cost,
    penalty,
    capacity,
    carried,
    load,
    price,
    used: new Int32Array(volunteers),
    first: new Int32Array(volunteers).fill(-1),
    next: new Int32Array(needs),
    previous: new Int32Array(needs),
    at: new Int32Array(needs).fill(-1),
    paid: new Int32Array(needs),
    served: Float64Array.from(penalty),
    few: new Int32Array(needs * STRIDE),
    rest: new Float64Array(needs).fill(-Infinity),
    fallen: 0,
    distance: new Float64Array(volunteers).fill(Infinity),
    byNeed: new Int32Array(volunteers),
    byCost: new Int32Array(volunteers),
    toward: new Int32Array(volunteers),
    reached: [],
    queue: new Queue(),
    work: 0,
    known: null,
  }
}

/** What the next task of a volunteer costs; Infinity above their capacity. */
export const nextTask = ({ load, carried, used, capacity }: State, volunteer: number): number => {
  const tasks = used[volunteer]!
  if (tasks >= capacity[volunteer]!) return Infinity
  return load[Math.min(carried[volunteer]! + tasks, load.length - 1)]!
}

/** What the last task of a volunteer costs who has one. */
export const lastTask = ({ load, carried, used }: State, volunteer: number): number =>
  load[Math.min(carried[volunteer]! + used[volunteer]! - 1, load.length - 1)]!

/** Puts a need that is nowhere with a volunteer. `used` is the caller's. */
export const place = (state: State, need: number, volunteer: number, cost: number): void => {
  const { first, next, previous, at, paid, served, price } = state
  const head = first[volunteer]!
  next[need] = head
  previous[need] = -1
  if (head !== -1) previous[head] = need
  first[volunteer] = need
  at[need] = volunteer
  paid[need] = cost
  served[need] = cost + price[volunteer]!
}

/** Takes a need from its volunteer. `used` is the caller's. */
export const lift = (state: State, need: number): void => {
  const { first, next, previous, at, served, penalty } = state
  const after = next[need]!
  const before = previous[need]!
  if (before === -1) first[at[need]!] = after
  else next[before] = after
  if (after !== -1) previous[after] = before
  at[need] = -1
  served[need] = penalty[need]!
}

/** The price of a volunteer, and what their needs pay, by so much. */
export const raise = (state: State, volunteer: number, by: number): void => {
  const { price, first, next, served } = state
  price[volunteer] = price[volunteer]! + by
  for (let need = first[volunteer]!; need !== -1; need = next[need]!) served[need] = served[need]! + by
}

/** Takes every need from every volunteer; prices stay. */
export const clear = (state: State): void => {
  state.first.fill(-1)
  state.used.fill(0)
  state.at.fill(-1)
  state.served.set(state.penalty)
}
