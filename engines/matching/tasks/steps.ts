import type { Slots } from './slots.ts'
import type { State } from './state.ts'

const FACTOR = 8
const SAMPLE = 5000
/** Costs are whole, so below 1 it is nearly exact; `keepExact` makes prices whole again. */
export const LAST = 0.125

export interface Scale {
  /** What serving a need at its cheapest saves, at most. */
  readonly stake: number
  /** What the edges of one need differ by, on the average. */
  readonly range: number
  /** Tasks that could save anything. */
  readonly tasks: number
}

/** Read off a sample of the needs: the first step need not be exact. */
export const scaleOf = ({ begin, end, cost, penalty, carried, load }: State, { start }: Slots): Scale => {
  let stake = 1
  let range = 1
  let seen = 1
  const stride = Math.max(1, Math.floor(penalty.length / SAMPLE))
  for (let need = 0; need < penalty.length; need += stride) {
    if (begin[need] === end[need]) continue
    let least = Infinity
    let most = -Infinity
    for (let e = begin[need]!; e < end[need]!; e += 1) {
      least = Math.min(least, cost[e]!)
      most = Math.max(most, cost[e]!)
    }
    stake = Math.max(stake, penalty[need]! - least)
    range += most - least
    seen += 1
  }
  let useful = 0
  while (useful < load.length && load[useful]! < stake) useful += 1
  const last = useful === load.length ? Infinity : useful
  let tasks = 0
  for (let j = 0; j < carried.length; j += 1) tasks += Math.max(0, Math.min(start[j + 1]! - start[j]!, last - carried[j]!))
  return { stake, range: range / seen, tasks }
}

/** Of one round: the least raise of a bid, and how much cheaper somebody else might be without being asked. */
export interface Step {
  readonly size: number
  readonly blind: number
}

/** In sizes of a step, round by round. */
const BLIND = [Infinity, 8, 2, 1]

/**
 * The steps of the auction, each an eighth of the one before. Where tasks are fewer than needs, prices have to
 * rise up to the penalties, so the first is an eighth of what is at stake. Else most prices end within what
 * the edges of one need differ by; a larger step would only raise whole neighbourhoods too far, which then have
 * to come down. Measured from 360 to 12,500 on national and uniform instances; a factor of 4 or 16 is no better.
 *
 * On the way up to the penalties everybody's prices rise, and to look at all edges of a need again and again is
 * most of the work: in the first round a need knows its few cheapest only, then less and less is overlooked. Where
 * tasks are plentiful, what is overlooked would be the free ones.
 */
export const stepsFor = ({ stake, range, tasks }: Scale, needs: number): Step[] => {
  const short = tasks < needs
  const first = short ? stake / FACTOR : Math.min(stake / FACTOR, range)
  const steps: Step[] = []
  // Powers of two, so that no sum is ever rounded.
  for (let size = 2 ** Math.floor(Math.log2(first)); size > 2 * LAST; size /= FACTOR)
    steps.push({ size, blind: short ? size * (BLIND[steps.length] ?? 0) : 0 })
  return [...steps, { size: LAST, blind: 0 }]
}
