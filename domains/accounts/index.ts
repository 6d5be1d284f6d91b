import { countryPack } from '#countries/index.ts'
import { findUnit } from '#domains/network/index.ts'
import { anyone } from '#platform/actor/index.ts'
import { inAccounts } from '#platform/auth/transaction.ts'
import { inDeed, type House } from '#platform/command/index.ts'
import { newId } from '#platform/ids/index.ts'
import { digestPurpose, findContact } from './sign-in/contact.ts'
import * as store from './store.ts'

export interface FirstAdministrator {
  readonly name: string
  /** Telephone or e-mail, as people write it. */
  readonly contact: string
}

/**
 * The two administrators that a new installation begins with: everything after them takes two people. Refused
 * where there is one already. For the command line, by whoever holds the keys of the machine.
 */
export const appointFirstAdministrators = async (
  house: House,
  unit: string,
  pair: readonly [FirstAdministrator, FirstAdministrator],
): Promise<void> => {
  const pack = countryPack(house.country)
  await inDeed(house, { ...anyone, id: 'system:command-line' }, 'accounts.first', { wait: true }, async (scope) => {
    const { tx, keys, now, audit } = scope
    const office = await findUnit(tx, unit)
    if (office === undefined) throw new Error('this unit is not in the directory')
    const contacts = pair.map(({ contact }) => {
      const found = findContact(contact, pack)
      if (found === undefined) throw new Error(`“${contact}” is neither a telephone nor an e-mail address`)
      return found
    })
    if (contacts[0]?.address === contacts[1]?.address) throw new Error('two people need two telephones or addresses')
    const refusal = await inAccounts(scope, async (accounts) => {
      await store.lockAppointments(accounts)
      if ((await store.countOfRole(accounts, 'administrator', now)) > 0)
        return 'there is an administrator already: appoint others on the page of appointments'
      for (const [at, contact] of contacts.entries())
        if ((await store.findAccountByContact(accounts, keys.digest(digestPurpose(contact), contact.address))) !== undefined)
          return `${pair[at]?.name ?? ''} has an account already: administrators begin with their own, used for nothing else`
      for (const [at, contact] of contacts.entries()) {
        const phone = contact.channel === 'sms'
        const digest = keys.digest(digestPurpose(contact), contact.address)
        const account = newId(now.getTime())
        store.insertAccount(accounts, {
          id: account,
          phone_digest: phone ? digest : null,
          email_digest: phone ? null : digest,
          contact: keys.seal(0, JSON.stringify(phone ? { phone: contact.address } : { email: contact.address })),
          display_name: pair[at]?.name ?? '',
          recorded_at: now,
        })
        store.insertAppointment(accounts, {
          id: newId(now.getTime()),
          account,
          role: 'administrator',
          unit,
          unit_name: office.name_fa,
          home: office.home,
          area_from: 1,
          area_to: 0,
          valid_from: now,
          valid_until: null,
          appointed_by: null,
          seconded_by: null,
        })
      }
      return undefined
    })
    if (refusal !== undefined) throw new Error(refusal)
    audit(null)
  })
}
