import type { Candidates } from './candidates.ts'
import { cost, loadCost, sumOf, unmatchedPenalty, type Weights } from './cost.ts'
import type { Need, Volunteer } from './shapes.ts'
import type { Instance } from './tasks/instance.ts'

// Far from where sums along a path would not be exact, and every array is 32 bit.
const LARGEST = 2 ** 29

/** The value itself; throws RangeError where it is no whole number or too large to be summed exactly. */
export const small = (value: number): number => {
  if (!Number.isInteger(value) || Math.abs(value) > LARGEST) throw new RangeError(`not a cost: ${value}`)
  return value
}

/** What a volunteer's 1st, 2nd, 3rd … task costs. */
export const loadsUpTo = (most: number, weights: Weights): Int32Array =>
  Int32Array.from({ length: most }, (_, task) => small(loadCost(task + 1, weights)))

/** Throws RangeError when weights or shapes give a cost that is no integer or is beyond ±2²⁹. */
export const instanceOf = (
  needs: readonly Need[],
  volunteers: readonly Volunteer[],
  { row, col }: Candidates,
  weights: Weights,
): Instance => {
  const edgeCost = new Int32Array(col.length)
  needs.forEach((need, index) => {
    for (let edge = row[index]!; edge < row[index + 1]!; edge += 1)
      edgeCost[edge] = small(sumOf(cost(need, volunteers[col[edge]!]!, weights)))
  })
  // Nobody is given more tasks than there are needs.
  const capacity = Int32Array.from(volunteers, ({ capacityLeft }) => Math.max(0, Math.min(capacityLeft, needs.length)))
  const carried = Int32Array.from(volunteers, ({ load }) => load)
  const most = capacity.reduce((longest, tasks, index) => Math.max(longest, tasks + carried[index]!), 1)
  return {
    row,
    col,
    cost: edgeCost,
    penalty: Int32Array.from(needs, (need) => small(unmatchedPenalty(need, weights))),
    capacity,
    carried,
    load: loadsUpTo(most, weights),
  }
}
