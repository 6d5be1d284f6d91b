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

const overlay = (inner: readonly bigint[], changes: readonly (readonly [number, bigint])[]): bigint[] | string => {
  const table = [...inner]
  const seen = new Set<number>()
  for (const [at, value] of changes) {
    if (!Number.isInteger(at) || at < 0 || at >= inner.length) return `finest cell ${at} is not there`
    if (seen.has(at)) return `finest cell ${at} stands twice`
    if (value < 0n) return `finest cell ${at} is negative`
    seen.add(at)
    table[at] = value
  }
  return table
}

const sumOf = (table: readonly bigint[], inner: readonly number[]): bigint => inner.reduce((sum, one) => sum + (table[one] ?? 0n), 0n)

/** What is wrong with a proof, in words; empty where it holds. */
export const checkProof = ({ inner, cells, k }: Claim, { tables, targets }: Shown): string[] => {
  const faults: string[] = []
  const truth = cells.map((cell) => sumOf(inner, cell.inner))
  const cellsOf = inner.map((): number[] => [])
  cells.forEach((cell, index) => {
    for (const one of cell.inner) cellsOf[one]?.push(index)
    if (cell.primary && !cell.hidden) faults.push(`cell ${index} is primary and published`)
  })
  const whole = tables.map((changes, index): bigint[] | undefined => {
    const table = overlay(inner, changes)
    if (typeof table === 'string') {
      faults.push(`table ${index}: ${table}`)
      return undefined
    }
    // Cells that no changed finest cell is counted in are as they were.
    for (const cell of new Set(changes.flatMap(([at]) => cellsOf[at] ?? [])))
      if (!cells[cell]!.hidden && sumOf(table, cells[cell]!.inner) !== truth[cell]) faults.push(`table ${index}: published cell ${cell} is ${sumOf(table, cells[cell]!.inner)}, not ${truth[cell]}`)
    return table
  })
  const spoken = new Set<number>()
  for (const { cell, low, high } of targets) {
    const target = cells[cell]
    const [lower, upper] = [whole[low], whole[high]]
    if (target === undefined || lower === undefined || upper === undefined) {
      faults.push(`cell ${cell}: no such cell or table`)
      continue
    }
    spoken.add(cell)
    const [least, most, value] = [sumOf(lower, target.inner), sumOf(upper, target.inner), truth[cell]!]
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
