import type { Tx } from '#platform/db/index.ts'
import type { Keyring } from '#platform/keys/index.ts'
import * as accounts from '#domains/accounts/store.ts'
import { acceptedStep, newSecret } from './authenticator.ts'
import { codeHash, isSame, newRecoveryCodes } from './codes.ts'

/** Accounts belong to no office: their secrets are sealed for the nation's own. */
const HOME = 0

interface RecoveryCode {
  readonly hash: string
  readonly usedAt: string | null
}

type Account = accounts.AccountRecord

/** A fresh secret each time one is shown: one that was shown and not confirmed is worth nothing. */
export const setUp = (tx: Tx, keys: Keyring, account: Account): string => {
  const secret = newSecret()
  accounts.changeAccount(tx, account.id, { totp: keys.seal(HOME, secret), totp_confirmed: false, totp_last_step: null })
  return secret
}

/** Answers the recovery codes when this was the first use, an empty list later, undefined for a wrong code. */
export const useAuthenticator = (
  tx: Tx,
  keys: Keyring,
  account: Account,
  code: string,
  now: Date,
): string[] | undefined => {
  if (account.totp === null) return undefined
  const step = acceptedStep(keys.open(HOME, account.totp), code, now, account.totp_last_step)
  if (step === undefined) return undefined
  if (account.totp_confirmed) {
    accounts.changeAccount(tx, account.id, { totp_last_step: step })
    return []
  }
  const codes = newRecoveryCodes()
  const recovery = codes.map((each): RecoveryCode => ({ hash: hashOf(keys, account, each).toString('hex'), usedAt: null }))
  accounts.changeAccount(tx, account.id, {
    totp_confirmed: true,
    totp_last_step: step,
    recovery: JSON.stringify(recovery),
  })
  return codes
}

const hashOf = (keys: Keyring, account: Account, code: string) => codeHash(keys, `recovery ${account.id}`, code)

/** True when it was one of the account's codes that was never used; it is used now. */
export const useRecoveryCode = (tx: Tx, keys: Keyring, account: Account, code: string, now: Date): boolean => {
  if (!account.totp_confirmed) return false
  const given = hashOf(keys, account, code)
  const codes = (account.recovery ?? []) as RecoveryCode[]
  const found = codes.find(({ hash, usedAt }) => usedAt === null && isSame(Buffer.from(hash, 'hex'), given))
  if (found === undefined) return false
  const rest = codes.map((each) => (each === found ? { ...each, usedAt: now.toISOString() } : each))
  accounts.changeAccount(tx, account.id, { recovery: JSON.stringify(rest) })
  return true
}
