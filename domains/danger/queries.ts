import { countryPack } from '#countries/index.ts'
import { requestForAlarm } from '#domains/desk/index.ts'
import type { ReadScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { query } from '#platform/query/index.ts'
import { alarmAnswers, oneAlarm } from './answers.ts'
import { getAlarm, listAlarms } from './contract.ts'
import { mayAnswer } from './policy.ts'
import * as store from './store.ts'

const ownKey = ({ actor }: ReadScope): string =>
  actor.role === 'safeguarding-lead' ? `safeguarding:${actor.unit}` : `desk:${actor.unit}`

export const requireAlarm = async (scope: ReadScope, request: string, lock: 'for update' | 'read') => {
  const alarm = await store.findAlarm(scope.tx, [ownKey(scope)], request, lock)
  if (alarm === undefined || !mayAnswer(scope.actor, alarm)) throw new Problem('record.not-found')
  return alarm
}

export const open = query(listAlarms, async (scope) => {
  const rows = await store.openAlarms(scope.tx, ownKey(scope))
  scope.audit(null, { alarms: rows.map(({ request }) => request) })
  return {
    alarms: await alarmAnswers(scope, rows),
    receivers: countryPack(scope.country).danger.receivers.map(({ code, name, phone, lastResort }) => ({
      code,
      nameFa: name.fa,
      nameEn: name.en,
      phone,
      lastResort,
    })),
  }
})

export const readAlarm = async (scope: ReadScope, request: string) => {
  const alarm = await requireAlarm(scope, request, 'read')
  scope.audit(alarm.request, { home: alarm.home })
  return await oneAlarm(scope, alarm)
}

export const get = query(getAlarm, async (scope, { params }) => {
  const alarm = await requireAlarm(scope, params.request, 'read')
  // Once it is over, the request is the centre's alone again.
  if (alarm.state === 'over') throw new Problem('record.not-found')
  scope.admit(`request:${alarm.request}`)
  const request = await requestForAlarm(scope, alarm.request, 'read')
  if (request === undefined) throw new Problem('record.not-found')
  scope.audit(alarm.request, { home: alarm.home, opened: true })
  const { givenName, familyName, words, quarter, contact, onBehalf } = request
  return { ...(await oneAlarm(scope, alarm)), givenName, familyName, words, quarter, ...contact, onBehalf }
})
