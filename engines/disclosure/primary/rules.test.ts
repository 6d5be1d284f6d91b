import { describe, expect, it } from 'vitest'
import { byContributors, byCount, byDominance, byPercent, contributorsOf, wholeRowIn } from './rules.ts'

const from = (...amounts: readonly (readonly [string, number])[]) => amounts.map(([contributor, amount]) => ({ contributor, amount }))

describe('what must be hidden', () => {
  it('a count of fewer than k people, and nobody only where so chosen', () => {
    expect([0, 1, 4, 5].map((count) => byCount(count, 5, 'shown'))).toEqual([undefined, 1, 1, undefined])
    expect(byCount(0, 5, 'hidden')).toBe(1)
  })

  it('holdings are counted, not rows', () => {
    const rows = from(['a', 10], ['a', 30], ['b', 20])
    expect(contributorsOf(rows)).toEqual([40, 20])
    expect(byContributors(rows, 3, 0.1)).toBe(6)
    expect(byContributors(rows, 2, 0.1)).toBeUndefined()
    expect(byContributors([], 3, 0.1)).toBeUndefined()
    expect(byContributors(from(['a', 1]), 3, 0.1)).toBe(1)
  })

  it('a cell that its largest dominate, so far that they would not', () => {
    // 91 of 100 is more than 80 %; of 114 it is less.
    expect(byDominance(from(['a', 91], ['b', 9]), 1, 0.8)).toBe(14)
    expect(byDominance(from(['a', 80], ['b', 20]), 1, 0.8)).toBeUndefined()
    expect(byDominance(from(['a', 50], ['b', 40], ['c', 10]), 2, 0.85)).toBe(6)
  })

  it('a cell of which the second can tell the largest to within p %', () => {
    expect(byPercent(from(['a', 100], ['b', 50], ['c', 4]), 0.1)).toBe(6)
    expect(byPercent(from(['a', 100], ['b', 50], ['c', 10]), 0.1)).toBeUndefined()
    expect(byPercent(from(['a', 100]), 0.1)).toBe(10)
    expect(byPercent([], 0.1)).toBeUndefined()
  })

  it('a whole row in one cell, however many people', () => {
    expect(wholeRowIn(200, [0, 200, 0])).toBe(1)
    expect(wholeRowIn(200, [1, 199])).toBeUndefined()
    expect(wholeRowIn(200, [200])).toBeUndefined()
    expect(wholeRowIn(0, [0, 0])).toBeUndefined()
  })
})
