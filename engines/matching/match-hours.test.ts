import { describe, expect, it } from 'vitest'
import { defaultWeights } from './cost.ts'
import { explain } from './explain.ts'
import { greedy } from './greedy.ts'
import { matchHours } from './match-hours.ts'
import { aNeed, aVolunteer, DAY } from './people.fixture.ts'
import type { Need, Volunteer } from './shapes.ts'

/** A clock that counts looks at it: the same plan on every machine. */
const looks = (most: number) => {
  let seen = 0
  return () => (seen += 1) / most
}
const plan = (needs: readonly Need[], volunteers: readonly Volunteer[], minutesLeft: readonly number[]) =>
  matchHours(needs, volunteers, { day: DAY, weights: defaultWeights, minutesLeft, spent: looks(2_000) })

const needs = [aNeed({ id: 'long', minutes: 120 }), aNeed({ id: 'short', minutes: 60 }), aNeed({ id: 'shorter', minutes: 30 })]
const volunteers = [aVolunteer('near', { capacityLeft: 5 }), aVolunteer('far', { point: { lat: 35.01, lon: 51 }, capacityLeft: 5 })]

describe('needs of different length', () => {
  it('are fitted into the minutes that volunteers have, whatever the number of tasks', () => {
    const { chosen, certificate, given } = plan(needs, volunteers, [120, 90])
    expect([...chosen]).toEqual([0, 1, 1])
    expect([...given]).toEqual([1, 2])
    expect(certificate).toMatchObject({ faults: [], gap: 0 })
  })

  it('stay where nobody has the time, and the bound says that no plan could do better', () => {
    const run = plan(needs, volunteers, [60, 45])
    expect([...run.chosen]).toEqual([-1, 0, 1])
    expect(run.certificate.dual).toBeLessThanOrEqual(run.certificate.primal)
    expect(run.certificate.faults).toEqual([])
    // Somebody fits but for the time: there is nothing of theirs to relax.
    expect(explain(run, 0)).toMatchObject({ chosen: null, relax: { requirements: [] } })
  })

  it('are compared with a simple way that has the same minutes', () => {
    expect([...greedy(plan(needs, volunteers, [120, 90]), [120, 90])].filter((one) => one === -1)).toEqual([])
    expect([...greedy(plan(needs, volunteers, [60, 45]), [60, 45])]).toEqual([-1, 0, 1])
  })

  it('may be none', () => {
    expect(plan([], volunteers, [60, 60])).toMatchObject({ certificate: { primal: 0, dual: 0, gap: 0 } })
  })
})
