import { anneal } from './anneal.ts'
import { evaluate, openBound, type Bound } from './bound.ts'
import { chance } from './chance.ts'
import { openChains } from './chains.ts'
import type { HoursAnswer, HoursInstance } from './instance.ts'
import { lossesOf } from './losses.ts'
import { fits, openPlan, restore, take, type Plan } from './plan.ts'
import { hourPrices } from './prices.ts'
import { firstWorths, raise, raiseTogether, spreadOf } from './raise.ts'
import { closeWays, tableOf } from './table.ts'
import { tidy, type Tidy } from './tidy.ts'

export interface Given {
  /** How much of the time is spent, from 0; from 1 on the best so far is handed back. That is also how to cancel. */
  readonly spent: () => number
  readonly seed?: number
}

/** Of the time, for the bound; what it does not take is left to the search. */
const FOR_BOUND = 0.4
const CHAINS = 256
const COOLED = 0.01
/** The end of the time, in which nothing gets worse. */
const STRICT = 0.97
/** A table of needs × volunteers, where a quarter of it is edges and it is not larger. */
const TABLE = 4_000_000

/** What the volunteers of the bound would take, each need with one of them. */
const planOfBound = (instance: HoursInstance, bound: Bound, plan: Plan): void => {
  bound.worth.set(bound.best)
  evaluate(instance, bound)
  for (let need = 0; need < plan.edge.length; need += 1) {
    const e = bound.taken[need]!
    if (e !== -1 && fits(instance, plan, e)) take(instance, plan, need, e)
  }
}

/** Whoever is left, who has most to lose first, where it costs least and still fits. */
const fillGreedily = (instance: HoursInstance, plan: Plan, bound: Bound): void => {
  const { row, cost, penalty } = instance
  const least = (need: number): number => (row[need] === row[need + 1] ? penalty[need]! : cost[row[need]!]!)
  const pressing = Float64Array.from(penalty, (_, need) => bound.best[need]! - least(need) * bound.scale)
  const waiting = Int32Array.from(penalty.keys()).filter((need) => plan.edge[need] === -1)
  for (const need of waiting.sort((a, b) => pressing[b]! - pressing[a]! || a - b))
    for (let e = row[need]!; e < row[need + 1]! && cost[e]! < penalty[need]!; e += 1) {
      if (!fits(instance, plan, e)) continue
      take(instance, plan, need, e)
      break
    }
}

/** Chains from needs in no order; a plan may cost more for a while, less and less. */
const search = (instance: HoursInstance, plan: Plan, bound: Bound, heat: number, random: () => number, share: () => number): void => {
  const needs = plan.edge.length
  const worth = Float64Array.from(bound.best, (own) => own / bound.scale)
  const noise = { width: 0 }
  const chains = openChains(instance, plan, worth, random, noise)
  const best = plan.edge.slice()
  let least = plan.primal
  const keep = (): void => {
    if (plan.primal >= least) return
    least = plan.primal
    best.set(plan.edge)
  }
  for (let part = share(); part < 1; part = share()) {
    const now = part > STRICT ? 0 : heat * COOLED ** part
    noise.width = now
    for (let turn = 0; turn < CHAINS; turn += 1) chains.tryFrom(Math.floor(random() * needs), -now * Math.log(1 - random()))
    if (needs < CHAINS * CHAINS) keep()
  }
  keep()
  restore(instance, plan, best)
}

const inOldNumbers = ({ need, edge }: Tidy, plan: Plan, bound: Bound, dual: number): HoursAnswer => {
  const oldEdge = new Int32Array(need.length)
  const worth = new Float64Array(need.length)
  for (let i = 0; i < need.length; i += 1) {
    const e = plan.edge[i]!
    oldEdge[need[i]!] = e === -1 ? -1 : edge[e]!
    worth[need[i]!] = bound.best[i]!
  }
  return { edge: oldEdge, primal: plan.primal, worth, scale: bound.scale, dual }
}

/** Within everybody's limits whenever it is stopped, with what proves how far from the optimum it can be at most. */
export const solveHours = (given: HoursInstance, { spent, seed = 1 }: Given): HoursAnswer => {
  const tidied = tidy(given)
  const { instance } = tidied
  const needs = instance.penalty.length
  const volunteers = instance.capacity.length
  const few = 4 * instance.col.length >= needs * volunteers && needs * (volunteers + 1) <= TABLE
  const random = chance(seed)

  const bound = openBound(instance)
  firstWorths(instance, bound)
  const begun = spent()
  const share = (): number => (spent() - begun) / Math.max(1e-9, FOR_BOUND - begun)
  if (few) raiseTogether(instance, bound, share)
  else raise(instance, bound, share)
  // Costs are whole numbers.
  const dual = Math.ceil(bound.bestValue / bound.scale)

  const plan = openPlan(instance)
  planOfBound(instance, bound, plan)
  fillGreedily(instance, plan, bound)
  const from = spent()
  const left = (): number => (spent() >= 1 || plan.primal <= dual ? 1 : (spent() - from) / (1 - from))
  if (few) {
    const prices = hourPrices(instance, bound.best, bound.scale)
    const table = tableOf(instance, prices)
    const losses = lossesOf(instance, bound)
    const close = (upper: number): void => closeWays(table, losses, bound, upper)
    const better = (edge: Int32Array, primal: number): void => {
      if (primal < plan.primal) restore(instance, plan, edge)
    }
    anneal(instance, { table, start: plan.edge.slice(), hourPrice: prices, chance: random, share: left, close, found: better })
  } else search(instance, plan, bound, Math.min(spreadOf(instance), (3 * (plan.primal - dual)) / Math.max(1, needs)), random, left)
  return inOldNumbers(tidied, plan, bound, dual)
}
