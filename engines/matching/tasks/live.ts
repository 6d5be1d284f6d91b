import { answerOf } from './answer.ts'
import { fill, listVolunteersEdges } from './fill.ts'
import { insert } from './insert.ts'
import type { Assignment, Instance } from './instance.ts'
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

class LiveState implements Live {
  readonly #state: State
  readonly #load: Int32Array
  #previousIn: Int32Array
  #needs: number
  #volunteers: number
  /** Where the next row is written. */
  #edges: number

  constructor(instance: Instance) {
    const state = openState(instance)
    assign(state)
    listVolunteersEdges(state)
    this.#state = state
    this.#load = instance.load
    this.#needs = instance.penalty.length
    this.#volunteers = instance.capacity.length
    this.#edges = instance.col.length
    this.#previousIn = new Int32Array(this.#edges)
    // The instance is the caller's.
    for (const name of ['begin', 'end', 'col', 'cost', 'penalty', 'capacity', 'carried'] as const) state[name] = state[name].slice()
    for (let j = 0; j < this.#volunteers; j += 1)
      for (let e = this.#in()[j]!, before = -1; e !== -1; before = e, e = state.nextIn[e]!) this.#previousIn[e] = before
  }

  addNeed(penalty: number, edges: readonly Edge[]): number {
    const need = this.#needs
    this.#needs += 1
    const state = this.#state
    for (const name of ['begin', 'end', 'penalty', 'next', 'previous', 'paid'] as const) state[name] = longer(state[name], this.#needs, 0)
    state.at = longer(state.at, this.#needs, -1)
    state.few = longer(state.few, this.#needs * STRIDE, -1)
    state.rest = longer(state.rest, this.#needs, -Infinity)
    this.#open(need, penalty, edges)
    return need
  }

  removeNeed(need: number): void {
    const state = this.#state
    const volunteer = state.at[need]!
    for (let e = state.begin[need]!; e < state.end[need]!; e += 1) this.#unlink(e)
    state.end[need] = state.begin[need]!
    state.penalty[need] = 0
    state.rest[need] = -Infinity
    if (volunteer === -1) return
    lift(state, need)
    state.used[volunteer] = state.used[volunteer]! - 1
    this.#lower(volunteer)
  }

  changeNeed(need: number, penalty: number, edges: readonly Edge[]): void {
    this.removeNeed(need)
    this.#open(need, penalty, edges)
  }

  addVolunteer(capacity: number, carried: number, edges: readonly Edge[]): number {
    const volunteer = this.#volunteers
    this.#volunteers += 1
    const state = this.#state
    for (const name of ['capacity', 'carried', 'used', 'byNeed', 'byCost', 'toward'] as const) state[name] = longer(state[name], this.#volunteers, 0)
    state.first = longer(state.first, this.#volunteers, -1)
    state.firstIn = longer(this.#in(), this.#volunteers, -1)
    state.price = longer(state.price, this.#volunteers, Infinity)
    state.distance = longer(state.distance, this.#volunteers, Infinity)
    for (const { with: need, cost } of edges) {
      const row = this.#rowOf(need)
      for (let e = state.begin[need]!; e < state.end[need]!; e += 1) this.#unlink(e)
      this.#write(need, [...row, { with: volunteer, cost }])
    }
    this.changeVolunteer(volunteer, capacity, carried)
    return volunteer
  }

  removeVolunteer(volunteer: number): void {
    this.changeVolunteer(volunteer, 0, 0)
  }

  changeVolunteer(volunteer: number, capacity: number, carried: number): void {
    const state = this.#state
    const { at, paid, penalty, price, cost, rest, owner, nextIn } = state
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
      for (let e = this.#in()[volunteer]!; e !== -1; e = nextIn[e]!) {
        const need = owner[e]!
        const served = at[need] === -1 ? penalty[need]! : paid[need]! + price[at[need]!]!
        dear = Math.max(dear, served - cost[e]!)
        rest[need] = -Infinity
      }
      price[volunteer] = dear
    }
    for (const need of gone) insert(state, need)
    this.#lower(volunteer)
  }

  volunteerOf(need: number): number {
    return this.#state.at[need]!
  }

  priceOf(volunteer: number): number {
    return this.#state.price[volunteer]!
  }

  snapshot(): { readonly instance: Instance; readonly assignment: Assignment } {
    const state = this.#state
    const rows = Array.from({ length: this.#needs }, (_, need) => this.#rowOf(need))
    const row = new Int32Array(this.#needs + 1)
    rows.forEach((edges, need) => (row[need + 1] = row[need]! + edges.length))
    const all = rows.flat()
    const instance: Instance = {
      row,
      col: Int32Array.from(all, (edge) => edge.with),
      cost: Int32Array.from(all, (edge) => edge.cost),
      penalty: state.penalty.slice(0, this.#needs),
      capacity: state.capacity.slice(0, this.#volunteers),
      carried: state.carried.slice(0, this.#volunteers),
      load: this.#load,
    }
    const own = { ...state, at: state.at.subarray(0, this.#needs), price: state.price.subarray(0, this.#volunteers) }
    return { instance, assignment: answerOf(instance, own, null) }
  }

  #in(): Int32Array {
    return this.#state.firstIn ?? new Int32Array(0)
  }

  #lower(volunteer: number): void {
    while (this.#state.price[volunteer]! > nextTask(this.#state, volunteer)) fill(this.#state, volunteer)
  }

  #open(need: number, penalty: number, edges: readonly Edge[]): void {
    this.#state.penalty[need] = penalty
    this.#write(need, edges)
    insert(this.#state, need)
  }

  #rowOf(need: number): Edge[] {
    const { begin, end, col, cost } = this.#state
    return Array.from({ length: end[need]! - begin[need]! }, (_, at) => ({ with: col[begin[need]! + at]!, cost: cost[begin[need]! + at]! }))
  }

  /** Writes a row behind all others. */
  #write(need: number, edges: readonly Edge[]): void {
    const state = this.#state
    if (this.#edges + edges.length > state.col.length) this.#makeRoom(edges.length)
    state.begin[need] = this.#edges
    for (const { with: volunteer, cost } of edges) {
      const e = this.#edges
      this.#edges += 1
      state.col[e] = volunteer
      state.cost[e] = cost
      state.owner[e] = need
      const head = this.#in()[volunteer]!
      state.nextIn[e] = head
      this.#previousIn[e] = -1
      if (head !== -1) this.#previousIn[head] = e
      this.#in()[volunteer] = e
    }
    state.end[need] = this.#edges
    state.rest[need] = -Infinity
  }

  #unlink(e: number): void {
    const { col, nextIn } = this.#state
    const after = nextIn[e]!
    const before = this.#previousIn[e]!
    if (before === -1) this.#in()[col[e]!] = after
    else nextIn[before] = after
    if (after !== -1) this.#previousIn[after] = before
  }

  #makeRoom(edges: number): void {
    const state = this.#state
    const length = this.#edges + edges
    for (const name of ['col', 'cost', 'nextIn', 'owner'] as const) state[name] = longer(state[name], length, 0)
    this.#previousIn = longer(this.#previousIn, length, 0)
  }
}

export const openLive = (instance: Instance): Live => new LiveState(instance)
