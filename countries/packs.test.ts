import { readFileSync } from 'node:fs'
import { parsePhoneNumber } from 'libphonenumber-js/max'
import { describe, expect, it } from 'vitest'
import { addDays, isWorkingDay, type PlainDate } from '#engines/calendar/index.ts'
import { countryPack, type CountryPack, type GazetteerPlace } from './index.ts'
import { placesJson as iran } from './iran/build-places.ts'
import { placesJson as kenya } from './kenya/build-places.ts'

const packs = ['iran', 'kenya'].map((code) => [code, countryPack(code)] as const)
const rebuilt: Readonly<Record<string, () => string>> = { iran, kenya }

const kids = (places: readonly GazetteerPlace[], code: string) =>
  places.filter(({ parent }) => parent === code)

describe.each(packs)('the pack of %s', (code, pack: CountryPack) => {
  const places = pack.places()
  const byCode = new Map(places.map((place) => [place.code, place]))

  it('has one place for one code, and every parent stands before its children', () => {
    expect(byCode.size).toBe(places.length)
    const levels = ['country', 'province', 'county', 'town']
    const seen = new Set<string>()
    for (const { code: own, kind, parent } of places) {
      seen.add(own)
      if (parent === null) expect(kind).toBe('country')
      else {
        expect(seen, own).toContain(parent)
        expect(levels.indexOf(byCode.get(parent)!.kind), own).toBe(levels.indexOf(kind) - 1)
      }
    }
  })

  it('numbers provinces and counties so that registry offices can be numbered by them', () => {
    const counties = places.filter(({ kind }) => kind === 'county')
    const numbers = counties.map(({ province, county }) => province * 100 + county)
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const { kind, province, county } of places) {
      expect(province).toBeLessThanOrEqual(99)
      expect(county).toBeLessThanOrEqual(99)
      expect(province > 0).toBe(kind !== 'country')
      expect(county > 0).toBe(kind === 'county' || kind === 'town')
    }
    for (const { parent, province, county, kind } of places)
      if (kind === 'town') expect(byCode.get(parent ?? '')).toMatchObject({ province, county })
  })

  it('has a town in every county', () => {
    for (const county of places.filter(({ kind }) => kind === 'county'))
      expect(kids(places, county.code).length, county.nameEn).toBeGreaterThan(0)
  })

  it('spreads each census without losing or adding a person', () => {
    const sum = (list: readonly GazetteerPlace[]) =>
      list.reduce((total, { population }) => total + population, 0)
    for (const place of places) {
      if (place.kind === 'country' || place.kind === 'province') {
        expect(place.populationKind).toBe('census')
        expect(sum(kids(places, place.code)), place.nameEn).toBe(place.population)
      }
      if (place.kind === 'county') expect(sum(kids(places, place.code))).toBeLessThan(place.population)
      if (place.kind === 'county' || place.kind === 'town') expect(place.populationKind).toBe('modelled')
    }
  })

  it('keeps in places.json what the gazetteers and its tables give, codes of towns included', () => {
    expect(rebuilt[code]?.()).toBe(readFileSync(new URL(`./${code}/places.json`, import.meta.url), 'utf8'))
  })

  it('asks only for skills by ISCO-08 and for two people wherever somebody is alone at home', () => {
    const codes = pack.needKinds.map((kind) => kind.code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const kind of pack.needKinds) {
      expect(kind.skills.every((skill) => /^\d{4}$/.test(skill))).toBe(true)
      if (kind.atHome) expect(kind.pair, kind.code).not.toBe('never')
      if (kind.personalCare) expect(kind.pair, kind.code).toBe('every-visit')
      if (kind.pair !== 'never') expect(kind.vetting, kind.code).toBe(true)
    }
  })

  it('has a professional for every skill that a need asks for', () => {
    const professions = new Set(pack.professions.map((profession) => profession.code))
    expect(professions.size).toBeGreaterThanOrEqual(8)
    for (const { skills } of pack.needKinds) for (const skill of skills) expect(professions).toContain(skill)
  })

  it('cannot call people for policing, elections or rallies', () => {
    const words = pack.purposes.map(({ code: purpose, name }) => `${purpose} ${name.en}`).join(' ')
    expect(words).not.toMatch(/polic|secur|elect|rall|canvass|search|patrol/i)
  })

  it('tells in each notice what remains after a no, and asks for nothing that it does not name', () => {
    for (const { refusal, text, categories } of pack.notices) {
      expect(refusal.fa).toMatch(/نه بگویید/)
      expect(refusal.en).toMatch(/say no/)
      expect(text.en.split(' ').length).toBeLessThan(90)
      expect(new Set(categories).size).toBe(categories.length)
    }
  })

  it('knows who takes over in danger, with the police last and marked as the last resort', () => {
    const { callMinutes, againMinutes, receivers } = pack.danger
    expect(callMinutes).toBeLessThanOrEqual(60)
    expect(againMinutes).toBeLessThan(callMinutes)
    expect(receivers.at(-1)).toMatchObject({ code: 'police', lastResort: true })
    expect(receivers.filter(({ lastResort }) => lastResort)).toHaveLength(1)
    expect(receivers.map((receiver) => receiver.code)).toEqual(expect.arrayContaining(['health', 'justice']))
  })

  it('has an emergency plan for a volunteer who is not heard of, in both languages', () => {
    expect(pack.watch.plan.length).toBeGreaterThan(2)
    for (const { fa, en } of pack.watch.plan) expect(Math.min(fa.length, en.length)).toBeGreaterThan(10)
  })

  it('names nobody twice', () => {
    for (const pool of Object.values(pack.names)) expect(new Set(pool).size).toBe(pool.length)
  })

  it('asks for more in some seasons and for least on days off, and on the whole for as much as on ordinary days', () => {
    const year = Array.from({ length: 365 }, (_, index) => addDays('2026-01-01' as PlainDate, index))
    const working = year.filter((date) => isWorkingDay(date, { weekend: pack.weekend, holidays: pack.holidays() }))
    const mean = (dates: readonly PlainDate[]) => dates.reduce((sum, date) => sum + pack.synthetic.asking(date), 0) / dates.length
    expect(mean(working)).toBeGreaterThan(0.85)
    expect(mean(working)).toBeLessThan(1.15)
    expect(mean(year.filter((date) => pack.holidays().has(date)))).toBeLessThan(0.2)
  })

  it('has telephones for made-up people that nobody can have', () => {
    for (const rest of ['0000001', '1234567', '4999999']) expect(parsePhoneNumber(`${pack.synthetic.phonePrefix}${rest}`).isValid()).toBe(false)
  })

  it('names its offices by their place', () => {
    for (const { fa, en } of Object.values(pack.offices)) for (const name of [fa, en]) expect(name).toContain('{place}')
  })

  it('lists its days off in order', () => {
    const dates = pack.listHolidays().map(({ date }) => date)
    expect(dates).toEqual(dates.toSorted())
    expect([...pack.holidays()]).toEqual([...new Set(dates)])
  })
})

describe('asking for a pack', () => {
  it('refuses a country that there is no pack for', () => {
    expect(() => countryPack('atlantis')).toThrow('there is no country pack atlantis')
  })
})
