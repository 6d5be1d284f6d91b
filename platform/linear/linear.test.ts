import { beforeAll, describe, expect, it } from 'vitest'
import type { Solver } from '#engines/disclosure/solver.ts'
import { openSolver } from './index.ts'

let solver: Solver
beforeAll(async () => {
  solver = await openSolver()
})

/** x + y = 3, x ≤ 2: as much or as little x as there can be. */
const programme = {
  lower: Float64Array.of(0, 0),
  upper: Float64Array.of(2, Infinity),
  rowStart: Int32Array.of(0, 2),
  rowColumn: Int32Array.of(0, 1),
  rowLower: Float64Array.of(3),
  rowUpper: Float64Array.of(3),
}

describe('linear programmes', () => {
  it('keep their rows while the aim changes', () => {
    const held = solver.hold(programme)
    expect(held.aim('most', [0], [1])).toMatchObject({ found: true, objective: 2 })
    expect(held.aim('least', [0], [1])).toMatchObject({ found: true, objective: 0 })
    // Nothing is left of the earlier aim.
    const last = held.aim('most', [1], [2])
    expect(last).toMatchObject({ found: true, objective: 6 })
    expect(last.found && [...last.column]).toEqual([0, 3])
    held.close()
  })

  it('say why there is no answer', () => {
    const none = solver.hold({ ...programme, rowLower: Float64Array.of(-2), rowUpper: Float64Array.of(-1) })
    expect(none.aim('most', [0], [1])).toEqual({ found: false, why: 'none' })
    const open = solver.hold({ ...programme, rowUpper: Float64Array.of(Infinity) })
    expect(open.aim('most', [1], [1])).toEqual({ found: false, why: 'unbounded' })
    for (const held of [none, open]) held.close()
  })

  it('take coefficients, and whole numbers where asked', () => {
    const half = { ...programme, coefficient: Float64Array.of(2, 2), upper: Float64Array.of(1, 1), rowLower: Float64Array.of(0) }
    const held = solver.hold(half)
    expect(held.aim('most', [0, 1], [1, 1])).toMatchObject({ found: true, objective: 1.5 })
    const whole = solver.hold({ ...half, whole: true })
    expect(whole.aim('most', [0, 1], [1, 1])).toMatchObject({ found: true, objective: 1 })
    for (const one of [held, whole]) one.close()
  })
})
