import type { Actor } from '#platform/actor/index.ts'
import type { House } from '#platform/command/index.ts'
import { inTransaction, wallOf, type Tx } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'
import { canonical } from './chain.ts'
import type { Seal, SealedHead } from './sealed.ts'

/**
 * Lines carry the instant at which their deed began, and become visible when it commits: a look back of ten
 * minutes finds the slowest (a statement ends after ten seconds, a first fold of facts after ten minutes).
 */
const LOOK_BACK_MS = 10 * 60_000

// The seal's own line would make every quiet minute worth a seal; it is sealed with the next deed.
const notOwn = sql`e.act <> 'audit.seal'`

// A head that is seen again within the look back was sealed by a seal within it, too: seals come after lines.
const newHeads = (since: Date | undefined) => {
  const from = since === undefined ? new Date(0) : new Date(since.getTime() - LOOK_BACK_MS)
  return sql`
    with head as (
      select distinct on (e.chain) e.chain, e.seq, encode(e.hash, 'hex') as hash
      from audit.entry e where ${notOwn} and e.at >= ${from}
      order by e.chain, e.seq desc),
    sealed as (
      select (h ->> 'chain')::uuid as chain, max((h ->> 'seq')::integer) as seq
      from audit.seal s, jsonb_array_elements(s.heads) h where s.at >= ${from} group by 1)
    select head.chain, head.seq, head.hash from head left join sealed using (chain)
    where sealed.seq is null or sealed.seq < head.seq
    order by head.chain`
}

export interface LastSeal {
  readonly number: number
  readonly at: Date
  readonly hash: Buffer
}

const lastSeal = statement<LastSeal>(sql`select number, at, hash from audit.seal order by number desc limit 1`)

export const findLastSeal = (tx: Tx) => tx.first<LastSeal>(lastSeal)

/** One sealing at a time, in all processes. */
export const lockSeals = (tx: Tx) => tx.first(statement(sql`select pg_advisory_xact_lock(4815162344)`))

export const findNewHeads = (tx: Tx, last: LastSeal | undefined) =>
  tx.all<SealedHead>(statement(newHeads(last?.at)))

export const insertSeal = (tx: Tx, { number, at, heads, root, previous, hash }: Seal): void =>
  tx.write(
    statement(sql`
      insert into audit.seal (number, at, chains, heads, root, previous, hash)
      values (${number}, ${at}, ${heads.length}, ${canonical(heads)}::jsonb, ${root}, ${previous}, ${hash})`),
  )

/** A look without a trail: who looks is the sealing job, and it reads no line's content. */
const look = async <T>(house: House, actor: Actor, read: (tx: Tx) => Promise<T>): Promise<T> => {
  const { result } = await inTransaction(house.pool, { wall: wallOf(actor, house.clock.now()), wait: false }, async (tx) => ({
    result: await read(tx),
  }))
  return result
}

export const isAnythingNew = (house: House, actor: Actor): Promise<boolean> =>
  look(house, actor, async (tx) => (await findNewHeads(tx, await findLastSeal(tx))).length > 0)

export interface RootRow {
  readonly number: number
  readonly at: Date
  readonly chains: number
  readonly root: Buffer
  readonly hash: Buffer
}

/** Seals after `number`, oldest first. */
export const listRootsAfter = (house: House, actor: Actor, number: number): Promise<RootRow[]> =>
  look(house, actor, (tx) =>
    tx.all<RootRow>(
      statement(sql`select number, at, chains, root, hash from audit.seal where number > ${number} order by number`),
    ),
  )
