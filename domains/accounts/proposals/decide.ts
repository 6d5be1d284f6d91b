import { unitNames } from '#domains/accounts/answers.ts'
import { clashOf } from '#domains/accounts/appointments/clash.ts'
import {
  agree as agreeOperation,
  listProposals,
  refuse as refuseOperation,
  type Proposal,
} from '#domains/accounts/appointments/contract.ts'
import type { AnyRole, ProposalId } from '#domains/accounts/contract.ts'
import { tellDutyEnded } from '#domains/accounts/duty.ts'
import { mayDecide, type Decidable } from '#domains/accounts/policy.ts'
import * as accounts from '#domains/accounts/store.ts'
import { digestPurpose, type Contact } from '#domains/accounts/sign-in/contact.ts'
import type { Actor, Role } from '#platform/actor/index.ts'
import { inAccounts } from '#platform/auth/transaction.ts'
import { command, type ReadScope, type WriteScope } from '#platform/command/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { query } from '#platform/query/index.ts'
import type { Keyring } from '#platform/keys/index.ts'
import * as store from './store.ts'

const decidable = ({ kind, account, unit, details }: store.ProposalRecord): Decidable => ({
  kind,
  account,
  unit,
  volunteer: 'volunteer' in details && details.volunteer,
})

const newContact = (keys: Keyring, { details }: store.ProposalRecord): Contact | undefined =>
  'sealed' in details
    ? { channel: details.channel, address: keys.open(0, Buffer.from(details.sealed, 'base64')) }
    : undefined

const answer = async ({ actor, tx, keys }: ReadScope, row: store.ProposalRecord): Promise<Proposal> => ({
  id: row.id as ProposalId,
  kind: row.kind,
  name: row.display_name,
  role: 'role' in row.details ? (row.details.role as AnyRole) : null,
  ...(await unitNames(tx, row)),
  newContactEnd: newContact(keys, row)?.address.slice(-4) ?? null,
  needed: row.needed,
  agreed: row.agreed.length,
  mine: row.agreed.includes(actor.id),
  proposedAt: row.proposed_at.toISOString(),
  notBefore: row.not_before.toISOString(),
  endsAt: row.ends_at.toISOString(),
})

export const list = query(listProposals, async (scope) => {
  const { actor, now, audit } = scope
  const unit = actor.role === 'administrator' ? undefined : actor.unit
  const rows = await inAccounts(scope, (tx) => store.listOpen(tx, now, unit))
  const mine = rows.filter((row) => mayDecide(actor, decidable(row)))
  audit(null, { proposals: mine.map(({ id }) => id) })
  return { proposals: await Promise.all(mine.map((row) => answer(scope, row))) }
})

type Outcome =
  | 'waits'
  | 'done'
  | 'proposal.too-early'
  | 'proposal.already-agreed'
  | 'appointment.forbidden-pair'
  | 'recovery.contact-taken'
  | 'record.not-found'

/** What the last yes does. */
const carryOut = async (tx: Tx, { keys, now, newId }: WriteScope, row: store.ProposalRecord, actor: Actor): Promise<Outcome> => {
  const { details } = row
  if ('role' in details) {
    const held = await accounts.listAppointments(tx, [row.account], now)
    // Looked at again: another appointment may have been made since it was proposed.
    if (clashOf(details.role as Role, details.unit, held) !== undefined) return 'appointment.forbidden-pair'
    accounts.insertAppointment(tx, {
      id: newId(),
      account: row.account,
      role: details.role,
      unit: details.unit,
      unit_name: details.unitName,
      home: details.home,
      area_from: details.areaFrom,
      area_to: details.areaTo,
      valid_from: now,
      valid_until: details.until === null ? null : new Date(details.until),
      appointed_by: row.agreed[0] ?? null,
      seconded_by: actor.id,
    })
    return 'done'
  }
  const contact = newContact(keys, row)
  if (contact === undefined) return 'record.not-found'
  const digest = keys.digest(digestPurpose(contact), contact.address)
  const holder = await accounts.findAccountByContact(tx, digest)
  if (holder !== undefined && holder.id !== row.account) return 'recovery.contact-taken'
  const phone = contact.channel === 'sms'
  // Every old factor goes: the old contacts, the authenticator, the recovery codes.
  accounts.changeAccount(tx, row.account, {
    phone_digest: phone ? digest : null,
    email_digest: phone ? null : digest,
    contact: keys.seal(0, JSON.stringify(phone ? { phone: contact.address } : { email: contact.address })),
    totp: null,
    totp_confirmed: false,
    totp_last_step: null,
    recovery: null,
  })
  return 'done'
}

const agreeTo = (scope: WriteScope, id: string) =>
  inAccounts(scope, async (tx): Promise<{ outcome: Outcome; row?: store.ProposalRecord }> => {
    const { actor, now } = scope
    await accounts.lockAppointments(tx)
    const row = await store.findOpen(tx, id, now)
    if (row === undefined || !mayDecide(actor, decidable(row))) return { outcome: 'record.not-found' }
    if (row.agreed.includes(actor.id)) return { outcome: 'proposal.already-agreed' }
    if (row.not_before > now) return { outcome: 'proposal.too-early' }
    if (row.agreed.length + 1 < row.needed) {
      store.addAgreement(tx, id, actor.id)
      return { outcome: 'waits', row }
    }
    const outcome = await carryOut(tx, scope, row, actor)
    if (outcome !== 'done') return { outcome }
    store.addAgreement(tx, id, actor.id)
    store.decide(tx, id, 'done', now)
    return { outcome, row }
  })

export const agree = command(
  agreeOperation,
  { reread: async () => ({ outcome: 'waits' as const }) },
  async (scope, { params }) => {
    const { outcome, row } = await agreeTo(scope, params.proposal)
    if (outcome !== 'waits' && outcome !== 'done') throw new Problem(outcome)
    if (outcome === 'done' && row?.kind === 'recovery') await scope.auth.sessions.endAll(row.account)
    scope.audit(params.proposal, { outcome, account: row?.account })
    if (outcome === 'done' && row !== undefined && 'role' in row.details && row.details.until !== null)
      tellDutyEnded(scope, { ...row.details, account: row.account }, new Date(row.details.until))
    return { outcome }
  },
)

export const refuse = command(refuseOperation, { reread: async () => ({}) }, async (scope, { params }) => {
  const { actor, now, audit } = scope
  const refused = await inAccounts(scope, async (tx) => {
    const row = await store.findOpen(tx, params.proposal, now)
    if (row === undefined || !mayDecide(actor, decidable(row))) return undefined
    store.decide(tx, row.id, 'refused', now)
    return row
  })
  if (refused === undefined) throw new Problem('record.not-found')
  audit(params.proposal, { account: refused.account })
  return {}
})
