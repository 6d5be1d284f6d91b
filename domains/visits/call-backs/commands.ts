import { countryPack } from '#countries/index.ts'
import { reopenNeed } from '#domains/casework/index.ts'
import { forgetTogether } from '#domains/referrals/index.ts'
import type { VisitState } from '#domains/visits/contract.ts'
import { minutesGiven, visitConfirmed } from '#domains/visits/facts.ts'
import { after } from '#domains/visits/lifecycle.ts'
import { ofNeed, saveVisit } from '#domains/visits/store.ts'
import { command, type WriteScope } from '#platform/command/index.ts'
import { takeBackFacts } from '#platform/facts/take-back.ts'
import { Problem } from '#platform/problem/index.ts'
import { recordCallBack, seeSharedPhone, type CallBackId, type SharedPhoneId } from './contract.ts'
import { requireCallBack, listKey } from './queries.ts'
import * as store from './store.ts'

const DAY_MS = 86_400_000

/** It did not take place: each thing that was counted for it is counted back, once, and the need waits again. */
const takeBack = async (scope: WriteScope, row: store.CallBackRecord): Promise<void> => {
  const { tx, admit, audit } = scope
  admit(`need:${row.need}`, `person:${row.person}`, `case:${row.case_id}`)
  for (const visit of await ofNeed(tx, row.need)) {
    const state = after('take-back', visit.state as VisitState)
    if (state === undefined) continue
    saveVisit(tx, visit, { state })
    audit(visit.id, { home: visit.home, person: visit.person, from: visit.state })
    await takeBackFacts(scope, [visitConfirmed, minutesGiven], visit)
    await forgetTogether(scope, visit.referral)
  }
  await reopenNeed(scope, row.need)
}

export const record = command(
  recordCallBack,
  { reread: async ({ audit }, id) => {
    audit(id)
    return { id: id as CallBackId, state: 'due' as const }
  } },
  async (scope, { params, body }) => {
    const { actor, tx, now, country, audit } = scope
    const row = await requireCallBack(scope, params.callBack, 'for update')
    if (row.revision !== body.revision) throw new Problem('request.stale')
    const { tries: most } = countryPack(country).confirmations.callBack
    const tries = row.tries + 1
    // Nobody picked up: tomorrow again, a few times.
    const state = body.result === 'not-reached' && tries < most ? ('due' as const) : body.result
    audit(row.id, { home: row.home, person: row.person, result: body.result })
    const done_at = state === 'due' ? null : now
    const due_at = state === 'due' ? { due_at: new Date(Math.max(row.due_at.getTime(), now.getTime() + DAY_MS)) } : {}
    store.saveCallBack(tx, row, { state, tries, ...due_at, done_at, done_by: actor.id })
    if (state === 'not-confirmed') await takeBack(scope, row)
    return { id: row.id as CallBackId, state }
  },
)

export const see = command(
  seeSharedPhone,
  { reread: async ({ audit }, id) => {
    audit(id)
    return { id: id as SharedPhoneId, state: 'seen' as const }
  } },
  async (scope, { params, body }) => {
    const row = await store.findSharedPhone(scope.tx, listKey(scope), params.phone)
    if (row === undefined) throw new Problem('record.not-found')
    if (row.revision !== body.revision) throw new Problem('request.stale')
    scope.audit(row.id, { home: row.home })
    store.seeSharedPhone(scope.tx, row, scope.now, scope.actor.id)
    return { id: row.id as SharedPhoneId, state: 'seen' as const }
  },
)
