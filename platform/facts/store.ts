import type { Actor } from '#platform/actor/index.ts'
import type { House } from '#platform/command/index.ts'
import { inTransaction, wallOf, type Tx } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'
import { recordedOn, signed } from './rows.ts'

/** Transactions from `from` on are not yet folded; all below `until` are over. Both as decimal text. */
export interface Mark {
  readonly from: string
  readonly until: string
}

/** Asked before anything is opened, so that an idle minute leaves no trail of "looked, nothing". */
export const findUnfolded = async (house: House, actor: Actor): Promise<boolean> => {
  const { result } = await inTransaction(house.pool, { wall: wallOf(actor, house.clock.now()), wait: false }, async (tx) => {
    const row = await tx.first<{ there: boolean; restored: boolean }>(
      statement(sql`
        select m.folded_before > pg_snapshot_xmax(pg_current_snapshot()) as restored,
          exists (select from facts.fact f where f.recorded_xid >= m.folded_before
            and f.recorded_xid < pg_snapshot_xmin(pg_current_snapshot())) as there
        from facts.fold m`),
    )
    // A copy restored into another server brings transaction numbers that this one has not reached.
    if (row?.restored === true) throw new Error('the facts come from another server: run `hamyar facts rebuild`')
    return { result: row?.there ?? false }
  })
  return result
}

export const lockMark = async (tx: Tx): Promise<Mark> => {
  const locked = await tx.first<{ from: string }>(
    statement(sql`select folded_before::text as "from" from facts.fold for update`),
  )
  const horizon = await tx.first<{ until: string }>(
    statement(sql`select pg_snapshot_xmin(pg_current_snapshot())::text as until`),
  )
  if (locked === undefined || horizon === undefined) throw new Error('facts.fold has lost its row')
  return { from: locked.from, until: horizon.until }
}

/** A first load folds a million facts at once: about 6 s here, and more than a page's ten elsewhere. */
const FOLD_TIMEOUT = '10min'

export const addFacts = async (tx: Tx, mark: Mark): Promise<number> => {
  tx.write(statement(sql`set local statement_timeout = ${sql.lit(FOLD_TIMEOUT)}`))
  const row = await tx.first<{ added: number }>(
    statement(sql`
      with fresh as (
        select f.home, f.kind, f.version, f.occurred_on, f.unit, f.place, f.dimensions, ${recordedOn} as recorded_on,
          sum(f.quantity * (${signed}))::bigint as quantity, sum(${signed})::bigint as facts, count(*) as added
        from facts.fact f
        where f.recorded_xid >= ${mark.from}::xid8 and f.recorded_xid < ${mark.until}::xid8
        group by 1, 2, 3, 4, 5, 6, 7, 8),
      folded as (
        insert into facts.rollup as r (home, kind, version, occurred_on, unit, place, dimensions, recorded_on, quantity, facts)
        select home, kind, version, occurred_on, unit, place, dimensions, recorded_on, quantity, facts from fresh
        on conflict (home, kind, version, occurred_on, unit, place, dimensions, recorded_on)
          do update set quantity = r.quantity + excluded.quantity, facts = r.facts + excluded.facts)
      select coalesce(sum(added), 0)::integer as added from fresh`),
  )
  return row?.added ?? 0
}

export const moveMark = (tx: Tx, { until }: Mark, now: Date): void =>
  tx.write(statement(sql`update facts.fold set folded_before = ${until}::xid8, at = ${now}`))
