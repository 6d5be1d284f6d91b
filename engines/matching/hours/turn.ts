import { move, type LoosePlan } from './loose-plan.ts'
import type { Table } from './table.ts'

/** What hours count for beside costs: those above a limit, and those that are left. */
export interface HourCounts {
  /** By volunteer: what an hour above their limit costs. */
  readonly price: Float64Array
  /** By volunteer: what an hour that is left brings. */
  readonly credit: Float64Array
}

export interface Turns {
  /** How hot it is from now on, and to how many volunteers somebody who leaves may go. */
  readonly set: (heat: number, passedOn: number) => void
  /** `need` goes to `to`, who may pass one of theirs on: whatever costs least. False where that is not worth it. */
  readonly turn: (need: number, to: number) => boolean
}

const DICE = 4096

/** Gumbel's distribution, turned round: the least of costs with one each is drawn as heat would draw it (Gumbel 1954). */
const dice = (chance: () => number): Float64Array => Float64Array.from({ length: DICE }, () => Math.log(-Math.log(chance() * 0.999999 + 5e-7)))

/** One step of the annealing on a plan that may break limits. */
export const openTurns = (table: Table, plan: LoosePlan, { price, credit }: HourCounts, chance: () => number): Turns => {
  const { needs, nobody, width, cost, hours, middle, near, nearCount, open } = table
  const { owner, hoursLeft, tasksLeft, member, members } = plan
  const rolled = dice(chance)
  let roll = 0
  let heat = 0
  let passedOn = 0
  const noise = (): number => {
    roll = (roll + 1) % DICE
    return heat * rolled[roll]!
  }
  /** What it costs that a volunteer has so many hours and tasks left. */
  const above = (v: number, left: number, tasks: number): number =>
    (left < 0 ? -left * price[v]! : -left * credit[v]!) + (tasks < 0 ? -tasks * middle * price[v]! : 0)

  return {
    set: (hot, most) => {
      heat = hot
      passedOn = most
    },
    turn: (need, a) => {
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
        // Back to where the need came from …
        const back = freed + cost[own + b]! + above(b, leftB - hours[own + b]!, tasksLeft[b]!) - withoutB + noise()
        if (back < lowest && open[own + b] === 1) {
          lowest = back
          leaver = other
          to = b
        }
        // … or on to a third.
        for (let place = Math.min(passedOn, nearCount[other]!) - 1; place >= 0; place -= 1) {
          const c = near[own + place]!
          if (c === a || c === b) continue
          const on = freed + cost[own + c]! + above(c, hoursLeft[c]! - hours[own + c]!, tasksLeft[c]! - 1) - above(c, hoursLeft[c]!, tasksLeft[c]!) + noise()
          if (on >= lowest) continue
          lowest = on
          leaver = other
          to = c
        }
      }
      if (lowest > noise()) return false
      move(table, plan, need, a)
      if (leaver !== -1) move(table, plan, leaver, to)
      return true
    },
  }
}
