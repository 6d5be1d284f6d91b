import { checkProof, prove, type Claim, type Proof, type Shown, type Solver } from '#engines/disclosure/index.ts'
import type { Guarded } from './hide.ts'

/** What the checker is told of a part: the true finest cells, what is hidden, and how well. */
export const claimOf = ({ table, sensitive, hidden }: Guarded): Claim => ({
  inner: [...table.inner].map(BigInt),
  cells: [...sensitive.primary].map((flag, cell) => ({
    inner: [...table.member.subarray(table.start[cell], table.start[cell + 1])],
    hidden: hidden[cell] === 1,
    primary: flag === 1,
    required: BigInt(sensitive.required[cell] ?? 0),
  })),
  k: BigInt(sensitive.k),
})

export const shownOf = ({ tables, targets }: Proof): Shown => ({ tables: tables.map((table) => table.map(([inner, value]) => [inner, BigInt(value)] as const)), targets })

/** Two tables for each number that stays hidden for its own sake, looked at by the checker before anybody relies on them. */
export const proofOf = (guarded: Guarded, solver: Solver): Proof => {
  const { proof, unproven } = prove(guarded.table, guarded.sensitive, guarded.hidden, solver)
  if (unproven.length > 0) throw new Error(`no two tables were found for ${unproven.length} cells`)
  const faults = checkProof(claimOf(guarded), shownOf(proof))
  if (faults.length > 0) throw new Error(`a proof does not hold: ${faults[0]}`)
  return proof
}
