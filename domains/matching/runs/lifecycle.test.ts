import { describe, expect, it } from 'vitest'
import { anyone, type Actor } from '#platform/actor/index.ts'
import { runAfter, secondsLeft } from './lifecycle.ts'
import { maySeeRun, mayStopRun } from './policy.ts'

describe('a run', () => {
  it('ends once', () => {
    for (const state of ['done', 'cancelled', 'failed'] as const)
      for (const move of ['start', 'finish', 'cancel', 'fail'] as const) expect(runAfter(move, state), `${move} ${state}`).toBeUndefined()
    expect(runAfter('finish', 'planned')).toBeUndefined()
    expect(runAfter('cancel', 'planned')).toBe('cancelled')
  })

  it('takes as long for what is left as it took so far, and does not guess before', () => {
    const startedAt = new Date('2026-11-21T23:00:00Z')
    const now = new Date('2026-11-21T23:01:00Z')
    expect(secondsLeft({ startedAt, waiting: 400, waited: 100 }, now)).toBe(180)
    expect(secondsLeft({ startedAt, waiting: 400, waited: 0 }, now)).toBeNull()
    expect(secondsLeft({ startedAt: null, waiting: 400, waited: 0 }, now)).toBeNull()
  })
})

describe('who may', () => {
  const desk = (from: number, to: number): Actor => ({ ...anyone, kind: 'account', role: 'liaison', area: { from, to } })
  const province = { area_from: 10_000, area_to: 19_999 }

  it('see a run: every desk it goes through', () => {
    expect(maySeeRun(desk(10_100, 10_199), province)).toBe(true)
    expect(maySeeRun(desk(20_100, 20_199), province)).toBe(false)
    expect(maySeeRun({ ...desk(10_100, 10_199), role: 'director' }, province)).toBe(false)
  })

  it('stop it: the desk that answers for all of it', () => {
    expect(mayStopRun(desk(10_000, 19_999), province)).toBe(true)
    expect(mayStopRun(desk(10_100, 10_199), province)).toBe(false)
    expect(mayStopRun({ ...desk(10_000, 19_999), role: 'coordinator' }, province)).toBe(false)
  })
})
