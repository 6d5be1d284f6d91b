import { columnsOf } from './nation/from-shapes.ts'
import { openSearch } from './nation/search.ts'
import type { Need, Volunteer } from './shapes.ts'

/**
 * The candidates of need `i` are `col[row[i]] … col[row[i + 1] − 1]`: indices of volunteers, nearest first.
 */
export interface Candidates {
  readonly row: Int32Array
  readonly col: Int32Array
}

export interface CandidateOptions {
  /** How many at most, for all needs or by index of the need. */
  readonly perNeed: number | ((need: number) => number)
  /** The day of the run. */
  readonly day: string
}

/** Looks for the nearest eligible volunteers of one need, at most so many; the answer is the caller's. */
export type Look = (need: number, most: number) => Int32Array

/** Prepares the search once, for as many looks as it takes. */
export const openLook = (needs: readonly Need[], volunteers: readonly Volunteer[], day: string): Look => {
  const { nearest } = openSearch(columnsOf(needs, volunteers, day))
  return (need, most) => {
    const { id, size } = nearest(need, most)
    return id.slice(0, size)
  }
}

/** What was found for each need, one after the other. */
export const candidatesOf = (rows: readonly Int32Array[]): Candidates => {
  const row = new Int32Array(rows.length + 1)
  rows.forEach((found, index) => (row[index + 1] = row[index]! + found.length))
  const col = new Int32Array(row[rows.length]!)
  rows.forEach((found, index) => col.set(found, row[index]!))
  return { row, col }
}

/**
 * The nearest eligible volunteers of each need, of two as far the one who stands first; whoever helped before is among
 * them, however far, if eligible.
 */
export const candidates = (
  needs: readonly Need[],
  volunteers: readonly Volunteer[],
  { perNeed, day }: CandidateOptions,
): Candidates => {
  const look = openLook(needs, volunteers, day)
  return candidatesOf(needs.map((_, need) => look(need, typeof perNeed === 'number' ? perNeed : perNeed(need))))
}
