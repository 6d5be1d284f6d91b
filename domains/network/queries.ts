import { countryPack } from '#countries/index.ts'
import { requirePlace } from '#domains/places/index.ts'
import { today, type PlainDate } from '#engines/calendar/index.ts'
import { countyRange } from '#platform/ids/index.ts'
import { openQuery, query } from '#platform/query/index.ts'
import { listNearUnits, listVolunteers, type PublicUnit, type UnitId, type UnitVolunteer, type VolunteerId } from './contract.ts'
import { relatedIn } from './related.ts'
import * as store from './store.ts'
import { standingOf } from './vetting/lifecycle.ts'

const NEAR = 12

export const near = openQuery(listNearUnits, async ({ tx }, { query: { place: code } }) => {
  const place = await requirePlace(tx, code)
  const rows = await store.unitsNear(tx, countyRange(place.home), place.lat, place.lon, NEAR)
  return {
    units: rows.map((row) => ({
      id: row.id as UnitId,
      nameFa: row.name_fa,
      nameEn: row.name_en,
      kind: (row.kind ?? 'centre') as PublicUnit['kind'],
      membership: row.membership as PublicUnit['membership'],
      placeFa: row.place_fa,
      placeEn: row.place_en,
      phone: row.phone,
      hours: row.hours,
    })),
  }
})

const vettingOf = (row: store.VolunteerRecord, on: PlainDate, soonDays: number): Pick<UnitVolunteer, 'vetting' | 'vettedUntil'> => {
  const standing = standingOf(row, on, soonDays)
  return { vetting: standing === 'lapsed' ? 'none' : standing, vettedUntil: standing === 'soon' ? row.vetted_until : null }
}

export const volunteers = query(listVolunteers, async ({ actor, tx, audit, now, country }) => {
  const unitId = actor.unit ?? ''
  const [rows, unit] = await Promise.all([store.volunteersOfUnit(tx, unitId), store.findUnit(tx, unitId)])
  const { timeZone, vetting } = countryPack(country)
  const on = today(now, timeZone)
  audit(null, { unit: unitId, volunteers: rows.length })
  return {
    unitFa: unit?.name_fa ?? '',
    unitEn: unit?.name_en ?? '',
    volunteers: rows.map((row) => ({
      id: row.id as VolunteerId,
      revision: row.revision,
      givenName: row.given_name,
      familyName: row.family_name,
      kinds: row.kinds,
      capacity: row.capacity,
      load: row.load,
      ...vettingOf(row, on, vetting.soonDays),
      pausedUntil: row.paused_until,
      related: relatedIn(rows, row) as VolunteerId[],
    })),
  }
})
