import { describe, expect, it } from 'vitest'
import { aNeed, aVolunteer, DAY, north } from './people.fixture.ts'
import { hardRequirements, isEligible, isNo } from './requirements.ts'
import type { Need, Volunteer } from './shapes.ts'

const WEEK = 10_080
const lacks = (need: Partial<Need>, volunteer: Partial<Volunteer>) =>
  hardRequirements(aNeed(need), aVolunteer('mehri', volunteer), DAY)
const names = (need: Partial<Need>, volunteer: Partial<Volunteer>) =>
  lacks(need, volunteer).map(({ requirement }) => requirement)

describe('hard requirements', () => {
  it('are all met by a willing neighbour who is free', () => {
    expect(lacks({}, {})).toEqual([])
    expect(isEligible(aNeed(), aVolunteer('mehri'), DAY)).toBe(true)
  })

  it('skill: every one asked for', () => {
    const skills = [{ code: '2221', level: 2 }, { code: '5322', level: 1 }]
    expect(lacks({ skills }, { skills: [{ code: '5322', level: 3 }] })).toEqual([
      { requirement: 'skill', code: '2221', level: 2 },
    ])
    expect(lacks({ skills }, { skills })).toEqual([])
  })

  it('level: the highest of the volunteer counts, and says what it is', () => {
    const skills = [{ code: '2221', level: 3 }]
    const has = (...levels: number[]) => ({ skills: levels.map((level) => ({ code: '2221', level })) })
    expect(lacks({ skills }, has(1, 2))).toEqual([{ requirement: 'level', code: '2221', level: 3, has: 2 }])
    expect(lacks({ skills }, has(4, 1))).toEqual([])
  })

  it('vetting: for this purpose, through its last day, and today', () => {
    const until = (day: string, purpose = 'home') => ({ vetting: [{ for: purpose, until: day }] })
    const need = { vetting: ['home'], lastDay: '2026-12-07' }
    expect(lacks(need, until('2026-12-07'))).toEqual([])
    expect(lacks(need, until('2026-12-06'))).toEqual([
      { requirement: 'vetting', for: 'home', until: '2026-12-06' },
    ])
    expect(lacks(need, until('2027-01-01', 'children'))).toEqual([
      { requirement: 'vetting', for: 'home', until: null },
    ])
    expect(names({ ...need, lastDay: '2026-11-01' }, until('2026-11-29'))).toEqual(['vetting'])
    const renewed = { vetting: [{ for: 'home', until: '2027-06-01' }, { for: 'home', until: '2025-06-01' }] }
    expect(lacks(need, renewed)).toEqual([])
  })

  it('same sex: only where required, and unknown never passes for the same', () => {
    expect(names({ sameSex: 'required' }, { sex: 'male' })).toEqual(['same-sex'])
    expect(names({ sameSex: 'required' }, { sex: null })).toEqual(['same-sex'])
    expect(names({ sameSex: 'required', sex: null }, { sex: null })).toEqual(['same-sex'])
    expect(names({ sameSex: 'required' }, { sex: 'female' })).toEqual([])
    expect(names({ sameSex: 'preferred' }, { sex: 'male' })).toEqual([])
  })

  it('language: every one asked for', () => {
    expect(lacks({ languages: ['fa', 'az'] }, {})).toEqual([{ requirement: 'language', language: 'az' }])
    expect(names({ languages: ['fa', 'az'] }, { languages: ['az', 'fa'] })).toEqual([])
  })

  it('availability: as long as the help takes, in one piece', () => {
    const free = (...hours: [number, number][]) => ({ windows: hours.map(([from, to]) => ({ from, to })) })
    expect(names({}, free([660, 720]))).toEqual([])
    expect(names({}, free([661, 720]))).toEqual(['availability'])
    expect(names({}, free([540, 570], [600, 630]))).toEqual(['availability'])
    expect(names({}, free([570, 600], [540, 570]))).toEqual([])
    expect(names({}, free([720, 900]))).toEqual(['availability'])
    expect(names({ windows: [] }, free([6000, 6060]))).toEqual([])
    expect(names({ windows: [] }, free())).toEqual(['availability'])
  })

  it('availability: over Sunday midnight, however the two weeks are written', () => {
    const need = { windows: [{ from: WEEK - 30, to: WEEK + 30 }] }
    expect(names(need, { windows: [{ from: 0, to: 60 }, { from: WEEK - 60, to: WEEK }] })).toEqual([])
    expect(names(need, { windows: [{ from: WEEK - 30, to: WEEK + 30 }] })).toEqual([])
    expect(names(need, { windows: [{ from: WEEK - 30, to: WEEK }] })).toEqual(['availability'])
    const early = { windows: [{ from: 0, to: 60 }] }
    expect(names(early, { windows: [{ from: WEEK - 60, to: WEEK + 60 }] })).toEqual([])
  })

  it('travel: the volunteer’s own limit, and how far it would be', () => {
    expect(names({}, { point: north(9.9) })).toEqual([])
    expect(lacks({}, { point: north(12) })).toEqual([
      { requirement: 'travel', km: expect.closeTo(12, 2), limitKm: 10 },
    ])
  })

  it('willingness: only kinds from the volunteer’s own list', () => {
    expect(names({ kind: 'shopping' }, {})).toEqual(['unwilling'])
  })

  it('exclusion: by person, by unit and by pair, each alone, without a reason', () => {
    expect(lacks({ excludedVolunteers: new Set(['mehri']) }, {})).toEqual([{ requirement: 'excluded' }])
    expect(lacks({ excludedUnits: new Set(['sarcheshme-women']) }, {})).toEqual([{ requirement: 'excluded' }])
    expect(lacks({}, { excludedNeeds: new Set(['company']) })).toEqual([{ requirement: 'excluded' }])
  })

  it('capacity: nobody above their limit, also by what a run already gave', () => {
    expect(names({}, { capacityLeft: 0 })).toEqual(['capacity'])
    const twice = aVolunteer('mehri', { capacityLeft: 2 })
    expect(hardRequirements(aNeed(), twice, DAY, 1)).toEqual([])
    expect(hardRequirements(aNeed(), twice, DAY, 2)).toEqual([{ requirement: 'capacity' }])
  })

  it('a pause holds whatever else fits', () => {
    expect(names({}, { paused: true })).toEqual(['paused'])
  })

  it('are named together when several lack, and a no is told apart so that it can be hidden', () => {
    const all = lacks(
      { excludedUnits: new Set(['sarcheshme-women']), sameSex: 'required', languages: ['az'] },
      { sex: 'male', paused: true },
    )
    expect(all.map(({ requirement }) => requirement)).toEqual(['excluded', 'paused', 'same-sex', 'language'])
    expect(all.filter((lack) => !isNo(lack)).map(({ requirement }) => requirement)).toEqual([
      'same-sex',
      'language',
    ])
  })
})
