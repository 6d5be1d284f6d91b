export type Channel = 'sms' | 'email'

/** One message on its way out of the building. `to` is E.164 or an e-mail address. */
export interface Letter {
  readonly to: string
  readonly text: string
}

/** Hands a letter to a provider; throws when the provider did not take it. */
export type Carrier = (letter: Letter) => Promise<void>

/** Which channels have a provider. One that has none leaves its messages on the outbox page. */
export type Carriers = Readonly<Partial<Record<Channel, Carrier>>>
