import { describe, expect, it } from 'vitest'
import { areRelated } from './related.ts'

const mehri = { id: 'mehri', address_digest: null, phone_digest: Buffer.from('1'), kin: [] as string[] }
const shirin = { ...mehri, id: 'shirin', phone_digest: Buffer.from('2') }

describe('two volunteers', () => {
  it('are strangers where nothing is shared, and nothing that is unknown is shared', () => {
    expect(areRelated(mehri, shirin)).toBe(false)
    expect(areRelated({ ...mehri, phone_digest: null }, { ...shirin, phone_digest: null })).toBe(false)
  })

  it('are related by address, telephone or what either declared', () => {
    expect(areRelated({ ...mehri, address_digest: Buffer.from('a') }, { ...shirin, address_digest: Buffer.from('a') })).toBe(true)
    expect(areRelated(mehri, { ...shirin, phone_digest: Buffer.from('1') })).toBe(true)
    expect(areRelated({ ...mehri, kin: ['shirin'] }, shirin)).toBe(true)
    expect(areRelated(mehri, { ...shirin, kin: ['mehri'] })).toBe(true)
  })

  it('are not two where they are one', () => {
    expect(areRelated(mehri, mehri)).toBe(true)
  })
})
