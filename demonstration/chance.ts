/** Seeded chance (mulberry32): the same country every time. */
export interface Chance {
  /** 0 ≤ x < 1 */
  next(): number
  /** Integer, both ends included. */
  between(from: number, to: number): number
  pick<T>(items: readonly T[]): T
  is(probability: number): boolean
  /** Median and spread of a log-normal: waiting times have a long tail. */
  waiting(median: number, spread: number): number
}

export const seeded = (seed: number): Chance => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (items) => items[Math.floor(next() * items.length)] as never,
    is: (probability) => next() < probability,
    waiting: (median, spread) =>
      median * Math.exp(spread * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
  }
}
