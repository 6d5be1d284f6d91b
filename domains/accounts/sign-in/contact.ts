import type { CountryPack } from '#countries/pack.ts'
import type { Channel } from '#platform/messages/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { latinDigits } from '#platform/words/index.ts'

export interface Contact {
  readonly channel: Channel
  /** E.164, or an e-mail address in small letters. */
  readonly address: string
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

type PhoneRules = Pick<CountryPack, 'phone'>

/** A telephone as the country writes it, with any digits, or an e-mail address. */
export const findContact = (text: string, pack: PhoneRules): Contact | undefined => {
  const typed = latinDigits(text).trim()
  if (typed.includes('@')) return EMAIL.test(typed) ? { channel: 'email', address: typed.toLowerCase() } : undefined
  const number = pack.phone(typed)
  return number === undefined ? undefined : { channel: 'sms', address: number }
}

export const requireContact = (text: string, pack: PhoneRules, field: string): Contact => {
  const contact = findContact(text, pack)
  if (contact !== undefined) return contact
  throw new Problem('request.invalid', {}, [{ field, code: text.includes('@') ? 'not-email' : 'not-phone' }])
}

/** Under which purpose a contact's look-up digest is made. */
export const digestPurpose = ({ channel }: Contact): string => (channel === 'sms' ? 'phone' : 'email')
