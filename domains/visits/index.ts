import type { Card } from '#domains/referrals/contract.ts'
import type { ReadScope } from '#platform/command/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { asItStands, NO_REPORT } from './lifecycle.ts'
import * as store from './store.ts'

export { caseVisit as caseVisitOf } from './answers.ts'
export { confirmByCode, MOST_TRIES, type Confirmation, type Verdict } from './confirm.ts'
export { latestOf, toApprove, toConfirm } from './pair.ts'
export type { VisitId, VisitState } from './contract.ts'
export type { VisitRecord as VisitProgress } from './store.ts'

/** The visits of a case for the follow-up page; `key` is the person's own (`person:…`) or the case's worker's. */
export const visitProgress = async ({ tx, now }: ReadScope, key: string, caseId: string) =>
  (await store.progressOf(tx, key, caseId)).map((visit) => ({ ...visit, state: asItStands(visit, now) }))

/** What whoever watches over a volunteer must know. The caller holds the visit's key. */
export const watchedVisit = async (tx: Tx, id: string) => {
  const visit = await store.findVisit(tx, id, 'read')
  if (visit === undefined) return undefined
  const card = visit.card as Card
  return {
    home: visit.home,
    state: visit.state,
    /** They checked in and have not said themselves how it ended. */
    isWatched: visit.state === 'under-way' || (visit.arrived_at !== null && visit.reason === NO_REPORT),
    need: visit.need,
    person: visit.person,
    volunteer: visit.volunteer,
    volunteerName: visit.volunteer_name,
    unit: visit.unit,
    unitFa: visit.unit_fa,
    unitEn: visit.unit_en,
    team: visit.team,
    minutes: card.minutes,
    areaFa: card.areaFa,
    areaEn: card.areaEn,
    arrivedAt: visit.arrived_at,
    synthetic: visit.synthetic,
  }
}
export type WatchedVisit = NonNullable<Awaited<ReturnType<typeof watchedVisit>>>

/** Volunteers who go to the same need beside this visit. The caller holds the need's key. */
export const besidesOf = async (tx: Tx, need: string, visit: string): Promise<string[]> =>
  (await store.ofNeed(tx, need))
    .filter(({ id, state }) => id !== visit && ['approved', 'under-way', 'done'].includes(state))
    .map(({ volunteer }) => volunteer)
