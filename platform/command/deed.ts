import type { Actor } from '#platform/actor/index.ts'
import { prepareAudit, type AuditLine } from '#platform/audit/index.ts'
import { inTransaction, wallOf, type OpenTransaction, type Pool } from '#platform/db/index.ts'
import { factsStatement } from '#platform/facts/index.ts'
import { newId } from '#platform/ids/index.ts'
import type { Threads } from '#platform/threads/index.ts'
import { openScope, type Gathered, type Services, type WriteScope } from './scope.ts'

export interface House extends Services {
  readonly pool: Pool
  /** For what reckons too long to be done between two answers. */
  readonly threads: Threads
}

const eventsStatement = ({ events }: Gathered, now: Date) => ({
  text: 'select jobs.tell($1::jsonb)',
  values: [JSON.stringify(events.map(({ name, payload, at = now, key }) => ({ name, payload, at, key })))],
})

/**
 * One deed in one transaction: what the handler did, its facts, its events and its trail are committed
 * together or not at all. `wait: false` is for reads (see `headOf`).
 */
export const inDeed = async <T>(
  house: House,
  actor: Actor,
  act: string,
  { wait }: { wait: boolean },
  work: (scope: WriteScope, tx: OpenTransaction, gathered: Gathered) => Promise<T>,
): Promise<T> => {
  const now = house.clock.now()
  let committed = () => {}
  const { result } = await inTransaction(house.pool, { wall: wallOf(actor, now), wait }, async (tx) => {
    const { scope, gathered } = openScope(house, actor, act, tx, now)
    const answer = await work(scope, tx, gathered)
    if (gathered.lines.length === 0) throw new Error(`${act} left no trail: every deed and read writes audit lines`)
    const before: { text: string; values: readonly unknown[] }[] = []
    if (gathered.facts.length > 0)
      before.push(factsStatement(gathered.facts, gathered.facts.map(() => newId(now.getTime())), now))
    if (gathered.events.length > 0) before.push(eventsStatement(gathered, now))
    const audit = prepareAudit(tx.connection, gathered.lines)
    before.push(audit)
    committed = audit.committed
    return { result: answer, before }
  }).then((done) => {
    committed()
    return done
  })
  return result
}

/** A refused attempt leaves its line in a transaction of its own: the deed's was rolled back. */
export const recordRefusal = async (
  house: House,
  actor: Actor,
  act: string,
  record: string | null,
  code: string,
): Promise<void> => {
  const now = house.clock.now()
  const line: AuditLine = {
    home: actor.home,
    at: now.toISOString(),
    actor: actor.id,
    role: actor.role ?? actor.kind,
    act,
    record,
    person: null,
    refused: true,
    details: { code },
  }
  await inDeed(house, actor, act, { wait: true }, async (_scope, _tx, gathered) => {
    gathered.lines.push(line)
  })
}
