import type { Tx } from '#platform/db/index.ts'
import { db, sql } from '#platform/db/query.ts'

export interface AppointmentDetails {
  readonly role: string
  readonly unit: string
  readonly unitName: string
  readonly home: number
  readonly areaFrom: number
  readonly areaTo: number
  readonly until: string | null
}

export interface RecoveryDetails {
  readonly volunteer: boolean
  readonly channel: 'sms' | 'email'
  /** The new contact, sealed, in base64. */
  readonly sealed: string
}

export interface ProposalRecord {
  readonly id: string
  readonly kind: 'appointment' | 'recovery'
  readonly account: string
  readonly display_name: string
  readonly home: number
  readonly unit: string | null
  readonly details: AppointmentDetails | RecoveryDetails
  readonly needed: number
  readonly agreed: string[]
  readonly proposed_at: Date
  readonly not_before: Date
  readonly ends_at: Date
}

const open = (now: Date) =>
  db
    .selectFrom('auth.proposal as p')
    .innerJoin('auth.account as c', 'c.id', 'p.account')
    .select([
      'p.id',
      'p.kind',
      'p.account',
      'c.display_name',
      'p.home',
      'p.unit',
      'p.details',
      'p.needed',
      'p.agreed',
      'p.proposed_at',
      'p.not_before',
      'p.ends_at',
    ])
    .where('p.decided_at', 'is', null)
    .where('p.ends_at', '>', now)

const MOST_LISTED = 200

/** Of one unit, or of staff anywhere. */
export const listOpen = (tx: Tx, now: Date, unit: string | undefined) => {
  const narrowed =
    unit === undefined
      ? open(now).where(sql<boolean>`p.details ->> 'volunteer' is distinct from 'true'`)
      : open(now).where('p.unit', '=', unit)
  return tx.all(narrowed.orderBy('p.proposed_at').orderBy('p.id').limit(MOST_LISTED).$castTo<ProposalRecord>())
}

/** Locked: two that agree at the same time are the second and the third, not both the second. */
export const findOpen = (tx: Tx, id: string, now: Date) =>
  tx.first(open(now).where('p.id', '=', id).forUpdate('p').$castTo<ProposalRecord>())

export const findOpenOf = (tx: Tx, account: string, kind: ProposalRecord['kind'], now: Date) =>
  tx.first(open(now).where('p.account', '=', account).where('p.kind', '=', kind).$castTo<ProposalRecord>())

export type NewProposal = Omit<ProposalRecord, 'display_name'>

export const insert = (tx: Tx, proposal: NewProposal): void =>
  tx.write(db.insertInto('auth.proposal').values({ ...proposal, details: JSON.stringify(proposal.details) }))

export const addAgreement = (tx: Tx, id: string, account: string): void =>
  tx.write(
    db
      .updateTable('auth.proposal')
      .set({ agreed: sql`array_append(agreed, ${account}::uuid)` })
      .where('id', '=', id),
  )

export const decide = (tx: Tx, id: string, outcome: 'done' | 'refused', now: Date): void =>
  tx.write(db.updateTable('auth.proposal').set({ decided_at: now, outcome }).where('id', '=', id))

export const refuseRecoveriesOf = (tx: Tx, account: string, now: Date): void =>
  tx.write(
    db
      .updateTable('auth.proposal')
      .set({ decided_at: now, outcome: 'refused' })
      .where('account', '=', account)
      .where('kind', '=', 'recovery')
      .where('decided_at', 'is', null),
  )

/** A unit that is closed appoints nobody. */
export const refuseAppointments = (tx: Tx, unit: string, now: Date): void =>
  tx.write(
    db
      .updateTable('auth.proposal')
      .set({ decided_at: now, outcome: 'refused' })
      .where('kind', '=', 'appointment')
      .where('unit', '=', unit)
      .where('decided_at', 'is', null),
  )

/** Whoever moved to another group is known by its coordinator from now on. */
export const moveRecoveries = (tx: Tx, accounts: readonly string[], { from, to }: { readonly from: string; readonly to: string }): void =>
  tx.write(
    db
      .updateTable('auth.proposal')
      .set({ unit: to })
      .where('kind', '=', 'recovery')
      .where('unit', '=', from)
      .where(sql<boolean>`account = any(${[...accounts]}::uuid[])`)
      .where('decided_at', 'is', null),
  )
