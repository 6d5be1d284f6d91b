import type { Looked, Whole } from './whole.ts'

/** The lowest and the highest that tables show each primary to be able to be, and which tables do. By place of the primary. */
export interface Ends {
  readonly low: Float64Array
  readonly high: Float64Array
  /** Undefined where it is the true one. */
  readonly lowest: readonly (Whole | undefined)[]
  readonly highest: readonly (Whole | undefined)[]
  readonly wholes: readonly Whole[]
  isSafe(index: number): boolean
  /** Takes a table in, unless it shows nothing new of whoever is not safe yet. */
  learn(whole: Whole): void
}

export const floorOf = ({ table, sensitive }: Looked, one: number): number => Math.max(0, table.value[one]! - sensitive.required[one]!)

const isWideEnough = (looked: Looked, index: number, low: number, high: number): boolean => {
  const { table, sensitive, primaries } = looked
  const one = primaries[index]!
  return low <= floorOf(looked, one) && high >= table.value[one]! + sensitive.required[one]! && high - low + 1 >= sensitive.k
}

export const openEnds = (looked: Looked): Ends => {
  const { table, primaries } = looked
  const low = Float64Array.from(primaries, (one) => table.value[one]!)
  const high = low.slice()
  const lowest = primaries.map((): Whole | undefined => undefined)
  const highest = [...lowest]
  const wholes: Whole[] = []
  const isSafe = (index: number): boolean => isWideEnough(looked, index, low[index]!, high[index]!)
  const learn: Ends['learn'] = (whole) => {
    const here = (at: number): number => table.value[primaries[whole.moved[at]!]!]! + whole.by[at]!
    if (!whole.moved.some((index, at) => (here(at) < low[index]! || here(at) > high[index]!) && !isSafe(index))) return
    wholes.push(whole)
    whole.moved.forEach((index, at) => {
      if (here(at) < low[index]!) {
        low[index] = here(at)
        lowest[index] = whole
      }
      if (here(at) > high[index]!) {
        high[index] = here(at)
        highest[index] = whole
      }
    })
  }
  return { low, high, lowest, highest, wholes, isSafe, learn }
}

/** As few of the tables as show the same primaries to be safe: the longest that can be spared go first. */
export const spared = (looked: Looked, { wholes, isSafe }: Ends): Ends => {
  const kept = new Set(wholes)
  const movers = looked.primaries.map((): { readonly whole: Whole; readonly by: number }[] => [])
  for (const whole of wholes) whole.moved.forEach((index, at) => movers[index]!.push({ whole, by: whole.by[at]! }))
  const isSafeWithout = (index: number, gone: Whole): boolean => {
    const value = looked.table.value[looked.primaries[index]!]!
    let [least, most] = [0, 0]
    for (const { whole, by } of movers[index]!) {
      if (whole === gone || !kept.has(whole)) continue
      least = Math.min(least, by)
      most = Math.max(most, by)
    }
    return isWideEnough(looked, index, value + least, value + most)
  }
  for (const whole of [...wholes].sort((a, b) => b.change.at.length - a.change.at.length))
    if (whole.moved.every((index) => !isSafe(index) || isSafeWithout(index, whole))) kept.delete(whole)
  const ends = openEnds(looked)
  for (const whole of wholes) if (kept.has(whole)) ends.learn(whole)
  return ends
}
