import { describe, expect, it } from 'vitest'
import { certify } from '#engines/matching/certify.ts'
import type { Instance } from './instance.ts'
import { numbers } from './random.fixture.ts'
import { isInOrder, renumber } from './renumber.ts'
import { rows } from './small.fixture.ts'
import { solve } from './solve.ts'

const NEEDS = 40_000
const DEGREE = 26

/** Along a road: each need knows volunteers near its own place. `shuffled`: the same road, numbered anyhow. */
const road = (shuffled: boolean): Instance => {
  const next = numbers(5)
  const names = Int32Array.from({ length: NEEDS }, (_, at) => at)
  if (shuffled)
    for (let at = NEEDS - 1; at > 0; at -= 1) {
      const other = next(at + 1)
      ;[names[at], names[other]] = [names[other]!, names[at]!]
    }
  const near = (need: number): number => names[Math.min(NEEDS - 1, Math.max(0, need + next(40) - 20))]!
  return {
    row: rows(Array.from({ length: NEEDS }, () => DEGREE)),
    col: Int32Array.from({ length: NEEDS * DEGREE }, (_, edge) => near(Math.floor(edge / DEGREE))),
    cost: Int32Array.from({ length: NEEDS * DEGREE }, () => next(500)),
    penalty: new Int32Array(NEEDS).fill(900),
    // One in three has time: short everywhere, so that the quick way is given up.
    capacity: Int32Array.from({ length: NEEDS }, (_, at) => (at % 3 === 0 ? 1 : 0)),
    load: Int32Array.of(0),
  }
}

describe('the numbers of a large instance', () => {
  it('are left as they are where neighbours stand together, and made so where they do not', () => {
    expect(isInOrder(road(false))).toBe(true)
    expect(isInOrder(road(true))).toBe(false)
    expect(isInOrder(renumber(road(true)).instance)).toBe(true)
  })

  it('are no matter to the optimum', () => {
    const [given, anyhow] = [road(false), road(true)]
    const answers = [given, renumber(given).instance, anyhow].map((instance) => ({ instance, assignment: solve(instance) }))
    for (const { instance, assignment } of answers) expect(certify(instance, assignment).faults).toEqual([])
    expect(answers[1]?.assignment.dual).toBe(answers[0]?.assignment.dual)
  })

  it('say nothing where there is nobody', () => {
    const nobody: Instance = { row: new Int32Array(1), col: new Int32Array(0), cost: new Int32Array(0), penalty: new Int32Array(0), capacity: new Int32Array(0), load: Int32Array.of(0) }
    expect(isInOrder(nobody)).toBe(true)
  })
})
