import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { anyTable, everyTable, flat, membersOf, tableOf } from '#engines/disclosure/tables.fixture.ts'
import type { Solver } from '#engines/disclosure/solver.ts'
import type { Table } from '#engines/disclosure/shapes.ts'
import { openSolver } from '#platform/linear/index.ts'
import { openAttack, Impossible } from './attack.ts'
import { audit, auditInsiders, verdictOn } from './audit.ts'
import { isolatingDifferences } from './differences.ts'
import { between, exactly, percentOf, rounded, type Band } from './published.ts'

let solver: Solver
beforeAll(async () => {
  solver = await openSolver()
})

const shown = (table: Table, hidden: Uint8Array): Band[] => [...table.value].flatMap((value, cell) => (hidden[cell] === 1 ? [] : [exactly(membersOf(table, cell), value)]))

const attacking = (unknowns: number, bands: readonly Band[], members: readonly number[]) => {
  const attack = openAttack({ unknowns, bands }, solver)
  const found = attack.bounds(members)
  attack.close()
  return found
}

/** Two towns by two trades; the four counts inside are not shown. */
const square = tableOf([flat('town', 2), flat('trade', 2)], [1, 6, 5, 9])
const inside = Uint8Array.from(square.key, (labels) => (labels.includes('Total') ? 0 : 1))

describe('the attacker', () => {
  it('bounds the inside of a square by its margins', () => {
    expect(attacking(4, shown(square, inside), [0])).toEqual({ low: 0, high: 6 })
    expect(attacking(4, shown(square, inside), [3])).toEqual({ low: 8, high: 14 })
  })

  it('subtracts', () => {
    const one = inside.slice()
    one[square.key.findIndex((labels) => labels.join() === 'town0,trade0')] = 0
    expect(attacking(4, shown(square, one), [3])).toEqual({ low: 9, high: 9 })
  })

  it('sees that a sum of unknown cells is known', () => {
    expect(attacking(4, shown(square, inside), [0, 1])).toEqual({ low: 7, high: 7 })
  })

  it('has no upper end where nothing holds a cell', () => {
    expect(attacking(2, [exactly([0], 3)], [0, 1])).toEqual({ low: 3, high: Infinity })
    expect(attacking(2, [], [1])).toEqual({ low: 0, high: Infinity })
  })

  it('never has an end inside what whole tables reach, and on two flat dimensions has exactly theirs', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }), fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (counts, flags) => {
        const table = tableOf([flat('a', 2), flat('b', 3)], counts)
        const hidden = Uint8Array.from(table.key, (labels, cell) => (labels.join() !== 'Total,Total' && flags[cell] === true ? 1 : 0))
        const every = everyTable(table, hidden, table.value[0]!)
        const attack = openAttack({ unknowns: 6, bands: shown(table, hidden) }, solver)
        table.key.forEach((_, cell) => {
          const reached = every.map((one) => [...membersOf(table, cell)].reduce((sum, inner) => sum + one[inner]!, 0))
          const { low, high } = attack.bounds(membersOf(table, cell))
          expect(Math.abs(low - Math.min(...reached))).toBeLessThan(1e-6)
          expect(Math.abs(high - Math.max(...reached))).toBeLessThan(1e-6)
        })
        attack.close()
      }),
      { numRuns: 60 },
    )
  })

  it('always leaves the truth possible', () => {
    fc.assert(
      fc.property(anyTable, fc.infiniteStream(fc.boolean()), (table, flags) => {
        const hidden = Uint8Array.from(table.key, () => (flags.next().value === true ? 1 : 0))
        const attack = openAttack({ unknowns: table.inner.length, bands: shown(table, hidden) }, solver)
        table.key.forEach((_, cell) => {
          const { low, high } = attack.bounds(membersOf(table, cell))
          expect(low).toBeLessThanOrEqual(table.value[cell]! + 1e-6)
          expect(high).toBeGreaterThanOrEqual(table.value[cell]! - 1e-6)
        })
        attack.close()
      }),
      { numRuns: 40 },
    )
  })

  it('reads rounded numbers, percentages and registers as bands', () => {
    const bands = (...more: Band[]) => attacking(4, [...shown(square, inside), ...more], [0])
    expect(bands(rounded([1], 5, 5))).toEqual({ low: 0, high: 4.5 })
    // 1 of 7 is 14 %: nothing else is between 13.5 and 14.5.
    expect(bands(percentOf([0], 7, 14, 0))).toEqual({ low: 1, high: 1 })
    expect(bands(between([0], 1, 4))).toEqual({ low: 1, high: 4 })
  })

  it('says where what is published cannot be', () => {
    expect(() => attacking(1, [exactly([0], 1), exactly([0], 2)], [0])).toThrow(Impossible)
    expect(() => attacking(2, [exactly([0, 1], 1), exactly([0], 2)], [1])).toThrow(Impossible)
    expect(() => attacking(3, [exactly([0, 1], 5), exactly([1, 2], 5), between([0, 2], 11, 12)], [1])).toThrow(Impossible)
  })
})

