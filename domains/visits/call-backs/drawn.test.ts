import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isDrawn } from './drawn.ts'

const digests = Array.from({ length: 20_000 }, (_, number) => createHash('sha256').update(String(number)).digest())

describe('the draw', () => {
  it('takes about as many in a hundred as the country says, and the same ones again', () => {
    const drawn = digests.filter((digest) => isDrawn(digest, 5)).length
    expect(drawn).toBeGreaterThan(850)
    expect(drawn).toBeLessThan(1_150)
    expect(digests.filter((digest) => isDrawn(digest, 5)).length).toBe(drawn)
  })

  it('takes nobody at nought and everybody at a hundred', () => {
    expect(digests.some((digest) => isDrawn(digest, 0))).toBe(false)
    expect(digests.every((digest) => isDrawn(digest, 100))).toBe(true)
  })
})
