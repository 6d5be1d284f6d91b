import sdmx from 'sdmx-rest'
import { SDMXParser } from 'sdmx-json-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '#apps/testing/index.ts'
import { draftRelease, getRelease, signRelease } from '#domains/observatory/releases/contract.ts'
import { csvRows } from '#domains/observatory/releases/read-back.ts'
import { autumn, factsOf, record } from '#domains/observatory/releases/releases.fixture.ts'
import { DATA_CSV, DATA_JSON, STRUCTURE_JSON } from './negotiate.ts'

/* Programs of other people's making, over HTTP: they know the standard and not us. */

let house: TestHouse
let url: string

/** In minutes. */
const DAY = 24 * 60

beforeAll(async () => {
  house = await openTestHouse()
  const [shiva, kian] = [await house.as('statistician'), await house.as('otherStatistician')]
  await record(house, factsOf(autumn))
  house.clock.advance(40 * DAY)
  const { release } = (await shiva.send(draftRelease, { body: { plan: 'needs' } })).answer
  await house.jobs()
  const { revision } = (await shiva.send(getRelease, { params: { release } })).answer
  await kian.send(signRelease, { params: { release }, body: { revision } })
  house.clock.advance(30 * DAY)
  url = `${await house.server.listen({ port: 0, host: '127.0.0.1' })}/api/sdmx`
})
afterAll(() => house.close())

const service = () => sdmx.getService({ url, api: 'v2.0.0' })
const needsMet = { context: 'dataflow=HAMYAR:NEEDS(1.0.0)', key: '*', filters: 'INDICATOR=needs-met' }

describe('sdmx-rest, a client of the SDMX REST API', () => {
  it('finds the structure by the address that it makes itself', async () => {
    const query = sdmx.getMetadataQuery({ resource: 'dataflow', agency: 'HAMYAR', id: 'NEEDS', version: '1.0.0', references: 'descendants' })
    const reply = await sdmx.request2(query, service(), { headers: { accept: STRUCTURE_JSON } })
    expect(reply.status).toBe(200)
    const { data } = (await reply.json()) as { data: { dataflows: { id: string }[]; codelists: { id: string; codes: { id: string }[] }[] } }
    expect(data.dataflows.map(({ id }) => id)).toEqual(['NEEDS'])
    expect(data.codelists.flatMap(({ codes }) => codes.map(({ id }) => id))).toEqual(expect.arrayContaining(['needs-met', 'T-1', 'clinic', 'P1405-Q3']))
  })

  it('reads data with its own parameters', async () => {
    const reply = await sdmx.request2(sdmx.getDataQuery2(needsMet), service(), { headers: { accept: DATA_CSV } })
    expect(reply.status).toBe(200)
    const [header = [], ...rows] = csvRows(await reply.text())
    const at = (row: readonly string[], name: string) => row[header.indexOf(name)]
    expect(new Set(rows.map((row) => at(row, 'INDICATOR')))).toEqual(new Set(['needs-met']))
    const nation = rows.find((row) => at(row, 'REF_AREA') === 'T' && at(row, 'KIND') === 'TOTAL' && at(row, 'PERIOD') === 'P1405-Q3') ?? []
    expect([at(nation, 'OBS_VALUE'), at(nation, 'TIME_PERIOD')]).toEqual(['128', '2026-09-23/P90D'])
  })
})

describe('sdmx-json-parser, a reader of SDMX-JSON', () => {
  it('finds every number in its place, and none where it is not told', async () => {
    const parser = new SDMXParser()
    // It would add a parameter of another service's own; what stands behind # never leaves.
    await parser.getDatasets(`${sdmx.getUrl(sdmx.getDataQuery2(needsMet), service())}&dimensionAtObservation=AllDimensions#format=jsondata`, { headers: { accept: DATA_JSON, 'accept-language': 'en' } })
    expect(parser.getName()).toBe('Needs: recorded, met and met on time')
    expect(parser.getDimensions().map(({ id }) => id)).toEqual(expect.arrayContaining(['INDICATOR', 'REF_AREA', 'KIND', 'PERIOD', 'TIME_PERIOD']))
    const autumnOf = (place: string, kind: string) => parser.getData({ PERIOD: ['Third quarter of 1405'], KIND: [kind] }).filter(({ REF_AREA }) => REF_AREA === place)
    expect(autumnOf('Sample Land', 'Small repairs at home')).toMatchObject([{ value: 21, CONF_STATUS: 'Free for publication' }])
    expect(autumnOf('Sample Land', 'All')).toMatchObject([{ value: 128 }])
    expect(autumnOf('Province One', 'Small repairs at home')).toMatchObject([{ value: null, CONF_STATUS: 'Hidden' }])
  })
})
