import type { Keyring } from '#platform/keys/index.ts'

/** Ways to reach a person, sealed as one value. Times are `HH:MM` of the country's clock. */
export interface Contact {
  readonly phone: string | null
  readonly safeFrom: string | null
  readonly safeTo: string | null
  /** The name to use when somebody else picks up. */
  readonly callName: string | null
  /** Speak to nobody but the person. */
  readonly onlyThemselves: boolean
}

export const noContact: Contact = { phone: null, safeFrom: null, safeTo: null, callName: null, onlyThemselves: true }

export const readContact = (text: string): Contact => ({ ...noContact, ...(JSON.parse(text) as Partial<Contact>) })

/** The contact with the address: a person's record seals them as one value, since a page opens both or neither. */
export interface ContactAndAddress extends Contact {
  readonly address: string | null
}

export const sealContact = (keys: Keyring, home: number, contact: ContactAndAddress): Buffer =>
  keys.seal(home, JSON.stringify(contact))

export interface SealedContact {
  readonly home: number
  readonly contact: Buffer | null
  /** Records of the first releases sealed the address by itself, until it is changed or `hamyar keys reseal` has run. */
  readonly address: Buffer | null
}

export const openContact = (keys: Keyring, { home, contact, address }: SealedContact): ContactAndAddress => {
  const kept: Contact & { readonly address?: string | null } = contact === null ? noContact : readContact(keys.open(home, contact))
  return { ...kept, address: address === null ? (kept.address ?? null) : keys.open(home, address) }
}
