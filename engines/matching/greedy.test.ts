import { describe, expect, it } from 'vitest'
import { greedy } from './greedy.ts'
import { match } from './match.ts'
import { aNeed, aVolunteer, DAY, north } from './people.fixture.ts'

const metBy = (chosen: Int32Array): number => chosen.filter((volunteer) => volunteer !== -1).length

describe('the most pressing first, each with the nearest', () => {
  it('leaves a need without anybody that a look at all of them at once serves', () => {
    // The first could go to either; the second only to the one who is nearest to both.
    const needs = [aNeed({ id: 'pressing', priority: 3 }), aNeed({ id: 'far', point: north(12) })]
    const volunteers = [aVolunteer('between', { point: north(4) }), aVolunteer('behind', { point: north(-5) })]
    const run = match(needs, volunteers, { day: DAY })
    expect(metBy(run.chosen)).toBe(2)
    expect([...greedy(run)]).toEqual([0, -1])
  })

  it('serves priority before a longer wait, and a longer wait before a shorter', () => {
    const needs = [aNeed({ id: 'new' }), aNeed({ id: 'old', waitingDays: 40 }), aNeed({ id: 'pressing', priority: 1 })]
    const run = match(needs, [aVolunteer('mehri', { capacityLeft: 2 })], { day: DAY })
    expect([...greedy(run)]).toEqual([-1, 0, 0])
  })

  it('looks at everybody where the run’s list of candidates is used up', () => {
    const needs = [aNeed({ id: 'first', priority: 1 }), aNeed({ id: 'second' })]
    const run = match(needs, [aVolunteer('near'), aVolunteer('farther', { point: north(3) })], { day: DAY, perNeed: 1 })
    const short = { ...run, candidates: { row: Int32Array.of(0, 1, 2), col: Int32Array.of(0, 0) } }
    expect([...greedy(short)]).toEqual([0, 1])
  })

  it('gives nobody more than they have left, and nobody to a need that nobody fits', () => {
    const needs = [aNeed(), aNeed({ id: 'other' }), aNeed({ id: 'lessons', kind: 'lessons' })]
    const run = match(needs, [aVolunteer('mehri')], { day: DAY })
    expect([...greedy(run)]).toEqual([0, -1, -1])
  })
})
