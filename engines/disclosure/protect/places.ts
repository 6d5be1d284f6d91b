import { cellCount, type Table } from '#engines/disclosure/shapes.ts'

/** The table the other way round: cells[first[i]] … cells[first[i + 1] − 1] are those that count the finest cell i. */
export interface Places {
  readonly first: Int32Array
  readonly cells: Int32Array
}

export const placesOf = ({ inner, start, member }: Table): Places => {
  const first = new Int32Array(inner.length + 1)
  for (const one of member) first[one + 1] = first[one + 1]! + 1
  for (let one = 0; one < inner.length; one += 1) first[one + 1] = first[one + 1]! + first[one]!
  const next = first.slice(0, -1)
  const cells = new Int32Array(member.length)
  for (let cell = 0; cell < start.length - 1; cell += 1)
    for (let at = start[cell]!; at < start[cell + 1]!; at += 1) {
      const one = member[at]!
      cells[next[one]!] = cell
      next[one] = next[one]! + 1
    }
  return { first, cells }
}

export interface Nearby {
  /** Up to `most` finest cells around a cell, through small published cells before large ones. */
  around(cell: number, most: number, usable: (inner: number) => boolean): number[]
}

export const openNearby = (table: Table, { first, cells }: Places): Nearby => {
  const { start, member, inner } = table
  const seen = new Int32Array(inner.length).fill(-1)
  const crossed = new Int32Array(cellCount(table)).fill(-1)
  let round = 0
  return {
    around: (cell, most, usable) => {
      round += 1
      const found: number[] = []
      const add = (one: number): void => {
        if (seen[one] === round || !usable(one)) return
        seen[one] = round
        found.push(one)
      }
      for (let at = start[cell]!; at < start[cell + 1]!; at += 1) add(member[at]!)
      let frontier = 0
      while (frontier < found.length && found.length < most) {
        // One ring at a time: all cells that its finest cells are counted in, the smallest first.
        const ring: number[] = []
        const end = found.length
        for (; frontier < end; frontier += 1)
          for (let at = first[found[frontier]!]!; at < first[found[frontier]! + 1]!; at += 1) {
            const other = cells[at]!
            if (crossed[other] === round) continue
            crossed[other] = round
            ring.push(other)
          }
        ring.sort((a, b) => start[a + 1]! - start[a]! - (start[b + 1]! - start[b]!) || a - b)
        for (const other of ring) {
          if (found.length >= most) break
          for (let at = start[other]!; at < start[other + 1]! && found.length < most; at += 1) add(member[at]!)
        }
      }
      return found
    },
  }
}
