import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellKey, KEYS_64, noiseOf, onsRow } from './cell-key.ts'
import { noiseTable } from './noise-table.ts'

const table = noiseTable({ most: 5, variance: 2, hidden: 2 })

describe('noise of maximum entropy', () => {
  it('adds nothing on average, spreads as asked, and shows no count of 1 or 2', () => {
    table.rows.slice(1).forEach((row) => {
      const total = (of: (noise: number) => number) => row.reduce((sum, { noise, share }) => sum + share * of(noise), 0)
      expect(total(() => 1)).toBeCloseTo(1, 9)
      expect(total((noise) => noise)).toBeCloseTo(0, 9)
      expect(total((noise) => noise * noise)).toBeCloseTo(2, 9)
      expect(row.every(({ shown, noise }) => (shown === 0 || shown > 2) && Math.abs(noise) <= 5)).toBe(true)
      expect(row.at(-1)?.upTo).toBeCloseTo(1, 9)
    })
  })

  it('leaves nobody as nobody', () => {
    expect(table.rows[0]).toEqual([{ shown: 0, noise: 0, share: 1, upTo: 1 }])
  })

  it('has small noise at least as likely as larger, unless it is told otherwise', () => {
    const falls = (options: Parameters<typeof noiseTable>[0]) =>
      noiseTable(options).rows.every((row) =>
        row.every(({ noise, share }, index) => {
          const next = row[index + 1]
          if (next === undefined || (noise < 0 && next.noise > 0)) return true
          return next.noise <= 0 ? share <= next.share + 1e-9 : share >= next.share - 1e-9
        }),
      )
    expect(falls({ most: 7, variance: 4, hidden: 2 })).toBe(true)
    expect(falls({ most: 7, variance: 4, hidden: 2, monotone: false })).toBe(false)
  })

  it('is as uncertain as it can be: moving a little share about, within the rules, never adds entropy', () => {
    const entropy = (shares: readonly number[]) => -shares.reduce((sum, share) => sum + share * Math.log(share), 0)
    const row = table.rows[8]!
    // Two more at ±1, one less at 0, and so on: the fourth difference keeps sum, mean and spread.
    for (let at = 0; at + 3 < row.length; at += 1)
      for (const step of [1e-6, -1e-6]) {
        const shares = row.map(({ share }) => share)
        ;[1, -3, 3, -1].forEach((weight, k) => (shares[at + k]! += weight * step))
        expect(entropy(shares)).toBeLessThan(entropy(row.map(({ share }) => share)))
      }
  })

  it('refuses what there is no noise for', () => {
    expect(() => noiseTable({ most: 2, variance: 9, hidden: 0 })).toThrow(RangeError)
    expect(() => noiseTable({ most: 5, variance: 0.1, hidden: 3 })).toThrow('count 1')
    for (const wrong of [{ most: 0 }, { most: 1.5 }, { variance: 0 }, { variance: Number.NaN }, { hidden: -1 }, { stay: 1 }]) expect(() => noiseTable({ most: 5, variance: 2, hidden: 2, ...wrong })).toThrow(RangeError)
  })
})

describe('cell keys', () => {
  it('add up, whatever the order, and go round', () => {
    const keys = fc.array(fc.bigInt({ min: 0n, max: KEYS_64 - 1n }))
    fc.assert(
      fc.property(keys, keys, (here, there) => {
        const parts = [cellKey(here, KEYS_64), cellKey(there, KEYS_64)]
        expect(cellKey([...there, ...here], KEYS_64)).toBe(cellKey(parts, KEYS_64))
      }),
    )
    expect(cellKey([255n, 3n], 256n)).toBe(2n)
  })

  it('give each noise as often as the table says', () => {
    const drawn = new Map<number, number>()
    for (let key = 0n; key < 100_000n; key += 1n) {
      const noise = noiseOf(table, 4, key, 100_000n)
      drawn.set(noise, (drawn.get(noise) ?? 0) + 1)
    }
    for (const { noise, share } of table.rows[4]!) expect(Math.abs((drawn.get(noise) ?? 0) / 100_000 - share)).toBeLessThan(2e-5)
  })

  it('give large counts the noise of the last row, and nobody none', () => {
    expect(noiseOf(table, 1_000_000, KEYS_64 - 1n, KEYS_64)).toBe(5)
    expect(noiseOf(table, 0, KEYS_64 - 1n, KEYS_64)).toBe(0)
  })

  it('find the row of a count as the ONS does', () => {
    expect([1, 750, 751, 1000, 1001].map(onsRow)).toEqual([1, 750, 501, 750, 501])
  })
})
