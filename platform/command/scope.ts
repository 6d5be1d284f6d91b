import type { Actor } from '#platform/actor/index.ts'
import type { AuditLine } from '#platform/audit/index.ts'
import type { Clock } from '#platform/clock/index.ts'
import type { OpenTransaction, Pool, Tx } from '#platform/db/index.ts'
import type { Sessions } from '#platform/auth/session.ts'
import type { Fact } from '#platform/facts/index.ts'
import { newId } from '#platform/ids/index.ts'
import type { Keyring } from '#platform/keys/index.ts'
import type { Event } from '#platform/jobs/event.ts'
import type { Carriers } from '#platform/messages/carrier.ts'

/** What the house gives to every handler, beside the transaction. */
export interface Services {
  readonly clock: Clock
  readonly keys: Keyring
  /** The country pack's code; domains ask `#countries/index.ts` for the rest. */
  readonly country: string
  /** Accounts and sessions: their own pool, of a role that reads nothing else. */
  readonly auth: { readonly pool: Pool; readonly sessions: Sessions }
  /** For counting alone: of a role that reads facts without their source, places, units and definitions, and nothing else. */
  readonly observatory: { readonly pool: Pool }
  /** Providers that take messages out of the building; none in tests and where nobody configured one. */
  readonly carriers: Carriers
  /** Where the roots of the trail are exported to; nowhere when absent. */
  readonly dataFolder?: string | undefined
  /** The agency's own line for danger, day and night, as it was typed. */
  readonly onCall?: string | undefined
  /** The address that people type; in messages only. */
  readonly publicUrl?: string | undefined
}

export interface AuditNote {
  readonly home?: number
  readonly person?: string | null
  readonly [detail: string]: unknown
}

/** What a query sees. */
export interface ReadScope {
  readonly actor: Actor
  readonly tx: Tx
  readonly clock: Clock
  /** `clock.now()` at the start of this deed: one instant for everything it writes. */
  readonly now: Date
  readonly keys: Keyring
  readonly country: string
  readonly auth: Services['auth']
  readonly observatory: Services['observatory']
  readonly carriers: Carriers
  readonly onCall: string | undefined
  readonly publicUrl: string | undefined
  /** Writes the trail in this transaction. Every deed and every read of people's data leaves at least one line. */
  readonly audit: (record: string | null, note?: AuditNote) => void
  /**
   * Opens rows to this one deed beyond the actor's own keys, after the policy said yes.
   * It leaves a line of its own in the trail.
   */
  readonly admit: (...keys: string[]) => void
}

/** What a command sees as well. */
export interface WriteScope extends ReadScope {
  readonly fact: <D extends string>(fact: Fact<D>) => void
  /** An event for other domains: it becomes jobs in this transaction (see each domain's `jobs.ts`). */
  readonly emit: (event: Event) => void
  readonly newId: <Id extends string>() => Id
}

export interface Gathered {
  readonly lines: AuditLine[]
  readonly facts: Fact[]
  readonly events: Event[]
}

export const openScope = (
  services: Services,
  actor: Actor,
  act: string,
  tx: OpenTransaction,
  now: Date,
): { scope: WriteScope; gathered: Gathered } => {
  const gathered: Gathered = { lines: [], facts: [], events: [] }
  const audit = (record: string | null, { home, person, ...details }: AuditNote = {}) => {
    gathered.lines.push({
      home: home ?? actor.home,
      at: now.toISOString(),
      actor: actor.id,
      role: actor.role ?? actor.kind,
      act,
      record,
      // A uuid column gives small letters back: the hash must be of what is stored.
      person: person?.toLowerCase() ?? null,
      refused: false,
      details,
    })
  }
  const scope: WriteScope = {
    actor,
    tx,
    clock: services.clock,
    now,
    keys: services.keys,
    country: services.country,
    auth: services.auth,
    observatory: services.observatory,
    carriers: services.carriers,
    onCall: services.onCall,
    publicUrl: services.publicUrl,
    audit,
    admit: (...keys) => {
      tx.addKeys(keys)
      gathered.lines.push({
        home: actor.home,
        at: now.toISOString(),
        actor: actor.id,
        role: actor.role ?? actor.kind,
        act: `${act}:admit`,
        record: null,
        person: null,
        refused: false,
        details: { keys },
      })
    },
    fact: (fact) => {
      gathered.facts.push(fact as unknown as Fact)
    },
    emit: (event) => {
      gathered.events.push(event)
    },
    newId: <Id extends string>() => newId<Id>(now.getTime()),
  }
  return { scope, gathered }
}
