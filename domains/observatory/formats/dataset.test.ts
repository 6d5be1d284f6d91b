import { describe, expect, it } from 'vitest'
import type { PeriodCode } from '#engines/calendar/index.ts'
import { datasetOf } from './check.ts'
import { needsMet, needsMetParts } from './dataset.fixture.ts'
import type { DatasetParts, Observation } from './dataset.ts'

const refused = (change: (parts: DatasetParts) => Partial<DatasetParts>) => () => {
  const parts = needsMetParts()
  return datasetOf({ ...parts, ...change(parts) })
}
const withCell = (cell: Readonly<Record<string, unknown>>) =>
  refused(({ observations }) => ({ observations: [...observations.slice(1), { at: [0, 0, 0, 0], ...cell } as unknown as Observation] }))

describe('a dataset', () => {
  it('has its cells in the order of their places, however they came', () => {
    const parts = needsMetParts()
    expect(datasetOf({ ...parts, observations: parts.observations.toReversed() })).toEqual(needsMet())
  })

  it('has no room for a number in a hidden cell', () => {
    expect(withCell({ state: 'hidden', value: 3 })).toThrow('a cell that is hidden carries something else')
    expect(withCell({ state: 'missing', value: 0 })).toThrow('a cell that is missing carries something else')
    expect(withCell({ state: 'hidden', noise: false })).toThrow('carries something else')
  })

  it('refuses numbers that could not be read back', () => {
    for (const value of [Number.NaN, Infinity, 2 ** 60, 1.5, -0]) expect(withCell({ state: 'value', value, noise: false })).toThrow('not a dataset')
  })

  it('refuses a place that is not in it, and two cells in one', () => {
    expect(refused(({ observations }) => ({ observations: [...observations, ...observations] }))).toThrow('two cells in one place')
    expect(refused(() => ({ observations: [{ at: [0, 9, 0, 0], state: 'hidden' }] }))).toThrow('a cell outside')
    expect(refused(() => ({ observations: [{ at: [0, 0], state: 'hidden' }] }))).toThrow('a cell without its place')
  })

  it('refuses names that a format uses itself or cannot write', () => {
    const renamed = (id: string) => refused(({ dimensions }) => ({ dimensions: dimensions.map((one, index) => (index === 1 ? { ...one, id } : one)) }))
    for (const id of ['TIME_PERIOD', 'VALUE', 'sex', 'SEX_LABEL', 'SEX_FA', 'REF_AREA', 'A.B']) expect(renamed(id)).toThrow('not a dataset')
    expect(refused(({ name }) => ({ name: { ...name, en: 'null\u0000' } }))).toThrow('cannot be written')
    expect(refused(({ name }) => ({ name: { ...name, fa: 'half \uD800' } }))).toThrow('cannot be written')
    expect(refused(({ name }) => ({ name: { ...name, fa: ' ' } }))).toThrow('cannot be written')
  })

  it('refuses codes that are part of themselves or of nothing', () => {
    const parents = (parent: string) => refused(({ dimensions: [places, ...others] }) => ({
      dimensions: [{ ...places!, codes: places!.codes.map((code) => (code.id === '03' ? { ...code, parent } : code)) }, ...others],
    }))
    expect(parents('99')).toThrow('what code 03')
    expect(parents('0301')).toThrow('what code')
  })

  it('refuses periods out of order, and words for a period that are none', () => {
    expect(refused(({ periods }) => ({ periods: periods.toReversed() }))).toThrow('out of order')
    expect(refused(() => ({ periods: ['P1403-M13', 'P1404', 'P1405'] as PeriodCode[] }))).toThrow('names no period')
  })

  it('refuses a release without a whole hash or a whole moment', () => {
    expect(refused(({ release }) => ({ release: { ...release, hash: 'abc' } }))).toThrow('release')
    expect(refused(({ release }) => ({ release: { ...release, releasedAt: '2024-02-30T00:00:00Z' } }))).toThrow('days of its release')
    expect(refused(({ release }) => ({ release: { ...release, releasedAt: '2024-06-01T06:30:00+03:30' } }))).toThrow('days of its release')
  })
})
