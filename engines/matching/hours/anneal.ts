import type { HoursInstance } from './instance.ts'
import { goBack, keepsLimits, move, openLoosePlan } from './loose-plan.ts'
import { drawMood, nearMood, type Mood } from './mood.ts'
import type { Table } from './table.ts'

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
const DICE = 4096

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

/** Gumbel's distribution, turned round: the least of costs with one each is drawn as heat would draw it (Gumbel 1954). */
const dice = (chance: () => number): Float64Array => Float64Array.from({ length: DICE }, () => Math.log(-Math.log(chance() * 0.999999 + 5e-7)))

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
  const { needs, nobody, width, cost, hours, middle, near, nearCount, open } = table
  if (needs === 0 || nobody === 0) return
  const plan = openLoosePlan(instance, table, Int32Array.from(start, (e) => (e === -1 ? nobody : instance.col[e]!)))
  const { owner, hoursLeft, tasksLeft, member, members } = plan
  const price = Float64Array.from({ length: width }, (_, v) => (v === nobody ? 0 : Math.max(2 * hourPrice[v]!, 1 / middle)))
  const credit = new Float64Array(width)
  const best = owner.slice()
  const edge = new Int32Array(needs)
  let least = keepsLimits(table, plan) ? plan.primal : Infinity

  const above = (v: number, own: number, tasks: number): number =>
    (own < 0 ? -own * price[v]! : -own * credit[v]!) + (tasks < 0 ? -tasks * middle * price[v]! : 0)

  let mood: Mood = drawMood(chance)
  let foundIn = mood
  const rolled = dice(chance)
  let roll = 0
  let heat = 0
  const noise = (): number => {
    roll = (roll + 1) % DICE
    return heat * rolled[roll]!
  }

  /** `need` goes to `a`; who of theirs leaves for it, and where to, is what costs least. */
  const turn = (need: number, a: number): void => {
    const b = owner[need]!
    const here = need * width + b
    const there = need * width + a
    const leftB = hoursLeft[b]! + hours[here]!
    const leftA = hoursLeft[a]! - hours[there]!
    const tasksA = tasksLeft[a]! - 1
    const withoutB = above(b, leftB, tasksLeft[b]! + 1)
    const base = cost[there]! - cost[here]! + withoutB - above(b, hoursLeft[b]!, tasksLeft[b]!) - above(a, hoursLeft[a]!, tasksLeft[a]!)
    roll = Math.floor(chance() * DICE)
    let lowest = base + above(a, leftA, tasksA) + noise()
    let leaver = -1
    let to = -1
    for (let k = a === nobody ? -1 : members[a]! - 1; k >= 0; k -= 1) {
      const other = member[a * needs + k]!
      const own = other * width
      const freed = base - cost[own + a]! + above(a, leftA + hours[own + a]!, tasksA + 1)
      const back = freed + cost[own + b]! + above(b, leftB - hours[own + b]!, tasksLeft[b]!) - withoutB + noise()
      if (back < lowest && open[own + b] === 1) {
        lowest = back
        leaver = other
        to = b
      }
      for (let place = Math.min(mood.passedOn, nearCount[other]!) - 1; place >= 0; place -= 1) {
        const c = near[own + place]!
        if (c === a || c === b) continue
        const on = freed + cost[own + c]! + above(c, hoursLeft[c]! - hours[own + c]!, tasksLeft[c]! - 1) - above(c, hoursLeft[c]!, tasksLeft[c]!) + noise()
        if (on >= lowest) continue
        lowest = on
        leaver = other
        to = c
      }
    }
    if (lowest > noise()) return
    move(table, plan, need, a)
    if (leaver !== -1) move(table, plan, leaver, to)
    if (plan.primal < least && keepsLimits(table, plan)) {
      least = plan.primal
      best.set(owner)
      foundIn = mood
      for (let each = 0; each < needs; each += 1) edge[each] = table.edge[each * width + owner[each]!]!
      found(edge, least)
    }
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
    heat = mood.hot * mood.cooled ** through
    const counted = mood.credit * Math.max(0, 1 - mood.lost * through)
    for (let v = 0; v < nobody; v += 1) credit[v] = counted * Math.min(price[v]!, hourPrice[v]!)
    for (let k = 0; k < BLOCK; k += 1) {
      const need = movable[Math.floor(chance() * movable.length)]!
      const a = near[need * width + Math.floor(nearCount[need]! * chance() ** mood.nearer)]!
      if (a !== owner[need]) turn(need, a)
    }
    for (let v = 0; v < nobody; v += 1) price[v] = price[v]! * (hoursLeft[v]! < 0 || tasksLeft[v]! < 0 ? DEARER : 1 - CHEAPER / nobody)
  }
}
