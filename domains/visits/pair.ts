import { changeLoad } from '#domains/network/index.ts'
import { closeDisclosures } from '#domains/consents/index.ts'
import { closeReferral, findReferral, type Card } from '#domains/referrals/index.ts'
import type { WriteScope } from '#platform/command/index.ts'
import type { VisitState } from './contract.ts'
import { after } from './lifecycle.ts'
import * as store from './store.ts'
import { sayCompanionSought } from './tell.ts'

type Standing = Pick<store.VisitRecord, 'id' | 'need' | 'state' | 'card' | 'confirm_hash'>

const ENDED = ['confirmed', 'unconfirmed', 'no-show', 'cancelled', 'declined', 'expired']
const ORDER = ['offered', 'accepted', 'approved', 'under-way', 'done']

/** Two volunteers go together: each has a visit of their own, under the same need. */
export const isPair = ({ card }: { readonly card: unknown }): boolean => (card as Card).pair === true

export const isThere = (state: string): boolean => state === 'under-way' || state === 'done'

/** The visit of the other seat, locked, while it is not over; undefined where nobody has it, or one goes alone. */
export const findBeside = async ({ tx, admit }: WriteScope, visit: store.VisitRecord): Promise<store.VisitRecord | undefined> => {
  if (!isPair(visit)) return undefined
  admit(`need:${visit.need}`)
  return (await store.openOfNeed(tx, visit.need)).find(({ id }) => id !== visit.id)
}

/** Nobody goes alone: the other one keeps the offer, without time, name or address, until there are two again. */
export const setAside = async (scope: WriteScope, visit: store.VisitRecord): Promise<void> => {
  const { tx, now, admit, audit } = scope
  const state = after('wait', visit.state as VisitState)
  if (state === undefined || visit.state === state) return
  admit(`assignment:${visit.id}`, `volunteer:${visit.volunteer}`, `referral:${visit.referral}`)
  store.saveVisit(tx, visit, { state, companion_name: null })
  store.unbook(tx, visit.id)
  changeLoad(tx, visit.volunteer, -1)
  closeDisclosures(tx, visit.referral, now)
  audit(visit.id, { home: visit.home, person: visit.person, from: visit.state, waits: 'companion' })
  await sayCompanionSought(scope, visit.volunteer)
}

/** Closes the referral of a visit that is over, where no other is looked for. */
export const closeItsReferral = async (scope: WriteScope, visit: store.VisitRecord, reason: string): Promise<void> => {
  scope.admit(`referral:${visit.referral}`)
  const referral = await findReferral(scope.tx, visit.referral, 'for update')
  if (referral !== undefined) closeReferral(scope, referral, reason)
}

const seatsOf = <V extends Standing>(visits: readonly V[], visit: V): V[] =>
  visits.filter((one) => one.need === visit.need && !ENDED.includes(one.state))

/**
 * The newest visit as the person follows it. Of two who go together the one that is further behind, and while
 * somebody is still looked for, it is being looked.
 */
export const latestOf = <V extends Standing>(visits: readonly V[]): V | undefined => {
  const [latest] = visits
  if (latest === undefined || !isPair(latest)) return latest
  const [one, other] = seatsOf(visits, latest)
  if (one === undefined) return visits.find(({ need, state }) => need === latest.need && state === 'confirmed') ?? latest
  if (other !== undefined) return ORDER.indexOf(other.state) < ORDER.indexOf(one.state) ? other : one
  return isThere(one.state) ? one : { ...one, state: 'offered' }
}

/** Which visits wait for the person's yes: one, or two who go together once both said yes themselves. */
export const toApprove = <V extends Standing>(visits: readonly V[]): readonly [V, V | undefined] | undefined => {
  for (const visit of visits.filter(({ state }) => state === 'accepted')) {
    if (!isPair(visit)) return [visit, undefined]
    const other = seatsOf(visits, visit).find(({ id, state }) => id !== visit.id && state === 'accepted')
    if (other !== undefined) return [visit, other]
  }
  return undefined
}

/** The visit whose code the person was sent: of two, one code for both. */
export const toConfirm = <V extends Standing>(visits: readonly V[]): V | undefined =>
  visits.find(({ state, confirm_hash }) => state === 'done' && confirm_hash !== null)
