/** Seeded chance (Mulberry32), so that an instance is the same on every machine. */
export interface Chance {
  /** Uniform in [0, 1). */
  next(): number
  /** A whole number in [0, below). */
  below(below: number): number
  /** Normal, mean 0, deviation 1. */
  normal(): number
}

export const chance = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    below: (below) => Math.floor(next() * below),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}
