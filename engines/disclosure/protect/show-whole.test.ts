import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { anyTable, countsBelow, flat, membersOf, tableOf } from '#engines/disclosure/tables.fixture.ts'
import { checkProof } from '#engines/disclosure/proof/check.ts'
import type { Sensitive, Table } from '#engines/disclosure/shapes.ts'
import type { Solver } from '#engines/disclosure/solver.ts'
import { openSolver } from '#platform/linear/index.ts'
import { protect } from './protect.ts'
import { showWhole } from './show-whole.ts'
import type { Shown } from './witnesses.ts'

let solver: Solver
beforeAll(async () => {
  solver = await openSolver()
})

const primariesOf = ({ primary }: Sensitive): number[] => [...primary.keys()].filter((cell) => primary[cell] === 1)

const hiddenBy = (table: Table, sensitive: Sensitive): Uint8Array => {
  const hidden = Uint8Array.from(sensitive.primary)
  for (const cell of protect(table, sensitive, 'interval', solver).secondary) hidden[cell] = 1
  return hidden
}

/** What the checker, which adds up whole numbers and knows no search, says of the tables. */
const faultsOf = (table: Table, sensitive: Sensitive, hidden: Uint8Array, shown: ReadonlyMap<number, Shown>): string[] => {
  const changed = ({ at, by }: Shown['low']) => at.map((one, index) => [one, BigInt(table.inner[one]! + by[index]!)] as const)
  const claim = {
    inner: [...table.inner].map(BigInt),
    cells: table.key.map((_, cell) => ({ inner: [...membersOf(table, cell)], hidden: hidden[cell] === 1, primary: shown.has(cell), required: BigInt(sensitive.required[cell]!) })),
    k: BigInt(sensitive.k),
  }
  const tables = [...shown.values()].flatMap(({ low, high }) => [changed(low), changed(high)])
  return checkProof(claim, { tables, targets: [...shown.keys()].map((cell, index) => ({ cell, low: 2 * index, high: 2 * index + 1 })) })
}

/** A square of small counts in which every row and column adds up. */
const square = (side: number): Table => tableOf([flat('a', side), flat('b', side)], Array.from({ length: side * side }, (_, at) => (at * 7) % 11))

describe('whole tables', () => {
  it('agree with everything published and reach both ends, as the checker says', () => {
    fc.assert(
      fc.property(anyTable, fc.constantFrom(3, 5), (table, k) => {
        const sensitive = countsBelow(table, k)
        const hidden = hiddenBy(table, sensitive)
        expect(faultsOf(table, sensitive, hidden, showWhole(table, sensitive, hidden, primariesOf(sensitive)))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('are found for every small count of a table that has room', () => {
    const table = square(16)
    const sensitive = countsBelow(table, 5)
    const hidden = hiddenBy(table, sensitive)
    const shown = showWhole(table, sensitive, hidden, primariesOf(sensitive))
    expect([...shown.keys()].sort((a, b) => a - b)).toEqual(primariesOf(sensitive))
    expect(faultsOf(table, sensitive, hidden, shown)).toEqual([])
  })

  it('are not found where everything else is published', () => {
    const table = square(4)
    const sensitive = countsBelow(table, 5)
    expect(showWhole(table, sensitive, Uint8Array.from(sensitive.primary), primariesOf(sensitive).slice(0, 1)).size).toBe(0)
  })

  it('leave what somebody knows as it is, for all but their own secret', () => {
    const table = square(8)
    const plain = countsBelow(table, 5)
    const hidden = hiddenBy(table, plain)
    const [own, ...others] = primariesOf(plain) as [number, ...number[]]
    const contributor = new Int32Array(table.value.length).fill(-1)
    contributor[own] = 7
    const moves = ({ at, by }: Shown['low']) => [...membersOf(table, own)].reduce((sum, one) => sum + (by[at.indexOf(one)] ?? 0), 0)
    for (const { low, high } of showWhole(table, { ...plain, contributor }, hidden, others).values()) expect([moves(low), moves(high)]).toEqual([0, 0])
  })

  it('are the same again', () => {
    const table = square(9)
    const sensitive = countsBelow(table, 5)
    const hidden = hiddenBy(table, sensitive)
    const once = () => showWhole(table, sensitive, hidden, primariesOf(sensitive))
    expect(once()).toEqual(once())
  })
})
