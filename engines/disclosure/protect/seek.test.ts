import { describe, expect, it } from 'vitest'
import { countsBelow, scattered } from '#engines/disclosure/tables.fixture.ts'
import { openEnds } from './ends.ts'
import { seek } from './seek.ts'

/** How often tables are looked for where none is ever found, for twelve hundred primaries. */
const looked = (people: number, isHasty: boolean): number => {
  const table = scattered(64, people, 1200)
  const primaries = Array.from({ length: 1200 }, (_, one) => table.value.length - 1200 + one)
  let times = 0
  const walk = { find: () => void (times += 1) }
  const ground = { table, sensitive: countsBelow(table, 2), primaries, walk, wholeOf: () => undefined }
  expect(seek(ground, openEnds(ground), 8, isHasty)).toHaveLength(1200)
  return times
}

describe('a search for whole tables', () => {
  it('leaves those whom crowds do not help to more hiding, in a large table', () => {
    expect(looked(101_000, true)).toBe(3)
    expect(looked(101_000, false)).toBeGreaterThan(30)
    expect(looked(20_000, true)).toBe(looked(20_000, false))
  })
})
