import type { GazetteerPlace } from '#countries/pack.ts'
import rows from './places.json' with { type: 'json' }

type Row = readonly [string, GazetteerPlace['kind'], string | null, string, string, number, number, number | null, number, number]

/** All places, parents before their children. Populations are the gazetteer's; there is no open census below province. */
export const readPlaces = (): GazetteerPlace[] =>
  (rows as unknown as Row[]).map(([code, kind, parent, nameFa, nameEn, lat, lon, population, province, county]) => ({
    code,
    kind,
    parent,
    nameFa,
    nameEn,
    lat,
    lon,
    population,
    populationKind: population === null ? null : 'modelled',
    province,
    county,
  }))
