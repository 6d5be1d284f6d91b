import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cost, defaultWeights, loadCost, sumOf } from './cost.ts'
import { distanceKm } from './distance.ts'
import { explain } from './explain.ts'
import { match } from './match.ts'
import { crowd } from './nation/crowd.fixture.ts'
import { aNeed, aVolunteer, DAY, MORNING, north } from './people.fixture.ts'
import { hardRequirements, isNo } from './requirements.ts'
import type { Need, Volunteer } from './shapes.ts'

const explained = (needs: readonly Need[], volunteers: readonly Volunteer[], at = 0) =>
  explain(match(needs, volunteers, { day: DAY }), at)
const relaxed = (need: Partial<Need>, volunteers: readonly Volunteer[]) => {
  const answer = explained([aNeed(need)], volunteers)
  if (answer.chosen !== null) throw new Error('somebody was found')
  return answer.relax
}

const AFTERNOON = { from: 17 * 60, to: 19 * 60 }

describe('why this volunteer', () => {
  it('is the cost in its terms, and the next two with their difference and what they lacked', () => {
    const need = aNeed({ vetting: ['home'] })
    const vetting = [{ for: 'home', until: '2027-06-01' }]
    const answer = explained([need], [
      aVolunteer('parvin', { vetting, point: north(2), windows: [AFTERNOON] }),
      aVolunteer('mehri', { vetting, point: north(1.2), load: 1 }),
      aVolunteer('shirin', { vetting, point: north(5) }),
      aVolunteer('somayeh', { vetting: [{ for: 'home', until: '2026-11-26' }], windows: [] }),
    ])
    expect(answer).toEqual({
      need: 'company',
      chosen: {
        volunteer: 'mehri',
        terms: { travel: 12, waiting: 0, priority: 0, continuity: 0, preferences: 0 },
        load: 8,
        total: 20,
      },
      runnersUp: [
        expect.objectContaining({ volunteer: 'shirin', total: 50, difference: 30, lacks: [] }),
        expect.objectContaining({
          volunteer: 'parvin',
          difference: 0,
          lacks: [{ requirement: 'availability' }],
        }),
      ],
    })
  })

  it('names the next two whom one finds who looks at everybody: who lacks least, then who costs least', () => {
    fc.assert(
      fc.property(crowd(40), fc.integer({ min: 1, max: 30 }), ({ needs, volunteers }, perNeed) => {
        const run = match(needs, volunteers, { day: DAY, perNeed })
        needs.forEach((need, at) => {
          const { row, col } = run.candidates
          const weighed = [...col.subarray(row[at], row[at + 1])]
          const answer = explain(run, at)
          if (answer.chosen === null) return
          const next = [...volunteers.keys()]
            .filter((index) => index !== run.chosen[at] && distanceKm(need.point, volunteers[index]!.point) <= volunteers[index]!.travelKm * 2)
            .map((index) => ({
              index,
              lacks: hardRequirements(need, volunteers[index]!, DAY, run.given[index]!),
              total:
                sumOf(cost(need, volunteers[index]!, defaultWeights)) +
                loadCost(volunteers[index]!.load + run.given[index]! + 1, defaultWeights),
            }))
            .filter(({ index, lacks }) => !lacks.some(isNo) && (lacks.length > 0 || weighed.includes(index)))
            .sort((a, b) => a.lacks.length - b.lacks.length || a.total - b.total || a.index - b.index)
            .slice(0, 2)
          expect(answer.runnersUp.map(({ volunteer, lacks, total }) => ({ volunteer, lacks, total }))).toEqual(
            next.map(({ index, lacks, total }) => ({ volunteer: volunteers[index]!.id, lacks, total })),
          )
        })
      }),
      { seed: 31, numRuns: 500 },
    )
  })

  it('says that a better one has no room left, once the run gave their last task to another need', () => {
    const needs = [aNeed({ id: 'near' }), aNeed({ id: 'far', point: north(3) })]
    const answer = explained(needs, [aVolunteer('mehri', { point: north(3) }), aVolunteer('shirin')])
    expect(answer).toMatchObject({
      chosen: { volunteer: 'shirin' },
      runnersUp: [{ volunteer: 'mehri', lacks: [{ requirement: 'capacity' }] }],
    })
  })

  it('never speaks of anybody who is excluded, paused or unwilling', () => {
    const need = aNeed({ excludedVolunteers: new Set(['excluded']) })
    const others = [
      aVolunteer('excluded'),
      aVolunteer('paused', { paused: true }),
      aVolunteer('unwilling', { kinds: ['shopping'] }),
    ]
    expect(explained([need], [aVolunteer('mehri', { point: north(9) }), ...others])).toMatchObject({
      chosen: { volunteer: 'mehri' },
      runnersUp: [],
    })
    expect(relaxed({ excludedVolunteers: new Set(['excluded']) }, others)).toBe(null)
  })

  it('never finds somebody cheaper who lacked nothing', () => {
    const km = fc.integer({ min: 0, max: 9 })
    const shape = fc.record({ km, capacityLeft: fc.nat({ max: 3 }), load: fc.nat({ max: 3 }) })
    const place = fc.record({ km, waitingDays: fc.nat({ max: 40 }) })
    const needOf = ({ km: at, waitingDays }: { km: number; waitingDays: number }, n: number) =>
      aNeed({ id: `${n}`, point: north(at), waitingDays })
    type Shape = { readonly km: number; readonly capacityLeft: number; readonly load: number }
    const volunteerOf = ({ km: at, ...rest }: Shape, n: number) =>
      aVolunteer(`${n}`, { point: north(at), ...rest })
    const property = (needs: readonly Need[], volunteers: readonly Volunteer[]) => {
      const run = match(needs, volunteers, { day: DAY, perNeed: 3 })
      expect(run.certificate.faults).toEqual([])
      needs.forEach((_, at) => {
        const answer = explain(run, at)
        if (answer.chosen === null)
          return expect(answer.relax?.requirements ?? ['capacity']).toEqual(['capacity'])
        const free = answer.runnersUp.filter(({ lacks }) => lacks.length === 0)
        expect(free.every(({ difference }) => difference >= 0)).toBe(true)
      })
    }
    const needs = fc.array(place, { maxLength: 8 }).map((places) => places.map(needOf))
    const volunteers = fc.array(shape, { maxLength: 8 }).map((shapes) => shapes.map(volunteerOf))
    fc.assert(fc.property(needs, volunteers, property), { seed: 6, numRuns: 300 })
  })
})

