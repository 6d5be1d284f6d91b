import { describe, expect, it } from 'vitest'
import { certify } from './certify.ts'
import type { Assignment, Instance } from './tasks/instance.ts'
import { solve } from './tasks/solve.ts'

/** Two needs that both want Mehri most; she has one slot. */
const contested: Instance = {
  row: Int32Array.of(0, 2, 4, 5),
  col: Int32Array.of(0, 1, 0, 1, 0),
  cost: Int32Array.of(1, 5, 2, 20, 9),
  penalty: Int32Array.of(100, 100, 100),
  capacity: Int32Array.of(1, 2),
  load: Int32Array.of(0, 4),
}
const tampered = (changes: Partial<Assignment>) => certify(contested, { ...solve(contested), ...changes })

describe('the certificate', () => {
  it('proves an honest run', () => {
    expect(tampered({})).toEqual({ optimal: true, primal: 38, dual: 38, faults: [] })
  })

  it('sees a dearer assignment', () => {
    const dearer = tampered({ edge: Int32Array.of(1, 3, -1) })
    expect(dearer).toMatchObject({ optimal: false, primal: 129, dual: 38 })
  })

  it('sees a volunteer above their limit, even where that would be cheap', () => {
    expect(tampered({ edge: Int32Array.of(0, 2, 4) }).faults).toContain('volunteer 0 is above their limit')
  })

  it('sees an edge that belongs to another need, or to none', () => {
    const faults = (...edges: number[]) => tampered({ edge: Int32Array.from(edges) }).faults
    expect(faults(2, 3, 4)).toContain('need 0 has an edge that is not its own')
    expect(faults(1, 3, 99)).toContain('need 2 has an edge that is not its own')
    expect(tampered({ edge: Int32Array.of(1, 3, -2) }).optimal).toBe(false)
  })

  it('sees a need that was dropped from the answer', () => {
    expect(tampered({ edge: Int32Array.of(1, 3) }).faults).toContain('not one edge a need')
  })

  it('sees changed prices and a bound claimed too high', () => {
    const { price, dual } = solve(contested)
    expect(tampered({ price: price.map((p) => p + 1000) }).optimal).toBe(false)
    expect(tampered({ price: Float64Array.of(NaN, 0) }).optimal).toBe(false)
    expect(tampered({ price: Float64Array.of(...price, 0) }).faults).toContain('not one price a volunteer')
    expect(tampered({ price: price.subarray(1) }).optimal).toBe(false)
    expect(tampered({ dual: dual + 1 }).optimal).toBe(false)
  })

  it('counts every task that a price makes worth having, also past the end of the list of costs', () => {
    const wide: Instance = { ...contested, capacity: Int32Array.of(1, 7) }
    const { edge } = solve(wide)
    const { dual } = certify(wide, { edge, price: Float64Array.of(0, 10), dual: 0 })
    expect(dual).toBe(1 + 2 + 9 - (10 + 6 * 6))
  })

  it('sees tasks that fall in cost, which the model does not allow', () => {
    const falling: Instance = { ...contested, load: Int32Array.of(4, 0) }
    expect(certify(falling, solve(contested)).faults).toContain('task 2 of a volunteer costs less than the one before')
  })
})
