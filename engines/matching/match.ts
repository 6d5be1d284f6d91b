import { candidatesOf, openLook, type Candidates } from './candidates.ts'
import { certify, type Certificate } from './certify.ts'
import { defaultWeights, type Weights } from './cost.ts'
import { instanceOf } from './instance.ts'
import type { Need, Volunteer } from './shapes.ts'
import type { Assignment, Instance } from './tasks/instance.ts'
import { solve } from './tasks/solve.ts'

export interface MatchOptions {
  /** The day of the run, `YYYY-MM-DD`. */
  readonly day: string
  readonly weights?: Weights
  /** Candidates looked at first; needs that stay unmatched look wider. */
  readonly perNeed?: number
}

/** Who is with whom, among whom it was chosen and by what: all that an explanation reads. */
export interface Chosen {
  readonly needs: readonly Need[]
  readonly volunteers: readonly Volunteer[]
  readonly day: string
  readonly weights: Weights
  readonly candidates: Candidates
  /** By need: the index of its volunteer, or −1. */
  readonly chosen: Int32Array
  /** By volunteer: the tasks this run gives them. */
  readonly given: Int32Array
}

/** One run with all that proves and explains it. */
export interface Run extends Chosen {
  readonly instance: Instance
  readonly assignment: Assignment
  readonly certificate: Certificate
}

const WIDER = 4

/**
 * Candidates, costs, optimum and proof. Needs that stay unmatched although their list of candidates was cut
 * short look wider, until none is: who stays unmatched has seen everybody eligible. The proof is over the
 * candidates of the run.
 */
export const match = (
  needs: readonly Need[],
  volunteers: readonly Volunteer[],
  { day, weights = defaultWeights, perNeed = 30 }: MatchOptions,
): Run => {
  const wanted = new Float64Array(needs.length).fill(Math.max(1, perNeed))
  const look = openLook(needs, volunteers, day)
  const rows = needs.map((_, need) => look(need, wanted[need]!))
  for (;;) {
    const found = candidatesOf(rows)
    const instance = instanceOf(needs, volunteers, found, weights)
    const assignment = solve(instance)
    const cutShort = [...needs.keys()].filter(
      (need) => assignment.edge[need] === -1 && found.row[need + 1]! - found.row[need]! >= wanted[need]!,
    )
    if (cutShort.length === 0) {
      const chosen = assignment.edge.map((edge) => (edge === -1 ? -1 : found.col[edge]!))
      const given = new Int32Array(volunteers.length)
      for (const volunteer of chosen) if (volunteer !== -1) given[volunteer] = given[volunteer]! + 1
      const proven = { candidates: found, instance, assignment, certificate: certify(instance, assignment) }
      return { needs, volunteers, day, weights, ...proven, chosen, given }
    }
    for (const need of cutShort) {
      wanted[need] = wanted[need]! * WIDER
      rows[need] = look(need, wanted[need]!)
    }
  }
}
