import type { HoursInstance } from './instance.ts'
import { goBack, keepsLimits, openLoosePlan } from './loose-plan.ts'
import { drawMood, nearMood, type Mood } from './mood.ts'
import type { Table } from './table.ts'
import { openTurns } from './turn.ts'

const CYCLES = 16
/** Cycles that draw their mood anew before one is taken up again. */
const FREELY = 3
/** How often the mood that found the best plan is taken up again, and how often that plan is. */
const SAME_MOOD = 0.4
const SAME_PLAN = 0.5
const BLOCK = 256
/** What an hour above a limit costs rises while the limit is broken, and falls while it is kept: slowly, or it swings. */
const DEARER = 1.003
/** Shared by all volunteers: with more of them each has to be within its limit more often for all to be at once. */
const CHEAPER = 0.01

export interface Annealing {
  readonly table: Table
  readonly start: Int32Array
  readonly hourPrice: Float64Array
  readonly chance: () => number
  /** Of its time, what is spent. */
  readonly share: () => number
  /** Asked before each cycle: closes the ways that no plan cheaper than this takes. */
  readonly close: (upper: number) => void
  /** Told of each better plan within all limits. */
  readonly found: (edge: Int32Array, primal: number) => void
}

/**
 * For few volunteers with many needs each, where limits are tight and nearly every plan between two good ones breaks
 * one. A need goes to another volunteer, who may pass one of theirs on, back to where the first came from or to a
 * third: of all those who may leave the one is taken that fits best, give or take the heat. Hours above a limit are
 * allowed at a price, which rises while the limit is broken; hours that are left count for something, or only needs
 * of the same length could change places. So the search stays near the edge of what is allowed, from both sides
 * (the idea of an adapted penalty with ejection chains is Yagiura, Ibaraki and Glover's, 2004). It goes in cycles from
 * hot to cold, each in a mood of its own, since no one setting is right for all instances.
 */
export const anneal = (instance: HoursInstance, { table, start, hourPrice, chance, share, close, found }: Annealing): void => {
  const { needs, nobody, width, middle, near, nearCount } = table
  if (needs === 0 || nobody === 0) return
  const plan = openLoosePlan(instance, table, Int32Array.from(start, (e) => (e === -1 ? nobody : instance.col[e]!)))
  const { owner, hoursLeft, tasksLeft } = plan
  const price = Float64Array.from({ length: width }, (_, v) => (v === nobody ? 0 : Math.max(2 * hourPrice[v]!, 1 / middle)))
  const credit = new Float64Array(width)
  let mood: Mood = drawMood(chance)
  let foundIn = mood
  const { set, turn } = openTurns(table, plan, { price, credit }, chance)

  const best = owner.slice()
  const edge = new Int32Array(needs)
  let least = keepsLimits(table, plan) ? plan.primal : Infinity
  const keep = (): void => {
    if (plan.primal >= least || !keepsLimits(table, plan)) return
    least = plan.primal
    best.set(owner)
    foundIn = mood
    for (let need = 0; need < needs; need += 1) edge[need] = table.edge[need * width + owner[need]!]!
    found(edge, least)
  }

  const needsWithAWay = (): Int32Array =>
    Int32Array.from({ length: needs }, (_, need) => need).filter((need) => nearCount[need]! > 1 || near[need * width] !== owner[need])
  let movable = needsWithAWay()
  let cycle = -1
  for (let part = share(); part < 1; part = share()) {
    const now = Math.floor(part * CYCLES)
    if (now !== cycle) {
      cycle = now
      mood = cycle >= FREELY && chance() < SAME_MOOD ? nearMood(foundIn, chance) : drawMood(chance)
      if (least < Infinity && chance() < SAME_PLAN) goBack(table, plan, best)
      close(least)
      // A need without any way left, or none with two: nothing cheaper exists.
      if (nearCount.includes(0)) return
      movable = needsWithAWay()
      if (movable.length === 0) return
    }
    const through = part * CYCLES - now
    set(mood.hot * mood.cooled ** through, mood.passedOn)
    const counted = mood.credit * Math.max(0, 1 - mood.lost * through)
    for (let v = 0; v < nobody; v += 1) credit[v] = counted * Math.min(price[v]!, hourPrice[v]!)
    for (let k = 0; k < BLOCK; k += 1) {
      const need = movable[Math.floor(chance() * movable.length)]!
      const to = near[need * width + Math.floor(nearCount[need]! * chance() ** mood.nearer)]!
      if (to !== owner[need] && turn(need, to)) keep()
    }
    for (let v = 0; v < nobody; v += 1) price[v] = price[v]! * (hoursLeft[v]! < 0 || tasksLeft[v]! < 0 ? DEARER : 1 - CHEAPER / nobody)
  }
}
