import type { Weeks } from './columns.ts'
import { weeksShare } from './weeks.ts'

/** So many bytes are remembered; what is beyond is found out each time. */
const MEMORY = 2 ** 24

const YES = 1
const NO = 2

/** Whether a volunteer's week has room for a need: found out once for each two weeks and length, of which there are few. */
export interface Timely {
  /** For which need it is asked from now on. */
  readonly of: (week: number, minutes: number) => void
  readonly fits: (week: number) => boolean
}

/** `of` is called before `fits`, for each need. */
export const openTimely = (weeks: Weeks): Timely => {
  const count = weeks.parts.length
  const rows = new Map<number, Map<number, Uint8Array>>()
  const forgetful = new Uint8Array(0)
  let left = MEMORY
  let wanted = -1
  let length = -1
  let row: Uint8Array = forgetful
  const rowFor = (week: number, minutes: number): Uint8Array => {
    const ofLength = rows.get(minutes) ?? new Map<number, Uint8Array>()
    rows.set(minutes, ofLength)
    const before = ofLength.get(week)
    if (before !== undefined) return before
    if (left < count) return forgetful
    left -= count
    const fresh = new Uint8Array(count)
    ofLength.set(week, fresh)
    return fresh
  }
  return {
    of: (week, minutes) => {
      wanted = week
      length = minutes
      row = rowFor(week, minutes)
    },
    fits: (week) => {
      const before = row[week]
      if (before === YES) return true
      if (before === NO) return false
      const found = weeksShare(weeks, wanted, week, length)
      row[week] = found ? YES : NO
      return found
    },
  }
}