describe('the verdict', () => {
  const about = (low: number, high: number) => verdictOn({ value: 3, required: 2 }, { low, high }, 5)

  it('wants both ends and k whole numbers between them', () => {
    expect(about(1, 5)).toMatchObject({ safe: true, wholeNumbers: 5, exact: false })
    expect(about(1, 4.9)).toMatchObject({ safe: false, wholeNumbers: 4 })
    expect(about(1.1, 9)).toMatchObject({ safe: false })
    expect(verdictOn({ value: 3, required: 1 }, { low: 2, high: 4 }, 5)).toMatchObject({ safe: false, wholeNumbers: 3 })
    expect(verdictOn({ value: 1, required: 2 }, { low: 0, high: 4 }, 5)).toMatchObject({ safe: true })
    expect(about(3, 3)).toMatchObject({ exact: true, safe: false })
    expect(about(0, Infinity)).toMatchObject({ safe: true, wholeNumbers: Infinity })
  })
})

describe('insiders', () => {
  it('know their own number, and with it their neighbour’s', () => {
    const targets = [0, 1].map((cell) => ({ members: [cell], value: square.inner[cell]!, required: 1 }))
    const published = { unknowns: 4, bands: shown(square, inside) }
    expect(audit(openAttack(published, solver), targets, 5).map(({ safe }) => safe)).toEqual([true, true])
    const [own, neighbour] = auditInsiders(published, targets, 5, [{ known: [{ members: [0], value: 1 }], own: new Set([0]) }], solver)
    expect(own).toMatchObject({ safe: true })
    expect(neighbour).toMatchObject({ exact: true, safe: false })
  })
})

describe('differences', () => {
  const sums = (...cells: readonly (readonly [value: number, ...members: number[]])[]) => {
    const start = [0]
    for (const [, ...members] of cells) start.push(start.at(-1)! + members.length)
    return { start: Int32Array.from(start), member: Int32Array.from(cells.flatMap(([, ...members]) => members)), value: Float64Array.from(cells, ([value]) => value), hidden: new Uint8Array(cells.length) }
  }

  it('finds a few people between a district and a grid square in it', () => {
    expect(isolatingDifferences(sums([40, 0, 1, 2], [38, 0, 1]), 3, 5)).toEqual([{ whole: 0, part: 1, value: 2 }])
  })

  it('leaves out large ones, cells that overlap only, those that are published, and those whose part is hidden', () => {
    expect(isolatingDifferences(sums([40, 0, 1, 2], [30, 0, 1]), 3, 5)).toEqual([])
    expect(isolatingDifferences(sums([40, 0, 1], [38, 1, 2]), 3, 5)).toEqual([])
    expect(isolatingDifferences(sums([40, 0, 1, 2], [38, 0, 1], [2, 2]), 3, 5)).toEqual([])
    const hidden = sums([40, 0, 1, 2], [38, 0, 1])
    hidden.hidden[1] = 1
    expect(isolatingDifferences(hidden, 3, 5)).toEqual([])
  })
})
