import type { WriteScope } from '#platform/command/index.ts'
import type { Channel } from './carrier.ts'
import * as store from './store.ts'

export type { Carrier, Carriers, Channel, Letter } from './carrier.ts'
export { readOutbox, type OutboxLine } from './outbox.ts'

export interface Message {
  /** The office whose key seals it. */
  readonly home: number
  readonly channel: Channel
  /** E.164, or an e-mail address. */
  readonly to: string
  /** Why it is sent, e.g. `sign-in`, `visit-offered`: for the record, never for the recipient. */
  readonly purpose: string
  /** Neutral (design 8.4): whoever picks up the phone must learn nothing from it. */
  readonly text: string
  /** The record it is about, where erasing that record must reach the message. */
  readonly about?: string
}

type Scope = Pick<WriteScope, 'tx' | 'keys' | 'now' | 'newId' | 'emit'>

/** Leaves a message in the outbox, in the transaction of the deed: it goes out only when the deed stands. */
export const sendMessage = (scope: Scope, message: Message): void => {
  leave(scope, message, true)
}

/**
 * Does all the work of sending and sends only when `really`. For deeds that must not let anybody see, by
 * their time either, whether there was somebody to write to.
 */
export const sendMessageOrSeemTo = (scope: Scope, message: Message, really: boolean): void => {
  leave(scope, message, really)
}

const leave = ({ tx, keys, now, newId, emit }: Scope, message: Message, really: boolean): void => {
  const { home, channel, to, purpose, text, about = null } = message
  const row = { home, id: newId(), at: now, channel, purpose, about, recipient: keys.seal(home, to), body: keys.seal(home, text) }
  store.insert(tx, row, really)
  emit({ name: 'messages.left', payload: {}, key: 'carry' })
}

/** Removes every message about a record, sent or not. The caller holds the key `about:…` of that record. */
export const eraseMessages = ({ tx }: Pick<Scope, 'tx'>, about: string): void => store.eraseAbout(tx, about)
