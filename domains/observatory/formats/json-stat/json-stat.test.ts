import JSONstat from 'jsonstat-toolkit'
import { describe, expect, it } from 'vitest'
import { datasetOf } from '#domains/observatory/formats/check.ts'
import { needsMet, needsMetParts } from '#domains/observatory/formats/dataset.fixture.ts'
import { faultsUnder, published } from '#domains/observatory/formats/published.fixture.ts'
import { jsonStatCollectionOf } from './collection.ts'
import { jsonStatOf } from './dataset.ts'

const DATASET = 'statistics/jsonstat/bundled-dataset.json'
const COLLECTION = 'statistics/jsonstat/bundled-collection.json'
const officially =
  published(DATASET) === undefined ? 'could not be held against the published schema, which is not here' : 'has nothing against it in the published schema'

const options = { language: 'en', href: 'https://example.org/data/NEEDS_MET' } as const
const sparse = () => datasetOf({ ...needsMetParts(), observations: needsMetParts().observations.slice(6, 9) })

describe('a JSON-stat dataset', () => {
  it(`in either language ${officially}`, () => {
    for (const dataset of [needsMet(), sparse()])
      for (const language of ['fa', 'en'] as const) expect(faultsUnder(DATASET, jsonStatOf(dataset, { ...options, language })) ?? []).toEqual([])
  })

  it('keeps the rules that a schema cannot say (S1–S8, D1–D7)', () => {
    for (const document of [jsonStatOf(needsMet(), options), jsonStatOf(sparse(), options)]) {
      const product = document.size.reduce((places, size) => places * size, 1)
      expect(document.id).toHaveLength(document.size.length)
      expect(Object.keys(document.dimension)).toEqual(document.id)
      if (Array.isArray(document.value)) expect(document.value).toHaveLength(product)
      for (const place of [...Object.keys(document.value), ...Object.keys(document.status ?? {})]) expect(Number(place)).toBeLessThan(product)
      expect(Object.values(document.role).flat().every((id) => document.id.includes(id))).toBe(true)
      for (const [index, id] of document.id.entries()) {
        const { category } = document.dimension[id]!
        expect(category.index).toHaveLength(document.size[index]!)
        const named = [category.label, category.child ?? {}, 'unit' in category ? category.unit : {}].flatMap((some) => Object.keys(some as object))
        expect([...named, ...Object.values(category.child ?? {}).flat()].filter((code) => !category.index.includes(code))).toEqual([])
      }
    }
  })

  it('lists places with gaps when most are filled, and names each when most are not', () => {
    expect(Array.isArray(jsonStatOf(sparse(), options).value)).toBe(false)
    const { size } = jsonStatOf(needsMet(), options)
    const every = Array.from({ length: size.reduce((a, b) => a * b, 1) }, (_, place) => {
      let left = place
      const at = size.toReversed().map((length) => { const index = left % length; left = Math.floor(left / length); return index }).toReversed()
      return { at, state: 'hidden' as const }
    })
    const full = jsonStatOf(datasetOf({ ...needsMetParts(), observations: every }), options)
    expect(full.value).toEqual(every.map(() => null))
    expect(new Set(Object.values(full.status ?? {}))).toEqual(new Set(['hidden']))
  })

  it('reads in the toolkit with its roles, units and places that are part of others', () => {
    const cube = JSONstat(jsonStatOf(needsMet(), { ...options, language: 'fa' }))
    expect(cube).toMatchObject({ class: 'dataset', label: 'نیازهای برآورده‌شده', updated: '2024-06-01T06:30:00Z' })
    expect(cube.id.map((id) => cube.Dimension(id).role)).toEqual(['metric', 'geo', 'classification', 'time'])
    expect(cube.Dimension('INDICATOR').Category('ON_TIME').unit).toMatchObject({ label: 'درصد', decimals: 1 })
    expect(cube.Dimension('REF_AREA').hierarchy).toBe(true)
    expect(cube.Data({ INDICATOR: 'NEEDS_MET', REF_AREA: '03', SEX: 'F', PERIOD: 'P1403-M01' })).toMatchObject({ value: null, status: 'hidden' })
  })
})

describe('a JSON-stat collection', () => {
  const collection = jsonStatCollectionOf({ fa: 'آمار همیار', en: 'Hamyar statistics' }, [{ dataset: needsMet(), href: options.href }], {
    ...options,
    href: 'https://example.org/data',
  })

  it(`of datasets ${officially}`, () => {
    expect(faultsUnder(COLLECTION, collection) ?? []).toEqual([])
  })

  it('leads to its datasets', () => {
    expect(JSONstat(collection).link.item).toMatchObject([{ class: 'dataset', href: options.href }])
  })
})
