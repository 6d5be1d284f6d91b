import { cellCount, type Table } from '#engines/disclosure/shapes.ts'
import { PRIME } from './echelon.ts'
import type { Relations } from './relations.ts'

/** What a table of finest cells has to add up to: rows of finest cells, each with its sum. */
export interface Sums {
  readonly start: Int32Array
  readonly member: Int32Array
  readonly goal: Float64Array
}

/** A cell that is the plain sum of others: its own place first, then theirs. */
export const plainOf = (relations: Relations): number[][] => relations.filter(({ value }) => value[0] === PRIME - 1 && value.every((own, index) => index === 0 || own === 1)).map(({ at }) => [...at])

/**
 * As few and as short rows as say all that is published: open cells that have no parts of their own, and for each open cell
 * with hidden parts what these come to together.
 */
export const sumsOf = (table: Table, relations: Relations, hidden: Uint8Array): Sums => {
  const { inner, start, member } = table
  const cells = cellCount(table)
  const hasParts = new Uint8Array(cells)
  // Only a cell that is the plain sum of others says nothing beyond them.
  const plain = plainOf(relations)
  for (const [whole] of plain) hasParts[whole!] = 1
  const lists: number[][] = []
  const known = new Set<string>()
  const add = (list: number[]): void => {
    const name = `${list.length}:${list[0]}:${list.reduce((print, one) => (Math.imul(print, 31) + one) | 0, 7)}`
    if (known.has(name)) return
    known.add(name)
    lists.push(list)
  }
  const membersOf = (cell: number): number[] => [...member.subarray(start[cell], start[cell + 1])]
  for (let cell = 0; cell < cells; cell += 1) if (hidden[cell] === 0 && hasParts[cell] === 0 && start[cell] !== start[cell + 1]) add(membersOf(cell))
  for (const [whole, ...all] of plain) {
    if (hidden[whole!] === 1) continue
    const parts = all.filter((cell) => hidden[cell] === 1)
    if (parts.length > 0) add(parts.flatMap(membersOf).sort((a, b) => a - b))
  }
  const rowStart = new Int32Array(lists.length + 1)
  lists.forEach((list, row) => {
    rowStart[row + 1] = rowStart[row]! + list.length
  })
  return { start: rowStart, member: Int32Array.from(lists.flat()), goal: Float64Array.from(lists, (list) => list.reduce((sum, one) => sum + inner[one]!, 0)) }
}
