import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultWeights } from './cost.ts'
import { formPairs, type PairAsked, type Related } from './pairs.ts'
import { aNeed, aVolunteer, DAY, north } from './people.fixture.ts'
import type { Volunteer } from './shapes.ts'

const asked = (known: readonly string[] = [], need = aNeed()): PairAsked => ({ need, known: new Set(known) })
const nobodyRelated: Related = () => false
const families = (...groups: readonly (readonly string[])[]): Related => (one, other) =>
  groups.some((group) => group.includes(one.id) && group.includes(other.id))
const form = (needs: readonly PairAsked[], volunteers: readonly Volunteer[], related = nobodyRelated) =>
  formPairs(needs, volunteers, related, { day: DAY, weights: defaultWeights })
const namesOf = (formed: ReturnType<typeof form>) =>
  formed.found.map((one) => (one.first === null ? null : [one.first.volunteer, one.second?.volunteer ?? null]))

const three = [
  aVolunteer('mehri', { point: north(1) }),
  aVolunteer('narges', { point: north(2) }),
  aVolunteer('shirin', { point: north(5) }),
]

describe('two volunteers for a need', () => {
  it('are the cheapest two, each with their own cost; the need’s wait counts once', () => {
    const formed = form([asked([], aNeed({ waitingDays: 10 }))], three)
    expect(formed.found[0]).toEqual({
      first: { volunteer: 'mehri', terms: { travel: 10, waiting: -50, priority: 0, continuity: 0, preferences: 0 }, load: 0, total: -40 },
      second: { volunteer: 'narges', terms: { travel: 20, waiting: 0, priority: 0, continuity: 0, preferences: 0 }, load: 0, total: 20 },
      runnersUp: [expect.objectContaining({ volunteer: 'shirin', difference: 30, lacks: [] })],
    })
    expect(formed).toMatchObject({ primal: -20, dual: -20 })
  })

  it('are never related, and a relative is not spoken of', () => {
    const formed = form([asked()], three, families(['mehri', 'narges']))
    expect(namesOf(formed)).toEqual([['mehri', 'shirin']])
    expect(JSON.stringify(formed)).not.toContain('narges')
  })

  it('may be one who is known to the person, however far', () => {
    expect(namesOf(form([asked(['shirin'])], three))).toEqual([['shirin', null]])
  })

  it('are left to the need that waited longest', () => {
    const [mehri, narges] = three as [Volunteer, Volunteer]
    const formed = form([asked([], aNeed({ id: 'new' })), asked([], aNeed({ id: 'old', waitingDays: 30 }))], [mehri, narges])
    expect(namesOf(formed)).toEqual([null, ['mehri', 'narges']])
    expect(formed.primal).toBeGreaterThan(formed.dual)
  })

  it('where one fits and nobody could come along, say what keeps the others away', () => {
    const [mehri] = three as [Volunteer]
    const far = aVolunteer('far', { point: north(14) })
    expect(form([asked()], [mehri, far]).found).toEqual([
      { first: null, short: true, relax: { requirements: ['travel'], candidates: 1 } },
    ])
    // Only a relative could come along if their way were longer: nothing to relax.
    expect(form([asked()], [mehri, far], families(['mehri', 'far'])).found).toEqual([{ first: null, short: true, relax: null }])
    expect(form([asked()], [far]).found).toEqual([
      { first: null, short: false, relax: { requirements: ['travel'], candidates: 1 } },
    ])
  })

  it('are the cheapest allowed pair, above no capacity and never below the bound, whoever is related', () => {
    const volunteer = fc.record({ km: fc.integer({ min: 0, max: 9 }), load: fc.integer({ min: 0, max: 3 }), family: fc.integer({ min: 0, max: 2 }) })
    fc.assert(
      fc.property(fc.array(volunteer, { maxLength: 7 }), fc.integer({ min: 1, max: 3 }), (people, count) => {
        const volunteers = people.map(({ km, load }, at) => aVolunteer(String(at), { point: north(km), load, capacityLeft: 2 }))
        const related: Related = (one, other) => people[Number(one.id)]!.family === people[Number(other.id)]!.family
        const formed = form(Array.from({ length: count }, (_, at) => asked([], aNeed({ id: String(at) }))), volunteers, related)
        expect(formed.primal).toBeGreaterThanOrEqual(formed.dual)
        for (const given of formed.given) expect(given).toBeLessThanOrEqual(2)
        for (const one of formed.found)
          if (one.first !== null && one.second !== null) {
            expect(one.second.volunteer).not.toBe(one.first.volunteer)
            expect(people[Number(one.first.volunteer)]!.family).not.toBe(people[Number(one.second.volunteer)]!.family)
          }
        const price = (at: number) => Math.round(people[at]!.km * 10) + 8 * people[at]!.load ** 2
        const all = [...volunteers.keys()].flatMap((a) => [...volunteers.keys()].filter((b) => b > a && people[a]!.family !== people[b]!.family).map((b) => price(a) + price(b)))
        const [one] = formed.found
        const own = one!.first === null ? Infinity : one!.first.total + one!.second!.total
        expect(own).toBe(all.length === 0 ? Infinity : Math.min(...all))
      }),
    )
  })
})
