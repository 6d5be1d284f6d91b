import { rolesIn } from '#platform/auth/attempts.ts'
import type { ReadScope } from '#platform/command/index.ts'
import { countyRange } from '#platform/ids/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { query } from '#platform/query/index.ts'
import type { PublicUnit, UnitId } from '#domains/network/contract.ts'
import { getClosing, getMyGroup, listGroups, type ClosingHindrance, type Group, type MyGroup } from './contract.ts'
import { hindranceOf } from './lifecycle.ts'
import { mayTakeFrom, takes } from './policy.ts'
import * as store from './store.ts'

const MOST_OFFERED = 12
const OWN_ROLES = ['coordinator', 'volunteer']

const groupAnswer = (row: store.GroupRecord): Group => ({
  id: row.id as UnitId, nameFa: row.name_fa, nameEn: row.name_en, placeFa: row.place_fa, placeEn: row.place_en,
})

export const requireGroup = async ({ tx }: ReadScope, id: string): Promise<store.GroupRecord> => {
  const unit = await store.findGroup(tx, id)
  if (unit === undefined) throw new Problem('record.not-found')
  return unit
}

/** Who would have no group, or has none yet where it is closed already. Numbers are all that leaves the deed. */
export const membersToSettle = async ({ tx, admit }: ReadScope, unit: store.GroupRecord): Promise<store.Member[]> => {
  admit(`coordinator:${unit.id}`)
  const members = await store.membersOf(tx, unit.id)
  return unit.closed_on === null ? members : members.filter(({ without_group_since }) => without_group_since !== null)
}

export const isThere = ({ left_at }: store.Member): boolean => left_at === null

export const lookAt = async (scope: ReadScope, unit: store.GroupRecord): Promise<{ hindrance: ClosingHindrance | null; coordinators: number }> => {
  const roles = await rolesIn(scope, unit.id)
  const staff = roles.filter(({ role }) => !OWN_ROLES.includes(role)).reduce((sum, { count }) => sum + count, 0)
  return {
    hindrance: hindranceOf(unit, { units: await store.countUnitsBelow(scope.tx, unit.id), staff }),
    coordinators: roles.find(({ role }) => role === 'coordinator')?.count ?? 0,
  }
}

/** Numbers alone: an administrator reads nobody's name here (design 3). */
export const closing = query(getClosing, async (scope, { params }) => {
  const { tx, audit } = scope
  const unit = await requireGroup(scope, params.unit)
  const [{ hindrance, coordinators }, settled, near] = [
    await lookAt(scope, unit),
    await membersToSettle(scope, unit),
    await store.openIn(tx, countyRange(unit.home), unit),
  ]
  const members = settled.filter(isThere)
  audit(unit.id, { home: unit.home, volunteers: members.length })
  const to = near
    .filter((group) => mayTakeFrom(group, unit))
    .map((group) => ({ ...groupAnswer(group), takes: members.filter(({ sex }) => takes(group, sex)).length }))
    .filter((group) => group.takes > 0)
  return {
    id: unit.id as UnitId,
    revision: unit.revision,
    nameFa: unit.name_fa,
    nameEn: unit.name_en,
    hindrance,
    coordinators,
    volunteers: members.length,
    to: to.slice(0, MOST_OFFERED),
  }
})

export const groups = query(listGroups, async (scope, { query: { text = '' } }) => {
  const { tx, admit, audit } = scope
  const closed = await store.closedGroups(tx)
  admit(...closed.map(({ id }) => `coordinator:${id}`))
  const waiting = await store.countWaiting(tx, closed.map(({ id }) => id))
  const found = text === '' ? [] : await store.searchGroups(tx, text)
  audit(null, { groups: found.length, closed: waiting.size })
  return {
    groups: found.map(groupAnswer),
    closed: closed.flatMap((row) => {
      const count = waiting.get(row.id) ?? 0
      return count === 0 ? [] : [{ ...groupAnswer(row), waiting: count }]
    }),
  }
})

const publicUnit = (row: store.GroupRecord): PublicUnit => ({
  id: row.id as UnitId,
  nameFa: row.name_fa,
  nameEn: row.name_en,
  kind: row.kind as PublicUnit['kind'],
  membership: row.membership as PublicUnit['membership'],
  placeFa: row.place_fa,
  placeEn: row.place_en,
  phone: row.phone,
  hours: row.hours,
})

export const readMyGroup = async (scope: ReadScope): Promise<MyGroup> => {
  const { actor, tx, audit } = scope
  const self = await store.findSelf(tx, actor.volunteer ?? '', 'read')
  if (self === undefined) throw new Problem('record.not-found')
  const unit = await requireGroup(scope, self.unit)
  audit(self.id, { home: self.home })
  const names = { nameFa: unit.name_fa, nameEn: unit.name_en }
  if (self.without_group_since === null) return { ...names, choices: null }
  const near = await store.openIn(tx, countyRange(unit.home), self)
  const choices = near.filter((group) => mayTakeFrom(group, unit) && takes(group, self.sex)).slice(0, MOST_OFFERED)
  return { ...names, choices: choices.map(publicUnit) }
}

export const mine = query(getMyGroup, readMyGroup)
