import { countryPack } from '#countries/index.ts'
import { command, type ReadScope, type WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import type { VisitId } from '#domains/visits/contract.ts'
import { allRight, reached } from './contract.ts'
import { putOffTo } from './lifecycle.ts'
import { isOwn, mayWatch } from './policy.ts'
import * as store from './store.ts'
import { remindAt } from './timer.ts'

const answer = (timer: Pick<store.TimerRecord, 'visit' | 'overdue_at'>, ended: boolean) => ({
  visit: timer.visit as VisitId,
  ended,
  overdueAt: ended ? null : timer.overdue_at.toISOString(),
})

const requireOwnTimer = async ({ actor, tx }: ReadScope, visit: string) => {
  const timer = await store.findTimer(tx, `volunteer:${actor.volunteer}`, visit)
  if (timer === undefined || !isOwn(actor, timer)) throw new Problem('record.not-found')
  return timer
}

const rereadOwn = async (scope: ReadScope, visit: string) => {
  const timer = await requireOwnTimer(scope, visit)
  scope.audit(visit, { home: timer.home })
  return answer(timer, timer.ended_at !== null)
}

export const fine = command(allRight, { reread: rereadOwn }, async (scope, { params }) => {
  const { tx, actor, audit, now, country } = scope
  const timer = await requireOwnTimer(scope, params.visit)
  audit(timer.visit, { home: timer.home, stage: timer.stage })
  if (timer.ended_at !== null) return answer(timer, true)
  if (timer.stage !== 'waiting') {
    store.endTimer(tx, timer, 'all-right', now, actor.id)
    return answer(timer, true)
  }
  const overdue_at = putOffTo(timer.due_at, countryPack(country).watch, now)
  store.saveTimer(tx, timer, { ...timer, due_at: overdue_at, overdue_at })
  remindAt(scope, timer, overdue_at)
  return answer({ ...timer, overdue_at }, false)
})

const requireWatched = async ({ actor, tx }: WriteScope | ReadScope, visit: string) => {
  const key = actor.role === 'coordinator' ? `coordinator:${actor.unit}` : `desk:${actor.unit}`
  const timer = await store.findTimer(tx, key, visit)
  if (timer === undefined || !mayWatch(actor, timer)) throw new Problem('record.not-found')
  return timer
}

const rereadWatched = async (scope: ReadScope, visit: string) => {
  const timer = await requireWatched(scope, visit)
  scope.audit(visit, { home: timer.home })
  return { visit: visit as VisitId, ended: true as const }
}

export const spokeWith = command(reached, { reread: rereadWatched }, async (scope, { params }) => {
  const { tx, actor, audit, now } = scope
  const timer = await requireWatched(scope, params.visit)
  audit(timer.visit, { home: timer.home, stage: timer.stage, reached: true })
  if (timer.ended_at === null) store.endTimer(tx, timer, 'reached', now, actor.id)
  return { visit: timer.visit as VisitId, ended: true as const }
})
