import type { HoursInstance } from './instance.ts'
import type { Table } from './table.ts'

/** An assignment that may break limits; `Plan` may not. Nobody is a volunteer without limits. */
export interface LoosePlan {
  /** By need: its volunteer, or nobody. */
  readonly owner: Int32Array
  /** By volunteer: hours and tasks that are left, negative where a limit is broken. */
  readonly hoursLeft: Float64Array
  readonly tasksLeft: Float64Array
  /** By volunteer, `needs` places each: whom they have, in no order. */
  readonly member: Int32Array
  readonly members: Int32Array
  readonly place: Int32Array
  primal: number
}

const WITHOUT_LIMIT = 2 ** 50

/** Begins with these owners, whatever limits they break. */
export const openLoosePlan = ({ capacity, capacityHours }: HoursInstance, table: Table, owner: Int32Array): LoosePlan => {
  const { needs, nobody, width } = table
  const plan: LoosePlan = {
    owner: new Int32Array(needs),
    hoursLeft: new Float64Array(width).fill(WITHOUT_LIMIT),
    tasksLeft: new Float64Array(width).fill(WITHOUT_LIMIT),
    member: new Int32Array(needs * width),
    members: new Int32Array(width),
    place: new Int32Array(needs),
    primal: 0,
  }
  plan.hoursLeft.set(capacityHours)
  plan.tasksLeft.set(capacity)
  for (let need = 0; need < needs; need += 1) enter(table, plan, need, owner[need] ?? nobody)
  return plan
}

const enter = ({ needs, width, cost, hours }: Table, plan: LoosePlan, need: number, v: number): void => {
  const at = need * width + v
  const last = plan.members[v]!
  plan.owner[need] = v
  plan.place[need] = last
  plan.member[v * needs + last] = need
  plan.members[v] = last + 1
  plan.hoursLeft[v] = plan.hoursLeft[v]! - hours[at]!
  plan.tasksLeft[v] = plan.tasksLeft[v]! - 1
  plan.primal += cost[at]!
}

/** `need` is theirs from now on, whether it fits or not. */
export const move = (table: Table, plan: LoosePlan, need: number, v: number): void => {
  const { needs, width, cost, hours } = table
  const from = plan.owner[need]!
  const at = need * width + from
  const rest = plan.members[from]! - 1
  const last = plan.member[from * needs + rest]!
  plan.members[from] = rest
  plan.member[from * needs + plan.place[need]!] = last
  plan.place[last] = plan.place[need]!
  plan.hoursLeft[from] = plan.hoursLeft[from]! + hours[at]!
  plan.tasksLeft[from] = plan.tasksLeft[from]! + 1
  plan.primal -= cost[at]!
  enter(table, plan, need, v)
}

/** The plan as `owner` has it. */
export const goBack = (table: Table, plan: LoosePlan, owner: Int32Array): void => {
  for (let need = 0; need < owner.length; need += 1) if (plan.owner[need] !== owner[need]) move(table, plan, need, owner[need]!)
}

/** Whether it is a plan that can be handed back. */
export const keepsLimits = ({ nobody }: Table, { hoursLeft, tasksLeft }: LoosePlan): boolean => {
  for (let v = 0; v < nobody; v += 1) if (hoursLeft[v]! < 0 || tasksLeft[v]! < 0) return false
  return true
}
