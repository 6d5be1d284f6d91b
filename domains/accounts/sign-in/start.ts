import { countryPack } from '#countries/index.ts'
import { startSignIn, type ChallengeId } from '#domains/accounts/contract.ts'
import * as accounts from '#domains/accounts/store.ts'
import { oneTimeCodeText } from '#domains/accounts/words.ts'
import { inAccounts } from '#platform/auth/transaction.ts'
import { command, type ReadScope } from '#platform/command/index.ts'
import { sendMessageOrSeemTo } from '#platform/messages/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { codeHash, newCode, nobodysHash } from './codes.ts'
import { digestPurpose, requireContact } from './contact.ts'
import * as store from './store.ts'

const CODE_MINUTES = 10
const WINDOW_MINUTES = 60
// Five codes an hour are enough for a slow network; an office behind one address signs in sixty people.
const MOST_BY_CONTACT = 5
const MOST_BY_ADDRESS = 60

const secondsLeft = (now: Date): number => WINDOW_MINUTES * 60 - (Math.floor(now.getTime() / 1000) % (WINDOW_MINUTES * 60))

const reread = async (scope: ReadScope, id: string) => {
  const challenge = await inAccounts(scope, (tx) => store.findChallenge(tx, id))
  if (challenge === undefined) throw new Problem('record.not-found')
  return { challenge: id as ChallengeId, endsAt: challenge.ends_at.toISOString() }
}

/**
 * The same statements in the same order whether anybody is known by the contact or not: who asks learns
 * nothing, by the answer or by its time. A code is sent only where there is somebody to use it.
 */
export const start = command(startSignIn, { reread }, async (scope, { body, door }) => {
  const { keys, now, country, newId, audit } = scope
  const contact = requireContact(body.contact, countryPack(country), 'contact')
  const digest = keys.digest(digestPurpose(contact), contact.address)
  const id = newId<ChallengeId>()
  const code = newCode()
  const endsAt = new Date(now.getTime() + CODE_MINUTES * 60_000)
  const verdict = await inAccounts(scope, async (tx) => {
    const byContact = await store.countAttempt(tx, 'sign-in contact', digest, now, WINDOW_MINUTES)
    const byAddress = await store.countAttempt(tx, 'sign-in address', keys.digest('address', door.address), now, WINDOW_MINUTES)
    if (byContact > MOST_BY_CONTACT || byAddress > MOST_BY_ADDRESS) return { limited: true, known: false, language: 'fa' } as const
    const account = await accounts.findAccountByContact(tx, digest)
    const known = account !== undefined && account.suspended_at === null
    store.insertChallenge(tx, {
      id,
      contact_digest: digest,
      account: known ? account.id : null,
      purpose: 'sign-in',
      code_hash: known ? codeHash(keys, id, code) : nobodysHash(),
      started_at: now,
      ends_at: endsAt,
    })
    return { limited: false, known, language: account?.language === 'en' ? 'en' : 'fa' } as const
  })
  if (verdict.limited) throw new Problem('rate.limited', { seconds: secondsLeft(now) })
  const text = oneTimeCodeText(code, verdict.language)
  sendMessageOrSeemTo(
    scope,
    { home: 0, channel: contact.channel, to: contact.address, purpose: 'sign-in', text },
    verdict.known,
  )
  audit(id)
  return { challenge: id, endsAt: endsAt.toISOString() }
})
