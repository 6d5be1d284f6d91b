import type { Candidates } from './candidates.ts'
import { cost, loadCost, sumOf, unmatchedPenalty, type Weights } from './cost.ts'
import type { Need, Volunteer } from './shapes.ts'

/**
 * Needs × volunteers as numbers. Edges of need `i` stand at `row[i] … row[i + 1] − 1` with their volunteer in
 * `col` and their `cost`; slots of volunteer `j` at `slotRow[j] … slotRow[j + 1] − 1`, first task first, each
 * with the marginal cost of that task in `slotCost`, never falling. A volunteer's capacity is the number of
 * their slots.
 */
export interface Instance {
  readonly row: Int32Array
  readonly col: Int32Array
  readonly cost: Int32Array
  /** By need: the cost of leaving it unmatched. */
  readonly penalty: Int32Array
  readonly slotRow: Int32Array
  readonly slotCost: Int32Array
}

export interface Assignment {
  /** By need: the index of its edge, or −1 when unmatched. */
  readonly edge: Int32Array
  /** By volunteer: what one more task with them is worth (integers). */
  readonly price: Float64Array
  /** The lower bound that the prices prove; equals the cost of the assignment. */
  readonly dual: number
}

// Small enough that sums along a path stay exact and every array is 32 bit.
const LARGEST = 2 ** 29

const small = (value: number): number => {
  if (!Number.isInteger(value) || Math.abs(value) > LARGEST) throw new RangeError(`not a cost: ${value}`)
  return value
}

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
  // Nobody is given more tasks than there are needs: more slots than that would only take memory.
  const slots = volunteers.map(({ capacityLeft, load }) =>
    Array.from({ length: Math.max(0, Math.min(capacityLeft, needs.length)) }, (_, task) =>
      small(loadCost(load + task + 1, weights)),
    ),
  )
  const slotRow = new Int32Array(volunteers.length + 1)
  slots.forEach((own, index) => (slotRow[index + 1] = slotRow[index]! + own.length))
  return {
    row,
    col,
    cost: edgeCost,
    penalty: Int32Array.from(needs, (need) => small(unmatchedPenalty(need, weights))),
    slotRow,
    slotCost: Int32Array.from(slots.flat()),
  }
}
