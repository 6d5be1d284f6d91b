import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certify } from '#engines/matching/certify.ts'
import type { Assignment, Instance } from './instance.ts'
import { openSlots } from './slots.ts'
import { numbers, randomOf, type Random } from './random.fixture.ts'
import { asInstance, leastCost, smallOnes, type Small } from './small.fixture.ts'
import { assign, solve } from './solve.ts'
import { answerOf } from './answer.ts'
import { openState } from './state.ts'

/** Past the attempt to have it cheap, which ends most small instances. */
const solveHard = (instance: Instance): Assignment => {
  const state = openState(instance)
  assign(state)
  return answerOf(instance, state, null)
}

const agrees = (small: Small): void => {
  const instance = asInstance(small)
  const least = leastCost(small)
  for (const assignment of [solve(instance), solveHard(instance)]) {
    const certificate = certify(instance, assignment)
    expect(certificate.faults).toEqual([])
    expect(certificate.primal).toBe(least)
  }
}

const once = { capacity: 1, carried: 0 }

/** Two needs that both want Mehri most; she has one slot. */
const contested: Small = {
  needs: [
    { penalty: 100, edges: [[0, 1], [1, 5]] },
    { penalty: 100, edges: [[0, 2], [1, 20]] },
    { penalty: 100, edges: [[0, 9]] },
  ],
  volunteers: [once, { capacity: 2, carried: 0 }],
  load: [0, 4],
}

const proven = (instance: Instance): Assignment => {
  const assignment = solve(instance)
  expect(certify(instance, assignment).faults).toEqual([])
  expect(assignment.price.every((price) => Number.isInteger(price))).toBe(true)
  return assignment
}

describe('the solver', () => {
  it('finds what trying every way finds, where ties abound', () => {
    fc.assert(fc.property(smallOnes(3), agrees), { seed: 1971, numRuns: 600 })
  })

  it('finds what trying every way finds, where costs differ', () => {
    fc.assert(fc.property(smallOnes(1000), agrees), { seed: 1972, numRuns: 600 })
  })

  it('stays exact at the end of 32 bits', () => {
    const end = 2 ** 31 - 1
    fc.assert(fc.property(smallOnes(2 ** 30 - 1), agrees), { seed: 1988, numRuns: 300 })
    agrees({
      needs: [
        { penalty: end, edges: [[0, -end]] },
        { penalty: end, edges: [[0, -end], [1, end]] },
      ],
      volunteers: [once, once],
      load: [0, end],
    })
  })

  it('answers an empty country, volunteers without needs, and needs without volunteers', () => {
    agrees({ needs: [], volunteers: [], load: [0] })
    agrees({ needs: [], volunteers: [once], load: [1, 2] })
    agrees({ needs: [{ penalty: 7, edges: [] }], volunteers: [], load: [0] })
  })

  it('gives nothing to a volunteer whose capacity is 0', () => {
    const full = asInstance({ needs: [{ penalty: 50, edges: [[0, 1]] }], volunteers: [{ capacity: 0, carried: 0 }], load: [0] })
    expect([...proven(full).edge]).toEqual([-1])
  })

  it('moves an earlier need to its next best where that costs the country less', () => {
    const instance = asInstance(contested)
    const { edge, dual } = proven(instance)
    expect([...edge].map((e) => (e === -1 ? -1 : instance.col[e]))).toEqual([1, 1, 0])
    expect(dual).toBe(5 + 20 + 4 + 9)
  })

  it('spreads tasks before it piles them up, and knows what is carried already', () => {
    const edges = [[0, 0], [1, 3]] as const
    const need = { penalty: 99, edges }
    const two = (carried: number): number[] => {
      const both = asInstance({ needs: [need, need], volunteers: [{ capacity: 2, carried: 0 }, { capacity: 2, carried }], load: [0, 8, 16] })
      return [...proven(both).edge].map((e) => both.col[e]!).sort()
    }
    expect(two(0)).toEqual([0, 1])
    expect(two(1)).toEqual([0, 0])
  })

  it('fills one volunteer of ten thousand tasks', () => {
    const next = numbers(7)
    const needs = 12_000
    const instance: Instance = {
      ...randomOf({ needs, volunteers: 1, degree: 1, cost: 1000, penalty: 2000, capacity: () => 10_000 }, next),
      load: Int32Array.of(0, 1, 2),
    }
    const { edge } = proven(instance)
    expect(edge.filter((e) => e !== -1).length).toBe(10_000)
  })

  const capacities = numbers(99)
  it.each<[string, Random]>([
    ['scarce', { needs: 2000, volunteers: 900, degree: 12, cost: 300, penalty: 10_000, capacity: () => capacities(4), load: [0, 8, 32] }],
    ['without slack', { needs: 1500, volunteers: 1500, degree: 6, cost: 1000, penalty: 5000, capacity: () => 1 }],
    ['oversubscribed', { needs: 2000, volunteers: 300, degree: 8, cost: 1000, penalty: 3000, capacity: () => 2, load: [0, 300] }],
    ['dense', { needs: 300, volunteers: 300, degree: 300, cost: 100_000, penalty: 1_000_000, capacity: () => 1 }],
    ['full of ties', { needs: 2000, volunteers: 1400, degree: 8, cost: 3, penalty: 4, capacity: () => 1 }],
    ['without differences', { needs: 2000, volunteers: 1400, degree: 8, cost: 1, penalty: 4, capacity: () => 1 }],
    ['large enough to be renumbered', { needs: 30_000, volunteers: 20_000, degree: 11, cost: 1000, penalty: 5000, capacity: () => capacities(3) }],
    ['in many parts', { needs: 3000, volunteers: 40_000, degree: 2, cost: 1000, penalty: 1200, capacity: () => capacities(2) }],
  ])('proves itself where the instance is %s', (_, shape) => {
    proven(randomOf(shape))
  })

  it('needs no memory for capacities that nobody could use', () => {
    const wide = randomOf({ needs: 50, volunteers: 1000, degree: 3, cost: 10, penalty: 30, capacity: () => 2 ** 31 - 1 })
    const { start } = openSlots(openState(wide))
    expect(start.at(-1)).toBeLessThanOrEqual(150)
    proven(wide)
  })
})
