import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { csvOf } from './csv/table.ts'
import { anyDataset, needsMet } from './dataset.fixture.ts'
import type { Cell, Dataset } from './dataset.ts'
import { axesOf } from './axes.ts'
import { jsonStatOf } from './json-stat/dataset.ts'
import { parquetOf } from './parquet/parquet.ts'
import {
  cellsOf, fromCsv, fromJsonStat, fromParquet, fromSdmxCsv, fromSdmxJson, readXlsx, type Read,
} from './read-back.fixture.ts'
import { ALL_DIMENSIONS, dataMessageOf, WHOLE } from './sdmx/data.ts'
import { sdmxCsvOf, type SdmxCsvOptions } from './sdmx/csv.ts'
import { bytesOf } from './text.ts'
import { stateWords } from './words.ts'
import { xlsxOf } from './xlsx/workbook.ts'

const sdmxCsv: SdmxCsvOptions = { language: 'fa', labels: 'id', keys: 'none', ...WHOLE }

const text = (pieces: Iterable<string>) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(pieces))
const sdmxJson = (dataset: Dataset, dimensionAtObservation: string) =>
  JSON.stringify(dataMessageOf(dataset, { language: 'fa', ...WHOLE, dimensionAtObservation }))

/** A workbook has labels for people; its lines stand in the order of the cells. */
const fromXlsx = (dataset: Dataset, bytes: Uint8Array): Read => {
  const [[, sheet] = []] = readXlsx(bytes)
  const axes = axesOf(dataset).length
  const lines = sheet?.rows.slice(1) ?? []
  expect(lines).toHaveLength(dataset.observations.length)
  return new Map(
    [...cellsOf(dataset).keys()].map((key, index): [string, Cell] => {
      const [value, state] = lines[index]?.slice(axes) ?? []
      if (value?.number !== undefined) return [key, { state: 'value', value: value.number, noise: state?.text === stateWords.noise.fa }]
      expect(value?.text).toBe(state?.text)
      return [key, { state: state?.text === stateWords.hidden.fa ? 'hidden' : 'missing' }]
    }),
  )
}

/** Every format that carries all cells, with a reader that shares no code with its writer. */
const formats: readonly (readonly [string, (dataset: Dataset) => Read | Promise<Read>])[] = [
  ['CSV', (dataset) => fromCsv(dataset, text(csvOf(dataset, { language: 'fa', mark: true })))],
  ['SDMX-CSV', (dataset) => fromSdmxCsv(dataset, text(sdmxCsvOf(dataset, sdmxCsv)))],
  ['SDMX-JSON in time series', (dataset) => fromSdmxJson(dataset, sdmxJson(dataset, 'TIME_PERIOD'))],
  ['SDMX-JSON across a dimension', (dataset) => fromSdmxJson(dataset, sdmxJson(dataset, 'REF_AREA'))],
  ['SDMX-JSON flat', (dataset) => fromSdmxJson(dataset, sdmxJson(dataset, ALL_DIMENSIONS))],
  ['JSON-stat', (dataset) => fromJsonStat(jsonStatOf(dataset, { language: 'en', href: 'https://example.org/data' }))],
  ['XLSX', async (dataset) => fromXlsx(dataset, await xlsxOf(dataset, 'fa'))],
  ['Parquet', async (dataset) => await fromParquet(dataset, await parquetOf(dataset))],
]

describe.each(formats)('%s', (_, read) => {
  it('gives back every cell of the example, and no number for a hidden one', async () => {
    const dataset = needsMet()
    expect(await read(dataset)).toEqual(cellsOf(dataset))
  })

  it('gives back every cell of any dataset', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset, async (dataset) => {
        expect(await read(dataset)).toEqual(cellsOf(dataset))
      }),
      { numRuns: 40, seed: 1403 },
    )
  })
})

const writers: readonly (readonly [string, (dataset: Dataset) => Uint8Array | Promise<Uint8Array>])[] = [
  ['CSV', (dataset) => bytesOf(csvOf(dataset, { language: 'en', mark: false }))],
  ['SDMX-CSV', (dataset) => bytesOf(sdmxCsvOf(dataset, { ...sdmxCsv, labels: 'both', keys: 'both' }))],
  ['SDMX-JSON', (dataset) => bytesOf([sdmxJson(dataset, 'TIME_PERIOD')])],
  ['JSON-stat', (dataset) => bytesOf([JSON.stringify(jsonStatOf(dataset, { language: 'fa', href: 'https://example.org/data' }))])],
  ['XLSX', async (dataset) => await xlsxOf(dataset, 'fa')],
  ['Parquet', async (dataset) => await parquetOf(dataset)],
]

describe.each(writers)('%s', (_, write) => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is the same to the byte when it is written again on another day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2024-06-01T08:00:00Z') })
    const first = await write(needsMet())
    vi.setSystemTime(new Date('2031-01-01T09:00:00Z'))
    expect(await write(needsMet())).toEqual(first)
  })
})
