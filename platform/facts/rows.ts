import { sql } from '#platform/db/query.ts'
import type { HomeRange } from '#platform/ids/index.ts'

/** A reversing fact repeats what it takes back, and counts the other way round. */
export const signed = sql`case when f.reverses is null then 1 else -1 end`

/** Days of recording are days of UTC: they bound what must be read again for a moment, and mean nothing else. */
export const recordedOn = sql`(f.recorded_at at time zone 'UTC')::date`

export interface RowsAsked {
  readonly kinds: readonly string[]
  readonly homes: HomeRange
  /** Both days belong to it; null for everything before `to`. */
  readonly from: string | null
  readonly to: string
  readonly unit?: string | undefined
  readonly place?: string | undefined
  readonly places?: readonly string[] | undefined
  /** Only facts with these values of these dimensions. */
  readonly where?: Readonly<Record<string, string>> | undefined
  /** As it was known at this moment: nothing that was recorded later. */
  readonly asOf?: Date | undefined
}

const conditions = (row: 'r' | 'f', asked: RowsAsked) => {
  const column = (name: string) => sql.ref(`${row}.${name}`)
  return sql.join(
    [
      sql`${column('kind')} = any(${asked.kinds}::text[])`,
      sql`${column('home')} between ${asked.homes.from} and ${asked.homes.to}`,
      sql`${column('occurred_on')} <= ${asked.to}::date`,
      ...(asked.from === null ? [] : [sql`${column('occurred_on')} >= ${asked.from}::date`]),
      ...(asked.unit === undefined ? [] : [sql`${column('unit')} = ${asked.unit}::uuid`]),
      ...(asked.place === undefined ? [] : [sql`${column('place')} = ${asked.place}`]),
      ...(asked.places === undefined ? [] : [sql`${column('place')} = any(${asked.places}::text[])`]),
      ...(asked.where === undefined ? [] : [sql`${column('dimensions')} @> ${JSON.stringify(asked.where)}::jsonb`]),
    ],
    sql` and `,
  )
}

const factColumns = sql`f.home, f.kind, f.version, f.occurred_on, f.unit, f.place, f.dimensions, ${recordedOn} as recorded_on,
  f.quantity * (${signed}) as quantity, (${signed})::bigint as facts`

/**
 * Rows whose sums are right to the last committed deed: roll-ups, and the facts that the folding job has not come to.
 * As of a moment: whole days of recording from the roll-ups, and its own day from the facts, whether they were folded or
 * not. One statement, so one snapshot: a fact is in exactly one part.
 */
export const countedRows = (asked: RowsAsked) => {
  const rollup = sql`
    select r.home, r.kind, r.version, r.occurred_on, r.unit, r.place, r.dimensions, r.recorded_on, r.quantity, r.facts
    from facts.rollup r where ${conditions('r', asked)}`
  const tail = sql`
    select ${factColumns} from facts.fact f
    where f.recorded_xid >= (select folded_before from facts.fold) and ${conditions('f', asked)}`
  const { asOf } = asked
  if (asOf === undefined) return sql`(${rollup} union all ${tail})`
  const day = asOf.toISOString().slice(0, 10)
  const begins = `${day}T00:00:00.000Z`
  return sql`(${rollup} and r.recorded_on < ${day}::date
    union all ${tail} and f.recorded_at < ${begins}::timestamptz
    union all select ${factColumns} from facts.fact f
      where f.recorded_at >= ${begins}::timestamptz and f.recorded_at <= ${asOf.toISOString()}::timestamptz and ${conditions('f', asked)})`
}
