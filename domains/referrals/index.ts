import type { ReadScope, WriteScope } from '#platform/command/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { ReferralState } from './contract.ts'
import { after } from './lifecycle.ts'
import { mayAnswer } from './policy.ts'
import * as store from './store.ts'

export { offerPair, offerReferral, type Seat } from './offer.ts'
export { takeBackOffer, whyNotTakenBack } from './take-back.ts'
export { endAndReadyAgain } from './ready-again.ts'
export { Card } from './contract.ts'
export type { ReferralId, ReferralState } from './contract.ts'
export type { ReferralRecord } from './store.ts'

/** Open referrals of the liaison desk's area, oldest first. */
export const waitingReferrals = (tx: Tx, area: { from: number; to: number }, limit: number) =>
  store.waitingIn(tx, area.from, area.to, limit)

/** How many needs wait for a volunteer, by county of the registry office. */
export const waitingByCounty = store.waitingByCounty

/** Minutes that are asked of volunteers already, for whoever plans by hours. */
export const minutesAsked = store.minutesAsked

/** How many offers wait with a unit. The caller was admitted as its coordinator is. */
export const countOffered = async (tx: Tx, unit: string): Promise<number> => (await store.offeredTo(tx, unit)).length

/** A referral by its own key, for domains that decided by their own record. */
export const findReferral = (tx: Tx, id: string, lock: 'for update' | 'read') => store.findReferral(tx, id, lock)

/** What waits for the answer of the actor's group. */
export const offersOf = async ({ actor, tx, now }: ReadScope): Promise<store.ReferralRecord[]> => {
  store.markSeen(tx, actor.unit ?? '', now)
  return (await store.lentTo(tx, actor.unit ?? '')).filter(({ state }) => state === 'offered')
}

/** What is open to the actor's group at this moment; anything else answers as not there. */
export const findOffer = async (
  { actor, tx, now }: ReadScope,
  id: string,
  lock: 'for update' | 'read',
): Promise<store.ReferralRecord | undefined> => {
  const referral = await store.findLent(tx, actor.unit ?? '', id, lock)
  return referral !== undefined && mayAnswer(actor, referral, now) ? referral : undefined
}

/** Another volunteer of the same group for an offer that waits; nothing else of it moves. */
export const replaceVolunteer = (scope: WriteScope, referral: store.ReferralRecord, volunteer: string): void => {
  store.saveReferral(scope.tx, referral, { state: referral.state as ReferralState, volunteer })
  scope.audit(referral.id, { home: referral.home, person: referral.person, volunteer, insteadOf: referral.volunteer })
}

/** The seats of needs that are open at this moment: by the needs' keys, or by the liaison desk's area. */
export const openSeats = store.openOfNeeds

/** Volunteers who were with a person before, as the person confirmed: by person. */
export const knownVolunteers = async (tx: Tx, persons: readonly string[]): Promise<Map<string, Set<string>>> => {
  const known = new Map<string, Set<string>>(persons.map((person) => [person, new Set()]))
  if (persons.length === 0) return known
  for (const { person, volunteer } of await store.confirmedTogether(tx, persons)) known.get(person)?.add(volunteer)
  return known
}

/** It turned out that nobody came: the volunteer is not known to the person by it. The caller holds the person's key. */
export const forgetTogether = async (scope: WriteScope, id: string): Promise<void> => {
  scope.admit(`referral:${id}`)
  const referral = await store.findReferral(scope.tx, id, 'for update')
  if (referral !== undefined && referral.state === 'closed')
    store.saveReferral(scope.tx, referral, { state: 'closed', reason: 'not-confirmed' })
}

/** Closes an accepted referral when its visit is over. The caller holds its key. */
export const closeReferral = (scope: WriteScope, referral: store.ReferralRecord, reason: string): void => {
  const state = after('close', referral.state as ReferralState)
  if (state === undefined) return
  store.saveReferral(scope.tx, referral, { state, reason, open_until: scope.now, closed_at: scope.now })
  scope.audit(referral.id, { home: referral.home, person: referral.person, from: referral.state, reason })
}

/** Somebody outside the agency sees these offers: counted once for each reader, for the persons they are about. */
export const noteSights = (
  { tx, keys, actor, now }: Pick<ReadScope, 'tx' | 'keys' | 'actor' | 'now'>,
  offers: readonly { readonly home: number; readonly person: string }[],
): void =>
  store.noteSights(
    tx,
    [...new Map(offers.map((offer) => [offer.person, offer])).values()].map(({ home, person }) => ({
      home,
      person,
      reader: keys.digest('sight of an offer', `${person} ${actor.id}`),
    })),
    now,
  )

/** How many people saw the person's offers; the caller holds the person's key. */
export const sightsOf = async (tx: Tx, person: string): Promise<number> => (await store.countSights(tx, person))?.count ?? 0
