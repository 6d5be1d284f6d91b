import { countryPack } from '#countries/index.ts'
import { requestForAlarm } from '#domains/desk/index.ts'
import { dutyLine } from '#domains/duty/index.ts'
import { officesAbove } from '#domains/network/index.ts'
import type { WriteScope } from '#platform/command/index.ts'
import type { Job, Payload } from '#platform/jobs/index.ts'
import { sendMessage } from '#platform/messages/index.ts'
import { say } from '#platform/words/index.ts'
import { countAnswered } from './count.ts'
import { after, minutesToNext } from './lifecycle.ts'
import * as store from './store.ts'
import { words } from './words.ts'

const alarmKeys = ({ request }: Payload) => [`alarm:${request}`, `request:${request}`]

const findAlarm = ({ tx }: WriteScope, { request }: Payload) =>
  store.findAlarm(tx, [`alarm:${request}`], String(request), 'for update')

const ringAt = (scope: WriteScope, { home, request }: Payload, at: Date) =>
  scope.emit({ name: 'danger.ring-due', payload: { home: home ?? null, request: request ?? null }, at, key: String(request) })

/** The request is about danger, or the decision about it was taken back: somebody is told from now on. */
const raise = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const { tx, now, audit } = scope
  // A decision that comes meanwhile waits, or was first: no alarm rings for a request that somebody has decided.
  const request = await requestForAlarm(scope, String(payload['request']), 'for update')
  if (request === undefined || request.state !== 'received') return
  const alarm = await findAlarm(scope, payload)
  if (alarm === undefined) {
    const leads = (await officesAbove(tx, request.team)).map((office) => `safeguarding:${office}`)
    const { home, id, team, place, recordedAt, dueAt, synthetic } = request
    // A clerk heard the danger later than it was asked.
    const raisedAt = typeof payload['at'] === 'string' ? new Date(payload['at']) : recordedAt
    store.insertAlarm(tx, { home, request: id, team, leads, place, raised_at: raisedAt, due_at: dueAt, synthetic })
    audit(id, { home, raised: true })
    return ringAt(scope, payload, now)
  }
  if (alarm.state !== 'over') return
  audit(alarm.request, { home: alarm.home, raised: 'again' })
  const state = alarm.answered_at === null ? 'ringing' : 'answered'
  store.saveAlarm(tx, alarm, { state, over_at: null, next_ring_at: state === 'ringing' ? now : null })
  if (state === 'ringing') ringAt(scope, payload, now)
}

/** Tells the next on duty, and comes again: only an answer ends it. */
const ring = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const { tx, now, audit, country, publicUrl } = scope
  const alarm = await findAlarm(scope, payload)
  if (alarm === undefined || alarm.state !== 'ringing' || alarm.next_ring_at === null || alarm.next_ring_at > now) return
  const pack = countryPack(country)
  const phones = await dutyLine(scope, alarm.team)
  const next = new Date(now.getTime() + minutesToNext(alarm.rings, phones.length, pack.danger.againMinutes) * 60_000)
  const to = phones[alarm.rings % Math.max(1, phones.length)]
  audit(alarm.request, { home: alarm.home, rings: alarm.rings + 1, told: to !== undefined })
  const text = say(words, pack.languages[0]).smsAlarm({ link: publicUrl === undefined ? '' : ` ${publicUrl}/staff/danger` })
  if (to !== undefined) sendMessage(scope, { home: alarm.home, channel: 'sms', to, purpose: 'danger', text })
  store.saveAlarm(tx, alarm, { rings: alarm.rings + 1, next_ring_at: next })
  ringAt(scope, payload, next)
}

/** The request was decided, stopped or erased: whoever did that has answered. */
const end = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const { tx, now, audit } = scope
  const alarm = await findAlarm(scope, payload)
  const state = alarm === undefined ? undefined : after('end', alarm.state)
  if (alarm === undefined || state === undefined) return
  audit(alarm.request, { home: alarm.home, from: alarm.state })
  if (alarm.answered_at === null) countAnswered(scope, alarm)
  store.saveAlarm(tx, alarm, { state, over_at: now, next_ring_at: null, ...(alarm.answered_at === null ? { answered_at: now } : {}) })
}

export const jobs: readonly Job[] = [
  { task: 'danger.raise', on: ['desk.danger'], keys: alarmKeys, run: raise },
  { task: 'danger.ring', on: ['danger.ring-due'], keys: alarmKeys, run: ring },
  { task: 'danger.end', on: ['desk.danger-over'], keys: alarmKeys, run: end },
]
