import { describe, expect, it } from 'vitest'
import { datasetOf } from '#domains/observatory/formats/check.ts'
import { needsMet, needsMetParts } from '#domains/observatory/formats/dataset.fixture.ts'
import { readCsv, recordsOf } from '#domains/observatory/formats/read-back.fixture.ts'
import { csvwOf } from './csvw.ts'
import { wordField } from './fields.ts'
import { csvOf } from './table.ts'

const csv = (mark = false) => [...csvOf(needsMet(), { language: 'fa', mark })].join('')

describe('CSV', () => {
  it('begins with the mark that Excel asks for, when it is wanted', () => {
    expect(csv(true).startsWith('\uFEFFindicator,')).toBe(true)
    expect(csv(false).startsWith('indicator,')).toBe(true)
  })

  it('says the days of a period, whoever knows its calendar', () => {
    expect(recordsOf(csv())[1]).toMatchObject({
      period: 'P1403-M01', period_label: 'فروردین ۱۴۰۳', period_start: '2024-03-20', period_end: '2024-04-19', value: '97', status: 'value',
    })
  })

  it('writes as many decimals as are meant', () => {
    expect(recordsOf(csv()).filter((row) => row['indicator'] === 'ON_TIME').map((row) => row['value'])).toEqual(['87.5', '90.0'])
  })

  it('never writes words that a spreadsheet would run', () => {
    for (const words of ['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', '＝1', '＠A1']) expect(readCsv(`${wordField(words)}\r\n`)).toEqual([[`'${words}`]])
    expect(wordField('a=1')).toBe('a=1')
  })

  it('leaves negative numbers numbers', () => {
    const dataset = datasetOf({ ...needsMetParts(), observations: [{ at: [0, 0, 0, 0], state: 'value', value: -5, noise: true }] })
    expect(recordsOf([...csvOf(dataset, { language: 'en', mark: false })].join(''))[0]).toMatchObject({ value: '-5', noise: 'true' })
  })
})

/*
 * No validator of CSVW is published for Node. What is held here, with its section in "Metadata Vocabulary for Tabular Data"
 * (W3C Recommendation, 17 December 2015).
 */
describe('CSVW metadata', () => {
  const metadata = csvwOf(needsMet(), 'needs.csv', 'fa')
  const { columns, primaryKey } = metadata.tableSchema
  const [header = [], ...rows] = readCsv(csv())

  it('begin with the context and say a language (5.2)', () => {
    expect(metadata['@context']).toEqual(['http://www.w3.org/ns/csvw', { '@language': 'fa' }])
    expect(metadata.url).toBe('needs.csv')
  })

  it('name every column once, by names that may be variables, as the header says them (5.6, 6.4)', () => {
    const names = columns.map(({ name }) => name)
    expect(names).toEqual(header)
    expect(columns.map(({ titles }) => titles)).toEqual(header)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[a-z0-9][a-z0-9_]*$/)
  })

  it('have datatypes that every field keeps (6.4)', () => {
    const shapes: Record<string, RegExp> = { string: /^/, date: /^\d{4}-\d\d-\d\d$/, decimal: /^-?\d+(\.\d+)?$/, boolean: /^(true|false)$/ }
    for (const [index, { datatype, required }] of columns.entries()) {
      const shape = typeof datatype === 'string' ? shapes[datatype] : new RegExp(datatype.format)
      const fields = rows.map((row) => row[index] ?? '')
      expect(fields.filter((field) => field !== '' && shape?.test(field) !== true)).toEqual([])
      if (required) expect(fields).not.toContain('')
    }
  })

  it('have a key that names each line once (5.5.2)', () => {
    expect(primaryKey).toEqual(['indicator', 'ref_area', 'sex', 'period'])
    const keys = recordsOf(csv()).map((row) => primaryKey.map((name) => row[name]).join('|'))
    expect(new Set(keys).size).toBe(rows.length)
  })

  it('say other things as JSON-LD does: a value with its language, never a map (5.8)', () => {
    const common = Object.entries(metadata).filter(([name]) => name.includes(':'))
    expect(common.length).toBeGreaterThan(5)
    for (const [, value] of common)
      for (const part of [value].flat())
        expect(typeof part === 'string' || '@id' in part || '@value' in part).toBe(true)
  })

  it('tell how the file is written, and what hidden means', () => {
    expect(metadata.dialect).toMatchObject({ encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] })
    expect(JSON.stringify(metadata.notes)).toContain('It is not zero, and it need not be small')
  })
})
