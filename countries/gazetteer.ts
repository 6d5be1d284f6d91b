import type { GazetteerPlace } from './pack.ts'

/** A place as a pack's `places.json` keeps it: short, so that loading a country takes no time. */
export type PlaceRow = readonly [
  code: string,
  kind: 'c' | 'p' | 'd' | 't',
  parent: string,
  fa: string,
  en: string,
  lat: number,
  lon: number,
  population: number,
  populationKind: 'census' | 'modelled',
  province: number,
  county: number,
]

const kinds = { c: 'country', p: 'province', d: 'county', t: 'town' } as const

/** Rows are in the order of the tree: a parent stands before its children. */
export const placesFrom = (rows: readonly PlaceRow[]): readonly GazetteerPlace[] =>
  rows.map(([code, kind, parent, nameFa, nameEn, lat, lon, population, populationKind, ...ordinals]) => ({
    code,
    kind: kinds[kind],
    parent: parent === '' ? null : parent,
    nameFa,
    nameEn,
    lat,
    lon,
    population,
    populationKind,
    province: ordinals[0],
    county: ordinals[1],
  }))
