import { countryPack } from '#countries/index.ts'
import { colleagues } from '#platform/auth/attempts.ts'
import type { ReadScope } from '#platform/command/index.ts'
import { isWithin, type HomeRange } from '#platform/ids/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { query } from '#platform/query/index.ts'
import { addDays, today } from '#engines/calendar/index.ts'
import type { UnitId, VolunteerId } from '#domains/network/contract.ts'
import { findUnit } from '#domains/network/store.ts'
import { listVetting, listVettingUnits, type VettedVolunteer, type VettingPurpose } from './contract.ts'
import { standingOf, vettingDays } from './lifecycle.ts'
import { vettingArea } from './policy.ts'
import * as store from './store.ts'

const SHOWN = 100

/** The area whose volunteers the actor vets, opened for this one deed. */
export const openArea = async ({ actor, tx, admit }: ReadScope): Promise<HomeRange> => {
  const unit = actor.unit === undefined ? undefined : await findUnit(tx, actor.unit)
  if (unit === undefined || unit.closed_on !== null) throw new Problem('record.not-found')
  const area = vettingArea(unit)
  admit(`vetting:${area.from}:${area.to}`)
  return area
}

/** Nobody vets a group that they belong to, whatever else they are. */
export const belongsTo = async (scope: ReadScope, unit: string): Promise<boolean> => {
  const own = [await colleagues(scope, unit, 'coordinator'), await colleagues(scope, unit, 'volunteer')]
  return own.flat().some(({ account }) => account === scope.actor.id)
}

export const rulesOf = ({ now, country }: ReadScope) => {
  const { timeZone, calendar, vetting } = countryPack(country)
  const on = today(now, timeZone)
  return { on, soonDays: vetting.soonDays, asks: vetting.asks, days: vettingDays(on, vetting.mostYears, calendar) }
}

export const vettedAnswer = (scope: ReadScope, row: store.VettedRecord, ended: VettedVolunteer['ended']): VettedVolunteer => {
  const { on, soonDays } = rulesOf(scope)
  return {
    id: row.id as VolunteerId,
    revision: row.revision,
    givenName: row.given_name,
    familyName: row.family_name,
    standing: standingOf(row, on, soonDays),
    purposes: row.vetted_for as VettingPurpose[],
    until: row.vetted_until,
    ended,
  }
}

export const units = query(listVettingUnits, async (scope) => {
  const area = await openArea(scope)
  const { on, soonDays } = rulesOf(scope)
  const rows = await store.unitsIn(scope.tx, area, on, addDays(on, soonDays))
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
  scope.audit(null, { units: rows.length })
  return {
    units: rows.slice(0, SHOWN).map(({ id, name_fa, name_en, volunteers, without, soon }) => ({
      id: id as UnitId, nameFa: name_fa, nameEn: name_en, volunteers, without, soon,
    })),
    more: Math.max(0, rows.length - SHOWN),
    without: sum(({ without }) => without),
    soon: sum(({ soon }) => soon),
  }
})

export const ofUnit = query(listVetting, async (scope, { params }) => {
  const { tx, audit } = scope
  const area = await openArea(scope)
  const unit = await findUnit(tx, params.unit)
  if (unit === undefined || unit.organisation !== 'network' || !isWithin(unit.home, area)) throw new Problem('record.not-found')
  const rows = await store.volunteersOf(tx, unit.id, area)
  const ended = await store.lastEnded(tx, rows.map(({ id }) => id))
  const { days, asks } = rulesOf(scope)
  audit(unit.id, { home: unit.home, volunteers: rows.map(({ id }) => id) })
  return {
    nameFa: unit.name_fa,
    nameEn: unit.name_en,
    own: await belongsTo(scope, unit.id),
    volunteers: rows.map((row) => vettedAnswer(scope, row, ended.get(row.id) ?? null)),
    rules: { from: days.from, to: days.to, asks: { home: [...asks.home], children: [...asks.children] } },
  }
})
