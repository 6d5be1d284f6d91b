import { describe, expect, it } from 'vitest'
import { lunarMonth } from '#countries/holidays.ts'
import { kenya } from './index.ts'
import { easterSunday } from './holidays.ts'

const places = kenya.places()

describe('the geography of Kenya', () => {
  it('has the 47 counties of the constitution in the place of provinces, numbered as there', () => {
    const counties = places.filter(({ kind }) => kind === 'province')
    const oneTo47 = Array.from({ length: 47 }, (_, index) => index + 1)
    expect(counties.map(({ province }) => province)).toEqual(oneTo47)
    expect(counties.at(-1)?.nameEn).toBe('Nairobi City')
    expect(places.filter(({ kind }) => kind === 'town').length).toBeGreaterThan(300)
  })

  it('lies within Kenya', () => {
    for (const { nameEn, lat, lon } of places)
      expect(lat > -5 && lat < 5 && lon > 33.9 && lon < 42, nameEn).toBe(true)
  })

  it('counts the people of the census of 2019', () => {
    expect(places[0]?.population).toBe(47_564_296)
  })
})

describe('days off in Kenya', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
  ])('knows Easter of %i', (year, date) => {
    expect(easterSunday(year)).toBe(date)
  })

  it('moves a holiday off a Sunday, past Boxing Day if need be', () => {
    // 20 October 2024 and Christmas 2022 were Sundays.
    expect(kenya.holidays()).toContain('2024-10-21')
    expect(kenya.holidays()).toContain('2022-12-27')
    expect(kenya.holidays()).not.toContain('2024-10-20')
  })

  it('reckons the lunar calendar as ICU does', () => {
    const icu = new Intl.DateTimeFormat('en-u-ca-islamic-civil-nu-latn', {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    })
    for (const [year, month] of [[1339, 1], [1383, 10], [1446, 2], [1447, 12], [1524, 10]] as const) {
      const parts = icu.formatToParts(new Date(lunarMonth(year, month)))
      const part = (type: string) => Number.parseInt(parts.find((one) => one.type === type)?.value ?? '', 10)
      expect([part('year'), part('month'), part('day')]).toEqual([year, month, 1])
    }
  })
})

describe('numbers in Kenya', () => {
  it('reads telephones as people type them', () => {
    expect(kenya.phone('0712 000 000')).toBe('+254712000000')
    expect(kenya.phone('071200000')).toBeUndefined()
  })

  it('accepts identity cards of seven to nine digits', () => {
    for (const typed of ['1234567', '12 345 678', '123456789'])
      expect(kenya.isIdentityNumber(typed), typed).toBe(true)
    for (const typed of ['123456', '0123456', '1234567890', 'A1234567'])
      expect(kenya.isIdentityNumber(typed), typed).toBe(false)
  })
})
