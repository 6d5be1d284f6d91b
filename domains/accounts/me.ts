import { inAccounts } from '#platform/auth/transaction.ts'
import { command, type ReadScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { query } from '#platform/query/index.ts'
import { aPerson, appointmentInUse, meAnswer, nobody } from './answers.ts'
import {
  endSession,
  getMe,
  listSessions,
  signOut,
  useAppointment,
  type AnyRole,
  type Me,
  type Session,
  type SessionId,
} from './contract.ts'
import { needsSecond } from './policy.ts'
import { beginSession } from './begin-session.ts'
import * as store from './store.ts'

const accountAndAppointments = (scope: ReadScope) =>
  inAccounts(scope, async (tx) => {
    const account = await store.findAccount(tx, scope.actor.id)
    if (account === undefined) throw new Problem('record.not-found')
    return { account, appointments: await store.listAppointments(tx, [account.id], scope.now) }
  })

const readMe = async (scope: ReadScope): Promise<Me> => {
  const { actor, tx } = scope
  if (actor.kind === 'person') return aPerson
  if (actor.kind !== 'account') return nobody
  const { account, appointments } = await accountAndAppointments(scope)
  return await meAnswer(tx, account, appointments, appointmentInUse(actor, appointments))
}

export const me = query(getMe, async (scope) => {
  scope.audit(null)
  return await readMe(scope)
})

export const choose = command(useAppointment, { reread: (scope) => readMe(scope) }, async (scope, { body, door }) => {
  const { actor, audit, auth, now } = scope
  if (actor.kind !== 'account' || actor.session === undefined) throw new Problem('record.not-found')
  const { account, appointments } = await accountAndAppointments(scope)
  const appointment = appointments.find(({ id }) => id === body.appointment)
  if (appointment === undefined) throw new Problem('record.not-found')
  const sessions = await inAccounts(scope, (tx) => store.listSessions(tx, actor.id, now))
  const here = sessions.find(({ id }) => id === actor.session)
  if (here === undefined) throw new Problem('sign-in.required')
  // A volunteer's month-long session by code alone must not become a desk's.
  if (here.strength !== 'code+second' && needsSecond([appointment.role])) throw new Problem('second-step.missing')
  audit(appointment.id, { role: appointment.role })
  // A new token for new rights; the old one ends with them, so that one appointment is in use at a time.
  await auth.sessions.end(actor.session)
  const strength = here.strength === 'code+second' ? 'code+second' : 'code'
  return await beginSession(scope, { account, appointments, appointment, strength, door })
})

const readSessions = async (scope: ReadScope): Promise<{ sessions: Session[] }> => {
  const { actor, now } = scope
  if (actor.kind !== 'account') return { sessions: [] }
  const rows = await inAccounts(scope, (tx) => store.listSessions(tx, actor.id, now))
  return {
    sessions: rows.map((row) => ({
      id: row.id as SessionId,
      device: row.device,
      role: row.role as AnyRole | null,
      startedAt: row.started_at.toISOString(),
      seenAt: row.seen_at.toISOString(),
      endsAt: row.ends_at.toISOString(),
      here: row.id === actor.session,
    })),
  }
}

export const sessions = query(listSessions, async (scope) => {
  scope.audit(null)
  return await readSessions(scope)
})

export const end = command(endSession, { reread: (scope) => readSessions(scope) }, async (scope, { params, door }) => {
  const { actor, audit, auth } = scope
  const { sessions: mine } = await readSessions(scope)
  if (!mine.some(({ id }) => id === params.session)) throw new Problem('record.not-found')
  await auth.sessions.end(params.session)
  if (params.session === actor.session) door.clearSession()
  audit(params.session)
  return { sessions: mine.filter(({ id }) => id !== params.session) }
})

export const leave = command(signOut, { reread: async () => ({}) }, async ({ actor, audit, auth }, { door }) => {
  if (actor.session !== undefined) await auth.sessions.end(actor.session)
  door.clearSession()
  audit(actor.session ?? null)
  return {}
})

