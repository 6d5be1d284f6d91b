import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { anyTable, countsBelow, flat, membersOf, tableOf } from '#engines/disclosure/tables.fixture.ts'
import { protectLinear } from '#engines/disclosure/protect/linear.ts'
import { costOf } from '#engines/disclosure/protect/order.ts'
import { allRelations } from '#engines/disclosure/protect/relations.ts'
import { protectWide } from '#engines/disclosure/protect/wide.ts'
import type { Solver } from '#engines/disclosure/solver.ts'
import type { Sensitive, Table } from '#engines/disclosure/shapes.ts'
import { openSolver } from '#platform/linear/index.ts'
import { auditAtOnce } from './at-once.ts'
import { openAttack } from './attack.ts'
import { audit } from './audit.ts'
import { exactly } from './published.ts'
import { shorten, type Row } from './shorten.ts'

let solver: Solver
beforeAll(async () => {
  solver = await openSolver()
})

const rowsOf = (table: Table, hidden: Uint8Array): Row[] => [...table.value].flatMap((sum, cell) => (hidden[cell] === 1 ? [] : [{ members: [...membersOf(table, cell)], sum }]))
const targetsOf = (table: Table, { primary }: Sensitive) => [...primary.keys()].filter((cell) => primary[cell] === 1).map((cell) => ({ members: membersOf(table, cell), value: table.value[cell]!, required: 1 }))

const exact = (table: Table, hidden: Uint8Array, sensitive: Sensitive) => {
  const attack = openAttack({ unknowns: table.inner.length, bands: rowsOf(table, hidden).map(({ members, sum }) => exactly(members, sum)) }, solver)
  const found = audit(attack, targetsOf(table, sensitive), sensitive.k)
  attack.close()
  return found
}

describe('shorter rows', () => {
  it('say the same', () => {
    fc.assert(
      fc.property(anyTable, fc.infiniteStream(fc.boolean()), (table, flags) => {
        const hidden = Uint8Array.from(table.key, () => (flags.next().value === true ? 1 : 0))
        const rows = rowsOf(table, hidden)
        const short = shorten(rows, table.inner.length)
        for (const { members, sum } of short) expect(members.reduce((all, one) => all + table.inner[one]!, 0)).toBe(sum)
        expect(short.reduce((all, { members }) => all + members.length, 0)).toBeLessThanOrEqual(rows.reduce((all, { members }) => all + members.length, 0))
        const [whole, less] = [rows, short].map((own) => openAttack({ unknowns: table.inner.length, bands: own.map(({ members, sum }) => exactly(members, sum)) }, solver))
        table.key.forEach((_, cell) => {
          const [a, b] = [whole!.bounds(membersOf(table, cell)), less!.bounds(membersOf(table, cell))]
          expect(Math.abs(a.low - b.low)).toBeLessThan(1e-6)
          expect(a.high === b.high || Math.abs(a.high - b.high) < 1e-6).toBe(true)
        })
        whole!.close()
        less!.close()
      }),
      { numRuns: 25 },
    )
  })
})

