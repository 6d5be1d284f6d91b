import { countryPack } from '#countries/index.ts'
import { today } from '#engines/calendar/index.ts'
import { command, type WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { needAnswer } from './answers.ts'
import { staffOutcome, takeNeed } from './contract.ts'
import { needMetByStaff, needUnmet } from './facts.ts'
import { needAfter } from './lifecycle.ts'
import { mayWork } from './policy.ts'
import { readNeed } from './queries.ts'
import * as store from './store/index.ts'

const requireNeed = async ({ actor, tx }: WriteScope, id: string, revision: number) => {
  const need = await store.findNeed(tx, id, 'for update')
  if (need === undefined || !mayWork(actor, need)) throw new Problem('record.not-found')
  if (need.revision !== revision) throw new Problem('request.stale')
  return need
}

export const take = command(takeNeed, { reread: readNeed }, async (scope, { params, body }) => {
  const { tx, audit, now } = scope
  const need = await requireNeed(scope, params.need, body.revision)
  const state = needAfter('take', need.state as never)
  if (state === undefined) throw new Problem('casework.need-not-open', { state: need.state })
  const change = { state, by_staff_at: now }
  audit(need.id, { home: need.home, person: need.person, from: need.state, byStaff: true })
  store.saveNeed(tx, need, change)
  return needAnswer({ ...need, ...change, revision: need.revision + 1 })
})

/**
 * Counted beside the headline and never in it: that number is what people confirmed with a code of their own, and
 * here the worker writes down what they were told.
 */
const countOutcome = (scope: WriteScope, need: store.NeedRecord, met: boolean): void =>
  scope.fact({
    kind: met ? needMetByStaff : needUnmet,
    home: need.home,
    on: today(scope.now, countryPack(scope.country).timeZone),
    unit: need.team,
    place: need.place,
    subject: need.subject,
    quantity: 1,
    dimensions: {
      kind: need.kind,
      sex: need.sex ?? 'unknown',
      ageGroup: need.age_group ?? 'unknown',
      ...(met ? { onTime: scope.now <= need.window_to ? 'yes' : 'no' } : {}),
    },
    source: need.id,
  })

export const endByStaff = command(staffOutcome, { reread: readNeed }, async (scope, { params, body }) => {
  const { tx, audit, now } = scope
  const need = await requireNeed(scope, params.need, body.revision)
  const met = body.outcome === 'met'
  const state = need.by_staff_at === null ? undefined : needAfter(met ? 'meet' : 'fail', need.state as never)
  if (state === undefined) throw new Problem('casework.not-by-staff', { state: need.state })
  const change = { state, outcome: body.outcome, ended_at: now }
  audit(need.id, { home: need.home, person: need.person, from: need.state, outcome: body.outcome, heard: body.heard })
  store.saveNeed(tx, need, change)
  countOutcome(scope, need, met)
  return needAnswer({ ...need, ...change, revision: need.revision + 1 })
})
