import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PeriodCode } from '#engines/calendar/index.ts'
import { datasetOf } from '#domains/observatory/formats/check.ts'
import { anyDataset, needsMet, needsMetParts } from '#domains/observatory/formats/dataset.fixture.ts'
import { faultsUnder, published } from '#domains/observatory/formats/published.fixture.ts'
import { readCsv, recordsOf } from '#domains/observatory/formats/read-back.fixture.ts'
import { sdmxCsvOf, type SdmxCsvOptions } from './csv.ts'
import { ALL_DIMENSIONS, dataMessageOf, WHOLE } from './data.ts'
import { structureMessageOf, STRUCTURE_TYPES } from './structure.ts'

const DATA = 'statistics/sdmx/sdmx-json-data-schema.json'
const STRUCTURE = 'statistics/sdmx/sdmx-json-structure-schema.json'
const here = published(DATA) !== undefined
/** What is published is read where it lies beside the project; where it does not, the name of the test says so. */
const officially = here ? 'has nothing against it in the official schema' : 'could not be held against the official schema, which is not here'

const options = { language: 'fa', ...WHOLE } as const
const views = ['TIME_PERIOD', 'PERIOD', 'SEX', 'INDICATOR', ALL_DIMENSIONS]

describe('an SDMX-JSON data message', () => {
  it.each(views)(`beside %s ${officially}`, (dimensionAtObservation) => {
    const message = dataMessageOf(needsMet(), { ...options, dimensionAtObservation })
    expect(faultsUnder(DATA, message) ?? []).toEqual([])
    const bare = dataMessageOf(needsMet(), { ...options, dimensionAtObservation, attributes: [], values: false })
    expect(faultsUnder(DATA, bare) ?? []).toEqual([])
  })

  it(`of any dataset ${officially}`, () => {
    fc.assert(
      fc.property(anyDataset, (dataset) => {
        expect(faultsUnder(DATA, dataMessageOf(dataset, options)) ?? []).toEqual([])
        expect(faultsUnder(STRUCTURE, structureMessageOf(dataset, options)) ?? []).toEqual([])
      }),
      { numRuns: 8, seed: 1403 },
    )
  })

  it('would be refused with a number outside its place', () => {
    const message = structuredClone(dataMessageOf(needsMet(), options)) as { data: { dataSets: Record<string, unknown>[] } }
    message.data.dataSets[0]!['hidden'] = 3
    expect(faultsUnder(DATA, message)).not.toEqual([])
  })

  it('says a Persian month by its days and by its own name, and a Gregorian one as SDMX does', () => {
    const [structure] = dataMessageOf(needsMet(), options).data.structures
    const beside = structure!.dimensions.observation
    expect(beside.map(({ id }) => id)).toEqual(['PERIOD', 'TIME_PERIOD'])
    expect(beside[0]!.values.map((value) => 'id' in value && [value.id, value.name])).toEqual([
      ['P1403', 'سال ۱۴۰۳'],
      ['P1403-M01', 'فروردین ۱۴۰۳'],
      ['G2024-M04', 'آوریل ۲۰۲۴'],
    ])
    expect(beside[1]!.values.map((value) => 'value' in value && value.value)).toEqual(['2024-03-20/P366D', '2024-03-20/P31D', '2024-04'])
  })

  it('keeps years and months in series of their own, and months beside each other in one', () => {
    const dataset = datasetOf({ ...needsMetParts(), periods: ['P1403', 'P1403-M01', 'P1403-M02'] as PeriodCode[] })
    const { structures: [structure], dataSets: [set] } = dataMessageOf(dataset, options).data
    expect(structure!.dimensions.series.map(({ id }) => id)).toEqual(['FREQ', 'INDICATOR', 'REF_AREA', 'SEX'])
    const { series } = set as { series: Record<string, { observations: Record<string, unknown> }> }
    // Of the whole country, women: the year alone, and the two months.
    expect(Object.keys(series['0:0:0:0']!.observations)).toEqual(['0:0'])
    expect(series['1:0:0:0']!.observations).toEqual({ '1:1': [97, 0, 0, 0], '2:2': [101, 0, 0, 0] })
  })

  it('is the release’s own message: its time and its id do not move', () => {
    const { meta } = dataMessageOf(needsMet(), options)
    expect(meta).toMatchObject({ id: 'NEEDS_MET-data-abababababababab', prepared: '2024-06-01T06:30:00Z', test: true })
  })

  it('replaces what a reader had when it is whole, and only adds to it when it is not', () => {
    const action = (change: object) => dataMessageOf(needsMet(), { ...options, ...change }).data.dataSets[0]!.action
    expect(action({})).toBe('Replace')
    expect(action({ attributes: ['OBS_STATUS'] })).toBe('Merge')
  })
})

