import { describe, expect, it } from 'vitest'
import { nonces } from './nonces.ts'

describe('a nonce', () => {
  it('is never given twice, and stays as it was given', () => {
    const next = nonces(12)
    const given = Array.from({ length: 3_000 }, next)
    const told = given.map((nonce) => nonce.toString('hex'))
    expect(new Set(told).size).toBe(3_000)
    expect(given.every(({ length }) => length === 12)).toBe(true)
    for (let more = 0; more < 1_000; more++) next()
    expect(given.map((nonce) => nonce.toString('hex'))).toEqual(told)
  })
})
