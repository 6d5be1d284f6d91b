import { certify, type Certificate } from '#engines/matching/certify.ts'
import { defaultWeights, type Weights } from '#engines/matching/cost.ts'
import { solve } from '#engines/matching/tasks/solve.ts'
import { assemble } from './assemble.ts'
import type { Columns } from './columns.ts'

export interface NationOptions {
  readonly weights?: Weights
  /** Candidates of a need, at most. */
  readonly perNeed?: number
}

export interface NationRun {
  /** By need: the index of its volunteer, or −1. */
  readonly chosen: Int32Array
  readonly certificate: Certificate
  /** How many pairs were weighed. */
  readonly edges: number
  /** Needs left without anybody although there may be more who are eligible, farther away. */
  readonly cutShort: number
}

/**
 * From columns to a proven optimum over the nearest eligible of each need. It does not look wider for who stays
 * unmatched, as `../match.ts` does: where a whole nation is short of volunteers, that would be everybody for everybody.
 */
export const matchNation = (columns: Columns, { weights = defaultWeights, perNeed = 30 }: NationOptions = {}): NationRun => {
  const { instance, needs, volunteers } = assemble(columns, weights, perNeed)
  const assignment = solve(instance)
  const chosen = new Int32Array(needs.length).fill(-1)
  let cutShort = 0
  for (let at = 0; at < needs.length; at += 1) {
    const edge = assignment.edge[at]!
    if (edge !== -1) chosen[needs[at]!] = volunteers[instance.col[edge]!]!
    else if (instance.row[at + 1]! - instance.row[at]! >= perNeed) cutShort += 1
  }
  return { chosen, certificate: certify(instance, assignment), edges: instance.col.length, cutShort }
}
