import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certify } from './certify.ts'
import type { Assignment, Instance } from './instance.ts'
import { solve } from './solve.ts'

interface Small {
  readonly needs: readonly { readonly penalty: number; readonly edges: readonly [number, number][] }[]
  readonly slots: readonly (readonly number[])[]
}

const rows = (lengths: readonly number[]): Int32Array => {
  const row = new Int32Array(lengths.length + 1)
  lengths.forEach((length, index) => (row[index + 1] = row[index]! + length))
  return row
}

const asInstance = ({ needs, slots }: Small): Instance => ({
  row: rows(needs.map(({ edges }) => edges.length)),
  col: Int32Array.from(needs.flatMap(({ edges }) => edges.map(([volunteer]) => volunteer))),
  cost: Int32Array.from(needs.flatMap(({ edges }) => edges.map(([, cost]) => cost))),
  penalty: Int32Array.from(needs, ({ penalty }) => penalty),
  slotRow: rows(slots.map(({ length }) => length)),
  slotCost: Int32Array.from(slots.flat()),
})

/** Tries every way there is. */
const leastCost = ({ needs, slots }: Small): number => {
  const given = slots.map(() => 0)
  const from = (at: number): number => {
    const need = needs[at]
    if (need === undefined) return 0
    let least = need.penalty + from(at + 1)
    for (const [volunteer, cost] of need.edges) {
      const slot = slots[volunteer]![given[volunteer]!]
      if (slot === undefined) continue
      given[volunteer]! += 1
      least = Math.min(least, cost + slot + from(at + 1))
      given[volunteer]! -= 1
    }
    return least
  }
  return from(0)
}

/** Few distinct values, so that ties abound; capacities from 0; often fewer slots than needs. */
const small = (most: number): fc.Arbitrary<Small> =>
  fc.integer({ min: 0, max: 5 }).chain((volunteers) => {
    const volunteer = fc.nat({ max: Math.max(0, volunteers - 1) })
    const edge = fc.tuple(volunteer, fc.integer({ min: -most, max: most }))
    return fc.record({
      needs: fc.array(
        fc.record({
          penalty: fc.integer({ min: -1, max: 2 * most }),
          edges: fc.array(edge, { maxLength: volunteers === 0 ? 0 : 5 }),
        }),
        { maxLength: 6 },
      ),
      slots: fc.array(
        fc.array(fc.nat({ max: most }), { maxLength: 3 }).map((costs) => costs.sort((a, b) => a - b)),
        { minLength: volunteers, maxLength: volunteers },
      ),
    })
  })

const agrees = (instance: Small): void => {
  const certificate = certify(asInstance(instance), solve(asInstance(instance)))
  expect(certificate.faults).toEqual([])
  expect(certificate.primal).toBe(leastCost(instance))
}

/** Two needs that both want Mehri most; she has one slot. */
const contested = asInstance({
  needs: [
    { penalty: 100, edges: [[0, 1], [1, 5]] },
    { penalty: 100, edges: [[0, 2], [1, 20]] },
    { penalty: 100, edges: [[0, 9]] },
  ],
  slots: [[0], [0, 4]],
})
const tampered = (changes: Partial<Assignment>) => certify(contested, { ...solve(contested), ...changes })

describe('the solver', () => {
  it('finds what trying every way finds, where ties abound', () => {
    fc.assert(fc.property(small(3), agrees), { seed: 1971, numRuns: 600 })
  })

  it('finds what trying every way finds, where costs differ', () => {
    fc.assert(fc.property(small(1000), agrees), { seed: 1972, numRuns: 600 })
  })

  it('answers an empty country, volunteers without needs, and needs without volunteers', () => {
    agrees({ needs: [], slots: [] })
    agrees({ needs: [], slots: [[1, 2]] })
    agrees({ needs: [{ penalty: 7, edges: [] }], slots: [] })
  })

  it('gives nothing to a volunteer whose capacity is 0', () => {
    const full = asInstance({ needs: [{ penalty: 50, edges: [[0, 1]] }], slots: [[]] })
    expect([...solve(full).edge]).toEqual([-1])
    expect(certify(full, solve(full)).optimal).toBe(true)
  })

  it('moves an earlier need to its next best where that costs the country less', () => {
    const { edge, dual } = solve(contested)
    expect([...edge].map((e) => (e === -1 ? -1 : contested.col[e]))).toEqual([1, 1, 0])
    expect(dual).toBe(5 + 20 + 4 + 9)
  })

  it('spreads tasks before it piles them up', () => {
    const edges: [number, number][] = [[0, 0], [1, 3]]
    const need = { penalty: 99, edges }
    const both = asInstance({ needs: [need, need], slots: [[0, 8], [0, 8]] })
    expect([...solve(both).edge].map((e) => both.col[e]).sort()).toEqual([0, 1])
  })

  it('stays exact on thousands of needs and scarce slots', () => {
    let state = 12345
    const next = (below: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    const instance = asInstance({
      needs: Array.from({ length: 2000 }, () => ({
        penalty: 10_000 + next(500),
        edges: Array.from({ length: 12 }, (): [number, number] => [next(900), next(300)]),
      })),
      slots: Array.from({ length: 900 }, () => [0, 8, 32].slice(0, next(4))),
    })
    expect(certify(instance, solve(instance)).faults).toEqual([])
  })
})

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
    expect(tampered({ price: Float64Array.of(...price, 0) }).faults).toContain('not one price a volunteer')
    expect(tampered({ price: price.subarray(1) }).optimal).toBe(false)
    expect(tampered({ dual: dual + 1 }).optimal).toBe(false)
  })

  it('sees slots that fall in cost, which the model does not allow', () => {
    const falling = asInstance({ needs: [{ penalty: 9, edges: [[0, 1]] }], slots: [[3, 2]] })
    expect(certify(falling, solve(falling)).faults).toContain('a later task of volunteer 0 costs less')
  })
})
