import { openQuery } from '#platform/query/index.ts'
import type { Code } from '#domains/observatory/formats/index.ts'
import { allPlaces } from '#domains/observatory/places/store.ts'
import { asOfDay } from '#domains/observatory/releases/content.ts'
import { present } from '#domains/observatory/releases/present.ts'
import { getTable, listCubes, type TableAsked } from './contract.ts'
import { cubes } from './cubes.ts'
import { readTable, type Side } from './read.ts'
import * as store from './store.ts'

const named = ({ fa, en }: Code['label']) => ({ nameFa: fa, nameEn: en })

const editionAnswer = ({ number, outAt, asOf, synthetic, hash, noise }: store.Edition, country: string) => ({
  number,
  outAt: outAt.toISOString(),
  asOf: asOfDay(asOf, country),
  synthetic,
  hash,
  noise: { most: noise.most, variance: noise.variance, hidden: noise.hidden },
})

export const noisedCubes = openQuery(listCubes, async ({ tx, country }) => {
  const editions = await store.newestEditions(tx)
  const places = await allPlaces(tx)
  const answer = ({ code, nameFa, nameEn }: (typeof places)[number]) => ({ code, nameFa, nameEn })
  return {
    cubes: cubes.map((cube) => {
      const edition = editions.find((one) => one.cube === cube.id)
      return {
        cube: cube.id,
        ...named(cube.name),
        explanationFa: cube.explanation.fa,
        explanationEn: cube.explanation.en,
        caveatsFa: cube.caveats.fa,
        caveatsEn: cube.caveats.en,
        unit: named(cube.unit.label),
        dimensions: cube.dimensions.map(({ labels }) => ({ dimension: labels.id, ...named(labels.label) })),
        edition: edition === undefined ? null : editionAnswer(edition, country),
        periods: [...(edition?.periods ?? [])],
      }
    }),
    nation: answer(present(places.find(({ kind }) => kind === 'country'), 'the nation')),
    provinces: places.filter(({ kind }) => kind === 'province').map(answer),
  }
})

const sideAnswer = ({ axis, label, codes }: Side) => ({ axis, ...named(label), codes: codes.map((code) => ({ code: code.id, ...named(code.label) })) })

/** Where the same table lies as a file: every choice is in the address. */
export const fileAddress = (asked: TableAsked, ending: 'csv' | 'json-stat.json'): string => {
  const { cube, ...choices } = asked
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(choices)) if (value !== undefined) search.set(name, value)
  return `/api/tables/${cube}.${ending}?${search.toString()}`
}

export const noisedTable = openQuery(getTable, async ({ tx, country }, { query }) => {
  const table = await readTable(tx, query)
  return {
    cube: table.cube.id,
    ...named(table.cube.name),
    unit: named(table.cube.unit.label),
    edition: editionAnswer(table.edition, country),
    place: { code: table.place.id, ...named(table.place.label) },
    period: table.period ?? null,
    rows: sideAnswer(table.rows),
    columns: table.columns === undefined ? null : sideAnswer(table.columns),
    numbers: table.numbers.map((row) => [...row]),
    csv: fileAddress(query, 'csv'),
    jsonStat: fileAddress(query, 'json-stat.json'),
  }
})