describe('why nobody', () => {
  it('is the one condition that would have to give way, with how many it would bring', () => {
    const later = ['a', 'b', 'c', 'd'].map((id) => aVolunteer(id, { windows: [AFTERNOON] }))
    const both = aVolunteer('e', { windows: [], languages: [] })
    expect(relaxed({ languages: ['fa'] }, [both, ...later])).toEqual({
      requirements: ['availability'],
      candidates: 4,
    })
  })

  it('is the condition that would bring most, where one of several is enough', () => {
    const others = [aVolunteer('a'), aVolunteer('b'), aVolunteer('c', { languages: ['az'], windows: [] })]
    expect(relaxed({ languages: ['az'] }, others)).toEqual({ requirements: ['language'], candidates: 2 })
  })

  it('is the smallest set, where no single condition is enough', () => {
    const volunteers = [
      aVolunteer('two', { sex: 'male', windows: [] }),
      aVolunteer('three', { sex: 'male', windows: [], languages: [] }),
    ]
    expect(relaxed({ sameSex: 'required', languages: ['fa'] }, volunteers)).toEqual({
      requirements: ['availability', 'same-sex'],
      candidates: 1,
    })
  })

  it('touches what protects the person last, however many that would bring', () => {
    const men = ['a', 'b', 'c'].map((id) => aVolunteer(id, { sex: 'male' }))
    expect(relaxed({ sameSex: 'required' }, [...men, aVolunteer('d', { windows: [] })])).toEqual({
      requirements: ['availability'],
      candidates: 1,
    })
  })

  it('is capacity, where all who fit are taken', () => {
    const needs = [aNeed({ id: 'new' }), aNeed({ id: 'old', waitingDays: 9 })]
    expect(explained(needs, [aVolunteer('mehri')])).toEqual({
      need: 'new',
      chosen: null,
      relax: { requirements: ['capacity'], candidates: 1 },
    })
  })

  it('does not count somebody who is out of every reach', () => {
    expect(relaxed({}, [aVolunteer('a-province-away', { point: north(300) })])).toBe(null)
    expect(relaxed({}, [aVolunteer('a-bit-far', { point: north(14) })])).toEqual({
      requirements: ['travel'],
      candidates: 1,
    })
  })
})

describe('a run', () => {
  it('looks wider for a need whose nearest are all taken', () => {
    const needs = [0, 1, 2, 3].map((n) => aNeed({ id: `${n}` }))
    const volunteers = [0, 1, 2, 3].map((km) => aVolunteer(`${km}`, { point: north(km) }))
    const run = match(needs, volunteers, { day: DAY, perNeed: 1 })
    expect([...run.chosen].sort()).toEqual([0, 1, 2, 3])
    expect(run.certificate.optimal).toBe(true)
  })

  it('serves the older need where one of two must wait', () => {
    const needs = [aNeed({ id: 'new' }), aNeed({ id: 'old', waitingDays: 9 })]
    expect([...match(needs, [aVolunteer('mehri')], { day: DAY }).chosen]).toEqual([-1, 0])
  })

  it('refuses weights that are no whole numbers', () => {
    const weights = { ...defaultWeights, priorityStep: 0.5 }
    const run = () => match([aNeed({ priority: 1 })], [aVolunteer('mehri')], { day: DAY, weights })
    expect(run).toThrow(RangeError)
  })

  it('is ready well under a second for 200 needs and 5,000 volunteers of one city', () => {
    const spread = (n: number) => ({
      lat: 35 + ((n * 7919) % 1000) / 5000,
      lon: 51 + ((n * 104_729) % 1000) / 4000,
    })
    const needs = Array.from({ length: 200 }, (_, n) =>
      aNeed({ id: `${n}`, point: spread(n), skills: n % 4 === 0 ? [{ code: '2221', level: 2 }] : [] }),
    )
    const volunteers = Array.from({ length: 5000 }, (_, n) =>
      aVolunteer(`${n}`, {
        point: spread(n + 31),
        skills: n % 50 === 0 ? [{ code: '2221', level: (n % 3) + 1 }] : [],
        windows: n % 3 === 0 ? [MORNING] : [AFTERNOON],
        travelKm: 5 + (n % 20),
      }),
    )
    // Processor time and the best of three: other work on the machine is not the engine's doing.
    const times = [1, 2, 3].map(() => {
      const start = process.cpuUsage()
      expect(match(needs, volunteers, { day: DAY }).certificate.optimal).toBe(true)
      return process.cpuUsage(start).user / 1000
    })
    expect(Math.min(...times)).toBeLessThan(900)
  })
})
