import { countryPack } from '#countries/index.ts'
import { today } from '#engines/calendar/index.ts'
import { command, type ReadScope, type WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { chooseGroup, closeUnit, moveVolunteers } from './contract.ts'
import { mayTakeFrom, takes } from './policy.ts'
import { isThere, lookAt, membersToSettle, readMyGroup } from './queries.ts'
import * as store from './store.ts'

/** Both are locked: a group that is closed at this moment takes nobody in. */
const requireBoth = async ({ tx }: WriteScope, id: string, to: string | null) => {
  const rows = await store.lockGroups(tx, to === null ? [id] : [id, to])
  const unit = rows.find((row) => row.id === id)
  if (unit === undefined) throw new Problem('record.not-found')
  return { unit, taker: rows.find((row) => row.id === to) }
}

const requireTaker = (unit: store.GroupRecord, taker: store.GroupRecord | undefined): store.GroupRecord => {
  if (taker === undefined || !mayTakeFrom(taker, unit)) throw new Problem('network.unit-cannot-take', {}, [{ field: 'to', code: 'not-in-list' }])
  return taker
}

/** Other domains hear of each: what they had promised is looked at again under the new group. */
const tellMoved = ({ emit }: WriteScope, { home, id }: Pick<store.Member, 'home' | 'id'>, unit: string, to: string): void =>
  emit({ name: 'network.volunteer-moved', payload: { home, volunteer: id, unit, to } })

/** Whom the group takes in goes there; the others rest until they have chosen. */
const settleAll = (scope: WriteScope, unit: store.GroupRecord, members: readonly store.Member[], taker: store.GroupRecord | undefined) => {
  const { tx, now, admit, audit } = scope
  const moving = taker === undefined ? [] : members.filter((member) => isThere(member) && takes(taker, member.sex))
  const resting = members.filter((member) => !moving.includes(member))
  const resumed = resting.filter(({ without_group_since }) => without_group_since === null)
  if (taker !== undefined && moving.length > 0) {
    admit(`coordinator:${taker.id}`)
    store.settle(tx, moving, taker.id, now)
  }
  if (resumed.length > 0) store.settle(tx, resumed, null, now)
  for (const member of moving) {
    audit(member.id, { home: member.home, from: unit.id, to: taker?.id })
    tellMoved(scope, member, unit.id, taker?.id ?? '')
  }
  for (const member of resumed) audit(member.id, { home: member.home, from: unit.id, to: null })
  return { moved: moving.length, waiting: resting.filter(isThere).length }
}

const reread = async (scope: ReadScope, id: string) => {
  scope.audit(id)
  const unit = await store.findGroup(scope.tx, id)
  if (unit === undefined) throw new Problem('record.not-found')
  return { moved: 0, waiting: (await membersToSettle(scope, unit)).filter(isThere).length }
}

export const close = command(closeUnit, { reread }, async (scope, { params, body }) => {
  const { tx, now, country, audit, emit } = scope
  const { unit, taker } = await requireBoth(scope, params.unit, body.to)
  const { hindrance, coordinators } = await lookAt(scope, unit)
  if (hindrance === 'closed') throw new Problem('network.unit-closed')
  if (unit.revision !== body.revision) throw new Problem('request.stale')
  if (hindrance !== null) throw new Problem(`network.unit-${hindrance}`)
  const to = body.to === null ? undefined : requireTaker(unit, taker)
  const members = await membersToSettle(scope, unit)
  store.close(tx, unit, { on: today(now, countryPack(country).timeZone), reason: body.reason })
  audit(unit.id, { home: unit.home, reason: body.reason, to: body.to, volunteers: members.length, coordinators })
  const done = settleAll(scope, unit, members, to)
  emit({ name: 'network.unit-closed', payload: { home: unit.home, unit: unit.id, at: now.toISOString() } })
  for (const { home, id } of members.filter(isThere))
    emit({ name: 'network.group-ended', payload: { home, volunteer: id, unit: unit.id } })
  return done
})

export const move = command(moveVolunteers, { reread }, async (scope, { params, body }) => {
  const { unit, taker } = await requireBoth(scope, params.unit, body.to)
  if (unit.closed_on === null) throw new Problem('record.not-found')
  const to = requireTaker(unit, taker)
  const members = await membersToSettle(scope, unit)
  scope.audit(unit.id, { home: unit.home, to: to.id, volunteers: members.length })
  for (const { home, id } of members.filter((member) => isThere(member) && takes(to, member.sex)))
    scope.emit({ name: 'network.group-found', payload: { home, volunteer: id, unit: unit.id } })
  return settleAll(scope, unit, members, to)
})

/** Where the old group took nobody along, everybody finds their own; nobody is asked for a reason. */
export const choose = command(chooseGroup, { reread: readMyGroup }, async (scope, { body }) => {
  const { actor, tx, now, admit, audit } = scope
  const found = await store.findSelf(tx, actor.volunteer ?? '', 'read')
  if (found === undefined) throw new Problem('record.not-found')
  // Groups before their people, as whoever closes one locks them.
  const { unit, taker } = await requireBoth(scope, found.unit, body.unit)
  const own = await store.findSelf(tx, found.id, 'for update')
  if (own === undefined || own.without_group_since === null || own.unit !== unit.id) throw new Problem('network.has-group')
  if (taker === undefined || !mayTakeFrom(taker, unit) || !takes(taker, own.sex)) throw new Problem('network.unit-cannot-take', {}, [{ field: 'unit', code: 'not-in-list' }])
  admit(`coordinator:${taker.id}`)
  store.settle(tx, [own], taker.id, now)
  audit(own.id, { home: own.home, from: unit.id, to: taker.id })
  tellMoved(scope, own, unit.id, taker.id)
  return { nameFa: taker.name_fa, nameEn: taker.name_en, choices: null }
})
