import { describe, expect, it } from 'vitest'
import { flat, tableOf } from '#engines/disclosure/tables.fixture.ts'
import type { Table } from '#engines/disclosure/shapes.ts'
import type { Solver } from '#engines/disclosure/solver.ts'
import { openSolver } from '#platform/linear/index.ts'
import { openLocal } from './local.ts'
import { placesOf } from './places.ts'

/** Two by two with the inside hidden: a step of one moves all four. */
const square = tableOf([flat('a', 2), flat('b', 2)], [5, 5, 5, 5])
const hidden = Uint8Array.from(square.key, (labels) => (labels.includes('Total') ? 0 : 1))
const target = square.key.findIndex((labels) => labels.join(' ') === 'a0 b0')

/** Says whatever it is told to, of rises and falls. */
const saying = (...column: number[]): Solver => ({ hold: () => ({ aim: () => ({ found: true, objective: 0, column: Float64Array.from(column) }), close: () => undefined }) })

const moved = (...column: number[]) => openLocal(square, placesOf(square), hidden, new Uint8Array(hidden.length), saying(...column)).move(target, [0, 1, 2, 3], 1, 2)

describe('a change that a solver proposes', () => {
  it('is taken where it keeps every published number', () => {
    expect(moved(2, 0, 0, 2, 0, 2, 2, 0)).toEqual({ at: [0, 1, 2, 3], by: [2, -2, -2, 2] })
  })

  it('is not believed where it changes one, makes one negative, or goes not far enough', () => {
    expect(moved(2, 0, 0, 2, 0, 2, 1, 0)).toBeUndefined()
    expect(moved(6, 0, 0, 6, 0, 6, 6, 0)).toBeUndefined()
    expect(moved(0.4, 0, 0, 0.4, 0, 0.4, 0.4, 0)).toBeUndefined()
  })
})

/** The sums of the first four numbers, of which the first is aimed at, let the second and third only change alike; then pairs that are free. */
const evenOnly = (pairs: number): Table => {
  const inner = [5, 5, 5, 5, ...Array.from({ length: 2 * pairs }, () => 9)]
  const sums = [[0], [0, 1, 2], [1, 3], [2, 3], ...Array.from({ length: pairs }, (_, pair) => [4 + 2 * pair, 5 + 2 * pair])]
  const start = [0]
  for (const { length } of sums) start.push(start.at(-1)! + length)
  return {
    inner: Float64Array.from(inner),
    start: Int32Array.from(start),
    member: Int32Array.from(sums.flat()),
    value: Float64Array.from(sums, (members) => members.reduce((sum, one) => sum + inner[one]!, 0)),
    key: sums.map((_, cell) => [String(cell)]),
  }
}

describe('a change in whole numbers', () => {
  it.each([0, 400])('is found where the linear programme has only halves, with %i pairs that could move beside it', async (pairs) => {
    const table = evenOnly(pairs)
    const onlyTarget = Uint8Array.from(table.key, (_, cell) => (cell === 0 ? 1 : 0))
    const local = openLocal(table, placesOf(table), onlyTarget, new Uint8Array(onlyTarget.length), await openSolver())
    expect(local.move(0, [...table.inner.keys()], 1, 3)).toEqual({ at: [0, 1, 2, 3], by: [2, -1, -1, 1] })
  })
})
