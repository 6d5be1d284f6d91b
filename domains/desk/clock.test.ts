import { describe, expect, it } from 'vitest'
import { countryPack } from '#countries/index.ts'
import { dueAt, readClock } from './clock.ts'

const pack = countryPack('iran')
// Tuesday 24 November 2026, 10:00 in Tehran; Thursday and Friday are the weekend.
const tuesday = new Date('2026-11-24T06:30:00Z')

describe('when a request is due', () => {
  it('takes working days and passes over the weekend', () => {
    // Wednesday, (Thursday, Friday), Saturday, Sunday 14:00
    expect(dueAt('ordinary', tuesday, pack).toISOString()).toBe('2026-11-29T10:30:00.000Z')
    expect(dueAt('soon', tuesday, pack).toISOString()).toBe('2026-11-25T10:30:00.000Z')
  })

  it('never waits for a working day where there is danger', () => {
    const fridayNight = new Date('2026-11-27T20:00:00Z')
    expect(dueAt('danger', fridayNight, pack).getTime() - fridayNight.getTime()).toBe(30 * 60_000)
  })

  it('says late, today or on track, in working days', () => {
    const due = dueAt('ordinary', tuesday, pack)
    expect(readClock(due, tuesday, pack)).toEqual({ clock: 'on-track', days: 3 })
    expect(readClock(due, new Date('2026-11-29T06:00:00Z'), pack)).toEqual({ clock: 'today', days: 0 })
    expect(readClock(due, new Date('2026-12-01T06:00:00Z'), pack)).toEqual({ clock: 'late', days: 2 })
  })
})
