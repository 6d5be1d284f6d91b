import fc from 'fast-check'
import { chordBetween } from '#engines/matching/distance.ts'
import { aNeed, aVolunteer, DAY } from '#engines/matching/people.fixture.ts'
import { isEligible } from '#engines/matching/requirements.ts'
import type { Need, Point, Volunteer, WeekWindow } from '#engines/matching/shapes.ts'

const few = <Value>(...values: Value[]) => fc.subarray(values)
const sex = fc.constantFrom('female' as const, 'male' as const, null)

/** Empty so many times for once that it is not. */
const mostlyNone = <Value>(some: fc.Arbitrary<Value[]>, times: number) =>
  fc.oneof({ weight: times, arbitrary: fc.constant<Value[]>([]) }, { weight: 1, arbitrary: some })

/** Few places, so that many are equally far or at the same one; some of them beside the antimeridian and a pole. */
const grid = fc.record({ lat: fc.integer({ min: -3, max: 3 }), lon: fc.integer({ min: -3, max: 3 }) })
const places: readonly ((at: Point) => Point)[] = [
  ({ lat, lon }) => ({ lat: 35 + lat / 50, lon: 51 + lon / 50 }),
  ({ lat }) => ({ lat: 35 + lat / 50, lon: 51 }),
  () => ({ lat: 35, lon: 51 }),
  ({ lat, lon }) => ({ lat: lat / 50, lon: lon < 0 ? 180 + lon / 50 : lon / 50 - 180 }),
  ({ lat, lon }) => ({ lat: 89.99 + lat / 500, lon: lon * 60 }),
]
const anywhere = fc.record({ lat: fc.double({ min: -90, max: 90, noNaN: true }), lon: fc.double({ min: -180, max: 180, noNaN: true }) })

const window: fc.Arbitrary<WeekWindow> = fc
  .record({ from: fc.integer({ min: 0, max: 27 }), half: fc.integer({ min: 0, max: 20 }) })
  .map(({ from, half }) => ({ from: from * 360 + 60, to: from * 360 + 60 + half * 60 }))
const windows = fc.array(window, { maxLength: 3 })
const skills = fc.array(fc.record({ code: fc.constantFrom('2221', '7411', '2611'), level: fc.integer({ min: 1, max: 3 }) }), { maxLength: 2 })
const dates = fc.constantFrom('2026-11-20', DAY, '2026-12-01', '2026-12-07', '2027-01-01')
const purposes = ['home', 'children']

const needShape = fc.record({
  kind: fc.constantFrom('company', 'shopping', 'legal'),
  skills: mostlyNone(skills, 3),
  vetting: mostlyNone(few(...purposes), 2),
  sameSex: fc.constantFrom('none' as const, 'none' as const, 'preferred' as const, 'required' as const),
  sex,
  languages: mostlyNone(few('fa', 'az', 'ku'), 3),
  windows,
  minutes: fc.constantFrom(0, 30, 60, 120, 360),
  lastDay: dates,
  waitingDays: fc.integer({ min: 0, max: 120 }),
  priority: fc.integer({ min: 0, max: 3 }),
  continuity: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 3 }),
  excludedVolunteers: mostlyNone(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 5 }), 3),
  excludedUnits: mostlyNone(few('one', 'two', 'elsewhere'), 3),
})

const volunteerShape = fc.record({
  unit: fc.constantFrom('one', 'two', 'three', 'four'),
  sex,
  skills,
  vetting: fc.array(fc.record({ for: fc.constantFrom(...purposes), until: dates }), { maxLength: 3 }),
  languages: few('fa', 'az', 'ku'),
  windows: fc.oneof({ weight: 2, arbitrary: fc.constant([{ from: 0, to: 10_080 }]) }, { weight: 1, arbitrary: windows }),
  travelKm: fc.constantFrom(0, 2, 5, 20, 500, 30_000),
  kinds: fc.oneof({ weight: 2, arbitrary: fc.constant(['company', 'shopping', 'legal']) }, { weight: 1, arbitrary: few('company', 'shopping') }),
  capacityLeft: fc.constantFrom(0, 1, 1, 2, 3),
  load: fc.integer({ min: 0, max: 3 }),
  excludedNeeds: mostlyNone(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 2 }), 5),
  paused: fc.constantFrom(false, false, false, true),
})

export interface Crowd {
  readonly needs: readonly Need[]
  readonly volunteers: readonly Volunteer[]
}

const spread = (points: readonly Point[], own: number, index: number): Point => points[(own + index) % points.length]!

/** A few needs and some volunteers who differ in everything that is required. */
export const crowd = (volunteers: number): fc.Arbitrary<Crowd> =>
  fc
    .record({
      points: fc.oneof(
        fc.tuple(fc.array(grid, { minLength: 1, maxLength: 20 }), fc.constantFrom(...places)).map(([cells, place]) => cells.map(place)),
        fc.array(anywhere, { minLength: 1, maxLength: 20 }),
      ),
      needs: fc.array(needShape, { maxLength: 6 }),
      volunteers: fc.array(volunteerShape, { maxLength: volunteers }),
    })
    .map(({ points, needs, volunteers: shapes }) => ({
      needs: needs.map((shape, index) =>
        aNeed({
          ...shape,
          id: `need-${index}`,
          point: spread(points, 3, index),
          continuity: shape.continuity === null ? null : `volunteer-${shape.continuity}`,
          excludedVolunteers: new Set(shape.excludedVolunteers.map((number) => `volunteer-${number}`)),
          excludedUnits: new Set(shape.excludedUnits),
        }),
      ),
      volunteers: shapes.map((shape, index) =>
        aVolunteer(`volunteer-${index}`, {
          ...shape,
          point: spread(points, 0, index),
          excludedNeeds: new Set(shape.excludedNeeds.map((number) => `need-${number}`)),
        }),
      ),
    }))

/** What one who looks at everybody finds. */
export const byLooking = (need: Need, volunteers: readonly Volunteer[], most: number, day: string): number[] => {
  const far = (index: number): number => chordBetween(need.point, volunteers[index]!.point)
  const eligible = [...volunteers.keys()]
    .filter((index) => isEligible(need, volunteers[index]!, day))
    .sort((a, b) => far(a) - far(b) || a - b)
  const found = eligible.slice(0, most)
  const before = volunteers.findIndex(({ id }) => id === need.continuity)
  if (!eligible.includes(before) || found.includes(before)) return found
  return [...found.slice(0, Math.max(0, most - 1)), before]
}
