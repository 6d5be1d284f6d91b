import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { anyTable, countsBelow, flat, membersOf, tableOf } from '#engines/disclosure/tables.fixture.ts'
import { openAttack } from '#engines/disclosure/audit/attack.ts'
import { audit } from '#engines/disclosure/audit/audit.ts'
import { exactly } from '#engines/disclosure/audit/published.ts'
import type { Solver } from '#engines/disclosure/solver.ts'
import { openSolver } from '#platform/linear/index.ts'
import { narrow } from './bounds.ts'
import { labelledRelations } from './relations.ts'
import { plainOf } from './sums.ts'

let solver: Solver
beforeAll(async () => {
  solver = await openSolver()
})

/** Two small counts that only each other hide in every row: four in a square of a larger table. */
const table = tableOf([flat('a', 3), flat('b', 3)], [1, 2, 40, 30, 31, 32, 33, 34, 35])
const hiding = (...names: readonly string[]): Uint8Array => Uint8Array.from(table.key, (labels) => (names.includes(labels.join(' ')) ? 1 : 0))
const narrowNames = (k: number, ...names: readonly string[]): string[] =>
  narrow(table, { ...countsBelow(table, 5), k }, plainOf(labelledRelations(table)), hiding(...names)).map((one) => table.key[one]!.join(' '))

describe('sums that hold a primary too near', () => {
  it('are those whose hidden cells come to less than k together', () => {
    // Three in the row, so that each is 0 … 3: four whole numbers.
    const square = ['a0 b0', 'a0 b1', 'a1 b0', 'a1 b1']
    expect(narrowNames(5, ...square)).toEqual(['a0 b0', 'a0 b1'])
    expect(narrowNames(4, ...square)).toEqual([])
    expect(narrowNames(5, ...square, 'a0 b2', 'a1 b2')).toEqual([])
  })

  it('are those that tell it, from above or below', () => {
    expect(narrowNames(0, 'a0 b0', 'a0 b1')).toEqual(['a0 b0', 'a0 b1'])
  })

  it('never hold one that exact bounds call safe', () => {
    fc.assert(
      fc.property(anyTable, fc.infiniteStream(fc.boolean()), (any, flags) => {
        const sensitive = countsBelow(any, 5)
        const hidden = Uint8Array.from(sensitive.primary, (own) => (own === 1 || flags.next().value === true ? 1 : 0))
        const attack = openAttack({ unknowns: any.inner.length, bands: [...any.value].flatMap((value, one) => (hidden[one] === 1 ? [] : [exactly(membersOf(any, one), value)])) }, solver)
        for (const one of narrow(any, sensitive, plainOf(labelledRelations(any)), hidden))
          expect(audit(attack, [{ members: membersOf(any, one), value: any.value[one]!, required: 1 }], 5)[0]!.safe, any.key[one]!.join(' ')).toBe(false)
        attack.close()
      }),
      { numRuns: 60 },
    )
  })
})
