import { type Sensitive, type Table } from '#engines/disclosure/shapes.ts'

/** Passes over all sums; what is not told by then is told by few. */
const MOST_PASSES = 60

/** Between what each cell lies, as far as one sum after the other tells: nobody knows less. `plain`: a cell, then the cells that it is the sum of. */
const bounds = ({ value }: Table, plain: readonly (readonly number[])[], hidden: Uint8Array): { readonly low: Float64Array; readonly high: Float64Array } => {
  const low = Float64Array.from(value, (own, cell) => (hidden[cell] === 1 ? 0 : own))
  const high = Float64Array.from(value, (own, cell) => (hidden[cell] === 1 ? Infinity : own))
  const live = plain.filter((cells) => cells.some((cell) => hidden[cell] === 1))
  let news = true
  const raise = (cell: number, to: number): void => {
    if (to <= low[cell]!) return
    low[cell] = to
    news = true
  }
  const lower = (cell: number, to: number): void => {
    if (to >= high[cell]!) return
    high[cell] = to
    news = true
  }
  for (let pass = 0; news && pass < MOST_PASSES; pass += 1) {
    news = false
    for (const cells of live) {
      const whole = cells[0]!
      let [least, most, endless] = [0, 0, 0]
      for (let at = 1; at < cells.length; at += 1) {
        least += low[cells[at]!]!
        if (high[cells[at]!] === Infinity) endless += 1
        else most += high[cells[at]!]!
      }
      raise(whole, least)
      if (endless === 0) lower(whole, most)
      for (let at = 1; at < cells.length; at += 1) {
        const part = cells[at]!
        const [leastHere, mostHere] = [low[part]!, high[part]!]
        if (high[whole] !== Infinity) lower(part, high[whole]! - (least - leastHere))
        if (endless === 0) raise(part, low[whole]! - (most - mostHere))
        else if (endless === 1 && mostHere === Infinity) raise(part, low[whole]! - most)
      }
    }
  }
  return { low, high }
}

/** Primaries that no table whatsoever can show to be safe: what is published beside them leaves too little room. */
export const narrow = (table: Table, { primary, required, k }: Sensitive, plain: readonly (readonly number[])[], hidden: Uint8Array): number[] => {
  const { low, high } = bounds(table, plain, hidden)
  return [...primary.keys()].filter((cell) => {
    const own = table.value[cell]!
    return primary[cell] === 1 && (high[cell]! < own + required[cell]! || low[cell]! > Math.max(0, own - required[cell]!) || high[cell]! - low[cell]! + 1 < k)
  })
}
