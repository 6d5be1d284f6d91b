import { countryPack } from '#countries/index.ts'
import { phoneOfVolunteer } from '#domains/network/index.ts'
import { contactFor } from '#domains/people/index.ts'
import { watchedVisit, type WatchedVisit } from '#domains/visits/index.ts'
import type { VisitId } from '#domains/visits/contract.ts'
import type { ReadScope } from '#platform/command/index.ts'
import { query } from '#platform/query/index.ts'
import { listOverdue, type Overdue } from './contract.ts'
import { maySeeAddress, mayWatch } from './policy.ts'
import * as store from './store.ts'

const contactOf = async (scope: ReadScope, timer: store.TimerRecord, visit: WatchedVisit) => {
  if (!maySeeAddress(scope.actor, timer.stage)) return { address: null, personPhone: null }
  scope.admit(`person:${visit.person}`)
  const { address, phone } = await contactFor(scope, visit.person)
  scope.audit(timer.visit, { home: timer.home, person: visit.person, stage: timer.stage, opened: 'address' })
  return { address, personPhone: phone }
}

const overdueAnswer = async (scope: ReadScope, timer: store.TimerRecord): Promise<Overdue | undefined> => {
  scope.admit(`assignment:${timer.visit}`)
  const visit = await watchedVisit(scope.tx, timer.visit)
  // Reported meanwhile: the timer's own end follows in a moment.
  if (visit === undefined || !visit.isWatched) return undefined
  return {
    visit: timer.visit as VisitId,
    volunteerName: visit.volunteerName,
    volunteerPhone: await phoneOfVolunteer(scope, timer.volunteer),
    unitFa: visit.unitFa,
    unitEn: visit.unitEn,
    arrivedAt: timer.arrived_at.toISOString(),
    overdueAt: timer.overdue_at.toISOString(),
    stage: timer.stage,
    nextAt: timer.due_at.toISOString(),
    areaFa: visit.areaFa,
    areaEn: visit.areaEn,
    ...(await contactOf(scope, timer, visit)),
  }
}

export const overdue = query(listOverdue, async (scope) => {
  const { actor, tx, audit, country } = scope
  const key = actor.role === 'coordinator' ? `coordinator:${actor.unit}` : `desk:${actor.unit}`
  const timers = (await store.overdueFor(tx, key)).filter((timer) => mayWatch(actor, timer))
  audit(null, { visits: timers.map(({ visit }) => visit) })
  const rows: Overdue[] = []
  for (const timer of timers) {
    const row = await overdueAnswer(scope, timer)
    if (row !== undefined) rows.push(row)
  }
  return { overdue: rows, plan: [...countryPack(country).watch.plan] }
})
