import type { Assignment, Instance } from './instance.ts'

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

/**
 * Proves an assignment without its solver. Any prices give a lower bound by weak duality: no assignment costs
 * less than
 *   Σ needs min(penalty, min over edges (cost + price)) − Σ slots max(0, price − slot cost),
 * whatever the solver did. An assignment that is allowed and costs exactly that much is therefore optimal.
 */
export const certify = (instance: Instance, { edge, price, dual: claimed }: Assignment): Certificate => {
  const { row, col, cost, penalty, slotRow, slotCost } = instance
  const volunteers = slotRow.length - 1
  const faults: string[] = []
  if (edge.length !== penalty.length) faults.push('not one edge a need')
  if (price.length !== volunteers) faults.push('not one price a volunteer')

  const tasks = new Int32Array(volunteers)
  let primal = 0
  let dual = 0
  penalty.forEach((unmatched, need) => {
    const chosen = edge[need] ?? -1
    const own = chosen >= row[need]! && chosen < row[need + 1]!
    if (chosen !== -1 && !own) faults.push(`need ${need} has an edge that is not its own`)
    if (own) tasks[col[chosen]!] = tasks[col[chosen]!]! + 1
    primal += own ? cost[chosen]! : unmatched
    let least = unmatched
    for (let e = row[need]!; e < row[need + 1]!; e += 1) least = Math.min(least, cost[e]! + price[col[e]!]!)
    dual += least
  })
  tasks.forEach((given, volunteer) => {
    const slots = slotCost.subarray(slotRow[volunteer]!, slotRow[volunteer + 1]!)
    if (given > slots.length) faults.push(`volunteer ${volunteer} is above their limit`)
    slots.forEach((marginal, task) => {
      const falls = marginal < (slots[task - 1] ?? marginal)
      if (falls) faults.push(`a later task of volunteer ${volunteer} costs less`)
      if (task < given) primal += marginal
      dual -= Math.max(0, price[volunteer]! - marginal)
    })
  })
  if (primal !== dual) faults.push(`the cost is ${primal}, the bound ${dual}`)
  if (claimed !== dual) faults.push(`the bound claimed is ${claimed}, the prices give ${dual}`)
  return { optimal: faults.length === 0, primal, dual, faults }
}
