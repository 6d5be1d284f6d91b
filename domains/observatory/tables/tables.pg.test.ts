import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { homes, openTestHouse, units, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { requestReceived } from '#domains/desk/facts.ts'
import { getIndicator } from '#domains/observatory/indicators/contract.ts'
import { csvRows } from '#domains/observatory/releases/read-back.ts'
import { draftRelease } from '#domains/observatory/releases/contract.ts'
import { record } from '#domains/observatory/releases/releases.fixture.ts'
import type { Fact } from '#platform/facts/index.ts'
import { newId } from '#platform/ids/index.ts'
import { getTable, listCubes } from './contract.ts'

let house: TestHouse
let anybody: Visitor

/** In minutes. It is 30 Aban: autumn is over in 32 days, and its tables go out on 25 Dey. */
const DAY = 24 * 60
const AUTUMN = 'P1405-Q3'
const JOB = 'observatory.noised-tables'

const requests = (place: string, home: number, unit: string, channel: string, urgency: string, many: number, on = '2026-10-20'): Fact[] =>
  Array.from({ length: many }, () => ({ kind: requestReceived, home, unit, place, on, subject: null, quantity: 1, dimensions: { channel, urgency }, source: newId<string>(Date.parse(on)) }) as unknown as Fact)

const told = [
  ...requests('T-1-1-1', homes.a, units.centreA, 'web', 'ordinary', 64),
  ...requests('T-1-1-1', homes.a, units.centreA, 'phone', 'soon', 31),
  ...requests('T-1-1-1', homes.a, units.centreA, 'kiosk', 'danger', 1),
  ...requests('T-2-1-1', homes.c, units.centreC, 'web', 'soon', 22),
]

const shown = async (query: Partial<Parameters<typeof anybody.send<typeof getTable>>[1]['query']> = {}) => await anybody.send(getTable, { query: { cube: 'REQUESTS', rows: 'CHANNEL', ...query } })
const numberOf = async (query: Parameters<typeof shown>[0], row: string, column?: string) => {
  const { answer } = await shown(query)
  return answer.numbers[answer.rows.codes.findIndex(({ code }) => code === row)]?.[column === undefined ? 0 : (answer.columns?.codes.findIndex(({ code }) => code === column) ?? -1)]
}

beforeAll(async () => {
  house = await openTestHouse()
  anybody = house.stranger()
  await record(house, told)
  house.clock.advance(40 * DAY)
})
afterAll(() => house.close())

describe('before its day', () => {
  it('there is no table of the quarter, and what can be built is said', async () => {
    await house.job(JOB)
    const { answer } = await anybody.send(listCubes, {})
    expect(answer.cubes.map(({ cube, edition }) => [cube, edition])).toEqual([['REQUESTS', null], ['DECISIONS', null], ['CASES', null]])
    expect(answer.provinces.map(({ code }) => code)).toEqual(['T-1', 'T-2'])
    expect(await shown()).toMatchObject({ problem: 'record.not-found' })
  })
})

describe('a table of somebody’s own', () => {
  it('comes on its day, by itself and once', async () => {
    house.clock.advance(20 * DAY)
    await house.job(JOB)
    await house.job(JOB)
    const { answer } = await anybody.send(listCubes, {})
    expect(answer.cubes[0]?.edition).toMatchObject({ number: 1, asOf: '2027-01-14', noise: { most: 10, variance: 7, hidden: 4 } })
    expect(answer.cubes[0]?.periods).toEqual(expect.arrayContaining([AUTUMN, 'P1405-M08', 'G2026-M11']))
    expect(answer.cubes[1]?.edition).toBeNull()
    expect(await house.look('select cube, number from observatory.noised_edition')).toEqual([{ cube: 'REQUESTS', number: 1 }])
  })

  it('shows every number near the true one, none of 1 to 4, and the same in every table', async () => {
    const web = await numberOf({}, 'WEB')
    expect(Math.abs((web ?? 0) - 86)).toBeLessThanOrEqual(10)
    expect(await numberOf({ rows: 'URGENCY', columns: 'CHANNEL' }, 'TOTAL', 'WEB')).toBe(web)
    expect(await numberOf({ rows: 'PERIOD', columns: 'CHANNEL', every: 'P-quarter' }, AUTUMN, 'WEB')).toBe(web)
    expect(await numberOf({ rows: 'PERIOD', columns: 'CHANNEL' }, 'P1405-M07', 'WEB')).toBe(web)
    const province = await numberOf({ rows: 'PLACE', columns: 'CHANNEL' }, 'T-2', 'WEB')
    expect(await numberOf({ rows: 'PLACE', columns: 'CHANNEL', level: 'county', place: 'T-2' }, 'T-2-1', 'WEB')).toBe(province)
    const { answer } = await shown({ rows: 'CHANNEL', columns: 'URGENCY', place: 'T-1-1' })
    for (const number of answer.numbers.flat()) expect(number === 0 || number > 4).toBe(true)
    expect(answer.numbers[answer.rows.codes.findIndex(({ code }) => code === 'MESSAGE')]).toEqual([0, 0, 0, 0, 0])
  })

  it('is refused where it is none', async () => {
    expect(await shown({ cube: 'NEEDS' })).toMatchObject({ problem: 'record.not-found' })
    for (const [query, field] of [
      [{ rows: 'KIND' }, 'rows'],
      [{ columns: 'CHANNEL' }, 'columns'],
      [{ place: 'T-1-1-1' }, 'place'],
      [{ rows: 'PLACE', level: 'county', place: 'T-1-1' }, 'level'],
      [{ period: 'P1399' }, 'period'],
      [{ rows: 'PERIOD', every: 'P-year' }, 'every'],
    ] as const)
      expect(await shown(query), field).toMatchObject({ problem: 'observatory.table-unknown', fields: [{ field: `query.${field}` }] })
  })

  it('is the same as a file, which says of each number that it has noise', async () => {
    const { answer } = await shown({ rows: 'CHANNEL', columns: 'URGENCY' })
    const csv = await house.server.inject({ url: answer.csv, headers: { 'accept-language': 'en' } })
    const [header = [], ...rows] = csvRows(csv.body)
    const at = (row: readonly string[], name: string) => row[header.indexOf(name)]
    expect(rows.map((row) => Number(at(row, 'value')))).toEqual(answer.numbers.flat())
    expect(new Set(rows.map((row) => at(row, 'noise')))).toEqual(new Set(['true']))
    const json = await house.server.inject(answer.jsonStat)
    expect(json.json()).toMatchObject({ class: 'dataset', value: answer.numbers.flat(), extension: { release: { hash: answer.edition.hash } } })
    expect(json.body).toContain('خطای تصادفی')
    const again = await house.server.inject({ url: answer.csv, headers: { 'accept-language': 'en', 'if-none-match': csv.headers.etag as string } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    expect((await house.server.inject('/api/tables/REQUESTS.csv?rows=NOTHING')).statusCode).toBe(409)
    expect((await house.server.inject('/api/tables/REQUESTS.xml?rows=CHANNEL')).statusCode).toBe(404)
  })

  it('is made of numbers that had their noise before the public door could reach them', async () => {
    const blocks = await house.look<{ numbers: number[] }>('select numbers from observatory.noised_block')
    expect(blocks.length).toBeGreaterThan(5)
    for (const number of blocks.flatMap(({ numbers }) => numbers)) expect(number === 0 || number > 4).toBe(true)
  })

  it('says the same again from the same facts, whenever it is made', async () => {
    const before = await house.look('select hash from observatory.noised_edition')
    await house.look('delete from observatory.noised_block')
    await house.look('delete from observatory.noised_edition')
    await record(house, requests('T-1-1-1', homes.a, units.centreA, 'web', 'ordinary', 5))
    house.clock.advance(DAY)
    await house.job(JOB)
    expect(await house.look('select hash from observatory.noised_edition')).toEqual(before)
  })
})

describe('exact numbers and noise', () => {
  it('never come from the same facts: a plan that would tell a cube’s facts exactly is not drafted, and a cube that is out exactly is not made', async () => {
    const shiva = await house.as('statistician')
    const { answer } = await anybody.send(getIndicator, { query: { indicator: 'requests-received' } })
    const received = answer.versions[0]?.definition
    await house.look(`insert into observatory.indicator (id, version, from_day, bridge_until, definition, reason, recorded_at, recorded_by)
      select id, '2.0.0', '1921-03-21', null, definition || $1::jsonb, 'as if', now(), 'test' from observatory.indicator where id = 'needs-recorded'`, [JSON.stringify({ numerator: received?.numerator })])
    expect(await shiva.send(draftRelease, { body: { plan: 'needs', unscheduled: { reason: { fa: 'یک دیدار دوبار شمرده شده بود.', en: 'One visit had been counted twice.' }, at: new Date(house.clock.now().getTime() + 3_600_000).toISOString() } } })).toMatchObject({
      problem: 'observatory.served-with-noise',
    })
    house.clock.advance(90 * DAY)
    await house.job(JOB)
    expect(await house.look('select number from observatory.noised_edition where cube = $1', ['REQUESTS'])).toEqual([{ number: 1 }])
  })
})