describe('an SDMX-JSON structure message', () => {
  it(`whole or in part ${officially}`, () => {
    expect(faultsUnder(STRUCTURE, structureMessageOf(needsMet(), options)) ?? []).toEqual([])
    for (const type of STRUCTURE_TYPES) expect(faultsUnder(STRUCTURE, structureMessageOf(needsMet(), options, [type])) ?? []).toEqual([])
  })

  it('names nothing that it does not bring', () => {
    const text = JSON.stringify(structureMessageOf(needsMet(), options))
    const { codelists, conceptSchemes, dataStructures } = structureMessageOf(needsMet(), options).data
    const owned = [
      ...(codelists ?? []).map(({ links }) => links[0]!.urn),
      ...(dataStructures ?? []).map(({ links }) => links[0]!.urn),
      ...(conceptSchemes ?? []).flatMap(({ concepts }) => concepts.map(({ id }) => `urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=HAMYAR:CS_NEEDS_MET(1.0.0).${id}`)),
    ]
    const named = [...text.matchAll(/"(?:enumeration|conceptIdentity|structure)":"([^"]+)"/g)].map(([, urn]) => urn)
    expect(named.length).toBeGreaterThan(15)
    expect(named.filter((urn) => !owned.includes(urn ?? ''))).toEqual([])
  })

  it('says which place is part of which', () => {
    const places = structureMessageOf(needsMet(), options).data.codelists?.find(({ id }) => id === 'CL_NEEDS_MET_REF_AREA')
    expect(places?.codes.map((code) => ('parent' in code ? code.parent : undefined))).toEqual([undefined, '00', '03'])
  })
})

describe('SDMX-CSV', () => {
  const lines = (change: Partial<SdmxCsvOptions>) =>
    [...sdmxCsvOf(needsMet(), { language: 'en', labels: 'id', keys: 'none', ...WHOLE, ...change })].join('')

  it('begins with structure, its name and what is to be done with a line', () => {
    const [header, first] = readCsv(lines({}))
    expect(header).toEqual([
      'STRUCTURE', 'STRUCTURE_ID', 'ACTION', 'FREQ', 'INDICATOR', 'REF_AREA', 'SEX', 'PERIOD', 'TIME_PERIOD', 'OBS_VALUE',
      'OBS_STATUS', 'CONF_STATUS', 'TREATMENT', 'UNIT_MEASURE', 'DECIMALS',
    ])
    expect(first).toEqual([
      'dataflow', 'HAMYAR:NEEDS_MET(1.0.0)', 'R', 'P_A', 'NEEDS_MET', '00', 'F', 'P1403', '2024-03-20/P366D', '1204', 'A', 'F', 'NONE', 'NEED', '0',
    ])
  })

  it('puts names beside the codes, or a column further', () => {
    const both = recordsOf(lines({ labels: 'both' }))[0]!
    expect(both['STRUCTURE_ID']).toBe('HAMYAR:NEEDS_MET(1.0.0): Needs met')
    expect(both['REF_AREA: Place']).toBe('00: Country')
    expect(both['TIME_PERIOD: Time period']).toBe('2024-03-20/P366D')
    const [header, first] = readCsv(lines({ labels: 'name' }))
    expect(header!.slice(0, 6)).toEqual(['STRUCTURE', 'STRUCTURE_ID', 'STRUCTURE_NAME', 'ACTION', 'FREQ', 'Frequency'])
    expect(first!.slice(2, 6)).toEqual(['Needs met', 'R', 'P_A', 'Persian year'])
  })

  it('has keys of series and of observations for whoever asks', () => {
    const row = recordsOf(lines({ keys: 'both' }))[1]!
    expect(row['SERIES_KEY']).toBe('P_M.NEEDS_MET.00.F')
    expect(row['OBS_KEY']).toBe('P_M.NEEDS_MET.00.F.P1403-M01.2024-03-20/P31D')
  })

  it('leaves a hidden value empty and says that it is confidential, not why', () => {
    const hidden = recordsOf(lines({})).filter((row) => row['CONF_STATUS'] === 'C')
    expect(hidden.map((row) => [row['OBS_VALUE'], row['OBS_STATUS'], row['SEX']])).toEqual([['', 'Q', 'F'], ['', 'Q', 'M']])
  })
})
