import type { Assignment, Instance } from './tasks/instance.ts'

export interface Certificate {
  /** No fault, and the cost equals the bound. */
  readonly optimal: boolean
  /** What the assignment costs. */
  readonly primal: number
  /** What no assignment can cost less than. */
  readonly dual: number
  /** In words for whoever reads the run's proof; empty when all is well. */
  readonly faults: readonly string[]
}

/** Sums of hundreds of thousands of 32-bit numbers are exact in doubles: 2⁵³ is far. */
const positive = (value: number): number => (value > 0 ? value : 0)

/**
 * Proves an assignment without its solver. Any prices give a lower bound by weak duality: no assignment costs
 * less than
 *   Σ needs min(penalty, min over edges (cost + price)) − Σ volunteers Σ their tasks max(0, price − load cost),
 * whatever the solver did. An assignment that is allowed and costs exactly that much is therefore optimal.
 */
export const certify = (instance: Instance, { edge, price, dual: claimed }: Assignment): Certificate => {
  const { row, col, cost, penalty, capacity, carried, load } = instance
  const volunteers = capacity.length
  const faults: string[] = []
  if (edge.length !== penalty.length) faults.push('not one edge a need')
  if (price.length !== volunteers) faults.push('not one price a volunteer')
  for (let task = 1; task < load.length; task += 1)
    if (load[task]! < load[task - 1]!) faults.push(`task ${task + 1} of a volunteer costs less than the one before`)

  const tasks = new Int32Array(volunteers)
  let primal = 0
  let dual = 0
  for (let need = 0; need < penalty.length; need += 1) {
    const chosen = edge[need] ?? -1
    const own = chosen >= row[need]! && chosen < row[need + 1]!
    if (chosen !== -1 && !own) faults.push(`need ${need} has an edge that is not its own`)
    if (own) tasks[col[chosen]!] = tasks[col[chosen]!]! + 1
    primal += own ? cost[chosen]! : penalty[need]!
    let least = penalty[need]!
    for (let e = row[need]!; e < row[need + 1]!; e += 1) {
      const served = cost[e]! + price[col[e]!]!
      // Not Math.min: a price that is no number must not pass.
      if (!(served >= least)) least = served
    }
    dual += least
  }
  const last = load.length - 1
  for (let volunteer = 0; volunteer < volunteers; volunteer += 1) {
    const given = tasks[volunteer]!
    if (given > capacity[volunteer]!) faults.push(`volunteer ${volunteer} is above their limit`)
    const from = carried?.[volunteer] ?? 0
    for (let task = 0; task < given; task += 1) primal += load[Math.min(from + task, last)]!
    const worth = price[volunteer]!
    for (let task = 0; task < capacity[volunteer]!; task += 1) {
      // Past the table all tasks cost the same, and past the price none gains anything.
      if (from + task >= last) {
        dual -= (capacity[volunteer]! - task) * positive(worth - load[last]!)
        break
      }
      if (worth <= load[from + task]!) break
      dual -= worth - load[from + task]!
    }
  }
  if (primal !== dual) faults.push(`the cost is ${primal}, the bound ${dual}`)
  if (claimed !== dual) faults.push(`the bound claimed is ${claimed}, the prices give ${dual}`)
  return { optimal: faults.length === 0, primal, dual, faults }
}
