import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { placesText } from '#countries/gazetteer-build.ts'
import type { GazetteerFacts } from '#countries/gazetteer-facts.ts'
import { letters, readTable, type GazetteerTown } from '#countries/gazetteer-sources.ts'
import { persianSpelling, skeleton, tidyPersian } from './persian-spelling.ts'
import { provinces } from './provinces.ts'

/*
 * Writes `places.json` from the npm gazetteers and the tables of `sources/`:
 *
 *     npx tsx countries/iran/build-places.ts
 *
 * Points and romanised names are GeoNames (CC BY 4.0), Persian names of towns `iran-cities-json` (MIT).
 */
const load = createRequire(import.meta.url)
const file = (name: string) => new URL(name, import.meta.url)
const iso = (province: string) => `IR-${province}`

const listedTowns = () => {
  const spelled = (name: string) => tidyPersian(name).replace(/\s/g, '')
  const codeOf = new Map(provinces.map(({ fa, code }) => [spelled(fa), code]))
  const provinceOf = new Map(
    (load('iran-cities-json/ostan.json') as { id: number; name: string }[]).map(({ id, name }) => [
      id,
      codeOf.get(spelled(name)),
    ]),
  )
  const towns = load('iran-cities-json/shahr.json') as { name: string; ostan: number }[]
  return towns.map(({ name, ostan }) => ({ name: tidyPersian(name), province: provinceOf.get(ostan) }))
}

/** How the Persian name of a town was found. */
export type NameSource = 'written' | 'listed' | 'spelled'

/** Persian names: by our own table, else by the list of the same province, else by spelling. */
export const persianNames = () => {
  const written = readTable(file('sources/town-names.tsv'), ['province', 'town', 'fa'])
  const listed = listedTowns().map((town) => ({ ...town, bones: skeleton(town.name) }))
  const compact = (name: string) => name.replace(/[\s\u200C]/g, '')
  type Romanised = Pick<GazetteerTown, 'name' | 'romanised'>
  return (province: string, { name, romanised }: Romanised): [name: string, source: NameSource] => {
    const own = written.find((row) => iso(row.province) === province && letters(row.town) === letters(name))
    if (own !== undefined) return [own.fa, 'written']
    const spelling = persianSpelling(romanised)
    const bones = skeleton(spelling)
    const far = (listing: string) => Math.abs(compact(listing).length - compact(spelling).length)
    const same = (listing: string) => Number(compact(listing) === compact(spelling))
    // Where the romanised name carries no marks, its long vowels are not known.
    const farthest = romanised === name ? 4 : 1
    const [best] = listed
      .filter((town) => town.province === province && town.bones === bones && far(town.name) <= farthest)
      .toSorted((a, b) => same(b.name) - same(a.name) || far(a.name) - far(b.name))
    return best === undefined ? [spelling, 'spelled'] : [best.name, 'listed']
  }
}

const facts = (): GazetteerFacts => {
  const columns = ['province', 'number', 'fa', 'en', 'seat', 'geonames'] as const
  const counties = readTable(file('sources/counties.tsv'), columns)
  const townCounties = readTable(file('sources/town-counties.tsv'), ['province', 'town', 'county'])
  const nameOf = persianNames()
  return {
    iso: 'IR',
    country: { fa: 'ایران', en: 'Iran', lat: 32.5, lon: 53.7 },
    provinces,
    counties: counties.map(({ province, number, fa, en, seat, geonames }) => ({
      province: iso(province),
      number: Number(number),
      fa,
      en,
      seat,
      geonames: geonames.split(',').filter((code) => code !== ''),
    })),
    moved: [
      { town: 'Tabas', from: 'IR-21', to: 'IR-29' },
      { town: "Sara'eyn", from: 'IR-03', to: 'IR-24' },
      { town: 'Abyek', from: 'IR-00', to: 'IR-26' },
      { town: 'Fardis', from: 'IR-23', to: 'IR-30' },
      { town: 'Meshkin Dasht', from: 'IR-23', to: 'IR-30' },
      { town: 'Mahdasht', from: 'IR-23', to: 'IR-30' },
      { town: 'Kuhsar', from: 'IR-23', to: 'IR-30' },
      { town: 'Golsar', from: 'IR-23', to: 'IR-30' },
    ],
    townCounties: townCounties.map((row) => ({ ...row, province: iso(row.province) })),
    // Sizes of a city for what is a village or a station.
    disbelieved: ['Kahriz', 'Akbarabad', 'Istgah-e Rah Ahan-e Garmsar', 'Padegan-e Manjil'],
    nameFa: (province, town) => nameOf(province, town)[0],
  }
}

const target = file('places.json')

export const placesJson = (): string => placesText(facts(), target)

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, placesJson())
