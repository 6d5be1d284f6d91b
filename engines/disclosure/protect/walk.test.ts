import { describe, expect, it } from 'vitest'
import { countsBelow, flat, scattered, tableOf } from '#engines/disclosure/tables.fixture.ts'
import { labelledRelations } from './relations.ts'
import { openGround } from './whole.ts'

/** Two by two with the inside hidden: all four move together, the first up to nine more. */
const square = tableOf([flat('a', 2), flat('b', 2)], [1, 9, 9, 9])
const hidden = Uint8Array.from(square.key, (labels) => (labels.includes('Total') ? 0 : 1))
const corner = square.key.findIndex((labels) => labels.join(' ') === 'a0 b0')
const ground = openGround(square, countsBelow(square, 5), labelledRelations(square), [corner], hidden)

const moreBy = (by: number, from?: NonNullable<ReturnType<typeof ground.wholeOf>>) => {
  const change = ground.walk.find([{ watched: 0, by }], 1, 64, from?.change)
  return change === undefined ? undefined : ground.wholeOf(change, from)
}

describe('a walk', () => {
  it('goes on from a table that was found before, and knows what is left there', () => {
    const first = moreBy(5)!
    expect(first).toEqual({ change: { at: [0, 1, 2, 3], by: [5, -5, -5, 5] }, moved: [0], by: [5] })
    expect(moreBy(4, first)).toEqual({ change: { at: [0, 1, 2, 3], by: [9, -9, -9, 9] }, moved: [0], by: [9] })
    expect(moreBy(-2, first)).toEqual({ change: { at: [0, 1, 2, 3], by: [3, -3, -3, 3] }, moved: [0], by: [3] })
    // Nobody has more to give than the rest of it.
    expect(moreBy(5, first)?.by[0] ?? 0).toBeLessThanOrEqual(9)
  })

  it('is judged with the table that it began from', () => {
    const first = moreBy(5)!
    const more = { at: [0, 1, 2, 3], by: [5, -5, -5, 5] }
    expect(ground.wholeOf(more)).toBeDefined()
    expect(ground.wholeOf(more, first)).toBeUndefined()
    const back = ground.wholeOf({ at: [0, 1, 2, 3], by: [-5, 5, 5, -5] }, first)
    expect(back).toEqual({ change: { at: [], by: [] }, moved: [], by: [] })
    expect(ground.wholeOf({ at: [0, 1], by: [1, -1] }, first)).toBeUndefined()
  })

  it('comes to rest in a table of a hundred thousand, with most of what was wished for', () => {
    const large = scattered(64, 101_000, 1000)
    const lines = large.value.length - 1000
    const alone = Array.from({ length: 1000 }, (_, one) => lines + one)
    const isAlone = Uint8Array.from(large.value, (_, cell) => (cell < lines ? 0 : 1))
    const wide = openGround(large, countsBelow(large, 2), [], alone, isAlone)
    const change = wide.walk.find(alone.map((_, watched) => ({ watched, by: watched % 2 === 0 ? 1 : -1 })), 1, 3)
    const whole = change === undefined ? undefined : wide.wholeOf(change)
    expect(whole?.moved.filter((watched, at) => whole.by[at]! * (watched % 2 === 0 ? 1 : -1) > 0).length).toBeGreaterThan(500)
  })
})
