import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { anyTable, countsBelow, everyTable, flat, membersOf, tableOf } from '#engines/disclosure/tables.fixture.ts'
import { openAttack } from '#engines/disclosure/audit/attack.ts'
import { audit, auditInsiders } from '#engines/disclosure/audit/audit.ts'
import { exactly } from '#engines/disclosure/audit/published.ts'
import { checkProof } from '#engines/disclosure/proof/check.ts'
import { prove } from '#engines/disclosure/proof/prove.ts'
import type { Sensitive, Table } from '#engines/disclosure/shapes.ts'
import type { Solver } from '#engines/disclosure/solver.ts'
import { openSolver } from '#platform/linear/index.ts'
import { protect, type Pattern } from './protect.ts'

let solver: Solver
beforeAll(async () => {
  solver = await openSolver()
})

const hiddenBy = ({ primary }: Sensitive, { secondary }: Pattern): Uint8Array => {
  const hidden = Uint8Array.from(primary)
  for (const cell of secondary) hidden[cell] = 1
  return hidden
}

const verdicts = (table: Table, sensitive: Sensitive, hidden: Uint8Array) => {
  const cells = [...sensitive.primary.keys()].filter((cell) => sensitive.primary[cell] === 1)
  const bands = [...table.value].flatMap((value, cell) => (hidden[cell] === 1 ? [] : [exactly(membersOf(table, cell), value)]))
  const attack = openAttack({ unknowns: table.inner.length, bands }, solver)
  const found = audit(attack, cells.map((cell) => ({ members: membersOf(table, cell), value: table.value[cell]!, required: sensitive.required[cell]! })), sensitive.k)
  attack.close()
  return new Map(cells.map((cell, index) => [cell, found[index]!]))
}

const named = (table: Table, cells: readonly number[]): string[] => cells.map((cell) => table.key[cell]!.join(' ')).sort()

/** Three towns by three trades; one count below five. */
const nine = tableOf([flat('town', 3), flat('trade', 3)], [2, 30, 31, 40, 11, 42, 50, 51, 12])

