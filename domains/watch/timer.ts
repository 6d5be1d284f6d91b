import { countryPack } from '#countries/index.ts'
import { dutyLine } from '#domains/duty/index.ts'
import { findUnit, findVolunteer, phoneOfVolunteer } from '#domains/network/index.ts'
import { besidesOf, watchedVisit } from '#domains/visits/index.ts'
import { phonesOf } from '#platform/auth/attempts.ts'
import type { WriteScope } from '#platform/command/index.ts'
import type { Payload } from '#platform/jobs/index.ts'
import { sendMessage } from '#platform/messages/index.ts'
import { say } from '#platform/words/index.ts'
import type { WatchStage } from './contract.ts'
import { againAt, overdueAt, stageAfter } from './lifecycle.ts'
import * as store from './store.ts'
import { words } from './words.ts'

export const remindAt = ({ emit }: Pick<WriteScope, 'emit'>, { home, visit }: { home: number; visit: string }, at: Date): void =>
  emit({ name: 'watch.due', payload: { home, visit }, at, key: visit })

/** Somebody checked in at a door: from now on the server watches the clock, even when the phone is dead. */
export const start = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const { tx, now, audit, country } = scope
  const id = String(payload['visit'])
  const visit = await watchedVisit(tx, id)
  if (visit === undefined || visit.state !== 'under-way' || visit.arrivedAt === null) return
  if ((await store.findTimer(tx, `watch:${id}`, id)) !== undefined) return
  const due = overdueAt(visit.arrivedAt, visit.minutes, countryPack(country).watch, now)
  const { home, volunteer, unit, team, synthetic } = visit
  store.insertTimer(tx, { home, visit: id, volunteer, unit, team, arrived_at: visit.arrivedAt, overdue_at: due, synthetic })
  audit(id, { home, until: due.toISOString() })
  remindAt(scope, { home, visit: id }, due)
}

const texts = ({ country }: WriteScope) => say(words, countryPack(country).languages[0])

const send = (scope: WriteScope, home: number, phones: readonly (string | null)[], text: string): void => {
  for (const to of new Set(phones))
    if (to !== null) sendMessage(scope, { home, channel: 'sms', to, purpose: 'watch', text })
}

/** The volunteer's group now: the one they set out from may have been closed while they were at the door. */
const groupOf = async ({ tx, admit }: WriteScope, { unit, volunteer }: store.TimerRecord) => {
  const group = await findUnit(tx, unit)
  if (group === undefined || group.closed_on === null) return group
  admit(`volunteer:${volunteer}`)
  return await findUnit(tx, (await findVolunteer(tx, volunteer))?.unit ?? unit)
}

/** The group's own people: its coordinators, else its telephone. */
const groupPhones = async (scope: WriteScope, timer: store.TimerRecord): Promise<(string | null)[]> => {
  const group = await groupOf(scope, timer)
  const coordinators = await phonesOf(scope, group?.id ?? timer.unit, 'coordinator')
  return coordinators.length > 0 ? coordinators : [group?.phone ?? null]
}

/** Whoever goes along; where nobody does, the group's coordinator. */
const buddyPhones = async (scope: WriteScope, timer: store.TimerRecord, need: string): Promise<(string | null)[]> => {
  scope.admit(`need:${need}`)
  const beside = await besidesOf(scope.tx, need, timer.visit)
  const own = await Promise.all(beside.map((volunteer) => phoneOfVolunteer(scope, volunteer)))
  return own.some((phone) => phone !== null) ? own : await groupPhones(scope, timer)
}

const tellOf: Readonly<Record<Exclude<WatchStage, 'waiting'>, (scope: WriteScope, timer: store.TimerRecord, need: string) => Promise<void>>> = {
  buddy: async (scope, timer, need) => {
    send(scope, timer.home, [await phoneOfVolunteer(scope, timer.volunteer)], texts(scope).smsAsk)
    send(scope, timer.home, await buddyPhones(scope, timer, need), texts(scope).smsBuddy)
  },
  duty: async (scope, timer) => {
    const [first = null] = await dutyLine(scope, timer.team)
    send(scope, timer.home, [first, ...(await groupPhones(scope, timer))], texts(scope).smsDuty)
  },
  plan: async (scope, timer) => {
    const line = await dutyLine(scope, timer.team)
    send(scope, timer.home, [line[timer.told % Math.max(1, line.length)] ?? null], texts(scope).smsPlan)
  },
}

/** The next step of an overdue visit. The visit itself is asked first: what came meanwhile from the phone counts. */
export const step = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const { tx, now, audit, actor, country } = scope
  const id = String(payload['visit'])
  const timer = await store.findTimer(tx, `watch:${id}`, id)
  if (timer === undefined || timer.ended_at !== null || timer.due_at > now) return
  const visit = await watchedVisit(tx, id)
  if (visit === undefined || !visit.isWatched) {
    audit(id, { home: timer.home, ended: 'visit-ended' })
    return store.endTimer(tx, timer, 'visit-ended', now, actor.id)
  }
  const stage = stageAfter(timer.stage)
  if (stage === 'waiting') throw new Error('a timer does not go back')
  audit(id, { home: timer.home, from: timer.stage, stage })
  await tellOf[stage](scope, timer, visit.need)
  const due_at = againAt(countryPack(country).watch, now)
  store.saveTimer(tx, timer, { stage, told: timer.told + 1, due_at, overdue_at: timer.overdue_at })
  remindAt(scope, timer, due_at)
}

export const end = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const id = String(payload['visit'])
  const timer = await store.findTimer(scope.tx, `watch:${id}`, id)
  if (timer === undefined || timer.ended_at !== null) return
  scope.audit(id, { home: timer.home, ended: 'visit-ended' })
  store.endTimer(scope.tx, timer, 'visit-ended', scope.now, scope.actor.id)
}
