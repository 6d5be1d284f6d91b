import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyring, newKeyMaterial } from '#platform/keys/index.ts'
import { codeDigest, grouped, readTrackingCode, trackingCode } from './tracking-code.ts'

const keys = keyring(newKeyMaterial())
const homes = fc.integer({ min: 1, max: 319_999 })
const codes = homes.map((home) => trackingCode(keys, home, randomUUID()))

describe('a tracking code', () => {
  it('has at least 14 characters and none that is mistaken for another', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code.length).toBeGreaterThanOrEqual(14)
        expect(code).not.toMatch(/[01ILOUV]/)
      }),
    )
  })

  it('carries the registry office that answers for it', () => {
    fc.assert(
      fc.property(homes, (home) => {
        expect(readTrackingCode(trackingCode(keys, home, randomUUID()))?.home).toBe(home)
      }),
    )
  })

  it('is read however somebody types it', () => {
    const code = trackingCode(keys, 230_105, randomUUID())
    for (const typed of [grouped(code), code.toLowerCase(), ` ${grouped(code).replaceAll('-', ' ')} `])
      expect(readTrackingCode(typed)?.code).toBe(code)
  })

  it('shows any single wrong character', () => {
    fc.assert(
      fc.property(codes, fc.nat(15), fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTWXYZ'), (code, at, letter) => {
        fc.pre(code[at] !== letter)
        expect(readTrackingCode(code.slice(0, at) + letter + code.slice(at + 1))).toBeUndefined()
      }),
    )
  })

  it('shows any two neighbours that changed places', () => {
    fc.assert(
      fc.property(codes, fc.nat(14), (code, at) => {
        fc.pre(code[at] !== code[at + 1])
        const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2)
        expect(readTrackingCode(swapped)).toBeUndefined()
      }),
    )
  })

  it('is the same again for the same request, and looked up by a digest that another installation cannot make', () => {
    const id = randomUUID()
    expect(trackingCode(keys, 10_101, id)).toBe(trackingCode(keys, 10_101, id))
    const code = trackingCode(keys, 10_101, id)
    expect(codeDigest(keys, code)).not.toEqual(codeDigest(keyring(newKeyMaterial()), code))
  })
})
