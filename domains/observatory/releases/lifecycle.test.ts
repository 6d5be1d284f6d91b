import { describe, expect, it } from 'vitest'
import { requirePlainDate } from '#engines/calendar/index.ts'
import { comingPeriods, nextActOf, whyNotDrafted } from './lifecycle.ts'

const releasesAt = new Date('2027-01-15T05:30:00Z')
const [before, after] = [new Date('2027-01-14T05:30:00Z'), new Date('2027-01-15T05:30:00Z')]
const act = (state: Parameters<typeof nextActOf>[0]['state'], now = before, failed = false) => nextActOf({ state, failed, releasesAt }, now)

describe('what has to happen with a release', () => {
  it('is made by the house, signed by a second person, and waits for its moment', () => {
    expect([act('draft'), act('protected'), act('checked'), act('released'), act('released', after)]).toEqual(['make', 'make', 'sign', 'wait', 'out'])
  })

  it('is drafted anew where it failed or nobody signed in time', () => {
    expect([act('draft', before, true), act('checked', after), act('draft', after), act('withdrawn', after, true)]).toEqual(['mend', 'passed', 'passed', 'withdrawn'])
  })
})

describe('the next release of a plan', () => {
  it('is not drafted beside another one, nor before its period is over', () => {
    expect(whyNotDrafted({ inWork: true, over: true })).toBe('in-work')
    expect(whyNotDrafted({ inWork: false, over: false })).toBe('not-over')
    expect(whyNotDrafted({ inWork: false, over: true })).toBeUndefined()
  })

  it('and those after it follow the seasons', () => {
    const plan = { every: 'quarter', calendar: 'P', periods: 4, releaseDay: { afterDays: 25, atMinutes: 540 } } as const
    const coming = comingPeriods(new Date('2026-11-26T05:00:00Z'), requirePlainDate('2026-11-26'), plan, 'Asia/Tehran', 3)
    expect(coming.map(({ code }) => code)).toEqual(['P1405-Q3', 'P1405-Q4', 'P1406-Q1'])
  })
})
