import { createHash } from 'node:crypto'
import type { Actor } from '#platform/actor/index.ts'
import { canonical } from '#platform/audit/chain.ts'
import type { OpenTransaction } from '#platform/db/index.ts'
import { Problem } from '#platform/problem/index.ts'

/** Thrown inside the transaction when the key was used before: the deed is done, only its answer is read again. */
export class Replay extends Error {
  readonly record: string

  constructor(record: string) {
    super('replay')
    this.record = record
  }
}

export const requestHash = (operation: string, params: unknown, body: unknown): Buffer =>
  createHash('sha256').update(canonical([operation, params, body])).digest()

/**
 * Claims the key for this deed. A concurrent twin waits here until the first commits, then replays.
 * The stored row says which record came of it, never the answer: a stored answer would outlive consent.
 */
export const claim = async (
  tx: OpenTransaction,
  actor: Actor,
  key: string,
  hash: Buffer,
  now: Date,
): Promise<void> => {
  const { tag } = await tx.send(
    'insert into platform.idempotency (home, actor, key, request_hash, at) values ($1,$2,$3,$4,$5) on conflict do nothing',
    [actor.home, actor.id, key, hash, now],
  )
  if (tag === 'INSERT 0 1') return
  const { rows } = await tx.send(
    'select request_hash, record from platform.idempotency where home = $1 and actor = $2 and key = $3',
    [actor.home, actor.id, key],
  )
  const [earlier] = rows as { request_hash: Buffer; record: string | null }[]
  if (earlier === undefined || earlier.record === null || !earlier.request_hash.equals(hash))
    throw new Problem('request.repeated-differently')
  throw new Replay(earlier.record)
}

export const settle = (tx: OpenTransaction, actor: Actor, key: string, record: string | null): void => {
  void tx
    .send('update platform.idempotency set record = $4 where home = $1 and actor = $2 and key = $3', [
      actor.home,
      actor.id,
      key,
      record,
    ])
    .catch(() => {})
}
