import { countryPack } from '#countries/index.ts'
import { command } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { oneAlarm } from './answers.ts'
import { acknowledge, answerAlarm, handOver, type HandOverId } from './contract.ts'
import { countAnswered } from './count.ts'
import { after, canHandOver } from './lifecycle.ts'
import { readAlarm, requireAlarm } from './queries.ts'
import * as store from './store.ts'

export const answer = command(answerAlarm, { reread: (scope, _record, { params }) => readAlarm(scope, params.request) }, async (scope, { params }) => {
  const { tx, actor, audit, now } = scope
  const alarm = await requireAlarm(scope, params.request, 'for update')
  const state = after('answer', alarm.state)
  if (state === undefined) throw new Problem('danger.not-open', { state: alarm.state })
  const change = { state, answered_at: now, answered_by: actor.id, answered_role: actor.role ?? actor.kind, next_ring_at: null }
  audit(alarm.request, { home: alarm.home, from: alarm.state, rings: alarm.rings })
  store.saveAlarm(tx, alarm, change)
  countAnswered(scope, alarm)
  return await oneAlarm(scope, { ...alarm, ...change })
})

export const hand = command(handOver, { reread: (scope, _record, { params }) => readAlarm(scope, params.request) }, async (scope, { params, body }) => {
  const { tx, actor, audit, now, country } = scope
  const alarm = await requireAlarm(scope, params.request, 'for update')
  if (!canHandOver(alarm.state)) throw new Problem('danger.not-answered', { state: alarm.state })
  if (!countryPack(country).danger.receivers.some(({ code }) => code === body.receiver))
    throw new Problem('danger.receiver-unknown', {}, [{ field: 'receiver', code: 'not-in-list' }])
  const id = scope.newId<HandOverId>()
  const unreceipted = alarm.unreceipted + 1
  audit(alarm.request, { home: alarm.home, handOver: id, receiver: body.receiver, basis: body.basis })
  store.saveAlarm(tx, alarm, { unreceipted })
  store.insertHandOver(tx, alarm, { id, ...body, recorded_at: now, by: actor.id, role: actor.role ?? actor.kind })
  return await oneAlarm(scope, { ...alarm, unreceipted })
})

export const receipt = command(acknowledge, { reread: (scope, _record, { params }) => readAlarm(scope, params.request) }, async (scope, { params, body }) => {
  const { tx, actor, keys, audit, admit, now } = scope
  const alarm = await requireAlarm(scope, params.request, 'for update')
  admit(`alarm:${alarm.request}`)
  const handed = (await store.handOversOf(tx, [alarm.request])).find(({ id }) => id === body.handOver)
  if (handed === undefined) throw new Problem('record.not-found')
  if (handed.received_at !== null) throw new Problem('danger.receipt-given')
  const { receivedBy, reference } = body
  const unreceipted = alarm.unreceipted - 1
  audit(alarm.request, { home: alarm.home, handOver: handed.id, receipt: true })
  store.saveReceipt(tx, handed, keys.seal(handed.home, JSON.stringify({ receivedBy, reference })), now, actor.id)
  store.saveAlarm(tx, alarm, { unreceipted })
  return await oneAlarm(scope, { ...alarm, unreceipted })
})
