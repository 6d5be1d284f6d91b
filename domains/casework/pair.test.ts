import { describe, expect, it } from 'vitest'
import { pairingOf } from './pair.ts'

const call = { pair: 'never', personalCare: false } as const
const on = { year: 2026, ageOfMajority: 18 }

describe('how many visits take two volunteers', () => {
  it('is what the kind says, for a grown-up', () => {
    expect(pairingOf(call, 1959, on)).toBe('never')
    expect(pairingOf({ pair: 'first-visit', personalCare: false }, 1959, on)).toBe('first-visit')
  })

  it('is every one for a child, also in the year in which they come of age', () => {
    expect(pairingOf(call, 2015, on)).toBe('every-visit')
    expect(pairingOf(call, 2008, on)).toBe('every-visit')
    expect(pairingOf(call, 2007, on)).toBe('never')
  })

  it('is every one for personal care, whatever the kind says', () => {
    expect(pairingOf({ pair: 'never', personalCare: true }, 1959, on)).toBe('every-visit')
  })
})
