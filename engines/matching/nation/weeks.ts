import type { WeekWindow } from '#engines/matching/shapes.ts'
import type { Weeks } from './columns.ts'
import { partsBetween } from './week-parts.ts'

/** Numbers weeks as they are met: the same stretches have the same number. */
export interface WeekBook {
  readonly numberOf: (stretches: readonly WeekWindow[]) => number
  readonly weeks: () => Weeks
}

/** Empty: the first week that is met is number 0. */
export const openWeekBook = (): WeekBook => {
  const numbers = new Map<string, number>()
  // Most callers hand in the very same list again.
  const met = new Map<readonly WeekWindow[], number>()
  const start = [0]
  const from: number[] = []
  const to: number[] = []
  const parts: number[] = []
  const write = (stretches: readonly WeekWindow[]): number => {
    let falls = 0
    for (const one of stretches) {
      from.push(one.from)
      to.push(one.to)
      falls |= partsBetween(one.from, one.to)
    }
    parts.push(falls)
    start.push(from.length)
    return parts.length - 1
  }
  return {
    numberOf: (stretches) => {
      const before = met.get(stretches)
      if (before !== undefined) return before
      const key = stretches.map((one) => `${one.from} ${one.to}`).join()
      const number = numbers.get(key) ?? write(stretches)
      numbers.set(key, number)
      met.set(stretches, number)
      return number
    },
    weeks: () => ({
      start: Int32Array.from(start),
      from: Float64Array.from(from),
      to: Float64Array.from(to),
      parts: Int32Array.from(parts),
    }),
  }
}

/** Whether two weeks have the same `minutes` in one piece, as `shareMinutes` says it of windows. */
export const weeksShare = ({ start, from, to }: Weeks, one: number, other: number, minutes: number): boolean => {
  for (let a = start[one]!; a < start[one + 1]!; a += 1)
    for (let b = start[other]!; b < start[other + 1]!; b += 1)
      if (Math.min(to[a]!, to[b]!) - Math.max(from[a]!, from[b]!) >= minutes) return true
  return false
}
