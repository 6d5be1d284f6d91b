import { cellCount, type Sensitive, type Table } from '#engines/disclosure/shapes.ts'

/** What it costs to leave a cell out of a release. */
export type Cost = Float64Array

/**
 * Small cells before large ones, and a zero after all others: it tells an attacker little, and hiding it hides little.
 * Ties go by how much the finest cells below are worth elsewhere, then by place.
 */
export const costOf = ({ value, start }: Table): Cost => {
  const most = value.reduce((a, b) => Math.max(a, b), 1)
  return Float64Array.from(value, (own, cell) => (own === 0 ? 2 * most : own) + (start[cell + 1]! - start[cell]!) / (start.length * 1000))
}

/** Cells that may be left out, cheapest first. */
export const candidatesOf = (table: Table, { primary, open }: Sensitive, cost: Cost): number[] =>
  Array.from({ length: cellCount(table) }, (_, cell) => cell)
    .filter((cell) => primary[cell] === 0 && open[cell] === 0 && table.start[cell + 1]! > table.start[cell]!)
    .sort((a, b) => cost[a]! - cost[b]! || a - b)
