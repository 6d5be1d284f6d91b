import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidates } from './candidates.ts'
import { distanceKm } from './distance.ts'
import { aNeed, aVolunteer, DAY, north } from './people.fixture.ts'
import { isEligible } from './requirements.ts'

describe('candidates', () => {
  it('are the nearest eligible, nearest first, as one looking at everybody would find', () => {
    const point = fc.record({ lat: fc.integer({ min: 0, max: 20 }), lon: fc.integer({ min: 0, max: 20 }) })
      .map(({ lat, lon }) => ({ lat: 35 + lat / 20, lon: 51 + lon / 20 }))
    const volunteer = fc.record({ point, travelKm: fc.integer({ min: 0, max: 80 }), paused: fc.boolean() })
    fc.assert(
      fc.property(
        fc.array(point, { maxLength: 6 }),
        fc.array(volunteer, { maxLength: 30 }),
        fc.integer({ min: 0, max: 8 }),
        (points, shapes, perNeed) => {
          const needs = points.map((where, index) => aNeed({ id: `need-${index}`, point: where }))
          const volunteers = shapes.map((shape, index) => aVolunteer(`volunteer-${index}`, shape))
          const { row, col } = candidates(needs, volunteers, { perNeed, day: DAY })
          needs.forEach((need, index) => {
            const km = (v: number) => distanceKm(need.point, volunteers[v]!.point)
            const all = [...volunteers.keys()]
              .filter((v) => isEligible(need, volunteers[v]!, DAY))
              .sort((a, b) => km(a) - km(b) || a - b)
            const found = [...col.subarray(row[index], row[index + 1])]
            expect(found.map(km)).toEqual(all.slice(0, perNeed).map(km))
            expect(found.every((v) => all.includes(v)) && new Set(found).size === found.length).toBe(true)
          })
        },
      ),
      { seed: 2, numRuns: 300 },
    )
  })

  it('hold whoever helped before, though others are nearer', () => {
    const volunteers = [1, 2, 3, 4].map((km) => aVolunteer(`at-${km}`, { point: north(km) }))
    const found = (continuity: string) =>
      [...candidates([aNeed({ continuity })], volunteers, { perNeed: 2, day: DAY }).col]
    expect(found('at-4')).toEqual([0, 3])
    expect(found('at-1')).toEqual([0, 1])
    expect(found('somebody who left')).toEqual([0, 1])
  })

  it('do not hold a helper of before who is excluded now', () => {
    const need = aNeed({ continuity: 'mehri', excludedVolunteers: new Set(['mehri']) })
    expect([...candidates([need], [aVolunteer('mehri')], { perNeed: 2, day: DAY }).col]).toEqual([])
  })
})
