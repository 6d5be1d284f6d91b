import fc from 'fast-check'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { readInstant } from './instant.ts'

const textOf = (date: Date, fraction: string) => `${date.toISOString().slice(0, 19).replace('T', ' ')}${fraction}+00`

describe('an instant as PostgreSQL writes it', () => {
  it('is the one that it is, with zeros left out and with microseconds', () => {
    const instants = fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
    fc.assert(
      fc.property(instants, fc.nat(999_999), (date, micros) => {
        const whole = Math.floor(date.getTime() / 1000) * 1000
        const fraction = micros === 0 ? '' : `.${String(micros).padStart(6, '0').replace(/0+$/, '')}`
        expect(readInstant(textOf(date, fraction))).toEqual(new Date(whole + Math.floor(micros / 1000)))
      }),
    )
  })

  it.each(['2026-11-21 12:00:09.617+03:30', '0044-03-15 00:00:00+00 BC', '12026-01-01 00:00:00+00', 'infinity', '-infinity'])(
    'is read by pg in any other form: %s',
    (text) => {
      const known = readInstant(text)
      if (text.endsWith('infinity')) expect(Math.abs(Number(known))).toBe(Infinity)
      else expect(Number.isNaN(Number(known))).toBe(false)
    },
  )

  it('is how every pool reads', async () => {
    await import('./pool.ts')
    expect(pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ, 'text')).toBe(readInstant)
  })
})
