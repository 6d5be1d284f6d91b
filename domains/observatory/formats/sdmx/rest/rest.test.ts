import { beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { handClock } from '#platform/clock/index.ts'
import { createServer, type ServerParts } from '#platform/http/index.ts'
import { addDocuments } from '#platform/http/documents.ts'
import { problemSentences } from '#platform/http/say-problem.ts'
import { createLog } from '#platform/log/index.ts'
import { datasetOf } from '#domains/observatory/formats/check.ts'
import { needsMet, needsMetParts } from '#domains/observatory/formats/dataset.fixture.ts'
import { faultsUnder, published } from '#domains/observatory/formats/published.fixture.ts'
import { cellsOf, fromSdmxJson, recordsOf } from '#domains/observatory/formats/read-back.fixture.ts'
import { answerSdmx } from './answer.ts'
import { SDMX_PROBLEMS } from './refusal.ts'
import type { DatasetRegistry } from './registry.ts'
import { problems } from './words.ts'

const earlier = () => {
  const parts = needsMetParts()
  const release = { number: 1, hash: 'cd'.repeat(32), asOf: parts.release.asOf, releasedAt: '2024-05-25T06:30:00Z' }
  return datasetOf({ ...parts, release, observations: parts.observations.slice(0, 3) })
}
const nurseries = () => datasetOf({ ...needsMetParts(), id: 'NURSERIES' })

/** Two datasets, one of them in two vintages. */
const registry: DatasetRegistry = {
  listDatasets: async () => ['NEEDS_MET', 'NURSERIES'].map((id) => ({ agency: 'HAMYAR', id, version: '1.0.0' })),
  findDataset: async ({ id }, asOf) => {
    const vintages = id === 'NEEDS_MET' ? [needsMet(), earlier()] : [nurseries()]
    return vintages.find(({ release }) => asOf === undefined || release.releasedAt <= asOf)
  },
}

// No operation is asked here, so nobody opens the house.
const parts: ServerParts = {
  house: {} as ServerParts['house'],
  routes: [],
  actorOf: async () => { throw new Error('a public document asked who is there') },
  problemWords: problemSentences([problems]),
  log: createLog('silent'),
  secure: true,
  development: false,
  behindProxy: false,
}

let server: FastifyInstance
beforeAll(async () => {
  server = await createServer(parts)
  addDocuments(server, handClock('2026-11-26T00:00:00Z'), [
    { path: '/api/sdmx', limit: { calls: 10_000, minutes: 1 }, answer: (request) => answerSdmx(registry, request) },
    { path: '/api/few', limit: { calls: 2, minutes: 1 }, answer: (request) => answerSdmx(registry, request) },
  ])
})

const get = async (path: string, headers: Record<string, string> = {}) => await server.inject({ method: 'GET', url: `/api/sdmx/${path}`, headers })
const FLOW = 'data/dataflow/HAMYAR/NEEDS_MET/1.0.0'
const csv = async (path: string) => recordsOf((await get(path, { accept: 'text/csv' })).body)
const keys = async (path: string) => (await csv(path)).map((row) => `${row['REF_AREA']}.${row['SEX']}.${row['PERIOD']}`)

describe('data over HTTP', () => {
  it('come whole, valid, and as they were written', async () => {
    const { statusCode, headers, body } = await get(FLOW)
    expect([statusCode, headers['content-type'], headers['content-language'], headers['vary']]).toEqual([
      200, 'application/vnd.sdmx.data+json;version=2.1.0', 'fa, en', 'Accept, Accept-Language',
    ])
    expect(fromSdmxJson(needsMet(), body)).toEqual(cellsOf(needsMet()))
    expect(faultsUnder('statistics/sdmx/sdmx-json-data-schema.json', JSON.parse(body)) ?? []).toEqual([])
  })

  it('are chosen by key, with any code for a star and for what is left out at the end', async () => {
    expect(await keys(`${FLOW}/P_M.NEEDS_MET.00`)).toEqual(['00.F.P1403-M01', '00.M.P1403-M01'])
    expect(await keys(`${FLOW}/*.NEEDS_MET.03.F.*`)).toEqual(['03.F.P1403', '03.F.P1403-M01', '03.F.G2024-M04'])
    expect(await keys(`${FLOW}/P_A.NEEDS_MET.03.M,P_A.NEEDS_MET.00.M`)).toEqual(['00.M.P1403', '03.M.P1403'])
  })

  it('are chosen by components, with "or", "and" and comparisons', async () => {
    expect(await keys(`${FLOW}?c[CONF_STATUS]=C`)).toEqual(['03.F.P1403-M01', '03.M.P1403-M01'])
    expect(await keys(`${FLOW}?c[TREATMENT]=NOISE`)).toEqual(['03.F.G2024-M04'])
    expect(await keys(`${FLOW}?c[REF_AREA]=00&c[SEX]=ne:M&c[INDICATOR]=NEEDS_MET`)).toEqual(['00.F.P1403', '00.F.P1403-M01', '00.F.G2024-M04'])
    expect(await keys(`${FLOW}?c[OBS_VALUE]=ge:900+lt:1000,101`)).toEqual(['00.F.G2024-M04', '00.M.P1403'])
    expect(await keys(`${FLOW}/*.NEEDS_MET.0301?c%5BREF_AREA%5D=sw:03%2Bew:01`)).toEqual(['0301.F.P1403-M01', '0301.M.P1403-M01'])
  })

  it('are found by time in either calendar', async () => {
    const of = async (time: string) => await keys(`${FLOW}/*.NEEDS_MET.00.F?c[TIME_PERIOD]=${time}`)
    expect(await of('ge:2024-03+le:2024-05')).toEqual(['00.F.P1403-M01', '00.F.G2024-M04'])
    expect(await of('2024-03-20/P31D')).toEqual(['00.F.P1403-M01'])
    expect(await of('2024-04')).toEqual(['00.F.G2024-M04'])
    expect(await of('gt:2024-03-31')).toEqual(['00.F.G2024-M04'])
    expect(await keys(`${FLOW}/*.NEEDS_MET.00.F?c[PERIOD]=le:P1403-M01`)).toEqual(['00.F.P1403-M01'])
  })

  it('never find a hidden cell by a number, nor by its absence', async () => {
    for (const terms of ['ge:0,lt:0', 'ne:7', 'eq:0,ne:0'])
      expect((await csv(`${FLOW}?c[OBS_VALUE]=${terms}`)).filter((row) => row['CONF_STATUS'] === 'C')).toEqual([])
  })

  it('are cut to the first or last of each series, and to a page', async () => {
    const dataset = `${FLOW}/*.NEEDS_MET.00.F`
    expect(await keys(`${dataset}?firstNObservations=1&dimensionAtObservation=FREQ`)).toEqual(['00.F.P1403', '00.F.P1403-M01', '00.F.G2024-M04'])
    expect(await keys(`${FLOW}/P_M.NEEDS_MET?lastNObservations=1&dimensionAtObservation=SEX`)).toEqual(['00.M.P1403-M01', '03.M.P1403-M01', '0301.M.P1403-M01'])
    expect(await keys(`${dataset}?offset=1&limit=1`)).toEqual(['00.F.P1403-M01'])
  })

  it('leave out attributes and measures that are not wanted', async () => {
    const [row] = await csv(`${FLOW}?attributes=CONF_STATUS,series&measures=none`)
    expect(Object.keys(row!).slice(9)).toEqual(['CONF_STATUS', 'UNIT_MEASURE', 'DECIMALS'])
    expect(row!['ACTION']).toBe('M')
    const bare = await get(`${FLOW}?attributes=none&measures=none&dimensionAtObservation=AllDimensions`)
    expect(Object.values((JSON.parse(bare.body) as { data: { dataSets: { observations: object }[] } }).data.dataSets[0]!.observations)[0]).toEqual([])
  })

  it('are those of the vintage that was out on a day', async () => {
    expect(await csv(`${FLOW}?asOf=2024-05-26`)).toHaveLength(3)
    expect(await csv(`${FLOW}?asOf=2024-06-01T06:30:00Z`)).toHaveLength(16)
    expect(await csv(`${FLOW}?asOf=2024-06-01T09:59:59%2B03:30`)).toHaveLength(3)
    expect((await get(`${FLOW}?asOf=2024-01-01`)).statusCode).toBe(404)
  })

  it('are an empty answer where nothing fits, and another where there is no such dataset', async () => {
    const nothing = await get(`${FLOW}/P_W`)
    expect([nothing.statusCode, nothing.body]).toEqual([204, ''])
    const nowhere = await get('data/dataflow/HAMYAR/OTHER')
    expect([nowhere.statusCode, nowhere.json<object>()]).toMatchObject([404, { code: 'sdmx.not-found', details: { sdmx: 100 } }])
  })

  it('are found by the data structure too', async () => {
    expect(await csv('data/datastructure/HAMYAR/DSD_NEEDS_MET')).toHaveLength(16)
    expect((await get('data/dataflow/HAMYAR/DSD_NEEDS_MET')).statusCode).toBe(404)
  })
})

describe('structures over HTTP', () => {
  const lists = async (path: string) => {
    const { body, statusCode } = await get(path)
    if (statusCode !== 200) return statusCode
    const message = JSON.parse(body) as { data: Record<string, { id: string }[]> }
    expect(faultsUnder('statistics/sdmx/sdmx-json-structure-schema.json', message) ?? []).toEqual([])
    return Object.fromEntries(Object.entries(message.data).map(([list, items]) => [list, items.map(({ id }) => id)]))
  }

  it('list what there is', async () => {
    expect(await lists('structure/dataflow')).toEqual({ dataflows: ['NEEDS_MET', 'NURSERIES'] })
    expect(await lists('structure/codelist/HAMYAR/CL_NEEDS_MET_SEX')).toEqual({ codelists: ['CL_NEEDS_MET_SEX'] })
  })

  it('bring what they refer to, as far as was asked', async () => {
    const named = async (references: string) => Object.keys((await lists(`structure/dataflow/HAMYAR/NEEDS_MET/+?references=${references}`)) as object)
    expect(await named('none')).toEqual(['dataflows'])
    expect(await named('children')).toEqual(['dataflows', 'dataStructures'])
    expect(await named('descendants')).toEqual(['dataflows', 'dataStructures', 'conceptSchemes', 'codelists'])
    expect(await named('codelist,process')).toEqual(['dataflows', 'codelists'])
    expect(await lists('structure/conceptscheme/HAMYAR/CS_NURSERIES?references=parents')).toEqual({ dataStructures: ['DSD_NURSERIES'], conceptSchemes: ['CS_NURSERIES'] })
  })

  it('are not there where nobody has them', async () => {
    expect(await lists('structure/categoryscheme')).toBe(404)
    expect(await lists('structure/dataflow/OTHER')).toBe(404)
    expect(await lists('structure/dataflow/HAMYAR/NEEDS_MET/9.0.0')).toBe(404)
  })
})

describe('the form of an answer', () => {
  const typeFor = async (accept: string) => {
    const { statusCode, headers } = await get(FLOW, { accept })
    return statusCode === 200 ? headers['content-type'] : statusCode
  }

  it('is the one that is wanted most', async () => {
    expect(await typeFor('application/vnd.sdmx.data+csv;version=2.1.0;q=0.5, application/vnd.sdmx.data+json;version=2.1.0;q=0.4')).toMatch(/csv/)
    expect(await typeFor('application/vnd.sdmx.data+csv; version=2.1.0; labels=both; keys=series')).toBe('application/vnd.sdmx.data+csv;version=2.1.0;labels=both;keys=series')
    expect(await typeFor('application/vnd.sdmx.data+xml;version=3.1.0, */*;q=0.1')).toMatch(/json/)
    expect(await typeFor('application/json')).toMatch(/json/)
  })

  it('follows SDMX’s versions', async () => {
    for (const version of ['2.1.0', '2.1', '2+.0.0', '2.0+.0', '2.1.0+', '1+.0.0']) expect(await typeFor(`application/vnd.sdmx.data+json;version=${version}`)).toMatch(/json/)
    for (const version of ['2.0.0', '1.0.0', '3+.0.0', '2.2+.0', 'x', '2.1.0.0']) expect(await typeFor(`application/vnd.sdmx.data+json;version=${version}`)).toBe(406)
  })

  it('is refused with what there is instead', async () => {
    for (const accept of ['application/vnd.sdmx.data+xml;version=3.1.0', 'application/vnd.sdmx.data+csv;timeFormat=normalized', 'text/csv;labels=long', 'text/csv;q=0'])
      expect(await typeFor(accept)).toBe(406)
    const { headers, body } = await get('structure/dataflow', { accept: 'text/csv', 'accept-language': 'en' })
    expect(headers['content-type']).toMatch('application/problem+json')
    expect(JSON.parse(body)).toMatchObject({ code: 'sdmx.not-acceptable', title: expect.stringContaining('application/vnd.sdmx.structure+json;version=2.1.0') as string })
  })

  it('speaks the language that is wanted', async () => {
    const name = async (language: string) =>
      (JSON.parse((await get(FLOW, { 'accept-language': language })).body) as { data: { structures: { name: string }[] } }).data.structures[0]!.name
    expect(await name('de, en-GB;q=0.8, fa;q=0.7')).toBe('Needs met')
    expect(await name('fa-AF')).toBe('نیازهای برآورده‌شده')
    expect(await name('de')).toBe('نیازهای برآورده‌شده')
  })
})

describe('what is refused', () => {
  const refusal = async (path: string) => {
    const { statusCode, body } = await get(path, { 'accept-language': 'en' })
    const { code } = JSON.parse(body) as { code: string }
    return `${statusCode} ${code}`
  }

  it.each([
    ['what is not written as the standard has it', '400 sdmx.malformed', [
      'other', 'data/other', 'data/dataflow/H-Ä', 'data/dataflow/HAMYAR/NEEDS_MET/one', `${FLOW}/A..B`, `${FLOW}/A+B`, `${FLOW}/*/more`, `${FLOW}/*.*.*.*.*.*`, `${FLOW}/%2F`,
      'structure/other', `${FLOW}?unknown=1`, `${FLOW}?asOf`, `${FLOW}?limit=1&limit=2`, `${FLOW}?limit=0`, `${FLOW}?limit=-1`, `${FLOW}?asOf=yesterday`, `${FLOW}?includeHistory=maybe`,
      `${FLOW}?c[TIME_PERIOD]=2024-13`, `${FLOW}?c[OBS_VALUE]=ge:many`, `${FLOW}?c[SEX]=zz:F`, `${FLOW}?c[SEX]=`, 'structure/dataflow?references=friends', 'structure/dataflow?detail=little',
    ]],
    ['what the dataset does not have', '422 sdmx.unknown', [`${FLOW}?c[AGE]=5`, `${FLOW}?attributes=TITLE`, `${FLOW}?measures=OTHER`, `${FLOW}?dimensionAtObservation=AGE`, `${FLOW}?attributes=toString`]],
    ['what is of the standard and not answered here', '501 sdmx.not-offered', [
      'schema/dataflow/HAMYAR/NEEDS_MET', 'availability/dataflow', 'metadata/structure', 'registration/id/1', 'data/provisionagreement', 'data/dataflow/HAMYAR/NEEDS_MET/1.0+.0', 'data/dataflow',
      `${FLOW}?updatedAfter=2024-01-01`, `${FLOW}?includeHistory=true`, `${FLOW}?sort=SEX`, `${FLOW}?c[SEX]=gt:F`, `${FLOW}?c[OBS_VALUE]=sw:1`, `${FLOW}?c[TIME_PERIOD]=co:2024`,
      'structure/codelist/HAMYAR/CL_NEEDS_MET_SEX/1.0.0/F', 'structure/dataflow?detail=allstubs',
    ]],
  ])('%s is told so', async (_, expected, paths) => {
    for (const path of paths) expect([path, await refusal(path)]).toEqual([path, expected])
  })

  it('is refused to whoever asks too often', async () => {
    const codes: number[] = []
    for (let call = 0; call < 3; call += 1) codes.push((await server.inject({ method: 'GET', url: '/api/few/structure/dataflow' })).statusCode)
    expect(codes).toEqual([200, 200, 429])
  })

  it('is said in both languages', () => {
    const sentences = problemSentences([problems])
    for (const code of SDMX_PROBLEMS)
      for (const language of ['fa', 'en'] as const) expect(sentences.title(code, { parameter: 'c', value: 'X', offered: 'Y' }, language)).not.toBe(code)
  })
})

describe('an answer that somebody has already', () => {
  it('is not sent again', async () => {
    const { headers } = await get(FLOW)
    expect(headers).toMatchObject({ 'cache-control': 'public, no-cache', 'last-modified': 'Sat, 01 Jun 2024 06:30:00 GMT' })
    const again = await get(FLOW, { 'if-none-match': String(headers['etag']) })
    expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', headers['etag']])
    expect((await get(FLOW, { 'if-modified-since': 'Sat, 01 Jun 2024 06:30:00 GMT' })).statusCode).toBe(304)
    expect((await get(FLOW, { 'if-modified-since': 'Sat, 01 Jun 2024 06:29:59 GMT' })).statusCode).toBe(200)
  })

  it('has another tag in another form, language, question and vintage', async () => {
    const tags = await Promise.all(
      [[FLOW], [FLOW, { accept: 'text/csv' }], [FLOW, { 'accept-language': 'en' }], [`${FLOW}?limit=3`], [`${FLOW}?asOf=2024-05-26`]].map(
        async ([path, headers]) => (await get(path as string, headers as Record<string, string> | undefined)).headers['etag'],
      ),
    )
    expect(new Set(tags).size).toBe(5)
  })
})

describe('the words of the standard', () => {
  it('are all known: no kind of structure and no parameter of its OpenAPI is taken for a mistake', async () => {
    const text = published('statistics/sdmx/sdmx-rest-2.2.2.openapi.yaml') ?? ''
    const block = /\n {4}structureType:[\s\S]*?enum: \[([\s\S]*?)\]/.exec(text)?.[1] ?? ''
    const types = [...block.matchAll(/[a-z]+/g)].map(([type]) => type)
    for (const type of types) expect([type, (await get(`structure/${type}`)).statusCode]).not.toEqual([type, 400])
    const asked = [...(/\n {2}\/data\/[\s\S]*?\n {2}\/availability/.exec(text)?.[0] ?? '').matchAll(/parameters\/([a-zA-Z]+)"/g)].map(([, name]) => name)
    const query = asked.filter((name) => !['dataContext', 'agencies', 'resourceIDs', 'versions', 'key', 'c', 'accept'].includes(name ?? ''))
    for (const name of query) {
      const { body } = await get(`${FLOW}?${name}=1`)
      expect([name, body.includes('"parameter":"query"')]).toEqual([name, false])
    }
  })
})
