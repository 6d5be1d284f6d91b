import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceKm } from '#engines/matching/distance.ts'
import { aNeed, aVolunteer, DAY } from '#engines/matching/people.fixture.ts'
import { isEligible } from '#engines/matching/requirements.ts'
import type { Need, Volunteer } from '#engines/matching/shapes.ts'
import { byLooking, crowd } from './crowd.fixture.ts'
import { columnsOf } from './from-shapes.ts'
import { meets } from './meets.ts'
import { openSearch } from './search.ts'

const searched = (needs: readonly Need[], volunteers: readonly Volunteer[], most: number): number[][] => {
  const { nearest } = openSearch(columnsOf(needs, volunteers, DAY))
  return needs.map((_, need) => {
    const { id, size } = nearest(need, most)
    return [...id.subarray(0, size)]
  })
}
const looked = (needs: readonly Need[], volunteers: readonly Volunteer[], most: number): number[][] =>
  needs.map((need) => byLooking(need, volunteers, most, DAY))

/** Seeded, and the same on every machine. */
const chance = (seed: number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

describe('the search', () => {
  it('finds whom one finds who looks at everybody, in the same order, whatever is required', () => {
    fc.assert(
      fc.property(crowd(60), fc.integer({ min: 0, max: 12 }), ({ needs, volunteers }, most) => {
        expect(searched(needs, volunteers, most)).toEqual(looked(needs, volunteers, most))
      }),
      { seed: 5, numRuns: 3000 },
    )
  })

  it('finds everybody eligible, and only them, where more are wanted than there are', () => {
    fc.assert(
      fc.property(crowd(40), ({ needs, volunteers }) => {
        expect(searched(needs, volunteers, 1000)).toEqual(looked(needs, volunteers, 1000))
      }),
      { seed: 6, numRuns: 500 },
    )
  })

  it('holds each pair against the same requirements as the words of an explanation', () => {
    fc.assert(
      fc.property(crowd(40), ({ needs, volunteers }) => {
        const columns = columnsOf(needs, volunteers, DAY)
        needs.forEach((need, i) =>
          volunteers.forEach((volunteer, j) => expect(meets(columns, i, j)).toBe(isEligible(need, volunteer, DAY))),
        )
      }),
      { seed: 7, numRuns: 500 },
    )
  })

  it('finds the same in a tree many levels deep, where skills are rare', () => {
    const next = chance(11)
    const volunteers = Array.from({ length: 4000 }, (_, index) =>
      aVolunteer(`volunteer-${index}`, {
        point: { lat: 35 + next() * next(), lon: 51 + next() * next() },
        skills: next() < 0.03 ? [{ code: '2221', level: 1 + Math.floor(next() * 3) }] : [],
        languages: next() < 0.2 ? ['fa', 'az'] : ['fa'],
        sex: next() < 0.6 ? 'female' : 'male',
        travelKm: 5 + Math.floor(next() * 40),
        kinds: next() < 0.4 ? ['company'] : ['shopping'],
      }),
    )
    const needs = Array.from({ length: 60 }, (_, index) =>
      aNeed({
        id: `need-${index}`,
        point: { lat: 35 + next(), lon: 51 + next() },
        skills: next() < 0.5 ? [{ code: '2221', level: 1 + Math.floor(next() * 3) }] : [],
        languages: next() < 0.3 ? ['az'] : [],
        sameSex: next() < 0.5 ? 'required' : 'none',
      }),
    )
    expect(searched(needs, volunteers, 30)).toEqual(looked(needs, volunteers, 30))
  })

  it('finds the first of those who all live at one point', () => {
    const volunteers = Array.from({ length: 500 }, (_, index) => aVolunteer(`volunteer-${index}`, { paused: index % 3 === 0 }))
    expect(searched([aNeed()], volunteers, 5)).toEqual([[1, 2, 4, 5, 7]])
  })

  it('finds the first of those who are equally far, where hundreds share a few points', () => {
    const next = chance(5)
    const points = Array.from({ length: 7 }, (_, index) => ({ lat: 35 + (index % 3) / 50, lon: 51 + (index % 2) / 50 }))
    for (let round = 0; round < 40; round += 1) {
      const volunteers = Array.from({ length: 300 }, (_, index) =>
        aVolunteer(`volunteer-${index}`, { point: points[Math.floor(next() * points.length)]!, sex: next() < 0.7 ? 'female' : 'male' }),
      )
      const needs = points.map((point, index) => aNeed({ id: `need-${index}`, point, sameSex: next() < 0.5 ? 'required' : 'none' }))
      const most = 1 + Math.floor(next() * 60)
      expect(searched(needs, volunteers, most)).toEqual(looked(needs, volunteers, most))
    }
  })

  it('finds whoever is willing among sixty kinds of help, each known to a few', () => {
    const next = chance(17)
    const kinds = Array.from({ length: 60 }, (_, index) => `kind-${index}`)
    const volunteers = Array.from({ length: 600 }, (_, index) =>
      aVolunteer(`volunteer-${index}`, { point: { lat: 35 + next() / 20, lon: 51 + next() / 20 }, kinds: kinds.filter(() => next() < 0.05) }),
    )
    const needs = kinds.map((kind) => aNeed({ id: kind, kind }))
    expect(searched(needs, volunteers, 8)).toEqual(looked(needs, volunteers, 8))
  })

  it('finds neighbours on the other side of the antimeridian', () => {
    const east = aVolunteer('east', { point: { lat: 0, lon: 179.98 } })
    const west = aVolunteer('west', { point: { lat: 0, lon: -179.99 } })
    expect(searched([aNeed({ point: { lat: 0, lon: 180 } })], [east, west], 2)).toEqual([[1, 0]])
  })

  it('holds a travel limit to the last digit', () => {
    const next = chance(23)
    for (let round = 0; round < 500; round += 1) {
      const point = { lat: 35 + next() / 10, lon: 51 + next() / 10 }
      const km = distanceKm(aNeed().point, point)
      const within = (travelKm: number) => searched([aNeed()], [aVolunteer('mehri', { point, travelKm })], 1)[0]!.length
      expect(within(km)).toBe(1)
      expect(within(km * (1 - 2 ** -52))).toBe(0)
      expect(within(Infinity)).toBe(1)
    }
    expect(searched([aNeed()], [aVolunteer('mehri', { travelKm: 0 }), aVolunteer('shirin', { travelKm: -1 })], 2)).toEqual([[0]])
  })

  it('has time for what takes none, where two windows only touch', () => {
    const later = aVolunteer('later', { windows: [{ from: 12 * 60, to: 13 * 60 }] })
    expect(searched([aNeed({ minutes: 0 }), aNeed({ minutes: 1 })], [later], 1)).toEqual([[0], []])
  })

  it('has nothing to say where there is nobody, or nothing is needed', () => {
    expect(searched([aNeed()], [], 30)).toEqual([[]])
    expect(searched([aNeed()], [aVolunteer('mehri', { capacityLeft: 0 })], 30)).toEqual([[]])
    expect(searched([], [aVolunteer('mehri')], 30)).toEqual([])
    expect([...openSearch(columnsOf([aNeed()], [], DAY)).route()]).toEqual([0])
  })

  it('goes through every need once, neighbours after each other', () => {
    const next = chance(3)
    const volunteers = Array.from({ length: 300 }, (_, index) => aVolunteer(`volunteer-${index}`, { point: { lat: 35 + next(), lon: 51 + next() } }))
    const needs = Array.from({ length: 300 }, () => aNeed({ point: { lat: 35 + next(), lon: 51 + next() } }))
    const route = [...openSearch(columnsOf(needs, volunteers, DAY)).route()]
    expect([...route].sort((a, b) => a - b)).toEqual([...needs.keys()])
    const length = (order: readonly number[]) =>
      order.reduce((sum, need, at) => (at === 0 ? 0 : sum + distanceKm(needs[order[at - 1]!]!.point, needs[need]!.point)), 0)
    expect(length(route)).toBeLessThan(length([...needs.keys()]) / 3)
  })
})
