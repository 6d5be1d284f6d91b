import { checkProof, type Claim, type Proof, type Shown } from '#engines/disclosure/index.ts'
import type { Guarded } from './shapes.ts'

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

/** The checker looks at a proof before anybody relies on it. */
export const requireProof = (guarded: Guarded, proof: Proof): void => {
  const faults = checkProof(claimOf(guarded), shownOf(proof))
  if (faults.length > 0) throw new Error(`a proof does not hold: ${faults[0]}`)
}
