import { countryPack } from '#countries/index.ts'
import { inAccounts } from '#platform/auth/transaction.ts'
import { command } from '#platform/command/index.ts'
import { sendMessageOrSeemTo } from '#platform/messages/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { startRecovery, type ProposalId } from './contract.ts'
import { needsSecond, neededFor } from './policy.ts'
import * as proposals from './proposals/store.ts'
import { digestPurpose, requireContact } from './sign-in/contact.ts'
import * as attempts from './sign-in/store.ts'
import * as store from './store.ts'
import { recoveryAskedText } from './words.ts'

// A day for the owner to read the notice on the old telephone and simply sign in, which ends the request.
const WAIT_HOURS = 24
const OPEN_DAYS = 14
const MOST_BY_CONTACT = 3
const MOST_BY_ADDRESS = 20
const WINDOW_MINUTES = 24 * 60

/**
 * It opens nothing by itself: people who know the person decide, after a wait, face to face. The answer is the
 * same for a stranger, for an unknown contact, and for a second try.
 */
export const ask = command(
  startRecovery,
  { reread: async () => ({ waitHours: WAIT_HOURS }) },
  async (scope, { body, door }) => {
    const { keys, now, country, newId, audit } = scope
    const pack = countryPack(country)
    const contact = requireContact(body.contact, pack, 'contact')
    const wanted = requireContact(body.newContact, pack, 'newContact')
    const digest = keys.digest(digestPurpose(contact), contact.address)
    const id = newId<ProposalId>()
    const sealed = keys.seal(0, wanted.address).toString('base64')
    const verdict = await inAccounts(scope, async (tx) => {
      const byContact = await attempts.countAttempt(tx, 'recovery contact', digest, now, WINDOW_MINUTES)
      const byAddress = await attempts.countAttempt(tx, 'recovery address', keys.digest('address', door.address), now, WINDOW_MINUTES)
      if (byContact > MOST_BY_CONTACT || byAddress > MOST_BY_ADDRESS) return { limited: true, known: false, language: 'fa' } as const
      const account = await store.findAccountByContact(tx, digest)
      const appointments = await store.listAppointments(tx, [account?.id ?? id], now)
      const open = await proposals.findOpenOf(tx, account?.id ?? id, 'recovery', now)
      const known = account !== undefined && account.suspended_at === null && appointments.length > 0 && open === undefined
      if (known) {
        const volunteer = !needsSecond(appointments.map(({ role }) => role))
        const [first] = appointments
        proposals.insert(tx, {
          id,
          kind: 'recovery',
          account: account.id,
          home: first?.home ?? 0,
          unit: first?.unit ?? null,
          details: { volunteer, channel: wanted.channel, sealed },
          needed: neededFor({ kind: 'recovery', volunteer }),
          agreed: [],
          proposed_at: now,
          not_before: new Date(now.getTime() + WAIT_HOURS * 3_600_000),
          ends_at: new Date(now.getTime() + OPEN_DAYS * 86_400_000),
        })
      }
      return { limited: false, known, language: account?.language === 'en' ? 'en' : 'fa' } as const
    })
    if (verdict.limited) throw new Problem('rate.limited', { seconds: 3_600 })
    // To the old telephone: if it is not lost at all, its owner hears of it and signs in.
    const text = recoveryAskedText(verdict.language)
    sendMessageOrSeemTo(
      scope,
      { home: 0, channel: contact.channel, to: contact.address, purpose: 'recovery', text },
      verdict.known,
    )
    audit(id)
    return { waitHours: WAIT_HOURS }
  },
)
