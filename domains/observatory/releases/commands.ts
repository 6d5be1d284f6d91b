import { command, type ReadScope, type WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { draftRelease as promisedDraft, signRelease as promisedSign, withdrawRelease as promisedWithdraw, type ReleaseId } from './contract.ts'
import { draftRelease } from './draft.ts'
import { mayStillWithdraw, whyNotSigned } from './lifecycle.ts'
import { findPlan } from './plans.ts'
import { mayRelease } from './policy.ts'
import * as store from './store.ts'

const reread = async ({ audit }: ReadScope, record: string) => {
  audit(record)
  return { release: record as ReleaseId }
}

const REFUSED = {
  'not-over': 'observatory.release-off-its-day',
  'in-work': 'observatory.release-in-work',
  'at-passed': 'observatory.release-moment-passed',
  'with-noise': 'observatory.served-with-noise',
  'not-counted': 'observatory.release-not-counted',
} as const

export const draft = command(promisedDraft, { reread }, async (scope, { body }) => {
  if (!mayRelease(scope.actor)) throw new Problem('observatory.nation-only')
  const plan = findPlan(body.plan)
  if (plan === undefined) throw new Problem('observatory.plan-unknown', {}, [{ field: 'plan', code: 'not-in-list' }])
  const { unscheduled } = body
  const drafted = await draftRelease(scope, { plan, unscheduled: unscheduled && { reason: unscheduled.reason, at: new Date(unscheduled.at) } })
  if ('refused' in drafted) throw new Problem(REFUSED[drafted.refused], drafted.next === undefined ? {} : { next: drafted.next.toISOString() })
  return { release: drafted.release as ReleaseId }
})

const requireLocked = async ({ tx, actor }: WriteScope, release: string, revision: number): Promise<store.ReleaseRecord> => {
  if (!mayRelease(actor)) throw new Problem('observatory.nation-only')
  const record = await store.lockRelease(tx, release)
  if (record === undefined) throw new Problem('record.not-found')
  if (record.revision !== revision) throw new Problem('request.stale')
  return record
}

const NOT_SIGNED = { 'not-checked': 'observatory.release-not-checked', own: 'observatory.release-own', 'day-passed': 'observatory.release-day-passed' } as const

export const sign = command(promisedSign, { reread }, async (scope, { params, body }) => {
  const record = await requireLocked(scope, params.release, body.revision)
  const why = whyNotSigned(record, scope.actor.id, scope.now)
  if (why !== undefined) throw new Problem(NOT_SIGNED[why])
  scope.audit(record.id, { number: record.number, hash: record.hash, releasesAt: record.releasesAt.toISOString() })
  store.signRelease(scope.tx, record, scope.actor.id, scope.now)
  return { release: params.release }
})

export const withdraw = command(promisedWithdraw, { reread }, async (scope, { params, body }) => {
  const record = await requireLocked(scope, params.release, body.revision)
  if (!mayStillWithdraw(record, scope.now)) throw new Problem('observatory.release-out')
  scope.audit(record.id, { number: record.number, from: record.state })
  store.withdrawRelease(scope.tx, record, scope.actor.id, scope.now)
  return { release: params.release }
})