describe('the protector', () => {
  it('hides a rectangle around a single small count, of the cheapest cells', () => {
    const sensitive = countsBelow(nine, 5)
    expect(named(nine, protect(nine, sensitive, 'linear', solver).secondary)).toEqual(['town0 trade1', 'town1 trade0', 'town1 trade1'])
  })

  it('never hides what is out already', () => {
    const sensitive = countsBelow(nine, 5)
    sensitive.open[nine.key.findIndex((labels) => labels.join(' ') === 'town1 trade1')] = 1
    const { secondary, lost } = protect(nine, sensitive, 'interval', solver)
    expect(lost).toEqual([])
    expect(named(nine, secondary)).not.toContain('town1 trade1')
    expect([...verdicts(nine, sensitive, hiddenBy(sensitive, { secondary, lost })).values()].every(({ safe }) => safe)).toBe(true)
  })

  it('says which primary cannot be saved', () => {
    const sensitive = countsBelow(nine, 5)
    sensitive.open.fill(1)
    sensitive.open[sensitive.primary.indexOf(1)] = 0
    for (const level of ['linear', 'interval'] as const) expect(protect(nine, sensitive, level, solver).lost).toEqual([sensitive.primary.indexOf(1)])
  })

  it('sees that linear independence is not enough', () => {
    // The counts beside the small one are so small that nothing can be far from them.
    const tight = tableOf([flat('a', 2), flat('b', 3)], [1, 1, 50, 1, 1, 60])
    const sensitive = { ...countsBelow(tight, 2), k: 5 }
    const linear = hiddenBy(sensitive, protect(tight, sensitive, 'linear', solver))
    expect([...verdicts(tight, sensitive, linear).values()].some(({ safe, exact }) => !safe && !exact)).toBe(true)
    const full = hiddenBy(sensitive, protect(tight, sensitive, 'interval', solver))
    expect([...verdicts(tight, sensitive, full).values()].every(({ safe }) => safe)).toBe(true)
  })

  it('hides nobody’s number behind one that somebody knows', () => {
    // Four small counts in a square hide each other from everybody but whoever knows one of them.
    const table = tableOf([flat('a', 3), flat('b', 3)], [4, 4, 40, 4, 4, 32, 33, 34, 35])
    const [mine, theirs] = ['a0 b0', 'a0 b1'].map((name) => table.key.findIndex((labels) => labels.join(' ') === name))
    const sensitive = countsBelow(table, 5)
    const contributor = Int32Array.from(table.key, (_, cell) => (cell === mine ? 7 : -1))
    for (const level of ['linear', 'interval'] as const) {
      const found = (own: Sensitive) => {
        const hidden = hiddenBy(own, protect(table, own, level, solver))
        const bands = [...table.value].flatMap((value, cell) => (hidden[cell] === 1 ? [] : [exactly(membersOf(table, cell), value)]))
        const target = { members: membersOf(table, theirs!), value: 4, required: 1 }
        const insider = { known: [{ members: membersOf(table, mine!), value: 4 }], own: new Set<number>() }
        return auditInsiders({ unknowns: 9, bands }, [target], level === 'linear' ? 0 : 5, [insider], solver)[0]!
      }
      expect(found(sensitive), level).toMatchObject({ exact: true })
      expect(found({ ...sensitive, contributor }).exact, level).toBe(false)
      if (level === 'interval') expect(found({ ...sensitive, contributor }).safe).toBe(true)
    }
  })

  it('has nothing to do where nothing is small', () => {
    expect(protect(nine, countsBelow(nine, 1), 'interval', solver)).toEqual({ secondary: [], lost: [], shown: new Map() })
  })

  it('leaves no primary to be found out, as far as the auditor and every whole table say; and can prove it', () => {
    fc.assert(
      fc.property(anyTable, fc.constantFrom(3, 5), (table, k) => {
        const sensitive = countsBelow(table, k)
        const pattern = protect(table, sensitive, 'interval', solver)
        const hidden = hiddenBy(sensitive, pattern)
        // Nothing is out already, so there is always room.
        expect(pattern.lost).toEqual([])
        for (const [cell, verdict] of verdicts(table, sensitive, hidden)) expect(verdict, table.key[cell]!.join(' ')).toMatchObject({ safe: true, exact: false })
        const { proof, unproven } = prove(table, sensitive, hidden, solver)
        expect(unproven).toEqual([])
        const claim = {
          inner: [...table.inner].map(BigInt),
          cells: table.key.map((_, cell) => ({ inner: [...membersOf(table, cell)], hidden: hidden[cell] === 1, primary: sensitive.primary[cell] === 1, required: BigInt(sensitive.required[cell]!) })),
          k: BigInt(k),
        }
        expect(checkProof(claim, { tables: proof.tables.map((own) => own.map(([inner, value]) => [inner, BigInt(value)] as const)), targets: proof.targets })).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('at the linear level leaves each primary at least two values, were negative counts possible', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const sensitive = countsBelow(table, 4)
        const pattern = protect(table, sensitive, 'linear', solver)
        const hidden = hiddenBy(sensitive, pattern)
        // The same table a hundred higher everywhere: there, what is free to move can.
        const raised = { ...table, inner: table.inner.map((own) => own + 100), value: table.value.map((own, cell) => own + 100 * membersOf(table, cell).length) }
        for (const [cell, { exact }] of verdicts(raised, sensitive, hidden)) expect(exact, table.key[cell]!.join(' ')).toBe(pattern.lost.includes(cell))
      }),
      { numRuns: 60 },
    )
  })

  it('hides nothing at the linear level that could be shown', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const sensitive = countsBelow(table, 4)
        const pattern = protect(table, sensitive, 'linear', solver)
        const hidden = hiddenBy(sensitive, pattern)
        const raised = { ...table, inner: table.inner.map((own) => own + 100), value: table.value.map((own, cell) => own + 100 * membersOf(table, cell).length) }
        for (const cell of pattern.secondary) {
          const without = hidden.slice()
          without[cell] = 0
          expect([...verdicts(raised, sensitive, without)].some(([one, { exact }]) => exact && !pattern.lost.includes(one))).toBe(true)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('gives the same pattern again', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const sensitive = countsBelow(table, 5)
        expect(protect(table, sensitive, 'interval', solver)).toEqual(protect(table, sensitive, 'interval', solver))
      }),
      { numRuns: 10 },
    )
  })

  it('on a square leaves as many whole tables as it says', () => {
    const table = tableOf([flat('a', 2), flat('b', 2)], [1, 9, 9, 9])
    const sensitive = countsBelow(table, 5)
    const hidden = hiddenBy(sensitive, protect(table, sensitive, 'interval', solver))
    const values = new Set(everyTable(table, hidden, 20).map(([first]) => first))
    expect(values.size).toBeGreaterThanOrEqual(5)
  })
})
