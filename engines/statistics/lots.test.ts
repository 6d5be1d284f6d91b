import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptance, acceptanceOfLot, classifyLot, risks, type LotRule } from './index.ts'

const published = (file: string): string | undefined => {
  const path = new URL(`../../../shared/data/${file}`, import.meta.url)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** The same law in whole numbers alone: thousandths of coverage, no rounding before the end. */
const exactly = ({ sample, missed }: LotRule, thousandths: number): number => {
  const [hit, miss] = [BigInt(thousandths), BigInt(1000 - thousandths)]
  let ways = 1n
  let sum = 0n
  for (let at = 0; at <= missed; at++) {
    sum += ways * miss ** BigInt(at) * hit ** BigInt(sample - at)
    ways = (ways * BigInt(sample - at)) / BigInt(at + 1)
  }
  return Number((sum * 10n ** 18n) / 1000n ** BigInt(sample)) / 1e18
}

const anyRule = fc
  .record({ sample: fc.integer({ min: 2, max: 200 }), share: fc.double({ min: 0, max: 0.5, noNaN: true }) })
  .map(({ sample, share }): LotRule => ({ sample, missed: Math.min(sample - 1, Math.floor(sample * share)) }))

describe('lot-quality sampling', () => {
  it('has the acceptance probability of the binomial law, to a hundred-millionth', () => {
    fc.assert(
      fc.property(anyRule, fc.integer({ min: 0, max: 1000 }), (rule, thousandths) => {
        expect(Math.abs(acceptance(rule, thousandths / 1000) - exactly(rule, thousandths))).toBeLessThan(1e-8)
      }),
    )
  })

  it('agrees with the published table', () => {
    const table = published('measures/lqas-acceptance-probabilities.csv')
    for (const line of table?.trim().split(/\r?\n/).slice(1) ?? []) {
      const [sample = 0, missed = 0, coverage = 0, accepted = 0] = line.split(',').map(Number)
      expect(Math.abs(acceptance({ sample, missed }, coverage) - accepted), line).toBeLessThan(1e-6)
    }
    // The rule of sixty, by hand: nobody missed of sixty at 99 of a hundred.
    expect(acceptance({ sample: 60, missed: 0 }, 0.99)).toBeCloseTo(0.99 ** 60, 12)
  })

  it('approaches the binomial law in a large lot, and is certain where all were looked at', () => {
    const rule = { sample: 20, missed: 2 }
    expect(Math.abs(acceptanceOfLot(rule, { size: 10_000_000, covered: 9_000_000 }) - acceptance(rule, 0.9))).toBeLessThan(1e-5)
    expect(acceptanceOfLot(rule, { size: 20, covered: 18 })).toBeCloseTo(1, 12)
    expect(acceptanceOfLot(rule, { size: 20, covered: 17 })).toBeCloseTo(0, 12)
  })

  it('accepts better lots more often', () => {
    fc.assert(
      fc.property(anyRule, fc.integer({ min: 0, max: 999 }), (rule, thousandths) => {
        expect(acceptance(rule, (thousandths + 1) / 1000)).toBeGreaterThanOrEqual(acceptance(rule, thousandths / 1000) - 1e-12)
      }),
    )
    const { ofProvider, ofConsumer } = risks({ sample: 60, missed: 3 }, 0.99, 0.9)
    expect(ofProvider).toBeLessThan(0.01)
    expect(ofConsumer).toBeLessThan(0.14)
  })

  it('says nothing about a sample of another size, and never scales it', () => {
    const rule = { sample: 60, missed: 3 }
    expect(classifyLot(rule, { sample: 60, missed: 3 })).toBe('accepted')
    expect(classifyLot(rule, { sample: 60, missed: 4 })).toBe('rejected')
    for (const sample of [59, 61, 30, 120]) expect(classifyLot(rule, { sample, missed: 1 })).toBe('not-classifiable')
    expect(classifyLot(rule, { sample: 60, missed: -1 })).toBe('not-classifiable')
    expect(classifyLot(rule, { sample: 60, missed: 61 })).toBe('not-classifiable')
  })

  it('refuses a rule that is none', () => {
    for (const rule of [{ sample: 0, missed: 0 }, { sample: 10, missed: 10 }, { sample: 10.5, missed: 1 }, { sample: 10, missed: -1 }])
      expect(() => acceptance(rule, 0.9)).toThrow('not a rule')
    expect(() => acceptance({ sample: 10, missed: 1 }, 1.1)).toThrow('not a coverage')
  })
})
