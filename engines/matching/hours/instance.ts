/**
 * Needs of different length. Edges of need `i` stand at `row[i] … row[i + 1] − 1` with their volunteer in `col`,
 * their `cost`, and in `hours` what the volunteer spends on it: the same for every volunteer of a need, or not.
 */
export interface HoursInstance {
  readonly row: Int32Array
  readonly col: Int32Array
  readonly cost: Int32Array
  readonly hours: Int32Array
  /** By need: the cost of leaving it unmatched, an integer. */
  readonly penalty: Float64Array
  /** By volunteer. */
  readonly capacityHours: Int32Array
  /** By volunteer: the tasks that may be given, however short. */
  readonly capacity: Int32Array
}

export interface HoursAnswer {
  /** By need: the index of its edge, or −1 when unmatched. */
  readonly edge: Int32Array
  /** What `edge` costs. */
  readonly primal: number
  /** By need: what it is worth, in parts of a cost unit: `worth / scale`. Proves `dual`. */
  readonly worth: Float64Array
  readonly scale: number
  /** What no assignment costs less than. */
  readonly dual: number
}

/** Hours by need, as the tasks form knows its instance. */
export const hoursByEdge = (row: Int32Array, hours: Int32Array, edges: number): Int32Array => {
  const byEdge = new Int32Array(edges)
  for (let need = 0; need < hours.length; need += 1) byEdge.fill(hours[need]!, row[need], row[need + 1])
  return byEdge
}

/**
 * A knapsack of more cells than this (items × hours × tasks) is not solved but bounded from above, which leaves
 * the whole bound valid.
 */
export const MOST_CELLS = 20_000_000

const EXACT = 2 ** 52

/** Parts of a cost unit in which worths are counted, so that every sum of them stays a whole number. */
export const scaleOf = ({ cost, penalty }: HoursInstance): number => {
  let largest = 1
  for (let e = 0; e < cost.length; e += 1) largest = Math.max(largest, Math.abs(cost[e]!))
  for (let need = 0; need < penalty.length; need += 1) largest = Math.max(largest, Math.abs(penalty[need]!))
  let scale = 1024
  while (scale > 1 && largest * scale * 4 * (penalty.length + 1) > EXACT) scale /= 2
  return scale
}
