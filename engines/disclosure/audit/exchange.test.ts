import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTable, flat, membersOf, scattered, tableOf } from '#engines/disclosure/tables.fixture.ts'
import type { Table } from '#engines/disclosure/shapes.ts'
import { openExchange, type Exchanged } from './exchange.ts'
import { shorten, type Row } from './shorten.ts'

const rowsOf = (table: Table, isHidden: (cell: number) => boolean): Row[] => [...table.value].flatMap((sum, cell) => (isHidden(cell) ? [] : [{ members: [...membersOf(table, cell)], sum }]))
const open = (table: Table, rows: readonly Row[], cells: readonly number[], truth = table.inner) => openExchange(rows, shorten(rows, truth.length), truth, cells.map((cell) => ({ members: membersOf(table, cell) })))

const innerOf = ({ at, by }: Exchanged): Map<number, number> => new Map([...at].map((one, index) => [one, by[index]!]))

/** Two by two with the inside hidden: all four move together. */
const square = tableOf([flat('a', 2), flat('b', 2)], [1, 9, 9, 9])
const corner = square.key.findIndex((labels) => labels.join(' ') === 'a0 b0')
const margins = rowsOf(square, (cell) => !square.key[cell]!.includes('Total'))

describe('an exchange', () => {
  it('gives to one what others lose, and says how far that moves whom', () => {
    const found = open(square, margins, [corner]).find([{ target: 0, by: 3 }], 1, 32)
    expect(innerOf(found!)).toEqual(new Map([[0, 3], [1, -3], [2, -3], [3, 3]]))
    expect([...found!.target]).toEqual([3])
  })

  it('moves in steps of a unit', () => {
    const large = tableOf([flat('a', 2), flat('b', 2)], [40, 90, 90, 90])
    const found = open(large, rowsOf(large, (cell) => !large.key[cell]!.includes('Total')), [corner]).find([{ target: 0, by: -30 }], 8, 32)
    expect([...found!.target]).toEqual([-32])
  })

  it('leaves whatever is not possible, and begins anew each time', () => {
    const exchange = open(square, margins, [corner])
    expect(exchange.find([{ target: 0, by: -3 }], 1, 32)?.target[0] ?? 0).toBeGreaterThanOrEqual(-1)
    expect(exchange.find([{ target: 0, by: 2 }], 1, 32)!.target[0]).toBe(2)
    const told = open(square, rowsOf(square, () => false), [corner])
    expect(told.find([{ target: 0, by: 2 }], 1, 32)?.at.length ?? 0).toBe(0)
  })

  it('goes on from a table that was found before', () => {
    const exchange = open(square, margins, [corner])
    const first = exchange.find([{ target: 0, by: 3 }], 1, 32)!
    // Whoever begins from there has nothing left to do where that is wanted, and goes further, or back, where more or less is.
    expect(innerOf(exchange.find([{ target: 0, by: 3 }], 1, 32, first)!)).toEqual(innerOf(first))
    expect(innerOf(exchange.find([{ target: 0, by: 6 }], 1, 32, first)!)).toEqual(new Map([[0, 6], [1, -6], [2, -6], [3, 6]]))
    expect([...exchange.find([{ target: 0, by: -1 }], 1, 32, first)!.target]).toEqual([-1])
    expect([...exchange.find([{ target: 0, by: -1 }], 1, 32)!.target]).toEqual([-1])
  })

  it('pays in a table of a hundred thousand, and most have what they want', () => {
    const large = scattered(64, 101_000, 1000)
    const lines = large.value.length - 1000
    const wanted = Array.from({ length: 1000 }, (_, target) => ({ target, by: target % 2 === 0 ? 1 : -1 }))
    const found = open(large, rowsOf(large, (cell) => cell >= lines), wanted.map(({ target }) => lines + target)).find(wanted, 1, 3)
    expect(wanted.filter(({ target, by }) => by * found!.target[target]! > 0).length).toBeGreaterThan(500)
  })

  it('is judged by what is published, not by the rows that it was sought with', () => {
    const exchange = openExchange([...margins, { members: [0], sum: 1 }], margins, square.inner, [{ members: membersOf(square, corner) }])
    expect(exchange.find([{ target: 0, by: 2 }], 1, 32)).toBeUndefined()
  })

  it('agrees with everything published, and nothing becomes negative', () => {
    fc.assert(
      fc.property(anyTable, fc.infiniteStream(fc.boolean()), fc.infiniteStream(fc.integer({ min: -4, max: 4 })), (table, flags, amounts) => {
        const hidden = table.key.map(() => flags.next().value === true)
        const rows = rowsOf(table, (cell) => hidden[cell]!)
        const cells = [...hidden.keys()].filter((cell) => hidden[cell]!)
        const exchange = open(table, rows, cells)
        let from: Exchanged | undefined
        for (const weight of [3, 32, 32]) {
          const found = exchange.find(cells.flatMap((_, target) => { const by = Number(amounts.next().value); return by === 0 ? [] : [{ target, by }] }), 1, weight, from)
          if (found === undefined) continue
          from = found
          const inner = innerOf(found)
          const now = table.inner.map((own, one) => own + (inner.get(one) ?? 0))
          expect(now.every((own) => own >= 0)).toBe(true)
          for (const { members, sum } of rows) expect(members.reduce((all, one) => all + now[one]!, 0)).toBe(sum)
          cells.forEach((cell, target) => expect(membersOf(table, cell).reduce((all, one) => all + now[one]!, 0)).toBe(table.value[cell]! + found.target[target]!))
        }
      }),
      { numRuns: 40 },
    )
  })
})
