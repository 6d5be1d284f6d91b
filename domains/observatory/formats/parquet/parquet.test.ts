import { parquetMetadata } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { needsMet } from '#domains/observatory/formats/dataset.fixture.ts'
import { readParquet } from '#domains/observatory/formats/read-back.fixture.ts'
import { parquetOf } from './parquet.ts'

describe('a Parquet file', () => {
  it('has typed columns: days, numbers that may be absent, words in both languages', async () => {
    const { schema } = parquetMetadata((await parquetOf(needsMet())).slice().buffer)
    const types = Object.fromEntries(schema.slice(1).map(({ name, type, converted_type, repetition_type }) => [name, [type, converted_type, repetition_type]]))
    expect(types).toMatchObject({
      period: ['BYTE_ARRAY', 'UTF8', 'REQUIRED'],
      period_start: ['INT32', 'DATE', 'REQUIRED'],
      value: ['DOUBLE', undefined, 'OPTIONAL'],
      noise: ['BOOLEAN', undefined, 'REQUIRED'],
    })
    const [, month] = await readParquet(await parquetOf(needsMet()))
    expect(month).toMatchObject({ ref_area_fa: 'کشور', ref_area_en: 'Country', period_start: new Date('2024-03-20'), period_end: new Date('2024-04-19'), value: 97 })
  })

  it('carries its release and what hidden means', async () => {
    const { key_value_metadata: pairs, created_by: by } = parquetMetadata((await parquetOf(needsMet())).slice().buffer)
    const about = JSON.parse(pairs?.find(({ key }) => key === 'hamyar')?.value ?? '{}') as { release: object; status: { hidden: { en: string } } }
    expect(by).toBe('hamyar')
    expect(about.release).toEqual(needsMet().release)
    expect(about.status.hidden.en).toContain('not zero')
  })
})
