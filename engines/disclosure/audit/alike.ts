import type { Row } from './shorten.ts'

/** Tables that agree with what is published, found from beginnings that do not. */
export interface Alike {
  /** Brings a table (a zero stays zero) to all published sums; answers the largest miss, over every sum as it was published. */
  settle(table: Float64Array): number
}

const CLOSE = 1e-9
const ROUNDS = 60
const INNER_ROUNDS = 80

/**
 * The table nearest to its beginning in relative entropy has the form beginning × exp(Σ prices of its rows). The prices are
 * found by Newton's method with conjugate gradients; a few rounds of plain scaling, row by row, bring them near first. `short`: rows that
 * say the same as `rows`.
 */
export const openAlike = (rows: readonly Row[], short: readonly Row[], unknowns: number): Alike => {
  const count = short.length
  const goal = Float64Array.from(short, ({ sum }) => sum)

  const sumsOf = (table: Float64Array): Float64Array =>
    Float64Array.from(short, ({ members }) => {
      let sum = 0
      for (const one of members) sum += table[one]!
      return sum
    })
  /** Of each finest cell, what its rows are priced together. */
  const spread = (price: Float64Array): Float64Array => {
    const all = new Float64Array(unknowns)
    short.forEach(({ members }, row) => {
      const own = price[row]!
      if (own !== 0) for (const one of members) all[one] = all[one]! + own
    })
    return all
  }
  const dot = (a: Float64Array, b: Float64Array): number => {
    let sum = 0
    for (let row = 0; row < count; row += 1) sum += a[row]! * b[row]!
    return sum
  }
  const largest = (values: Float64Array): number => {
    let most = 0
    for (const own of values) most = Math.max(most, Math.abs(own))
    return most
  }

  const scaleRows = (table: Float64Array): void => {
    for (let round = 0; round < ROUNDS; round += 1) {
      let worst = 0
      for (let row = 0; row < count; row += 1) {
        const { members, sum: wanted } = short[row]!
        let sum = 0
        for (const one of members) sum += table[one]!
        const miss = Math.abs(sum - wanted)
        if (sum <= 0 || miss < CLOSE) continue
        worst = Math.max(worst, miss)
        for (const one of members) table[one] = (table[one]! * wanted) / sum
      }
      if (worst < CLOSE) return
    }
  }

  const pricesFor = (table: Float64Array, have: Float64Array, miss: Float64Array): Float64Array => {
    const price = new Float64Array(count)
    const weight = have.map((own) => 1 / (own > 0 ? own : 1))
    let rest = miss
    let tilted = rest.map((own, row) => own * weight[row]!)
    let way = tilted
    let size = dot(rest, tilted)
    const end = size * 1e-12
    for (let round = 0; round < INNER_ROUNDS && size > end; round += 1) {
      const felt = sumsOf(spread(way).map((own, one) => own * table[one]!))
      const along = dot(way, felt)
      if (!(along > 0)) break
      const step = size / along
      for (let row = 0; row < count; row += 1) price[row] = price[row]! + step * way[row]!
      rest = rest.map((own, row) => own - step * felt[row]!)
      tilted = rest.map((own, row) => own * weight[row]!)
      const next = dot(rest, tilted)
      const turn = next / size
      way = tilted.map((own, row) => own + turn * way[row]!)
      size = next
    }
    return price
  }

  return {
    settle: (table) => {
      scaleRows(table)
      for (let round = 0; round < 10; round += 1) {
        const have = sumsOf(table)
        const miss = goal.map((own, row) => own - have[row]!)
        if (largest(miss) < CLOSE * 10) break
        const change = spread(pricesFor(table, have, miss))
        const deepest = change.reduce((least, own) => Math.min(least, own), 0)
        const step = deepest < -0.9 ? 0.9 / -deepest : 1
        if (step < 0.02) break
        for (let one = 0; one < unknowns; one += 1) table[one] = table[one]! * (1 + step * change[one]!)
      }
      let miss = 0
      for (const { members, sum } of rows) {
        let have = 0
        for (const one of members) have += table[one]!
        miss = Math.max(miss, Math.abs(have - sum))
      }
      return miss
    },
  }
}
