import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { foldAll } from '#apps/testing/fold.ts'
import { homes, openTestHouse, people, units, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { needMet, needMetByStaff, needOpened, needWithdrawn } from '#domains/casework/facts.ts'
import { minutesGiven } from '#domains/visits/facts.ts'
import { periodOfCode } from '#engines/calendar/index.ts'
import { system, type Actor } from '#platform/actor/index.ts'
import { inDeed, type ReadScope } from '#platform/command/index.ts'
import type { Fact } from '#platform/facts/index.ts'
import { observing } from '#platform/facts/observing.ts'
import { newId, WHOLE_NATION, type HomeRange } from '#platform/ids/index.ts'
import { publishedIndicators, readCells, type CellsAsked } from '#domains/observatory/index.ts'
import { getFigures, getProof } from './contract.ts'

let house: TestHouse
let statistician: Visitor
beforeEach(async () => {
  house = await openTestHouse()
  statistician = await house.as('statistician')
})
afterEach(() => house.close())

/** In minutes. It is 30 Aban: two days later Aban is over. */
const DAY = 24 * 60

const actorOver = (counts: HomeRange): Actor => ({ ...system('test'), counts })

const met = (more: Partial<Fact> = {}): Fact => ({
  kind: needMet,
  home: homes.a,
  on: '2026-11-21',
  unit: units.centreA,
  place: 'T-1-1-1',
  subject: 'golnar',
  quantity: 1,
  dimensions: { kind: 'company', sex: 'female', ageGroup: '60+', onTime: 'yes' },
  source: newId(Date.now()),
  ...more,
})
const ofC = { home: homes.c, unit: units.centreC, place: 'T-2-1-1' } as const

const record = (...facts: Fact[]) =>
  inDeed(house.open.house, actorOver(WHOLE_NATION), 'test.record', { wait: true }, async ({ fact, audit }) => {
    for (const each of facts) fact(each)
    audit(null)
  })

const cells = (indicators: readonly string[], asked: Partial<CellsAsked> = {}, counts: HomeRange = WHOLE_NATION) =>
  inDeed(house.open.house, actorOver(counts), 'test.count', { wait: false }, async (scope) => {
    scope.audit(null)
    return await observing(scope as ReadScope, async (tx) => {
      const published = await publishedIndicators(tx)
      const versions = indicators.map((id) => published.get(id)![0]!)
      return await readCells(tx, { versions, level: 'town', periods: [periodOfCode('P1405-M08'), periodOfCode('P1405-M09')], dimensions: [], homes: counts, ...asked })
    })
  })

const numbers = async (indicator: string, asked?: Partial<CellsAsked>, counts?: HomeRange) =>
  Object.fromEntries((await cells([indicator], asked, counts)).all.map(({ place, period, dimensions, numerator }) => [[place, period, ...dimensions.map((value) => value ?? 'all')].join(' '), numerator]))

const figures = async (query: Parameters<typeof statistician.send<typeof getFigures>>[1]['query'] = {}) => {
  const { answer, problem } = await statistician.send(getFigures, { query })
  expect(problem).toBeUndefined()
  return answer
}

describe('the cube', () => {
  it('gives every place from the town to the nation, the same before and after folding', async () => {
    await record(met(), met({ place: 'T-1-1-2', home: homes.b, unit: units.centreB }), met(ofC), met({ on: '2026-11-22' }))
    const expected = {
      'T-1-1-1 P1405-M08': 1, 'T-1-1-2 P1405-M08': 1, 'T-1-1 P1405-M08': 2, 'T-1 P1405-M08': 2,
      'T-2-1-1 P1405-M08': 1, 'T-2-1 P1405-M08': 1, 'T-2 P1405-M08': 1, 'T P1405-M08': 3,
      'T-1-1-1 P1405-M09': 1, 'T-1-1 P1405-M09': 1, 'T-1 P1405-M09': 1, 'T P1405-M09': 1,
    }
    expect(await numbers('needs-met-on-time')).toEqual(expected)
    await foldAll(house)
    expect(await numbers('needs-met-on-time')).toEqual(expected)
  })

  it('tells apart by dimensions, with every margin', async () => {
    await record(met(), met({ dimensions: { ...met().dimensions, sex: 'male' } }), met({ dimensions: { ...met().dimensions, sex: 'male', onTime: 'no' } }))
    const asked = { level: 'country', dimensions: ['sex'], periods: [periodOfCode('P1405-M08')] } as const
    expect(await numbers('needs-met-on-time', asked)).toEqual({ 'T P1405-M08 female': 1, 'T P1405-M08 male': 1, 'T P1405-M08 all': 2 })
    expect(await numbers('needs-met', asked)).toEqual({ 'T P1405-M08 female': 1, 'T P1405-M08 male': 2, 'T P1405-M08 all': 3 })
    await expect(cells(['needs-met'], { dimensions: ['channel'] })).rejects.toThrow('cannot be told apart by channel')
  })

  it('comes to the same by either calendar, to the day', async () => {
    // 21 and 22 November 2026 are 30 Aban and 1 Azar 1405.
    await record(met(), met({ on: '2026-11-22' }), met({ on: '2026-12-21' }), met({ on: '2026-12-22' }))
    const of = async (...codes: string[]) =>
      (await cells(['needs-met'], { level: 'country', periods: codes.map(periodOfCode) })).all.map(({ period, numerator }) => [period, numerator])
    expect(await of('P1405-M08', 'P1405-M09', 'P1405-M10', 'G2026-M11', 'G2026-M12')).toEqual([
      ['P1405-M08', 1], ['P1405-M09', 2], ['P1405-M10', 1], ['G2026-M11', 2], ['G2026-M12', 2],
    ])
  })

  it('divides a share anew at each place, and never adds it', async () => {
    await record(met(), met({ dimensions: { ...met().dimensions, onTime: 'no' } }), met(ofC))
    const { all } = await cells(['needs-met-on-time-share'], { periods: [periodOfCode('P1405-M08')] })
    const of = (code: string) => all.filter(({ place }) => place === code).map(({ numerator, denominator, facts }) => [numerator, denominator, facts])
    expect(of('T-1')).toEqual([[1, 2, 2]])
    expect(of('T')).toEqual([[2, 3, 3]])
  })

  it('counts what waits as a stock: recorded, and not ended in any way', async () => {
    const who = { kind: 'company', sex: 'female', ageGroup: '60+' }
    const opened = met({ kind: needOpened, on: '2026-10-01', dimensions: who })
    await record(opened, opened, opened, { ...opened, on: '2026-11-22' })
    await record(met(), met({ kind: needMetByStaff, on: '2026-11-22' }), met({ kind: needWithdrawn, on: '2026-11-22', dimensions: who }))
    expect(await numbers('needs-waiting', { level: 'country' })).toEqual({ 'T P1405-M08': 2, 'T P1405-M09': 1 })
  })

  it('keeps a fact of a large place, or of one that nobody knows, so that the children make the parent', async () => {
    await record(met(), met({ place: 'T-1' }), met({ place: 'gone' }))
    const { all, finest } = await cells(['needs-met'], { periods: [periodOfCode('P1405-M08')] })
    expect(finest.map(({ place }) => place).sort()).toEqual(['T*', 'T-1*', 'T-1-1-1'])
    expect(finest.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(all.find(({ place }) => place === 'T')!.numerator)
    expect((await numbers('persons-helped', { periods: [periodOfCode('P1405-M08')] }))['T P1405-M08']).toBe(1)
  })

  it('counts nothing beyond the range of whoever asks, whatever they ask for', async () => {
    await record(met(), met(ofC))
    await foldAll(house)
    const range = { from: homes.c, to: homes.c }
    const one = { level: 'country', periods: [periodOfCode('P1405-M08')] } as const
    expect(await numbers('needs-met', { ...one, homes: WHOLE_NATION }, range)).toEqual({ 'T P1405-M08': 1 })
    expect(await numbers('persons-helped', { ...one, homes: WHOLE_NATION }, range)).toEqual({ 'T P1405-M08': 1 })
  })
})

describe('persons', () => {
  it('are counted once each, and what places have in common is said', async () => {
    await record(met(), met(), met({ subject: 'rahim' }), met({ ...ofC }), met({ kind: needMetByStaff, subject: 'anahid' }))
    expect(await numbers('persons-helped', { periods: [periodOfCode('P1405-M08')], level: 'province' })).toEqual({ 'T-1 P1405-M08': 3, 'T-2 P1405-M08': 1, 'T P1405-M08': 3 })
    house.clock.advance(2 * DAY)
    const { places } = await figures({ indicator: 'persons-helped' })
    expect(places).toMatchObject({ period: 'P1405-M08', overlap: 1 })
  })

  it('are not there when all that was counted of them is taken back', async () => {
    await record(met())
    const [{ id }] = (await house.look('select id from facts.fact')) as [{ id: string }]
    await record(met({ reverses: id, on: '2026-11-21' }))
    expect(await numbers('persons-helped')).toEqual({})
    expect(await numbers('needs-met')).toEqual({})
  })

  it('stand behind a cell as contributors, with the two who gave most, and the centre that is alone', async () => {
    await record(met(), met(), met({ subject: 'rahim' }), met({ ...ofC, subject: 'anahid' }), met({ kind: minutesGiven, quantity: 40, subject: null, dimensions: { kind: 'company' } }))
    const { all } = await cells(['needs-met', 'minutes-given'], { contributors: true, level: 'country', periods: [periodOfCode('P1405-M08')] })
    expect(all.map(({ indicator, contributors }) => [indicator, contributors])).toEqual([
      ['needs-met', { numerator: { persons: 3, units: 2, largest: [2, 1], alone: null, aloneUnit: null }, denominator: null }],
      ['minutes-given', { numerator: { persons: null, units: 1, largest: [], alone: null, aloneUnit: units.centreA }, denominator: null }],
    ])
  })
})

describe('as of a moment', () => {
  it('gives the number as it was known then, from roll-ups and facts alike', async () => {
    const moments: Date[] = []
    const step = async (hours: number, ...facts: Fact[]) => {
      await record(...facts)
      moments.push(house.clock.now())
      house.clock.advance(hours * 60)
    }
    await step(1, met())
    await step(30, met(), met())
    const [{ id }] = (await house.look('select id from facts.fact order by id limit 1')) as [{ id: string }]
    // Late: it happened in Aban and is recorded in Azar.
    await step(30, met({ on: '2026-11-01' }), met({ reverses: id }))
    await step(1, met())
    const known = async () =>
      await Promise.all(moments.map(async (asOf) => (await numbers('needs-met', { asOf, level: 'country' }))['T P1405-M08']))
    expect(await known()).toEqual([1, 3, 3, 4])
    await foldAll(house)
    expect(await known()).toEqual([1, 3, 3, 4])
    expect(await numbers('persons-helped', { asOf: new Date(moments[0]!.getTime() - 1), level: 'country' })).toEqual({})
    expect(await numbers('needs-met', { asOf: new Date(moments[0]!.getTime() - 1), level: 'country' })).toEqual({})
  })
})

describe('a county that is split', () => {
  const split = async () => {
    const day = '2026-11-10'
    await house.look(
      `insert into places.place (code, kind, parent, name_fa, name_en, search, lat, lon, home, valid_from)
       values ('T-1-2', 'county', 'T-1', 'انارستان', 'Anarestan', 'x', 35, 51, 10100, $1)`,
      [day],
    )
    await house.look(`update places.place set parent = 'T-1-2' where code = 'T-1-1-2'`)
    await house.look(`insert into places.moved values ('T-1-1-2', $1, 'T-1-1')`, [day])
    await house.look(`insert into places.came_from values ('T-1-2', 'T-1-1', $1, 'split')`, [day])
  }

  it('leaves what happened before with the county it was then, and the province unchanged', async () => {
    const there = { place: 'T-1-1-2', home: homes.b, unit: units.centreB }
    await record(met({ ...there, on: '2026-11-09' }), met({ ...there, on: '2026-11-10' }), met({ ...there, on: '2026-11-11' }))
    const before = await numbers('needs-met', { level: 'county' })
    expect(before).toMatchObject({ 'T-1-1 P1405-M08': 3, 'T-1 P1405-M08': 3 })
    await split()
    const after = await numbers('needs-met', { level: 'county' })
    expect(after).toMatchObject({ 'T-1-1 P1405-M08': 1, 'T-1-2 P1405-M08': 2, 'T-1 P1405-M08': 3, 'T P1405-M08': 3 })
    await foldAll(house)
    expect(await numbers('needs-met', { level: 'county' })).toEqual(after)
    expect((await numbers('persons-helped', { level: 'county' }))['T-1-2 P1405-M08']).toBe(1)
  })

  it('draws its line over the area that is the same before and after', async () => {
    const there = { place: 'T-1-1-2', home: homes.b, unit: units.centreB }
    await record(met({ on: '2026-11-01' }), met({ ...there, on: '2026-11-01' }), met({ ...there, on: '2026-11-21' }))
    await split()
    house.clock.advance(2 * DAY)
    const { comparable, periods } = await figures({ indicator: 'needs-met', place: 'T-1-2', periods: 2 })
    expect(comparable.map(({ nameEn }) => nameEn)).toEqual(['Firuzedasht', 'Anarestan'])
    expect(periods.map(({ period, figures: [one] }) => [period, one?.figure.numerator])).toEqual([['P1405-M08', 3], ['P1405-M09', 0]])
    const { comparable: none } = await figures({ indicator: 'needs-met', place: 'T-2-1', periods: 2 })
    expect(none).toEqual([])
  })
})

describe('figures', () => {
  it('come with who reported, who is missing and who was late', async () => {
    await record(met())
    house.clock.advance(30 * DAY)
    await record(met({ ...ofC, on: '2026-11-01' }))
    const { periods, places } = await figures({ indicator: 'needs-met', periods: 4 })
    const aban = periods.find(({ period }) => period === 'P1405-M08')!
    expect(aban).toMatchObject({ running: false, completeness: { expected: 3, reported: 2, late: 1, complete: false } })
    expect(periods.at(-1)).toMatchObject({ running: true, completeness: { expected: 3, reported: 0, late: 0, complete: null } })
    expect(places.figures.map(({ place, figure, completeness }) => [place.code, figure.numerator, completeness.expected, completeness.late])).toEqual([
      ['T-1', 1, 2, 0],
      ['T-2', 1, 1, 1],
    ])
  })

  it('are told apart by a dimension of the indicator, and by no other', async () => {
    await record(met({ on: '2026-10-10' }), met({ on: '2026-10-10', dimensions: { ...met().dimensions, kind: 'repair' } }), met({ on: '2026-10-10' }))
    const { groups } = await figures({ by: 'kind' })
    expect(groups?.figures.map(({ value, figure }) => [value, figure.numerator])).toEqual([['company', 2], ['repair', 1]])
    expect(await statistician.send(getFigures, { query: { by: 'channel' } })).toMatchObject({ problem: 'observatory.dimension-unknown' })
  })

  it('are not given for periods shorter than the definition, unknown places or indicators', async () => {
    expect(await statistician.send(getFigures, { query: { every: 'week' } })).toMatchObject({ problem: 'observatory.period-too-short' })
    expect(await statistician.send(getFigures, { query: { place: 'nowhere' } })).toMatchObject({ problem: 'observatory.place-unknown' })
    expect(await statistician.send(getFigures, { query: { indicator: 'nothing' } })).toMatchObject({ problem: 'observatory.indicator-unknown' })
  })

  it('are for the statistician: to everybody else they are not there', async () => {
    for (const name of Object.keys(people) as (keyof typeof people)[]) {
      if (people[name].role === 'statistician') continue
      const visitor = await house.as(name)
      expect(await visitor.send(getFigures, { query: {} }), name).toMatchObject({ status: 404, problem: 'record.not-found' })
      expect(await visitor.send(getProof, { query: {} }), name).toMatchObject({ status: 404, problem: 'record.not-found' })
    }
    expect(await house.stranger().send(getFigures, { query: {} })).toMatchObject({ problem: 'sign-in.required' })
  })
})

describe('the root of a number', () => {
  const root = async (query: Parameters<typeof statistician.send<typeof getProof>>[1]['query']) => (await statistician.send(getProof, { query })).answer

  it('commits to the very facts that make it: one more, one other, another root', async () => {
    await record(met(), met({ dimensions: { ...met().dimensions, onTime: 'no' } }))
    const asked = { indicator: 'needs-met', period: 'P1405-M08' }
    const first = await root(asked)
    expect(first).toMatchObject({ figure: { numerator: 2, denominator: null }, facts: 2 })
    expect(first.root).toMatch(/^[0-9a-f]{64}$/)
    expect((await root(asked)).root).toBe(first.root)
    expect((await root({ ...asked, indicator: 'needs-met-on-time' })).root).not.toBe(first.root)
    const then = house.clock.now()
    house.clock.advance(60)
    await record(met())
    expect((await root(asked)).root).not.toBe(first.root)
    expect((await root({ ...asked, asOf: then.toISOString() })).root).toBe(first.root)
    await house.look(`update facts.fact set quantity = 7 where dimensions ->> 'onTime' = 'no'`)
    expect((await root({ ...asked, asOf: then.toISOString() })).root).not.toBe(first.root)
  })

  it('is salted: who knows a fact but not the key cannot find its leaf', async () => {
    await record(met())
    const { createHash } = await import('node:crypto')
    const { root: only } = await root({ indicator: 'needs-met', period: 'P1405-M08' })
    const [fact] = (await house.look('select * from facts.fact')) as [Record<string, unknown>]
    for (const guess of [String(fact['id']), JSON.stringify(fact)])
      expect(createHash('sha256').update('\0').update(guess).digest('hex')).not.toBe(only)
  })
})
