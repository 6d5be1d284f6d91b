import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import pg from 'pg'
import { foldAll } from '#apps/testing/fold.ts'
import { homes, openTestHouse, units, type TestHouse } from '#apps/testing/index.ts'
import { facts as caseworkFacts, needMet } from '#domains/casework/facts.ts'
import { facts as visitFacts, minutesGiven } from '#domains/visits/facts.ts'
import { system } from '#platform/actor/index.ts'
import { inDeed } from '#platform/command/index.ts'
import type { Fact } from '#platform/facts/index.ts'
import { newId, WHOLE_NATION } from '#platform/ids/index.ts'
import { recount, type Recounting } from './recount.ts'

let house: TestHouse
let observatory: pg.Client
beforeEach(async () => {
  house = await openTestHouse()
  observatory = new pg.Client({ connectionString: house.urlOf('observatory') })
  await observatory.connect()
})
afterEach(async () => {
  await observatory.end()
  await house.close()
})

const places = [
  { place: 'T-1-1-1', home: homes.a, unit: units.centreA },
  { place: 'T-1-1-2', home: homes.b, unit: units.centreB },
  { place: 'T-2-1-1', home: homes.c, unit: units.centreC },
  { place: 'T-1', home: homes.a, unit: units.centreA },
]

const record = (facts: readonly Fact[]) =>
  inDeed(house.open.house, { ...system('test'), counts: WHOLE_NATION }, 'test.record', { wait: true }, async ({ fact, audit }) => {
    for (const each of facts) fact(each)
    audit(null)
  })

/** Some of everything: each kind, four places, three persons, two months, on time and not. */
const several = (): Fact[] =>
  [...caseworkFacts, ...visitFacts].flatMap((kind, number) =>
    places.map((place, at): Fact => ({
      kind: kind as never,
      ...place,
      on: at % 2 === 0 ? '2026-11-09' : '2026-11-20',
      subject: kind.id === minutesGiven.id ? null : `person-${(number + at) % 3}`,
      quantity: kind.id === minutesGiven.id ? 35 + at : 1,
      dimensions: Object.fromEntries(kind.dimensions.map((name) => [name, name === 'onTime' ? (at % 3 === 0 ? 'no' : 'yes') : `${name}-${at % 2}`])),
      source: newId(house.clock.now().getTime()),
    })),
  )

const again = async (more: Partial<Recounting> = {}) => {
  const lines: string[] = []
  const asking: Recounting = { level: 'town', period: 'P1405-M08', asOf: house.clock.now(), ...more }
  const verdict = await recount((line) => lines.push(line), house.open.house, observatory, house.keys, asking)
  return { ...verdict, lines }
}

const reverseOne = async () => {
  const [one] = await house.look<{ id: string; subject: string; dimensions: Record<string, string> }>(
    `select id, subject, dimensions from facts.fact where kind = $1 and place = 'T-1-1-1'`,
    [needMet.id],
  )
  const { id, subject, dimensions } = one!
  await record([{ kind: needMet, ...places[0]!, on: '2026-11-09', subject, quantity: 1, dimensions, source: newId(Date.now()), reverses: id }])
}

const splitCounty = async () => {
  await house.look(
    `insert into places.place (code, kind, parent, name_fa, name_en, search, lat, lon, home)
     values ('T-1-2', 'county', 'T-1', 'انارستان', 'Anarestan', 'x', 35, 51, 10100)`,
  )
  await house.look(`update places.place set parent = 'T-1-2' where code = 'T-1-1-2'`)
  await house.look(`insert into places.moved values ('T-1-1-2', '2026-11-15', 'T-1-1')`)
}

describe('counting again by other code', () => {
  it('gives the same numbers and roots for every indicator and place, across a new border, a reversal and an unfolded tail', async () => {
    await record(several())
    await splitCounty()
    await foldAll(house)
    await reverseOne()
    await record(several())
    for (const level of ['town', 'county', 'country'] as const) {
      const { numbers, differ, lines } = await again({ level })
      expect(lines.filter((line) => line.startsWith('DIFFERS'))).toEqual([])
      expect(differ).toBe(0)
      expect(numbers).toBeGreaterThan(level === 'country' ? 8 : 40)
    }
    const { differ, numbers } = await again({ period: 'G2026-M11' })
    expect([differ, numbers > 40]).toEqual([0, true])
  })

  it('gives them as they were known at an earlier moment', async () => {
    await record(several())
    const asOf = house.clock.now()
    const before = await again({ asOf })
    house.clock.advance(60)
    await record(several())
    expect((await again({ asOf })).lines).toEqual(before.lines)
    expect((await again()).lines).not.toEqual(before.lines)
  })

  it('says which number is wrong when a roll-up was changed', async () => {
    await record(several())
    await foldAll(house)
    const asOf = new Date(house.clock.now().getTime() + 48 * 3_600_000)
    expect((await again({ asOf })).differ).toBe(0)
    await house.look(`update facts.rollup set quantity = quantity + 1 where kind = $1 and place = 'T-2-1-1'`, [minutesGiven.id])
    const { differ, lines } = await again({ asOf })
    expect(lines.filter((line) => line.startsWith('DIFFERS')).map((line) => line.split(/\s+/).slice(1, 4))).toEqual(
      ['T', 'T-2', 'T-2-1', 'T-2-1-1'].map((place) => ['minutes-given', '1.0.0', place]),
    )
    expect(differ).toBe(4)
  })

  it('shows that one fact is under the roots of its numbers, and of no others', async () => {
    await record(several())
    const [fact] = await house.look<{ id: string }>(`select id from facts.fact where kind = $1 and place = 'T-2-1-1'`, [minutesGiven.id])
    const { lines } = await again({ fact: fact!.id })
    const included = lines.filter((line) => line.startsWith('included')).map((line) => line.split(/\s+/))
    expect(included.map(([, indicator, , place]) => [indicator, place])).toEqual(['T', 'T-2', 'T-2-1', 'T-2-1-1'].map((place) => ['minutes-given', place]))
    for (const [, , , place, root] of included)
      expect(lines.some((line) => line.startsWith('same') && line.includes(`minutes-given 1.0.0 ${place} `) && line.endsWith(root!))).toBe(true)
    expect(lines.some((line) => line.startsWith(`fact ${fact!.id}  salt `))).toBe(true)
  })

  it('refuses an indicator that nobody published', async () => {
    await expect(again({ indicator: 'nothing' })).rejects.toThrow('no indicator is called nothing')
  })
})
