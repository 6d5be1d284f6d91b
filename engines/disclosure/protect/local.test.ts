import { describe, expect, it } from 'vitest'
import { flat, tableOf } from '#engines/disclosure/tables.fixture.ts'
import type { Solver } from '#engines/disclosure/solver.ts'
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
