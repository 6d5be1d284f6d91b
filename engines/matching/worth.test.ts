import { describe, expect, it } from 'vitest'
import { defaultWeights } from './cost.ts'
import { match } from './match.ts'
import { aNeed, aVolunteer, DAY } from './people.fixture.ts'
import type { Need, Volunteer } from './shapes.ts'
import { leftWorth, oneMore } from './worth.ts'

const { unmatched, loadStep } = defaultWeights
const run = (needs: readonly Need[], volunteers: readonly Volunteer[]) => match(needs, volunteers, { day: DAY })
const saved = (needs: readonly Need[], volunteers: readonly Volunteer[], tasks = 3) =>
  oneMore(run(needs, volunteers), [[...needs.keys()]], tasks)[0]

describe('one more volunteer', () => {
  it('saves the whole penalty where nobody is there, less for a second task', () => {
    const needs = [aNeed({ id: 'a' }), aNeed({ id: 'b' })]
    expect(saved(needs, [], 1)).toBe(unmatched)
    expect(saved(needs, [])).toBe(2 * unmatched - loadStep)
    expect(leftWorth(needs, 3, defaultWeights)).toBe(2 * unmatched - loadStep)
    expect(leftWorth(needs, 1, defaultWeights)).toBe(unmatched)
  })

  it('saves the way where somebody comes from afar, and nothing where somebody lives next door', () => {
    const afar = aVolunteer('afar', { point: { lat: 35.04, lon: 51 } })
    expect(saved([aNeed()], [afar])).toBe(44)
    expect(saved([aNeed()], [aVolunteer('near')])).toBe(0)
    expect(saved([], [])).toBe(0)
  })

  it('saves as much as the run with them costs less, for each group by itself', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const at = (k: number) => 35 + (((seed * 7919 + k * 104_729) % 1000) / 1000) * 0.08
      const needs = Array.from({ length: 6 }, (_, k) =>
        aNeed({ id: `n${k}`, kind: k < 3 ? 'company' : 'meal', point: { lat: at(k), lon: 51 }, waitingDays: k * seed, priority: k % 4 }),
      )
      const volunteers = Array.from({ length: 3 }, (_, k) =>
        aVolunteer(`v${k}`, { point: { lat: at(k + 11), lon: 51 }, kinds: ['company', 'meal'], capacityLeft: 1, load: k }),
      )
      const [company, meal] = oneMore(run(needs, volunteers), [[0, 1, 2], [3, 4, 5]], 1)
      const before = run(needs, volunteers).certificate.primal
      for (const [kind, most] of [['company', company], ['meal', meal]] as const) {
        // Wherever of these doors they live, they save no more; and at one of them, exactly so much.
        const savings = needs
          .filter((need) => need.kind === kind)
          .map(({ point }) => before - run(needs, [...volunteers, aVolunteer('more', { point, kinds: [kind], capacityLeft: 1, load: 0 })]).certificate.primal)
        expect(Math.max(...savings)).toBe(most)
      }
    }
  })
})
