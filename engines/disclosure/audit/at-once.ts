import { openAlike } from './alike.ts'
import { verdictOn, type Target, type Verdict } from './audit.ts'
import { openExchange, type Exchanged, type Wanted } from './exchange.ts'
import { shorten, type Row } from './shorten.ts'

const NEAR = 1e-6
const FEW = 0.02

/** A sequence that fills [0, 1) evenly: multiples of the golden section. */
const evenly = (index: number): number => (index * 0.618_033_988_749_895) % 1

/** Round by round: what one want is worth in sums, and how many may come to one table. The last stays. */
const ROUNDS = [[3, 1000], [3, 1000], [3, 1000], [4, 1000], [5, 300], [8, 100], [12, 16], [20, 4], [32, 1], [64, 1]] as const
/** Larger tables bear more at a time, as long as there is a crowd at all. */
const bears = (together: number, unknowns: number): number => (unknowns > LARGE && together >= CROWD ? Math.round((together * 4 * unknowns) / LARGE) : together)
const [LARGE, CROWD] = [100_000, 100]
/** There a crowd comes again as long as it leaves fewer than so many unsafe. */
const HARDLY = 0.9
/** A target alone begins from the table in which it went furthest; every so many rounds from the true one, lest that lead nowhere. */
const ANEW = 4
/** Rounds without anybody new who is safe, before whole numbers are given up. */
const PATIENCE = 12

interface Ends {
  readonly low: Float64Array
  readonly high: Float64Array
}

/** What a target still lacks: both ends, then as many whole numbers as there must be. */
const wantOf = ({ value, required }: Target, low: number, high: number, k: number, isDown: boolean): number => {
  const [floor, ceiling] = [Math.max(0, value - required), value + required]
  if (low > floor && (isDown || high >= ceiling)) return Math.max(0, Math.min(floor, high - k + 1)) - value
  if (high < ceiling) return Math.max(ceiling, low + k - 1) - value
  return isDown && low > 0 ? Math.max(0, high - k + 1) - value : low + k - 1 - value
}

/** Widens the ends by whole tables that agree with everything published, many targets at a time, until all are safe or nothing new comes. */
const byWholeNumbers = (rows: readonly Row[], short: readonly Row[], truth: Float64Array, targets: readonly Target[], k: number, { low, high }: Ends): void => {
  const lowest: (Exchanged | undefined)[] = targets.map(() => undefined)
  const highest = [...lowest]
  const exchange = openExchange(rows, short, truth, targets)
  const isSafe = (index: number): boolean => verdictOn(targets[index]!, { low: low[index]!, high: high[index]! }, k).safe
  // An amount moves in steps of a quarter of what it must move.
  const unitOf = ({ required }: Target): number => 2 ** Math.floor(Math.log2(Math.max(1, required / 4)))
  let unsafe = [...targets.keys()].filter((index) => !isSafe(index))
  let idle = 0
  let pace = 0
  for (let round = 0; unsafe.length > 0 && idle < PATIENCE; round += 1) {
    const [weight, together] = ROUNDS[Math.min(pace, ROUNDS.length - 1)]!
    const tables = Math.max(2, Math.ceil(unsafe.length / bears(together, truth.length)))
    const groups = new Map<string, { readonly unit: number; readonly wanted: Wanted[] }>()
    unsafe.forEach((index, place) => {
      const at = evenly(place + 1 + round * 577)
      const by = wantOf(targets[index]!, low[index]!, high[index]!, k, (at * tables) % 1 < 0.5)
      const unit = unitOf(targets[index]!)
      const name = `${unit} ${Math.floor(at * tables)}`
      const group = groups.get(name) ?? { unit, wanted: [] }
      if (by !== 0) group.wanted.push({ target: index, by })
      groups.set(name, group)
    })
    for (const { unit, wanted } of groups.values()) {
      const still = wanted.filter(({ target }) => !isSafe(target))
      const alone = still.length === 1 && round % ANEW !== 0 ? still[0] : undefined
      const from = alone === undefined ? undefined : (alone.by < 0 ? lowest : highest)[alone.target]
      const found = still.length === 0 ? undefined : exchange.find(still, unit, weight, from)
      found?.target.forEach((by, index) => {
        const now = targets[index]!.value + by
        if (now < low[index]!) {
          low[index] = now
          lowest[index] = found
        }
        if (now > high[index]!) {
          high[index] = now
          highest[index] = found
        }
      })
    }
    const left = unsafe.filter((index) => !isSafe(index))
    idle = left.length === unsafe.length && pace >= ROUNDS.length ? idle + 1 : 0
    if (truth.length <= LARGE || left.length > HARDLY * unsafe.length) pace += 1
    unsafe = left
  }
}

/**
 * Verdicts on thousands of targets of one large release, where exact bounds would take a programme for each. Whole tables
 * that agree with everything published are found, in whole numbers first; for whom that shows too little, in real ones from
 * beginnings in which some targets are far too low and others far too high. Each table shows of every target one value that
 * it can have. The intervals are at least as wide as said: `safe` is proven, its absence is not.
 */
export const auditAtOnce = (rows: readonly Row[], truth: Float64Array, targets: readonly Target[], k: number, rounds: number): Verdict[] => {
  const short = shorten(rows, truth.length)
  const low = Float64Array.from(targets, ({ value }) => value)
  const high = low.slice()
  const verdict = (index: number): Verdict => verdictOn(targets[index]!, { low: low[index]!, high: high[index]! }, k)
  const sumOf = (table: Float64Array, { members }: Target): number => {
    let sum = 0
    for (let at = 0; at < members.length; at += 1) sum += table[members[at]!]!
    return sum
  }
  const learn = (table: Float64Array): void => {
    targets.forEach((target, index) => {
      const sum = sumOf(table, target)
      low[index] = Math.min(low[index]!, sum)
      high[index] = Math.max(high[index]!, sum)
    })
  }
  const scale = (table: Float64Array, { members }: Target, factor: number): void => {
    for (let at = 0; at < members.length; at += 1) table[members[at]!] = (factor > 1 ? table[members[at]!]! || 0.5 : table[members[at]!]!) * factor
  }

  byWholeNumbers(rows, short, truth, targets, k, { low, high })
  let unsafe = targets.map((_, index) => index).filter((index) => !verdict(index).safe)
  const alike = openAlike(rows, short, truth.length)
  for (let round = 0; round < rounds && unsafe.length > 0; round += 1) {
    const table = truth.slice()
    unsafe.forEach((index, place) => {
      const at = evenly(place + 1 + round * 997)
      // Harder from round to round, as fewer are left to be in each other's way.
      if (at < 0.25 && low[index]! > NEAR) scale(table, targets[index]!, Math.exp(-6))
      else if (at < 0.5) scale(table, targets[index]!, Math.exp(2.5 + round / 8))
    })
    const miss = alike.settle(table)
    if (miss <= NEAR) learn(table)
    if (miss <= FEW) {
      const none = targets.filter((target) => target.value > 0 && sumOf(table, target) < FEW * target.value)
      for (const target of none) scale(table, target, 0)
      if (none.length > 0 && alike.settle(table) <= NEAR) learn(table)
    }
    unsafe = unsafe.filter((index) => !verdict(index).safe)
  }
  return targets.map((_, index) => verdict(index))
}
