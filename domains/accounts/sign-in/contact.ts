import { isPossiblePhoneNumber, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js'
import type { Channel } from '#platform/messages/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { latinDigits } from '#platform/words/index.ts'

export interface Contact {
  readonly channel: Channel
  /** E.164, or an e-mail address in small letters. */
  readonly address: string
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** A telephone in national or international form, with any digits, or an e-mail address. */
export const findContact = (text: string, region: string): Contact | undefined => {
  const typed = latinDigits(text).trim()
  if (typed.includes('@')) return EMAIL.test(typed) ? { channel: 'email', address: typed.toLowerCase() } : undefined
  const country = region as CountryCode
  if (!isPossiblePhoneNumber(typed, country)) return undefined
  const number = parsePhoneNumberFromString(typed, country)
  return number === undefined ? undefined : { channel: 'sms', address: number.number }
}

export const requireContact = (text: string, region: string, field: string): Contact => {
  const contact = findContact(text, region)
  if (contact !== undefined) return contact
  throw new Problem('request.invalid', {}, [{ field, code: text.includes('@') ? 'not-email' : 'not-phone' }])
}

/** Under which purpose a contact's look-up digest is made. */
export const digestPurpose = ({ channel }: Contact): string => (channel === 'sms' ? 'phone' : 'email')
