import { answerOf } from './answer.ts'
import { keepBounds } from './bounds.ts'
import { fill } from './fill.ts'
import { insert } from './insert.ts'
import type { Assignment, Instance } from './instance.ts'
import { Known, PAIR } from './known.ts'
import { refill } from './refill.ts'
import { renumber } from './renumber.ts'
import { assign } from './solve.ts'
import { lift, nextTask, openState, STRIDE, type State } from './state.ts'

/** With whom, and at what cost. */
export interface Edge {
  readonly with: number
  readonly cost: number
}

/**
 * An optimum that is kept while needs and volunteers come, go and change. Each change is a few shortest paths,
 * exact: the state is an optimum again after every call, and `snapshot` gives what proves it.
 *
 * Needs and volunteers keep their numbers for ever; one that left is empty and its number is not used again.
 */
export interface Live {
  addNeed(penalty: number, edges: readonly Edge[]): number
  removeNeed(need: number): void
  changeNeed(need: number, penalty: number, edges: readonly Edge[]): void
  addVolunteer(capacity: number, carried: number, edges: readonly Edge[]): number
  removeVolunteer(volunteer: number): void
  changeVolunteer(volunteer: number, capacity: number, carried: number): void
  /** The volunteer of a need, or −1. */
  volunteerOf(need: number): number
  /** What one more task with a volunteer is worth; Infinity without capacity. */
  priceOf(volunteer: number): number
  snapshot(): { readonly instance: Instance; readonly assignment: Assignment }
}

type Numbers = Int32Array | Float64Array

const longer = <T extends Numbers>(old: T, length: number, rest: number): T => {
  if (old.length >= length) return old
  const size = Math.max(length, 2 * old.length, 16)
  const fresh = (old instanceof Int32Array ? new Int32Array(size) : new Float64Array(size)) as T
  fresh.set(old)
  fresh.fill(rest, old.length)
  return fresh
}

/** Inside, neighbours have neighbouring numbers (`renumber`); whoever came later has the same number in both. */
class Numbering {
  readonly #outside: Int32Array
  readonly #inside: Int32Array

  constructor(outside: Int32Array) {
    this.#outside = outside
    this.#inside = new Int32Array(outside.length)
    for (let inside = 0; inside < outside.length; inside += 1) this.#inside[outside[inside]!] = inside
  }

  inside(number: number): number {
    return number < this.#inside.length ? this.#inside[number]! : number
  }

  outside(number: number): number {
    return number < this.#outside.length ? this.#outside[number]! : number
  }

  /** By inside number, of the first `count`: the outside one. */
  all(count: number): Int32Array {
    return Int32Array.from({ length: count }, (_, number) => this.outside(number))
  }
}

class LiveState implements Live {
  readonly #state: State
  readonly #known: Known
  readonly #need: Numbering
  readonly #volunteer: Numbering
  readonly #load: Int32Array
  #needs: number
  #volunteers: number
  /** Where the next row is written. */
  #edges: number

