import type { HoursInstance } from './instance.ts'

/** An assignment within everybody's limits, at any moment but inside a chain. */
export interface Plan {
  /** By need: the index of its edge, or −1 when unmatched. */
  readonly edge: Int32Array
  /** By volunteer: hours and tasks that are left. */
  readonly hoursLeft: Int32Array
  readonly tasksLeft: Int32Array
  /** By volunteer: their first need, or −1. */
  readonly first: Int32Array
  /** By need: the next and the one before of the same volunteer, or −1. */
  readonly next: Int32Array
  readonly before: Int32Array
  primal: number
}

/** Nobody has anything: every need costs its penalty. */
export const openPlan = ({ penalty, capacity, capacityHours }: HoursInstance): Plan => {
  let primal = 0
  for (let need = 0; need < penalty.length; need += 1) primal += penalty[need]!
  return {
    edge: new Int32Array(penalty.length).fill(-1),
    hoursLeft: capacityHours.slice(),
    tasksLeft: capacity.slice(),
    first: new Int32Array(capacity.length).fill(-1),
    next: new Int32Array(penalty.length).fill(-1),
    before: new Int32Array(penalty.length).fill(-1),
    primal,
  }
}

/** Whether their hours and tasks have room for it. */
export const fits = ({ col, hours }: HoursInstance, { hoursLeft, tasksLeft }: Plan, e: number): boolean =>
  hours[e]! <= hoursLeft[col[e]!]! && tasksLeft[col[e]!]! > 0

/** The caller asked whether it fits. */
export const take = ({ col, cost, hours, penalty }: HoursInstance, plan: Plan, need: number, e: number): void => {
  const v = col[e]!
  plan.edge[need] = e
  plan.hoursLeft[v] = plan.hoursLeft[v]! - hours[e]!
  plan.tasksLeft[v] = plan.tasksLeft[v]! - 1
  const second = plan.first[v]!
  plan.next[need] = second
  plan.before[need] = -1
  if (second !== -1) plan.before[second] = need
  plan.first[v] = need
  plan.primal += cost[e]! - penalty[need]!
}

/** Nothing where nobody has it. */
export const drop = ({ col, cost, hours, penalty }: HoursInstance, plan: Plan, need: number): void => {
  const e = plan.edge[need]!
  if (e === -1) return
  const v = col[e]!
  plan.edge[need] = -1
  plan.hoursLeft[v] = plan.hoursLeft[v]! + hours[e]!
  plan.tasksLeft[v] = plan.tasksLeft[v]! + 1
  const before = plan.before[need]!
  const next = plan.next[need]!
  if (before === -1) plan.first[v] = next
  else plan.next[before] = next
  if (next !== -1) plan.before[next] = before
  plan.primal += penalty[need]! - cost[e]!
}

/** The plan as `edges` has it. */
export const restore = (instance: HoursInstance, plan: Plan, edges: Int32Array): void => {
  for (let need = 0; need < edges.length; need += 1) if (plan.edge[need] !== edges[need]) drop(instance, plan, need)
  for (let need = 0; need < edges.length; need += 1)
    if (plan.edge[need] === -1 && edges[need] !== -1) take(instance, plan, need, edges[need]!)
}
