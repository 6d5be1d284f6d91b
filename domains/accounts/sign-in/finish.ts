import { beginSession } from '#domains/accounts/begin-session.ts'
import { finishSignIn } from '#domains/accounts/contract.ts'
import { needsSecond } from '#domains/accounts/policy.ts'
import * as proposals from '#domains/accounts/proposals/store.ts'
import * as accounts from '#domains/accounts/store.ts'
import { inAccounts } from '#platform/auth/transaction.ts'
import { command, type WriteScope } from '#platform/command/index.ts'
import type { BodyOf } from '#platform/contract/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { setUpAddress } from './authenticator.ts'
import { codeHash, isSame } from './codes.ts'
import { setUp, useAuthenticator, useRecoveryCode } from './second-step.ts'
import * as store from './store.ts'

const MOST_OF_ONE_CODE = 5
// In an hour, over all codes: then even the right one is answered as wrong, whoever is or is not behind it.
const MOST_WRONG = 10
const LOCK_MINUTES = 60

type Body = BodyOf<typeof finishSignIn>
type Scope = Pick<WriteScope, 'keys' | 'now'>

type Verdict =
  | { readonly step: 'wrong' | 'second-wrong' | 'second' }
  | { readonly step: 'set-up'; readonly secret: string; readonly name: string }
  | {
      readonly step: 'in'
      readonly account: accounts.AccountRecord
      readonly appointments: readonly accounts.AppointmentRecord[]
      readonly strength: 'code' | 'code+second'
      readonly recoveryCodes: string[]
    }

const WRONG: Verdict = { step: 'wrong' }

const isLocked = async (tx: Tx, what: string, who: Buffer, now: Date): Promise<boolean> =>
  (await store.readAttempts(tx, what, who, new Date(now.getTime() - LOCK_MINUTES * 60_000))) >= MOST_WRONG

/** The account behind a right code; every way of being wrong costs the same and looks the same. */
const findBehind = async (tx: Tx, { keys, now }: Scope, { challenge: id, code }: Body) => {
  const challenge = await store.findChallenge(tx, id)
  if (challenge === undefined) return undefined
  const locked = await isLocked(tx, 'wrong code', challenge.contact_digest, now)
  const worn = challenge.used_at !== null || challenge.ends_at <= now || challenge.attempts >= MOST_OF_ONE_CODE
  const right = isSame(codeHash(keys, challenge.id, code), challenge.code_hash)
  if (locked || worn || !right || challenge.account === null) {
    store.countWrongCode(tx, challenge.id)
    await store.countAttempt(tx, 'wrong code', challenge.contact_digest, now, LOCK_MINUTES)
    return undefined
  }
  store.markChallenge(tx, challenge.id, { code_shown_at: now })
  return await accounts.findAccountForUpdate(tx, challenge.account)
}

const takeSecond = async (tx: Tx, { keys, now }: Scope, account: accounts.AccountRecord, second: Body['second']) => {
  if (second === undefined) return undefined
  const who = keys.digest('account', account.id)
  if (await isLocked(tx, 'wrong second', who, now)) return undefined
  const recoveryCodes =
    second.kind === 'authenticator'
      ? useAuthenticator(tx, keys, account, second.code, now)
      : useRecoveryCode(tx, keys, account, second.code, now)
        ? []
        : undefined
  if (recoveryCodes === undefined) await store.countAttempt(tx, 'wrong second', who, now, LOCK_MINUTES)
  return recoveryCodes
}

const judge = async (tx: Tx, scope: Scope, body: Body): Promise<Verdict> => {
  const account = await findBehind(tx, scope, body)
  if (account === undefined || account.suspended_at !== null) return WRONG
  const appointments = await accounts.listAppointments(tx, [account.id], scope.now)
  const two = account.totp_confirmed || needsSecond(appointments.map(({ role }) => role))
  if (two && body.second === undefined) {
    if (account.totp_confirmed) return { step: 'second' }
    return { step: 'set-up', secret: setUp(tx, scope.keys, account), name: account.display_name }
  }
  const recoveryCodes = two ? await takeSecond(tx, scope, account, body.second) : []
  if (recoveryCodes === undefined) return { step: 'second-wrong' }
  store.markChallenge(tx, body.challenge, { used_at: scope.now })
  // Who still has both factors asked for no way back: a stranger did.
  proposals.refuseRecoveriesOf(tx, account.id, scope.now)
  return { step: 'in', account, appointments, strength: two ? 'code+second' : 'code', recoveryCodes }
}

const reread = async () => {
  // The session went into the answer that was lost; nothing of it is kept.
  throw new Problem('sign-in.wrong')
}

export const finish = command(finishSignIn, { reread }, async (scope, { body, door }) => {
  const { audit } = scope
  const verdict = await inAccounts(scope, (tx) => judge(tx, scope, body))
  switch (verdict.step) {
    case 'wrong':
      throw new Problem('sign-in.wrong')
    case 'second-wrong':
      throw new Problem('second-step.wrong')
    case 'second':
      audit(body.challenge, { step: 'second' })
      return { step: 'second' as const }
    case 'set-up':
      audit(body.challenge, { step: 'set-up' })
      return {
        step: 'set-up' as const,
        secret: verdict.secret,
        address: setUpAddress(verdict.secret, verdict.name),
      }
    case 'in': {
      audit(body.challenge, { step: 'in', account: verdict.account.id })
      const me = await beginSession(scope, { ...verdict, door })
      return { step: 'signed-in' as const, me, recoveryCodes: verdict.recoveryCodes }
    }
  }
})
