import { describe, expect, it } from 'vitest'
import { told, toldParts } from './protect.ts'

const counts = (...parts: number[]) => toldParts(parts.map((count) => ({ count }))).map(({ count }) => count)

describe('counts of a county', () => {
  it('are told when they are none, or five and more', () => {
    expect([0, 1, 4, 5, 60].map(told)).toEqual([0, null, null, 5, 60])
  })

  it('that are parts of one whole hide no single small one behind the others', () => {
    expect(counts(40, 9, 2, 0)).toEqual([40, null, null, 0])
    expect(counts(40, 9, 3, 2)).toEqual([40, 9, null, null])
    expect(counts(40, 9, 0, 0)).toEqual([40, 9, 0, 0])
    expect(counts(3, 1)).toEqual([null, null])
    expect(counts(6, 4)).toEqual([null, null])
  })
})
