import { createHmac } from 'node:crypto'
import { canonical } from '#platform/audit/chain.ts'
import { leafHash } from '#platform/audit/merkle.ts'
import type { Keyring } from '#platform/keys/index.ts'
import type { RawFact } from './store.ts'

/**
 * The salt of one fact, from a key outside the database: without it nobody can try out what a leaf was made of, and with
 * the salt of one fact nothing is learnt of another.
 */
export const saltOf = (keys: Keyring, id: string): string =>
  createHmac('sha256', keys.derive('fact salt')).update(id).digest('hex').slice(0, 32)

/** What a root commits to: everything of a fact that counts. */
export const leafContent = (fact: RawFact): string =>
  canonical([
    fact.home, fact.id, fact.kind, fact.version, fact.on, fact.unit, fact.place, fact.subject, fact.quantity,
    fact.dimensions, fact.reverses, fact.recordedAt.toISOString(),
  ])

export const leafOf = (keys: Keyring, fact: RawFact): Buffer => leafHash(`${saltOf(keys, fact.id)} ${leafContent(fact)}`)
