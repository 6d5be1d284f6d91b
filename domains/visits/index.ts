import type { ReadScope } from '#platform/command/index.ts'
import { asItStands } from './lifecycle.ts'
import * as store from './store.ts'

export { caseVisit as caseVisitOf } from './answers.ts'
export { confirmByCode, MOST_TRIES, type Confirmation, type Verdict } from './confirm.ts'
export { latestOf, toApprove, toConfirm } from './pair.ts'
export type { VisitId, VisitState } from './contract.ts'
export type { VisitRecord as VisitProgress } from './store.ts'

/** The visits of a case for the follow-up page; `key` is the person's own (`person:…`) or the case's worker's. */
export const visitProgress = async ({ tx, now }: ReadScope, key: string, caseId: string) =>
  (await store.progressOf(tx, key, caseId)).map((visit) => ({ ...visit, state: asItStands(visit, now) }))
