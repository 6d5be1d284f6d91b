import { describe, expect, it } from 'vitest'
import { countsBelow, flat, tableOf } from '#engines/disclosure/tables.fixture.ts'
import { openEnds, spared } from './ends.ts'
import { labelledRelations } from './relations.ts'
import { openGround, type Whole } from './whole.ts'

/** Two by three with the inside hidden; two small counts in the first row. */
const table = tableOf([flat('a', 2), flat('b', 3)], [1, 3, 9, 9, 9, 9])
const sensitive = countsBelow(table, 5)
const hidden = Uint8Array.from(table.key, (labels) => (labels.includes('Total') ? 0 : 1))
const primaries = [...sensitive.primary.keys()].filter((cell) => sensitive.primary[cell] === 1)
const ground = openGround(table, sensitive, labelledRelations(table), primaries, hidden)
const whole = (at: readonly number[], by: readonly number[]): Whole => ground.wholeOf({ at, by })!

describe('a change that is looked at', () => {
  it('tells how far it moves whom', () => {
    expect(whole([0, 1, 3, 4], [2, -2, -2, 2])).toMatchObject({ moved: [0, 1], by: [2, -2] })
    expect(whole([0, 2, 3, 5], [2, -2, -2, 2])).toMatchObject({ moved: [0], by: [2] })
  })

  it('is none where it moves a published number or makes one negative', () => {
    expect(ground.wholeOf({ at: [0, 1, 3, 4], by: [2, -2, -2, 1] })).toBeUndefined()
    expect(ground.wholeOf({ at: [0, 2, 3, 5], by: [-2, 2, 2, -2] })).toBeUndefined()
    // Nothing is left behind by those that were refused.
    expect(whole([0, 1, 3, 4], [-1, 1, 1, -1])).toMatchObject({ moved: [0, 1], by: [-1, 1] })
  })
})

describe('what tables show', () => {
  it('is safe from both ends on, with k whole numbers between', () => {
    const ends = openEnds(ground)
    ends.learn(whole([0, 2, 3, 5], [-1, 1, 1, -1]))
    expect(ends.isSafe(0)).toBe(false)
    ends.learn(whole([0, 2, 3, 5], [2, -2, -2, 2]))
    expect(ends.isSafe(0)).toBe(false)
    ends.learn(whole([0, 2, 3, 5], [3, -3, -3, 3]))
    expect(ends.isSafe(0)).toBe(true)
    expect([ends.low[0], ends.high[0], ends.wholes.length]).toEqual([0, 4, 3])
    // Whoever is safe needs no more tables.
    ends.learn(whole([0, 2, 3, 5], [4, -4, -4, 4]))
    expect(ends.wholes.length).toBe(3)
  })

  it('is shown by fewer where some can be spared', () => {
    const ends = openEnds(ground)
    const near = whole([0, 2, 3, 5], [2, -2, -2, 2])
    const [down, up] = [whole([0, 2, 3, 5], [-1, 1, 1, -1]), whole([0, 2, 3, 5], [3, -3, -3, 3])]
    for (const one of [near, down, up]) ends.learn(one)
    const few = spared(ground, ends)
    expect(few.wholes).toEqual([down, up])
    expect([few.isSafe(0), few.lowest[0], few.highest[0]]).toEqual([true, down, up])
  })
})
