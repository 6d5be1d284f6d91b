import { countryPack } from '#countries/index.ts'
import { pseudonymOf } from '#domains/people/index.ts'
import { addDays, today } from '#engines/calendar/index.ts'
import type { ReadScope, WriteScope } from '#platform/command/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { takeBackFacts } from '#platform/facts/take-back.ts'
import { Problem } from '#platform/problem/index.ts'
import type { CaseId } from './contract.ts'
import { ageGroup, caseOpened, needMet, needUnmet } from './facts.ts'
import { caseAfter, needAfter, type NeedMove } from './lifecycle.ts'
import { mayWork } from './policy.ts'
import * as store from './store/index.ts'

export { mayWork, tookPart } from './policy.ts'
export type { CaseId, NeedId, Requires } from './contract.ts'
export type { NeedRecord } from './store/index.ts'
export { ageGroup } from './facts.ts'
export { pairingOf } from './pair.ts'
export { isVettedForNeed, vettingFor } from './vetting.ts'

// 90 days: a case that nobody looked at for a season is a case nobody follows.
const REVIEW_DAYS = 90

/** Opens a case for a registered person, with one responsible worker, in the transaction of triage. */
export const openCase = async (
  scope: WriteScope,
  opened: {
    readonly home: number
    readonly person: { readonly id: string; readonly sex: string | null; readonly birthYear: number | null; readonly place: string }
    readonly request: string | null
    readonly worker: string
    readonly team: string
    readonly restricted: boolean
    /** It began with danger. */
    readonly danger: boolean
  },
): Promise<{ id: CaseId }> => {
  const { tx, now, actor, admit, audit, fact } = scope
  const id = scope.newId<CaseId>()
  const on = today(now, countryPack(scope.country).timeZone)
  // The clerk hands the case to its worker and does not keep sight of it.
  admit(`case:${id}`)
  store.insertCase(tx, {
    home: opened.home,
    id,
    at: now,
    by: actor.id,
    person: opened.person.id,
    request: opened.request,
    worker: opened.worker,
    team: opened.team,
    restricted: opened.restricted,
    danger: opened.danger,
    reviewOn: addDays(on, REVIEW_DAYS),
  })
  audit(id, { home: opened.home, person: opened.person.id, opened: 'case' })
  fact({
    kind: caseOpened,
    home: opened.home,
    on,
    unit: opened.team,
    place: opened.person.place,
    subject: await pseudonymOf(scope, opened.person.id, 'casework'),
    quantity: 1,
    dimensions: { sex: opened.person.sex ?? 'unknown', ageGroup: ageGroup(opened.person.birthYear, now) },
    source: id,
  })
  return { id }
}

/** A need that the actor works on, locked for the deed; anybody else's answers as not there. */
export const requireOwnNeed = async ({ actor, tx }: ReadScope, id: string, lock: 'for update' | 'read') => {
  const need = await store.findNeed(tx, id, lock)
  if (need === undefined || !mayWork(actor, need)) throw new Problem('record.not-found')
  return need
}

/** The accounts that opened a need's case and recorded the need, beside its worker: for who may take a later step. */
export const doersOf = async ({ tx, admit }: ReadScope, need: store.NeedRecord): Promise<(string | null)[]> => {
  admit(`case:${need.case_id}`, `need:${need.id}`)
  const rows = await store.recordedBy(tx, need)
  return [need.worker, ...rows.map(({ recorded_by }) => recorded_by)]
}

/** A need by id, for domains that decided by their own record whether the actor may (they hold its key). */
export const findNeed = (tx: Tx, id: string, lock: 'for update' | 'read') => store.findNeed(tx, id, lock)

/** Needs without case content, for the liaison desk of their area. */
export const needsById = (tx: Tx, ids: readonly string[]) => store.needsById(tx, ids)

export const canMoveNeed = (record: store.NeedRecord, move: NeedMove): boolean =>
  needAfter(move, record.state as never) !== undefined

/** Moves a need and writes the facts of its end. `record` is locked by the caller. */
export const moveNeed = (
  scope: WriteScope,
  record: store.NeedRecord,
  move: NeedMove,
  end?: { readonly outcome: 'met' | 'partly' | 'not'; readonly onTime: boolean },
): void => {
  const state = needAfter(move, record.state as never)
  if (state === undefined) throw new Problem('casework.need-not-open', { state: record.state })
  const ended = end !== undefined
  store.saveNeed(scope.tx, record, {
    state,
    ...(ended ? { outcome: end.outcome, ended_at: scope.now } : {}),
  })
  scope.audit(record.id, { home: record.home, person: record.person, move, from: record.state })
  if (!ended) return
  const met = state === 'met'
  scope.fact({
    kind: met ? needMet : needUnmet,
    home: record.home,
    on: today(scope.now, countryPack(scope.country).timeZone),
    unit: record.team,
    place: record.place,
    subject: record.subject,
    quantity: 1,
    dimensions: {
      kind: record.kind,
      sex: record.sex ?? 'unknown',
      ageGroup: record.age_group ?? 'unknown',
      ...(met ? { onTime: end.onTime ? 'yes' : 'no' } : {}),
    },
    source: record.id,
  })
}

/** A need that was counted as ended is open again, and so is its case: what was counted is counted back. The caller holds both keys. */
export const reopenNeed = async (scope: WriteScope, id: string): Promise<void> => {
  const { tx, audit } = scope
  const need = await store.findNeed(tx, id, 'for update')
  const state = need && needAfter('reopen', need.state as never)
  if (need === undefined || state === undefined) return
  await takeBackFacts(scope, [needMet, needUnmet], need)
  store.saveNeed(tx, need, { state, outcome: null, ended_at: null })
  audit(need.id, { home: need.home, person: need.person, move: 'reopen', from: need.state })
  const record = await store.findCase(tx, need.case_id, 'for update')
  const reopened = record && caseAfter('reopen', record.state as never)
  if (record === undefined || reopened === undefined) return
  store.saveCase(tx, record, { state: reopened, reason: null, closed_at: null })
  audit(record.id, { home: record.home, person: record.person, move: 'reopen', from: record.state })
}

/** States and dates of a case for the follow-up page; the caller holds the case's key. */
export const caseProgress = (tx: Tx, id: string) => store.progressOf(tx, id)

/** A case that the actor works on; anybody else's answers as not there. */
export const requireOwnCase = async ({ actor, tx }: ReadScope, id: string, lock: 'for update' | 'read') => {
  const record = await store.findCase(tx, id, lock)
  if (record === undefined || !mayWork(actor, record)) throw new Problem('record.not-found')
  return record
}
