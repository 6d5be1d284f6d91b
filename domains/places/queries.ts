import { countryPack } from '#countries/index.ts'
import { today } from '#engines/calendar/index.ts'
import { openQuery } from '#platform/query/index.ts'
import { foldForSearch } from '#platform/words/index.ts'
import { searchPlaces, type Place, type PlaceCode } from './contract.ts'
import * as store from './store.ts'

export const search = openQuery(searchPlaces, async ({ tx, now, country }, { query }) => {
  const rows = await store.search(tx, foldForSearch(query.text), query.kind, today(now, countryPack(country).timeZone))
  return {
    places: rows.map((row) => ({
      code: row.code as PlaceCode,
      kind: row.kind as Place['kind'],
      nameFa: row.name_fa,
      nameEn: row.name_en,
      withinFa: [row.county_fa, row.province_fa].filter(Boolean).join('، '),
      withinEn: [row.county_en, row.province_en].filter(Boolean).join(', '),
    })),
  }
})
