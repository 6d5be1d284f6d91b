import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certifyHours } from './certify.ts'
import { hoursByEdge, type HoursInstance } from './instance.ts'
import { everyJob } from './literature.ts'
import { bruteForce, drawn, instanceOf, looks } from './small.fixture.ts'
import { solveHours } from './solve.ts'

const none = new Int32Array(0)
const empty: HoursInstance = { row: Int32Array.of(0), col: none, cost: none, hours: none, penalty: new Float64Array(0), capacityHours: none, capacity: none }

/** All needs may go to all volunteers. */
const dense = (needs: readonly number[], volunteers: readonly number[], cost: (need: number, v: number) => number, penalty = 1000): HoursInstance => {
  const row = Int32Array.from({ length: needs.length + 1 }, (_, need) => need * volunteers.length)
  const edges = needs.length * volunteers.length
  return {
    row,
    col: Int32Array.from({ length: edges }, (_, e) => e % volunteers.length),
    cost: Int32Array.from({ length: edges }, (_, e) => cost(Math.floor(e / volunteers.length), e % volunteers.length)),
    hours: hoursByEdge(row, Int32Array.from(needs), edges),
    penalty: new Float64Array(needs.length).fill(penalty),
    capacityHours: Int32Array.from(volunteers),
    capacity: new Int32Array(volunteers.length).fill(needs.length),
  }
}

const solved = (instance: HoursInstance, count = 400) => {
  const answer = solveHours(instance, { spent: looks(count) })
  return { answer, ...certifyHours(instance, answer) }
}

describe('the hours form', () => {
  it('finds what trying everything finds, and a bound that is none too high', () => {
    let proven = 0
    let all = 0
    fc.assert(
      fc.property(drawn(), (small) => {
        const instance = instanceOf(small)
        const optimum = bruteForce(instance)
        const { primal, dual, faults } = solved(instance)
        expect(faults).toEqual([])
        expect(dual).toBeLessThanOrEqual(optimum)
        expect(primal).toBe(optimum)
        all += 1
        if (dual === optimum) proven += 1
      }),
      { numRuns: 300, seed: 11 },
    )
    // A bound that proves nothing would pass all of the above.
    expect(proven / all).toBeGreaterThan(0.9)
  })

  it('stays exact with costs near the limit of 32 bits', () => {
    fc.assert(
      fc.property(drawn(2 ** 30 - 1), (small) => {
        const instance = instanceOf(small)
        const { primal, dual, faults } = solved(instance)
        expect(faults).toEqual([])
        expect(dual).toBeLessThanOrEqual(bruteForce(instance))
        expect(primal).toBeGreaterThanOrEqual(bruteForce(instance))
      }),
      { numRuns: 100, seed: 12 },
    )
  })

  it('takes an empty country, and one in which nobody can help', () => {
    expect(solved(empty)).toMatchObject({ primal: 0, dual: 0, gap: 0, faults: [] })
    expect(solved(dense([2, 3], [], () => 0))).toMatchObject({ primal: 2000, dual: 2000, faults: [] })
    expect(solved(dense([2, 3], [0, 0], () => 0))).toMatchObject({ primal: 2000, dual: 2000, faults: [] })
    expect(solved({ ...dense([2, 3], [9, 9], () => 0), capacity: Int32Array.of(0, 0) })).toMatchObject({ primal: 2000, dual: 2000, faults: [] })
  })

  it('gives needs without length to whoever has no hours but may be asked', () => {
    expect(solved(dense([0, 0, 1], [0], () => 7))).toMatchObject({ primal: 1014, dual: 1014, faults: [] })
  })

  it('gives all to one volunteer with more hours than there are', () => {
    const lengths = Array.from({ length: 3000 }, (_, need) => 1 + (need % 4))
    expect(solved(dense(lengths, [2 ** 31 - 1], (need) => need, 5000))).toMatchObject({ primal: 4_498_500, dual: 4_498_500, faults: [] })
  })

  it('bounds a knapsack that is too large to be solved', () => {
    const lengths = Array.from({ length: 60 }, (_, need) => 1_000_003 + 7919 * need)
    const { primal, dual, faults } = solved(dense(lengths, [40_000_000, 20_000_000], (need, v) => (need * 37) % 101 + v, 500), 4000)
    expect(faults).toEqual([])
    expect((primal - dual) / primal).toBeLessThan(0.02)
  })

  it.each([0, 1, 3, 20])('hands back what it has when it is stopped after %i looks at the clock', (count) => {
    const instance = dense([3, 4, 5, 2, 2, 3, 4, 1], [6, 7, 5], (need, v) => ((need * 7 + v * 13) % 17) + 1)
    const { answer, faults } = solved(instance, count)
    expect(faults).toEqual([])
    expect(answer.edge).toHaveLength(8)
  })

  it('answers the same to the same seed', () => {
    const instance = dense(Array.from({ length: 40 }, (_, need) => 1 + (need % 7)), [30, 30, 30, 30], (need, v) => ((need * 71 + v * 131) % 97) + 1)
    expect(solved(instance)).toEqual(solved(instance))
  })

  it('leaves no job out where every job is asked for and can be done', () => {
    // By agent: job 0 is cheap for both, job 1 fits agent 0 only.
    const instance = everyJob(2, 2, Int32Array.of(1, 9, 5, 1), Int32Array.of(3, 3, 3, 9), Int32Array.of(3, 3))
    const { answer, primal } = solved(instance)
    expect([...answer.edge]).toEqual([1, 2])
    expect(primal).toBe(14)
  })
})
