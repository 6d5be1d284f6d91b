import { countryPack } from '#countries/index.ts'
import { query } from '#platform/query/index.ts'
import { listCounties, type County } from './contract.ts'
import { countiesSeenBy } from './policy.ts'
import { K, told, toldParts } from './protect.ts'
import * as store from './store.ts'

const MOST_CARRIED = 4

const figuresOf = (row: store.CountyRow): County['figures'] => {
  if (row.at === null) return null
  const countOf = (carried: number) => row.loads.find((load) => load.carried === carried)?.count ?? 0
  return {
    at: row.at.toISOString(),
    loads: toldParts(Array.from({ length: MOST_CARRIED + 1 }, (_, carried) => ({ carried, count: countOf(carried) }))),
    idle: toldParts(row.idle),
    waiting: told(row.waiting),
    longestDays: row.waiting >= K ? row.longest_days : null,
    // A price of few needs would tell of each of them.
    lacks: row.lacks
      .filter(({ needs }) => needs >= K)
      .map(({ what, code, needs, unmatched, price, trainable }) => ({
        what,
        code,
        needs,
        unmatched: told(unmatched) === null || told(needs - unmatched) === null ? null : unmatched,
        price,
        how: trainable >= K ? 'train' : 'recruit',
      })),
  }
}

export const counties = query(listCounties, async ({ actor, tx, audit, admit, country }) => {
  admit('county-pictures')
  const rows = await store.countiesIn(tx, countiesSeenBy(actor))
  audit(null, { counties: rows.length })
  return {
    counties: rows.map((row) => ({
      code: row.code,
      nameFa: row.name_fa,
      nameEn: row.name_en,
      provinceFa: row.province_fa,
      provinceEn: row.province_en,
      lat: row.lat,
      lon: row.lon,
      figures: figuresOf(row),
    })),
    skills: countryPack(country).professions.map(({ code, name }) => ({ code, nameFa: name.fa, nameEn: name.en })),
  }
})
