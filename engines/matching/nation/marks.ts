import type { Lists } from './columns.ts'

/** Marks the numbers of one row, and is asked about them until the next. */
export const openMarks = (lists: Lists, size: number) => {
  // Most runs bar nobody.
  const mark = lists.item.length === 0 ? null : new Int32Array(size)
  let row = -1
  return {
    /** Whether there is anybody to ask about. */
    of: (next: number): boolean => {
      row = next
      if (mark === null || lists.start[row] === lists.start[row + 1]) return false
      for (let at = lists.start[row]!; at < lists.start[row + 1]!; at += 1) mark[lists.item[at]!] = row + 1
      return true
    },
    has: (item: number): boolean => mark !== null && mark[item] === row + 1,
  }
}
