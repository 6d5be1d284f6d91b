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
