import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange } from '#apps/testing/chain.ts'
import { openTestHouse, phoneOf, type TestHouse } from '#apps/testing/index.ts'
import { candidates, distanceKm, isEligible, type Need } from '#engines/matching/index.ts'
import { system } from '#platform/actor/index.ts'
import { inDeed } from '#platform/command/index.ts'
import { WHOLE_NATION } from '#platform/ids/index.ts'
import { gather, PAGE, type Gathered } from './gather.ts'
import { engineVolunteer } from './shapes.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const gathered = (): Promise<Gathered | undefined> =>
  inDeed(house.open.house, { ...system('matching.run', []), area: WHOLE_NATION }, 'matching.run', { wait: true }, async (scope) => {
    scope.audit(null)
    return gather(scope, PAGE)
  })

/** One need, and what it would be with each of its requirements changed. */
const variants = (need: Need, kinds: readonly string[]): readonly Need[] =>
  [
    {},
    ...kinds.map((kind) => ({ kind })),
    { sameSex: 'none' as const },
    { sameSex: 'none' as const, vetting: [] },
    { vetting: ['home'], lastDay: '2028-01-01' },
    { languages: ['az'] },
    { skills: [{ code: '2221', level: 1 }] },
    { windows: [] },
    { minutes: 10_000 },
    { excludedVolunteers: new Set<string>(), excludedUnits: new Set<string>() },
    { point: { lat: need.point.lat + 0.2, lon: need.point.lon } },
  ].map((change, index) => ({ ...need, ...change, id: `${need.id} ${index}` }))

describe('candidates of what waits', () => {
  it('are those whom the requirements let through, one volunteer after the other', async () => {
    await arrange(house, { unwanted: [{ name: null, phone: phoneOf('mehri') }] })
    const { parts, records, day } = (await gathered())!
    const volunteers = records.map(engineVolunteer)
    const needs = parts.flatMap(({ asked }) => variants(asked, [...new Set(volunteers.flatMap(({ kinds }) => kinds))]))
    const { row, col } = candidates(needs, volunteers, { perNeed: 30, day })
    const found = needs.map((_, index) => [...col.subarray(row[index], row[index + 1])])
    const eligible = needs.map((need) => {
      const km = (index: number) => distanceKm(need.point, volunteers[index]!.point)
      return [...volunteers.keys()].filter((index) => isEligible(need, volunteers[index]!, day)).sort((a, b) => km(a) - km(b) || a - b)
    })
    expect(found).toEqual(eligible)
    expect(new Set(found.map(({ length }) => length)).size).toBeGreaterThan(2)
  })
})