  constructor(given: Instance) {
    const { instance, needs, volunteers } = renumber(given)
    const state = openState(instance)
    assign(state)
    this.#state = state
    this.#known = state.known ??= new Known(state)
    this.#need = new Numbering(needs)
    this.#volunteer = new Numbering(volunteers)
    this.#load = instance.load
    this.#needs = instance.penalty.length
    this.#volunteers = instance.capacity.length
    this.#edges = instance.col.length
    // Rows come and go: where one ends, the next need not begin.
    state.begin = state.begin.slice()
    state.end = state.end.slice()
    for (let need = 0; need < this.#needs; need += 1) refill(state, need)
  }

  addNeed(penalty: number, edges: readonly Edge[]): number {
    const need = this.#needs
    this.#needs += 1
    const state = this.#state
    for (const name of ['begin', 'end', 'penalty', 'next', 'previous', 'paid'] as const) state[name] = longer(state[name], this.#needs, 0)
    state.at = longer(state.at, this.#needs, -1)
    state.few = longer(state.few, this.#needs * STRIDE, -1)
    state.served = longer(state.served, this.#needs, 0)
    state.rest = longer(state.rest, this.#needs, -Infinity)
    this.#open(need, penalty, edges)
    return need
  }

  removeNeed(number: number): void {
    this.#close(this.#need.inside(number))
  }

  changeNeed(number: number, penalty: number, edges: readonly Edge[]): void {
    const need = this.#need.inside(number)
    this.#close(need)
    this.#open(need, penalty, edges)
  }

  addVolunteer(capacity: number, carried: number, edges: readonly Edge[]): number {
    const volunteer = this.#volunteers
    this.#volunteers += 1
    const state = this.#state
    for (const name of ['capacity', 'carried', 'used', 'byNeed', 'byCost', 'toward'] as const) state[name] = longer(state[name], this.#volunteers, 0)
    state.first = longer(state.first, this.#volunteers, -1)
    state.price = longer(state.price, this.#volunteers, Infinity)
    state.distance = longer(state.distance, this.#volunteers, Infinity)
    this.#known.open(volunteer)
    for (const { with: number, cost } of edges) {
      const need = this.#need.inside(number)
      const row = this.#rowOf(need)
      state.begin[need] = this.#edges
      for (const edge of row) this.#write(need, edge.with, edge.cost)
      this.#write(need, volunteer, cost)
      this.#known.add(volunteer, need, cost)
    }
    this.changeVolunteer(volunteer, capacity, carried)
    return volunteer
  }

  removeVolunteer(number: number): void {
    this.changeVolunteer(number, 0, 0)
  }

  changeVolunteer(number: number, capacity: number, carried: number): void {
    const volunteer = this.#volunteer.inside(number)
    const state = this.#state
    const { price, served, rest } = state
    const gone: number[] = []
    for (let need = state.first[volunteer]!; need !== -1; need = state.next[need]!) gone.push(need)
    for (const need of gone) lift(state, need)
    state.used[volunteer] = 0
    state.capacity[volunteer] = capacity
    state.carried[volunteer] = carried
    if (capacity === 0) price[volunteer] = Infinity
    else if (price[volunteer] === Infinity) {
      // So dear that nobody would come; from there it falls.
      let dear = nextTask(state, volunteer)
      const { begin, end, pairs } = this.#known
      for (let edge = begin[volunteer]!; edge < end[volunteer]!; edge += PAIR) {
        const need = pairs[edge]!
        dear = Math.max(dear, served[need]! - pairs[edge + 1]!)
        rest[need] = -Infinity
      }
      price[volunteer] = dear
    }
    for (const need of gone) insert(state, need)
    this.#lower(volunteer)
  }

  volunteerOf(number: number): number {
    const volunteer = this.#state.at[this.#need.inside(number)]!
    return volunteer === -1 ? -1 : this.#volunteer.outside(volunteer)
  }

  priceOf(number: number): number {
    return this.#state.price[this.#volunteer.inside(number)]!
  }

  snapshot(): { readonly instance: Instance; readonly assignment: Assignment } {
    const state = this.#state
    const rows = Array.from({ length: this.#needs }, (_, number) => this.#rowOf(this.#need.inside(number)))
    const row = new Int32Array(this.#needs + 1)
    rows.forEach((edges, need) => (row[need + 1] = row[need]! + edges.length))
    const all = rows.flat()
    const byNeed = (values: Int32Array): Int32Array => Int32Array.from({ length: this.#needs }, (_, number) => values[this.#need.inside(number)]!)
    const byVolunteer = (values: Int32Array): Int32Array =>
      Int32Array.from({ length: this.#volunteers }, (_, number) => values[this.#volunteer.inside(number)]!)
    const instance: Instance = {
      row,
      col: Int32Array.from(all, (edge) => this.#volunteer.outside(edge.with)),
      cost: Int32Array.from(all, (edge) => edge.cost),
      penalty: byNeed(state.penalty),
      capacity: byVolunteer(state.capacity),
      carried: byVolunteer(state.carried),
      load: this.#load,
    }
    const own = { ...state, at: state.at.subarray(0, this.#needs), price: state.price.subarray(0, this.#volunteers) }
    const names = { needs: this.#need.all(this.#needs), volunteers: this.#volunteer.all(this.#volunteers) }
    return { instance, assignment: answerOf(instance, own, names) }
  }

  #lower(volunteer: number): void {
    while (this.#state.price[volunteer]! > nextTask(this.#state, volunteer)) {
      fill(this.#state, volunteer)
      keepBounds(this.#state, this.#known)
    }
  }

  #open(need: number, penalty: number, edges: readonly Edge[]): void {
    const state = this.#state
    state.penalty[need] = penalty
    state.begin[need] = this.#edges
    for (const { with: number, cost } of edges) {
      const volunteer = this.#volunteer.inside(number)
      this.#write(need, volunteer, cost)
      this.#known.add(volunteer, need, cost)
    }
    state.end[need] = this.#edges
    refill(state, need)
    insert(state, need)
  }

  #close(need: number): void {
    const state = this.#state
    const volunteer = state.at[need]!
    for (let e = state.begin[need]!; e < state.end[need]!; e += 1) this.#known.remove(state.col[e]!, need, state.cost[e]!)
    state.end[need] = state.begin[need]!
    state.penalty[need] = 0
    state.served[need] = 0
    refill(state, need)
    if (volunteer === -1) return
    lift(state, need)
    state.used[volunteer] = state.used[volunteer]! - 1
    this.#lower(volunteer)
  }

  #rowOf(need: number): Edge[] {
    const { begin, end, col, cost } = this.#state
    return Array.from({ length: end[need]! - begin[need]! }, (_, at) => ({ with: col[begin[need]! + at]!, cost: cost[begin[need]! + at]! }))
  }

  /** Behind all others. */
  #write(need: number, volunteer: number, cost: number): void {
    const state = this.#state
    const e = this.#edges
    this.#edges += 1
    for (const name of ['col', 'cost'] as const) state[name] = longer(state[name], this.#edges, 0)
    state.col[e] = volunteer
    state.cost[e] = cost
    state.end[need] = this.#edges
  }
}

/** Solves it once, and keeps the optimum from then on. */
export const openLive = (instance: Instance): Live => new LiveState(instance)
