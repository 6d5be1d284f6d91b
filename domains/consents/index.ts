import type { ReadScope, WriteScope } from '#platform/command/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { consentAnswer, endConsent } from './commands.ts'
import type { Consent, ConsentState } from './contract.ts'
import { isInForce } from './lifecycle.ts'
import * as store from './store.ts'

export type { Consent, ConsentId } from './contract.ts'
export type { ConsentRecord } from './store.ts'

/**
 * The consent, in force at this moment and kept so until the deed commits (a withdrawal waits for it, or
 * came first and refuses it).
 */
export const requireConsent = async (scope: WriteScope, id: string): Promise<store.ConsentRecord> => {
  const consent = await store.findConsent(scope.tx, id, 'for share')
  if (consent === undefined) throw new Problem('record.not-found')
  if (!isInForce(consent.state as ConsentState, consent.until, scope.now)) throw new Problem('consents.not-in-force', { state: consent.state })
  return consent
}

/** A consent by the actor's own keys. */
export const findOwnConsent = (tx: Tx, id: string) => store.findConsent(tx, id, 'read')

/** What the person answered so far, for their own file. */
export const consentsOf = async (tx: Tx, person: string): Promise<Consent[]> =>
  (await store.ofPerson(tx, person)).map(consentAnswer)

export type DisclosedFields = Readonly<Record<string, string>>

/** Lends exact, frozen fields for a window: the row is the disclosure (design: disclosure is data). */
export const disclose = (
  scope: WriteScope,
  lent: {
    readonly home: number
    readonly consent: store.ConsentRecord
    readonly need: string
    readonly referral: string
    readonly unit: string | null
    readonly volunteer: string | null
    readonly stage: 'offer' | 'accepted' | 'visit'
    readonly fields: DisclosedFields
    readonly from: Date
    readonly until: Date
  },
): void => {
  const { consent } = lent
  const id = scope.newId<string>()
  const until = lent.until < consent.until ? lent.until : consent.until
  scope.admit(`disclosure:${id}`)
  store.insertDisclosure(scope.tx, {
    home: lent.home,
    id,
    recorded_at: scope.now,
    recorded_by: scope.actor.id,
    consent: consent.id,
    person: consent.person,
    need: lent.need,
    referral: lent.referral,
    worker: consent.worker,
    unit: lent.unit,
    volunteer: lent.volunteer,
    stage: lent.stage,
    purpose: consent.purpose,
    fields: Object.keys(lent.fields),
    content: scope.keys.seal(lent.home, JSON.stringify(lent.fields)),
    open_from: lent.from,
    open_until: until,
  })
  scope.audit(id, { home: lent.home, person: consent.person, stage: lent.stage, fields: Object.keys(lent.fields) })
}

/** Withdraws every consent of a person that is in force: they stopped their request. */
export const withdrawAllOf = async (scope: WriteScope, person: string): Promise<void> => {
  for (const consent of await store.ofPerson(scope.tx, person))
    if (isInForce(consent.state as ConsentState, consent.until, scope.now)) endConsent(scope, consent)
}

/** Closes what was lent under a referral. The caller holds the referral's key. */
export const closeDisclosures = (tx: Tx, referral: string, at: Date): void => store.closeOfReferral(tx, referral, at)

export interface OpenFields {
  readonly stage: 'offer' | 'accepted' | 'visit'
  readonly fields: DisclosedFields
  readonly until: Date
}

/**
 * What is lent to a coordinator or volunteer at this moment, by referral. Each reading is counted on the
 * disclosure and stands in the trail: the person sees who saw what, and how often.
 */
export const readDisclosures = async (
  scope: ReadScope,
  lentKey: string,
  referrals: readonly string[],
): Promise<Map<string, OpenFields[]>> => {
  const rows = referrals.length === 0 ? [] : await store.openTo(scope.tx, lentKey, referrals)
  const byReferral = new Map<string, OpenFields[]>()
  if (rows.length > 0) scope.admit(...rows.map((row) => `disclosure:${row.id}`))
  for (const row of rows) {
    store.countRead(scope.tx, row.home, row.id, scope.now)
    scope.audit(row.id, { home: row.home, person: row.person, stage: row.stage, fields: row.fields })
    const fields = JSON.parse(scope.keys.open(row.home, row.content)) as DisclosedFields
    byReferral.set(row.referral, [
      ...(byReferral.get(row.referral) ?? []),
      { stage: row.stage, fields, until: row.open_until },
    ])
  }
  return byReferral
}

/** Who was lent what, for the person's own list. */
export const disclosuresOf = (tx: Tx, person: string) => store.disclosuresOf(tx, person)
