import { describe, expect, it } from 'vitest'
import { certifyHours } from './certify.ts'
import type { HoursAnswer } from './instance.ts'
import { instanceOf, looks } from './small.fixture.ts'
import { solveHours } from './solve.ts'

/** Three hours of two needs each, one volunteer with three hours, one with nine but for one task. */
const instance = instanceOf({
  volunteers: [
    { hours: 3, tasks: 3 },
    { hours: 9, tasks: 1 },
  ],
  needs: [
    { penalty: 50, hours: 3, edges: [{ cost: 1, there: true }, { cost: 8, there: true }] },
    { penalty: 50, hours: 3, edges: [{ cost: 2, there: true }, { cost: 5, there: true }] },
    { penalty: 50, hours: 3, edges: [{ cost: 3, there: true }, { cost: 6, there: true }] },
  ],
})
const right = solveHours(instance, { spent: looks(200) })
const faultsOf = (changes: Partial<HoursAnswer>) => certifyHours(instance, { ...right, ...changes }).faults.join('; ')

describe('the certificate of hours', () => {
  it('says what an answer costs and how far from the optimum it can be', () => {
    expect(certifyHours(instance, right)).toMatchObject({ primal: 56, dual: 56, gap: 0, faults: [] })
  })

  it.each<[string, Partial<HoursAnswer>, string]>([
    ['too many hours', { edge: Int32Array.of(0, 2, 5), primal: 9 }, 'volunteer 0 has 6 hours of 3'],
    ['too many tasks', { edge: Int32Array.of(0, 3, 5), primal: 12 }, 'volunteer 1 has 2 tasks of 1'],
    ['an edge of somebody else', { edge: Int32Array.of(2, -1, -1) }, 'need 0 has an edge that is not its own'],
    ['a missing need', { edge: Int32Array.of(0, 3) }, 'not one edge a need'],
    ['a cost that it has not', { primal: 55 }, 'the cost claimed is 55, it is 56'],
    ['a bound that its worths do not prove', { dual: 57 }, 'the bound claimed is 57'],
    ['worths of nothing', { worth: new Float64Array(3) }, 'the worths give'],
    ['a worth that is no number', { worth: Float64Array.of(Number.NaN, 0, 0) }, 'not one whole worth'],
    ['a worth in parts', { worth: Float64Array.of(0.5, 0, 0) }, 'not one whole worth'],
    ['no scale', { scale: 0 }, 'no scale'],
  ])('sees %s', (_, changes, fault) => {
    expect(faultsOf(changes)).toContain(fault)
  })

  it('takes worths above the penalty for the penalty', () => {
    const far = new Float64Array(3).fill(right.scale * 1_000_000)
    expect(certifyHours(instance, { ...right, worth: far }).dual).toBeLessThanOrEqual(56)
  })
})
