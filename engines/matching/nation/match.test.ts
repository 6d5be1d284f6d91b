import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidates } from '#engines/matching/candidates.ts'
import { defaultWeights } from '#engines/matching/cost.ts'
import { instanceOf } from '#engines/matching/instance.ts'
import { match } from '#engines/matching/match.ts'
import { aNeed, aVolunteer, DAY } from '#engines/matching/people.fixture.ts'
import { isEligible } from '#engines/matching/requirements.ts'
import { assemble } from './assemble.ts'
import { crowd } from './crowd.fixture.ts'
import { columnsOf } from './from-shapes.ts'
import { matchNation } from './match.ts'

describe('an instance made from columns', () => {
  it('has the edges, costs and limits of the one made from needs and volunteers, under other numbers', () => {
    fc.assert(
      fc.property(crowd(30), fc.integer({ min: 1, max: 8 }), ({ needs, volunteers }, perNeed) => {
        const found = candidates(needs, volunteers, { perNeed, day: DAY })
        const plain = instanceOf(needs, volunteers, found, defaultWeights)
        const made = assemble(columnsOf(needs, volunteers, DAY), defaultWeights, perNeed)
        const { instance } = made
        expect([...made.needs].sort((a, b) => a - b)).toEqual([...needs.keys()])
        made.needs.forEach((need, at) => {
          const [from, end] = [instance.row[at]!, instance.row[at + 1]!]
          const [plainFrom, plainEnd] = [plain.row[need]!, plain.row[need + 1]!]
          expect(Array.from(instance.col.subarray(from, end), (to) => made.volunteers[to])).toEqual([...plain.col.subarray(plainFrom, plainEnd)])
          expect([...instance.cost.subarray(from, end)]).toEqual([...plain.cost.subarray(plainFrom, plainEnd)])
          expect(instance.penalty[at]).toBe(plain.penalty[need])
        })
        made.volunteers.forEach((volunteer, at) => {
          expect(instance.capacity[at]).toBe(plain.capacity[volunteer])
          expect(instance.carried?.[at]).toBe(plain.carried?.[volunteer])
          expect([...instance.load].slice(0, plain.load.length)).toEqual([...plain.load].slice(0, instance.load.length))
        })
      }),
      { seed: 8, numRuns: 1000 },
    )
  })
})

describe('a run from columns', () => {
  it('proves itself, breaks no requirement, and costs what the run of needs and volunteers costs', () => {
    fc.assert(
      fc.property(crowd(40), ({ needs, volunteers }) => {
        const { chosen, certificate, cutShort } = matchNation(columnsOf(needs, volunteers, DAY), { perNeed: 100 })
        const run = match(needs, volunteers, { day: DAY, perNeed: 100 })
        expect(certificate).toMatchObject({ optimal: true, primal: run.certificate.primal })
        expect(cutShort).toBe(0)
        const tasks = new Map<number, number>()
        chosen.forEach((volunteer, need) => {
          if (volunteer === -1) return
          expect(isEligible(needs[need]!, volunteers[volunteer]!, DAY)).toBe(true)
          tasks.set(volunteer, (tasks.get(volunteer) ?? 0) + 1)
        })
        for (const [volunteer, given] of tasks) expect(given).toBeLessThanOrEqual(volunteers[volunteer]!.capacityLeft)
      }),
      { seed: 9, numRuns: 500 },
    )
  })

  it('says how many stay without anybody although there may be more who are eligible', () => {
    const needs = ['first', 'second', 'third'].map((id) => aNeed({ id }))
    const volunteers = ['mehri', 'shirin', 'zahra'].map((id) => aVolunteer(id))
    const columns = columnsOf(needs, volunteers, DAY)
    expect(matchNation(columns, { perNeed: 1 })).toMatchObject({ edges: 3, cutShort: 2 })
    expect(matchNation(columns)).toMatchObject({ edges: 9, cutShort: 0 })
  })

  it('is empty where nothing is needed, and leaves all where nobody is there', () => {
    expect([...matchNation(columnsOf([], [], DAY)).chosen]).toEqual([])
    const { chosen, certificate } = matchNation(columnsOf([aNeed()], [], DAY))
    expect([...chosen]).toEqual([-1])
    expect(certificate).toMatchObject({ optimal: true, primal: defaultWeights.unmatched })
  })
})