describe('an audit at once', () => {
  it('never says that a primary can be where exact bounds say it cannot', () => {
    fc.assert(
      fc.property(anyTable, fc.infiniteStream(fc.boolean()), (table, flags) => {
        const sensitive = countsBelow(table, 5)
        const hidden = Uint8Array.from(sensitive.primary, (own) => (own === 1 || flags.next().value === true ? 1 : 0))
        const bounds = exact(table, hidden, sensitive)
        auditAtOnce(rowsOf(table, hidden), table.inner, targetsOf(table, sensitive), 5, 12).forEach(({ low, high, safe }, index) => {
          expect(low).toBeGreaterThanOrEqual(bounds[index]!.low - 1e-4)
          expect(high).toBeLessThanOrEqual(bounds[index]!.high + 1e-4)
          if (safe) expect(bounds[index]!.safe).toBe(true)
        })
      }),
      { numRuns: 40 },
    )
  })

  it('takes no table that has not come to rest', () => {
    for (const salt of [7919, 104_729, 1299]) {
      const counts = Array.from({ length: 6 * 5 * 4 }, (_, index) => ((index * salt) % 13) % 7)
      const table = tableOf([flat('a', 6), flat('b', 5), flat('c', 4)], counts)
      const sensitive = countsBelow(table, 5)
      const relations = allRelations(table)
      const hidden = Uint8Array.from(sensitive.primary)
      for (const cell of protectLinear(table, sensitive, relations, costOf(table)).secondary) hidden[cell] = 1
      const atOnce = auditAtOnce(rowsOf(table, hidden), table.inner, targetsOf(table, sensitive), 5, 12)
      exact(table, hidden, sensitive).forEach(({ low, high }, index) => {
        expect(atOnce[index]!.low).toBeGreaterThanOrEqual(low - 1e-4)
        expect(atOnce[index]!.high).toBeLessThanOrEqual(high + 1e-4)
      })
    }
  })

  it('knows what follows by subtraction', () => {
    const table = tableOf([flat('a', 3)], [2, 30, 40])
    const sensitive = countsBelow(table, 5)
    expect(auditAtOnce(rowsOf(table, sensitive.primary), table.inner, targetsOf(table, sensitive), 5, 10)).toMatchObject([{ low: 2, high: 2, exact: true, safe: false }])
  })
})

describe('the protector of large tables', () => {
  it('makes primaries as safe as it says, by exact bounds and at once', () => {
    const counts = Array.from({ length: 8 * 6 * 5 }, (_, index) => ((index * 7919) % 29) + (index % 3))
    const table = tableOf([flat('a', 8), flat('b', 6), flat('c', 5)], counts)
    const sensitive = countsBelow(table, 5)
    const relations = allRelations(table)
    const cost = costOf(table)
    const { secondary, lost, shown } = protectWide(table, sensitive, relations, cost, protectLinear(table, sensitive, relations, cost).secondary)
    expect(lost).toEqual([])
    expect([...shown.keys()].sort((a, b) => a - b)).toEqual([...sensitive.primary.keys()].filter((cell) => sensitive.primary[cell] === 1))
    const hidden = Uint8Array.from(sensitive.primary)
    for (const cell of secondary) hidden[cell] = 1
    expect(exact(table, hidden, sensitive).filter(({ safe }) => !safe)).toEqual([])
    expect(auditAtOnce(rowsOf(table, hidden), table.inner, targetsOf(table, sensitive), 5, 40).filter(({ safe }) => !safe)).toEqual([])
  })

  it('hides nothing that the tables which show it do not move', () => {
    const counts = Array.from({ length: 8 * 6 * 5 }, (_, index) => ((index * 7919) % 29) + (index % 3))
    const table = tableOf([flat('a', 8), flat('b', 6), flat('c', 5)], counts)
    const sensitive = countsBelow(table, 5)
    const relations = allRelations(table)
    const all = [...sensitive.primary.keys()].filter((cell) => sensitive.primary[cell] === 0 && !table.key[cell]!.every((label) => label === 'Total'))
    // From a pattern that hides all but the whole.
    const { secondary, shown } = protectWide(table, sensitive, relations, costOf(table), all)
    expect(secondary.length).toBeLessThan(all.length)
    for (const cell of secondary) {
      const own = new Set(membersOf(table, cell))
      const moves = [...shown.values()].flatMap(({ low, high }) => [low, high]).map(({ at, by }) => at.reduce((sum, one, k) => sum + (own.has(one) ? by[k]! : 0), 0))
      expect(moves.some((by) => by !== 0), table.key[cell]!.join(' ')).toBe(true)
    }
  })

  it('says which primary it cannot save', () => {
    const table = tableOf([flat('a', 3)], [2, 30, 40])
    const sensitive = countsBelow(table, 5)
    sensitive.open.fill(1)
    sensitive.open[sensitive.primary.indexOf(1)] = 0
    expect(protectWide(table, sensitive, allRelations(table), costOf(table), []).lost).toEqual([sensitive.primary.indexOf(1)])
  })
})
