import { countryPack } from '#countries/index.ts'
import type { ProposalId } from '#domains/accounts/contract.ts'
import { tellDutyEnded, tellDutyResumed } from '#domains/accounts/duty.ts'
import { isSensitive } from '#domains/accounts/policy.ts'
import * as proposals from '#domains/accounts/proposals/store.ts'
import { digestPurpose, requireContact } from '#domains/accounts/sign-in/contact.ts'
import * as store from '#domains/accounts/store.ts'
import { findUnit } from '#domains/network/index.ts'
import { inAccounts } from '#platform/auth/transaction.ts'
import { command } from '#platform/command/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { areaOf } from './area.ts'
import { clashOf } from './clash.ts'
import { appoint, endAppointment, restore, suspend } from './contract.ts'

const OPEN_DAYS = 14
/** Two must agree on the next one, so two must stay. */
const LEAST_ADMINISTRATORS = 2

type Refused =
  | 'appointment.yourself'
  | 'appointment.forbidden-pair'
  | 'appointment.there-already'
  | 'appointment.last-administrators'
  | 'record.not-found'

const requireDone = <T extends string>(verdict: T | Refused, ...done: T[]): T => {
  const found = done.find((each) => each === verdict)
  if (found === undefined) throw new Problem(verdict)
  return found
}

export const make = command(
  appoint,
  { reread: async (_scope, _record, { body }) => ({ outcome: isSensitive(body.role) ? ('proposed' as const) : ('appointed' as const) }) },
  async (scope, { body }) => {
    const { actor, tx, keys, now, country, newId, audit } = scope
    const contact = requireContact(body.contact, countryPack(country), 'contact')
    const unit = await findUnit(tx, body.unit)
    if (unit === undefined || unit.closed_on !== null)
      throw new Problem('appointment.unit-unknown', {}, [{ field: 'unit', code: 'not-in-list' }])
    const digest = keys.digest(digestPurpose(contact), contact.address)
    const area = areaOf(body.role, unit)
    const id = newId()
    const until = body.until === undefined ? null : new Date(`${body.until}T23:59:59Z`)
    let appointed = ''
    const verdict = await inAccounts(scope, async (accounts) => {
      await store.lockAppointments(accounts)
      const known = await store.findAccountByContact(accounts, digest)
      if (known?.id === actor.id) return 'appointment.yourself'
      const held = known === undefined ? [] : await store.listAppointments(accounts, [known.id], now)
      const clash = clashOf(body.role, unit.id, held)
      if (clash !== undefined) return clash
      const account = known?.id ?? newId()
      appointed = account
      if (known === undefined) {
        const phone = contact.channel === 'sms'
        store.insertAccount(accounts, {
          id: account,
          phone_digest: phone ? digest : null,
          email_digest: phone ? null : digest,
          contact: keys.seal(0, JSON.stringify(phone ? { phone: contact.address } : { email: contact.address })),
          display_name: body.name,
          recorded_at: now,
        })
      }
      const place = { unit: unit.id, home: unit.home }
      if (isSensitive(body.role)) {
        const details = {
          role: body.role,
          unit: unit.id,
          unitName: unit.name_fa,
          home: unit.home,
          areaFrom: area.from,
          areaTo: area.to,
          until: until?.toISOString() ?? null,
        }
        proposals.insert(accounts, {
          id: id as ProposalId,
          kind: 'appointment',
          account,
          ...place,
          details,
          needed: 2,
          agreed: [actor.id],
          proposed_at: now,
          not_before: now,
          ends_at: new Date(now.getTime() + OPEN_DAYS * 86_400_000),
        })
        return 'proposed'
      }
      store.insertAppointment(accounts, {
        id,
        account,
        role: body.role,
        ...place,
        unit_name: unit.name_fa,
        area_from: area.from,
        area_to: area.to,
        valid_from: now,
        valid_until: until,
        appointed_by: actor.id,
        seconded_by: null,
      })
      return 'appointed'
    })
    const outcome = requireDone(verdict, 'proposed', 'appointed')
    audit(id, { role: body.role, unit: unit.id, outcome })
    if (outcome === 'appointed' && until !== null)
      tellDutyEnded(scope, { account: appointed, role: body.role, unit: unit.id, home: unit.home }, until)
    return { outcome }
  },
)

const isOneOfTheLast = async (tx: Tx, holdsIt: boolean, now: Date): Promise<boolean> =>
  holdsIt && (await store.countOfRole(tx, 'administrator', now)) <= LEAST_ADMINISTRATORS

export const end = command(endAppointment, { reread: async () => ({}) }, async (scope, { params }) => {
  const { now, audit, auth } = scope
  let ended: store.AppointmentRecord | undefined
  const verdict = await inAccounts(scope, async (tx): Promise<Refused | 'ended'> => {
    await store.lockAppointments(tx)
    const appointment = await store.findAppointment(tx, params.appointment, now)
    if (appointment === undefined) return 'record.not-found'
    if (await isOneOfTheLast(tx, appointment.role === 'administrator', now)) return 'appointment.last-administrators'
    store.endAppointment(tx, appointment.id, now)
    ended = appointment
    return 'ended'
  })
  requireDone(verdict, 'ended')
  auth.sessions.forget()
  audit(params.appointment)
  if (ended !== undefined) tellDutyEnded(scope, ended)
  return {}
})

export const stop = command(suspend, { reread: async () => ({}) }, async (scope, { params }) => {
  const { actor, now, audit, auth } = scope
  let duties: readonly store.AppointmentRecord[] = []
  const verdict = await inAccounts(scope, async (tx): Promise<Refused | 'suspended'> => {
    await store.lockAppointments(tx)
    const account = await store.findAccountForUpdate(tx, params.account)
    if (account === undefined) return 'record.not-found'
    if (account.id === actor.id) return 'appointment.yourself'
    const held = await store.listAppointments(tx, [account.id], now)
    const administers = account.suspended_at === null && held.some(({ role }) => role === 'administrator')
    if (await isOneOfTheLast(tx, administers, now)) return 'appointment.last-administrators'
    store.changeAccount(tx, account.id, { suspended_at: now })
    duties = held
    return 'suspended'
  })
  requireDone(verdict, 'suspended')
  await auth.sessions.endAll(params.account)
  audit(params.account)
  for (const duty of duties) tellDutyEnded(scope, duty)
  return {}
})

export const letIn = command(restore, { reread: async () => ({}) }, async (scope, { params }) => {
  const { actor, now, audit } = scope
  let duties: readonly store.AppointmentRecord[] = []
  const verdict = await inAccounts(scope, async (tx): Promise<Refused | 'restored'> => {
    const account = await store.findAccountForUpdate(tx, params.account)
    if (account === undefined) return 'record.not-found'
    if (account.id === actor.id) return 'appointment.yourself'
    store.changeAccount(tx, account.id, { suspended_at: null })
    duties = await store.listAppointments(tx, [account.id], now)
    return 'restored'
  })
  requireDone(verdict, 'restored')
  audit(params.account)
  for (const duty of duties) tellDutyResumed(scope, duty)
  return {}
})
