import { describe, expect, it } from 'vitest'
import type { PeriodCode } from '#engines/calendar/index.ts'
import { datasetOf } from '#domains/observatory/formats/check.ts'
import { needsMet, needsMetParts } from '#domains/observatory/formats/dataset.fixture.ts'
import { published } from '#domains/observatory/formats/published.fixture.ts'
import { all, readXml } from '#domains/observatory/formats/read-back.fixture.ts'
import { adxOf } from './adx.ts'
import { dataValueSetOf } from './data-value-set.ts'
import type { Dhis2Mapping } from './mapping.ts'
import { adxPeriod, dhis2Period } from './periods.ts'

const mapping: Dhis2Mapping = {
  dataSet: 'qNtxTrp56wV',
  dataElements: { NEEDS_MET: 'FRbgzTZ74Hh' },
  orgUnits: { '00': 'O6uvpzGd5pu', '03': 'DiszpKrYNg8', '0301': 'BdfsJfj87js' },
  categoryOptionCombos: { F: 'HllvX50cXC0', M: 'tpz77FcntKx' },
}

describe('periods of DHIS2', () => {
  const codes = (calendar: 'iso8601' | 'persian') => (code: string) => dhis2Period(code as PeriodCode, calendar)

  it('are those of the one calendar it is set to', () => {
    expect(['G2026', 'G2026-H2', 'G2026-Q3', 'G2026-M09', 'G2026-W07'].map(codes('iso8601'))).toEqual(['2026', '2026S2', '2026Q3', '202609', '2026W7'])
    expect(['P1405', 'P1405-H2', 'P1405-Q3', 'P1405-M09'].map(codes('persian'))).toEqual(['1405', '1405S2', '1405Q3', '140509'])
    expect(['P1405', 'P1405-M09', 'P1405-W07'].map(codes('iso8601'))).toEqual([undefined, undefined, undefined])
    expect(['G2026-M09', 'P1405-W07'].map(codes('persian'))).toEqual([undefined, undefined])
  })

  it('are a first day and a duration in ADX, where a Persian month has none', () => {
    const adx = (code: string) => adxPeriod(code as PeriodCode)
    expect(['G2026', 'G2026-H2', 'G2026-Q3', 'G2026-M09', 'G2026-W07'].map(adx)).toEqual([
      '2026-01-01/P1Y', '2026-07-01/P6M', '2026-07-01/P3M', '2026-09-01/P1M', '2026-02-09/P7D',
    ])
    expect(adx('P1405-M09')).toBeUndefined()
  })
})

describe('a data value set', () => {
  it('holds values under their names in the other system, and counts what could not go', () => {
    const { set, leftOut } = dataValueSetOf(needsMet(), mapping, 'persian')
    expect(set.dataValues[0]).toEqual({ dataElement: 'FRbgzTZ74Hh', period: '1403', orgUnit: 'O6uvpzGd5pu', categoryOptionCombo: 'HllvX50cXC0', value: '1204' })
    expect(leftOut).toEqual({ hidden: 2, missing: 2, period: 3, unmapped: 2 })
    expect(set.dataValues.length + 2 + 2 + 3 + 2).toBe(needsMet().observations.length)
  })

  it('takes periods of the calendar that the other system is set to, and no others', () => {
    const periods = (calendar: 'iso8601' | 'persian') => new Set(dataValueSetOf(needsMet(), mapping, calendar).set.dataValues.map(({ period }) => period))
    expect(periods('persian')).toEqual(new Set(['1403', '140301']))
    expect(periods('iso8601')).toEqual(new Set(['202404']))
  })

  it('never sends a hidden cell, not as zero either', () => {
    const hidden = datasetOf({ ...needsMetParts(), observations: [{ at: [0, 1, 0, 1], state: 'hidden' }] })
    expect(dataValueSetOf(hidden, mapping, 'persian').set.dataValues).toEqual([])
  })

  it('has the fields of DHIS2’s own example, where that lies beside the project', () => {
    const example = published('standards/dhis2/aggregate-dataValues.json')
    const known = example === undefined ? undefined : new Set(Object.keys((JSON.parse(example) as { dataValues: object[] }).dataValues[0]!))
    const fields = Object.entries(dataValueSetOf(needsMet(), mapping, 'persian').set.dataValues[0]!)
    expect(fields.filter(([field, value]) => known?.has(field) === false || typeof value !== 'string')).toEqual([])
  })

  it('wants exactly one dimension of places', () => {
    const parts = needsMetParts()
    const nowhere = datasetOf({ ...parts, dimensions: parts.dimensions.map(({ id, label, codes }) => ({ id, label, codes })) })
    expect(() => dataValueSetOf(nowhere, mapping, 'persian')).toThrow('exactly one dimension of places')
  })

  it('does not take what every object has for a name', () => {
    const { leftOut } = dataValueSetOf(needsMet(), { ...mapping, categoryOptionCombos: Object.create({ F: 'x', M: 'y' }) as Record<string, string> }, 'persian')
    expect(leftOut.unmapped).toBeGreaterThan(2)
  })
})

describe('an ADX message', () => {
  it('is well-formed, a group per place and period, broken down by attributes', () => {
    const { document, leftOut } = adxOf(needsMet(), mapping)
    const adx = readXml(document)
    expect(adx.attributes).toEqual({ xmlns: 'urn:ihe:qrph:adx:2015', exported: '2024-06-01T06:30:00Z' })
    expect(all(adx, 'group').map(({ attributes }) => attributes)).toEqual([
      { orgUnit: 'O6uvpzGd5pu', period: '2024-04-01/P1M', dataSet: 'qNtxTrp56wV' },
      { orgUnit: 'DiszpKrYNg8', period: '2024-04-01/P1M', dataSet: 'qNtxTrp56wV' },
    ])
    expect(all(adx, 'dataValue').map(({ attributes }) => attributes)).toEqual([
      { dataElement: 'FRbgzTZ74Hh', SEX: 'F', value: '101' },
      { dataElement: 'FRbgzTZ74Hh', SEX: 'M', value: '84' },
      { dataElement: 'FRbgzTZ74Hh', SEX: 'F', value: '31' },
    ])
    expect(leftOut).toEqual({ hidden: 2, missing: 2, period: 9, unmapped: 0 })
  })

  it('writes names that XML has signs for', () => {
    const { document } = adxOf(needsMet(), { ...mapping, dataSet: '<"&' })
    expect(all(readXml(document), 'group')[0]!.attributes['dataSet']).toBe('<"&')
  })
})
