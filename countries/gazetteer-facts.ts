import type { GazetteerTown } from './gazetteer-sources.ts'

export interface ProvinceFact {
  readonly code: string
  readonly ordinal: number
  /** First-order code of GeoNames. */
  readonly geonames: string
  readonly fa: string
  readonly en: string
  /** Of the census. */
  readonly population: number
}

export interface CountyFact {
  /** Code of its province. */
  readonly province: string
  readonly number: number
  readonly fa: string
  readonly en: string
  /** `Name`, `Name@lat,lon` where the name is not unique, `=Name@lat,lon` where the gazetteer lacks it. */
  readonly seat: string
  /** Second-order codes of GeoNames that mean it. */
  readonly geonames: readonly string[]
}

export interface Move {
  readonly town: string
  readonly from: string
  readonly to: string
}

export interface TownCounty {
  readonly province: string
  readonly town: string
  readonly county: string
}

/** What a pack adds to the gazetteers. A town is `Name` or `Name@lat,lon`, marks and spaces of no account. */
export interface GazetteerFacts {
  readonly iso: string
  readonly country: { readonly fa: string; readonly en: string; readonly lat: number; readonly lon: number }
  readonly provinces: readonly ProvinceFact[]
  readonly counties: readonly CountyFact[]
  /** Towns that the gazetteer puts into a wrong province, or into none: `from` is empty. */
  readonly moved: readonly Move[]
  /** Towns whose county is not that of the nearest seat; `county` is its name. */
  readonly townCounties: readonly TownCounty[]
  /** Towns whose population in the gazetteer cannot be. */
  readonly disbelieved: readonly string[]
  nameFa(province: string, town: GazetteerTown): string
}
