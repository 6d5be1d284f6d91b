import { beforeAll, describe, expect, it } from 'vitest'
import type { Solver } from '#engines/disclosure/solver.ts'
import { openSolver } from '#platform/linear/index.ts'
import { auditInsiders, type Insider } from './audit.ts'
import { coalitionsOf } from './coalitions.ts'
import { between, exactly } from './published.ts'

let solver: Solver
beforeAll(async () => {
  solver = await openSolver()
})

/** A town with four numbers of which the sum is told, and another with two. */
const counts = [6, 7, 4, 9, 20, 30]
const published = { unknowns: 6, bands: [exactly([0, 1, 2, 3], 26), exactly([4, 5], 50), exactly([0, 1, 2, 3, 4, 5], 76), exactly([3], 9)] }
const many = { pairs: 9, targets: 9 }
const targets = [2, 5].map((one) => ({ members: [one], value: counts[one]!, required: 1 }))
const alone = (...cells: readonly number[]): Insider => ({ known: cells.map((one) => ({ members: [one], value: counts[one]! })), own: new Set() })

describe('two insiders', () => {
  it('know a third’s number together where neither does alone', () => {
    const insiders = [alone(0), alone(1)]
    expect(auditInsiders(published, targets, 5, insiders, solver)[0]).toMatchObject({ safe: true, exact: false })
    expect(coalitionsOf(published, targets, insiders, many)).toEqual([{ two: [0, 1], targets: new Set([0]) }])
    const together = { ...alone(0, 1), own: new Set([1]) }
    expect(auditInsiders(published, targets, 5, [...insiders, together], solver)[0]).toMatchObject({ safe: false, exact: true, low: 4 })
  })

  it('have nothing to tell each other where no sum holds numbers of both, and a sum of sums is none', () => {
    expect(coalitionsOf(published, targets, [alone(0), alone(4)], many)).toEqual([])
    // A register’s bounds are no sum.
    expect(coalitionsOf({ unknowns: 6, bands: [...published.bands, between([0, 4, 5], 1, 90)] }, targets, [alone(0), alone(4)], many)).toEqual([])
  })

  it('do not attack what is their own', () => {
    expect(coalitionsOf(published, targets, [alone(0), { ...alone(1), own: new Set([0]) }], many)).toEqual([])
  })

  it('are so many at the most, those of the shortest sums first', () => {
    const insiders = [alone(0), alone(1), alone(4), alone(5)]
    const all = coalitionsOf(published, targets, insiders, many)
    expect(all.map(({ two }) => two)).toEqual([[2, 3], [0, 1]])
    expect(coalitionsOf(published, targets, insiders, { ...many, pairs: 1 })).toEqual([all[0]])
    expect(coalitionsOf(published, targets, insiders, { ...many, targets: 1 })).toEqual([all[0]])
  })
})
