import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { momentOf } from './copy.ts'

describe('a moment in a row', () => {
  it('is written as everybody writes it', () => {
    const moments = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, (moment) => {
        expect(momentOf(moment)).toBe(moment.toISOString())
      }),
    )
  })
})
