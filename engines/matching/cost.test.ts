import { describe, expect, it } from 'vitest'
import { cost, defaultWeights as weights, loadCost, sumOf, unmatchedPenalty } from './cost.ts'
import { aNeed, aVolunteer, north } from './people.fixture.ts'
import type { Need, Volunteer } from './shapes.ts'

const total = (need: Partial<Need>, volunteer: Partial<Volunteer> = {}) =>
  sumOf(cost(aNeed(need), aVolunteer('mehri', volunteer), weights))

describe('the cost of a pair', () => {
  it('is whole numbers, each under its name', () => {
    const need = aNeed({ waitingDays: 9, priority: 2, continuity: 'shirin', sameSex: 'preferred' })
    const volunteer = aVolunteer('mehri', { point: north(1.234), sex: 'male' })
    expect(cost(need, volunteer, weights)).toEqual({
      travel: 12,
      waiting: -45,
      priority: -200,
      continuity: 60,
      preferences: 80,
    })
  })

  it('is nothing for a need of today next door', () => {
    expect(cost(aNeed(), aVolunteer('mehri'), weights)).toStrictEqual({
      travel: 0,
      waiting: 0,
      priority: 0,
      continuity: 0,
      preferences: 0,
    })
  })

  it('falls as a need grows older, until the wait stops counting', () => {
    expect(total({ waitingDays: 30 })).toBeLessThan(total({ waitingDays: 29 }))
    expect(total({ waitingDays: 400 })).toBe(total({ waitingDays: 90 }))
  })

  it('prefers whoever helped before', () => {
    expect(total({ continuity: 'mehri' })).toBeLessThan(total({ continuity: 'shirin' }))
  })

  it('asks more of the fourth task than of the third, and leaves an older or pressing need last', () => {
    const steps = [1, 2, 3, 4, 5].map((k) => loadCost(k + 1, weights) - loadCost(k, weights))
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
    const penalty = (changes: Partial<Need>) => unmatchedPenalty(aNeed(changes), weights)
    expect(penalty({ waitingDays: 5 })).toBeGreaterThan(penalty({}))
    expect(penalty({ priority: 1 })).toBeGreaterThan(penalty({}))
  })
})
