import { describe, expect, it } from 'vitest'
import { countryPack } from '#countries/index.ts'
import { holds, isCovered, mayStand } from './lifecycle.ts'

const rule = { kinds: ['clinic'], withinKm: 5 }
const proposed = { need: { kind: 'clinic', pair: 'never', danger: false, restricted: false }, two: false, known: true, km: 5 }

describe('a standing rule', () => {
  it('covers the same volunteer as before, for a kind it names, as far as it says', () => {
    expect(isCovered(rule, proposed)).toBe(true)
  })

  it.each([
    ['somebody new', { known: false }],
    ['somebody farther away', { km: 5.1 }],
    ['two who go together', { two: true }],
    ['another kind', { need: { ...proposed.need, kind: 'meal' } }],
    ['what takes two at first', { need: { ...proposed.need, pair: 'first-visit' } }],
    ['what takes two always', { need: { ...proposed.need, pair: 'every-visit' } }],
    ['what began with danger', { need: { ...proposed.need, danger: true } }],
    ['a sheltered person', { need: { ...proposed.need, restricted: true } }],
  ])('does not cover %s', (_what, change) => {
    expect(isCovered(rule, { ...proposed, ...change })).toBe(false)
  })

  it('may never name a kind at home, for two or of personal care, in any country', () => {
    for (const country of ['iran', 'kenya']) {
      const named = countryPack(country).needKinds.filter(mayStand).map(({ code }) => code)
      for (const never of ['company', 'lessons', 'repair', 'respite', 'nursing', 'moving']) expect(named, country).not.toContain(never)
      expect(named, country).toContain('shopping')
    }
  })

  it('holds until its moment, and not once it was stopped', () => {
    const until = new Date('2026-12-01T00:00:00Z')
    expect(holds({ until, stoppedAt: null }, new Date(until.getTime() - 1))).toBe(true)
    expect(holds({ until, stoppedAt: null }, until)).toBe(false)
    expect(holds({ until, stoppedAt: new Date('2026-11-01T00:00:00Z') }, new Date('2026-11-02T00:00:00Z'))).toBe(false)
  })
})
