/**
 * Checks a proof with nothing but addition of whole numbers: no solver, no rounding, no other file of the house. What it
 * needs to be told is the true table, what is hidden, and how well each primary must be.
 */
export interface Claim {
  /** The true finest cells. */
  readonly inner: readonly bigint[]
  readonly cells: readonly { readonly inner: readonly number[]; readonly hidden: boolean; readonly primary: boolean; readonly required: bigint }[]
  /** How many whole numbers must lie between the two ends; 0 where the cells are no counts. */
  readonly k: bigint
}

export interface Shown {
  readonly tables: readonly (readonly (readonly [inner: number, value: bigint])[])[]
  readonly targets: readonly { readonly cell: number; readonly low: number; readonly high: number }[]
}

/** By how much a table moves each cell, or what is wrong with it in words. `cellsOf`: the cells that count each finest one. */
const movesOf = ({ inner, cells }: Claim, cellsOf: readonly (readonly number[])[], changes: readonly (readonly [number, bigint])[]): ReadonlyMap<number, bigint> | string => {
  const moved = cells.map(() => 0n)
  const seen = new Set<number>()
  for (const [at, value] of changes) {
    if (!Number.isInteger(at) || at < 0 || at >= inner.length) return `finest cell ${at} is not there`
    if (seen.has(at)) return `finest cell ${at} stands twice`
    if (value < 0n) return `finest cell ${at} is negative`
    seen.add(at)
    const by = value - inner[at]!
    for (const cell of cellsOf[at]!) moved[cell] = moved[cell]! + by
  }
  return new Map(moved.flatMap((by, cell) => (by === 0n ? [] : [[cell, by] as const])))
}

const sumOf = (table: readonly bigint[], inner: readonly number[]): bigint => inner.reduce((sum, one) => sum + (table[one] ?? 0n), 0n)

/** What is wrong with a proof, in words; empty where it holds. Only differences from the true table are added up. */
export const checkProof = (claim: Claim, { tables, targets }: Shown): string[] => {
  const { inner, cells, k } = claim
  const faults: string[] = []
  const truth = cells.map((cell) => sumOf(inner, cell.inner))
  const cellsOf = inner.map((): number[] => [])
  cells.forEach((cell, index) => {
    for (const one of cell.inner) cellsOf[one]?.push(index)
    if (cell.primary && !cell.hidden) faults.push(`cell ${index} is primary and published`)
  })
  const moves = tables.map((changes, index): ReadonlyMap<number, bigint> | undefined => {
    const moved = movesOf(claim, cellsOf, changes)
    if (typeof moved === 'string') {
      faults.push(`table ${index}: ${moved}`)
      return undefined
    }
    for (const [cell, by] of moved) if (!cells[cell]!.hidden) faults.push(`table ${index}: published cell ${cell} is ${truth[cell]! + by}, not ${truth[cell]}`)
    return moved
  })
  const spoken = new Set<number>()
  for (const { cell, low, high } of targets) {
    const target = cells[cell]
    const [lower, upper] = [moves[low], moves[high]]
    if (target === undefined || lower === undefined || upper === undefined) {
      faults.push(`cell ${cell}: no such cell or table`)
      continue
    }
    spoken.add(cell)
    const value = truth[cell]!
    const [least, most] = [value + (lower.get(cell) ?? 0n), value + (upper.get(cell) ?? 0n)]
    const floor = value > target.required ? value - target.required : 0n
    if (least > floor) faults.push(`cell ${cell}: the low table has ${least}, ${floor} is required`)
    if (most < value + target.required) faults.push(`cell ${cell}: the high table has ${most}, ${value + target.required} is required`)
    if (most - least + 1n < k) faults.push(`cell ${cell}: ${most - least + 1n} whole numbers between the tables, ${k} are required`)
  }
  cells.forEach((cell, index) => {
    if (cell.primary && !spoken.has(index)) faults.push(`cell ${index} is primary and nothing is shown of it`)
  })
  return faults
}
