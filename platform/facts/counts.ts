import type { Tx } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'
import type { HomeRange } from '#platform/ids/index.ts'
import type { FactKind } from './index.ts'

export interface CountsAsked {
  readonly kinds: readonly Pick<FactKind, 'id'>[]
  /** Narrows what the actor may count; it never widens it (the wall's `counts` range holds as well). */
  readonly homes: HomeRange
  /** Both days belong to the period, `YYYY-MM-DD`. */
  readonly from: string
  readonly to: string
  readonly unit?: string
  readonly place?: string
  /** Only facts with these values of these dimensions. */
  readonly where?: Readonly<Record<string, string>>
  /** Columns or dimensions to tell apart; a dimension stands as `dimensions.sex`. The kind is always told apart. */
  readonly by?: readonly ('home' | 'unit' | 'place' | 'occurred_on' | `dimensions.${string}`)[]
}

export interface Count {
  readonly kind: string
  readonly version: number
  /** Sum of the quantities, reversals taken away. */
  readonly quantity: number
  /** How many facts, reversals taken away. */
  readonly facts: number
  /** What was told apart, in the order of `by`; null where a fact does not have the dimension. */
  readonly by: readonly (string | null)[]
}

const COLUMNS = ['home', 'unit', 'place', 'occurred_on'] as const

const told = (by: string) => {
  if (by.startsWith('dimensions.')) return sql`c.dimensions ->> ${sql.lit(by.slice('dimensions.'.length))}`
  const column = COLUMNS.find((known) => known === by)
  if (column === undefined) throw new Error(`counts cannot be told apart by ${by}`)
  return sql`c.${sql.ref(column)}::text`
}

/** A reversing fact repeats what it takes back, and counts the other way round. */
export const signed = sql`case when f.reverses is null then 1 else -1 end`

/**
 * Counts that are right to the last committed deed: the roll-ups, and the facts that the folding job has not
 * come to. One statement, so one snapshot: a fact is in exactly one of the two halves.
 */
export const readCounts = async (tx: Tx, asked: CountsAsked): Promise<Count[]> => {
  const kinds = sql.join(asked.kinds.map(({ id }) => sql`${id}`))
  const conditions = (row: string) => {
    const column = (name: string) => sql.ref(`${row}.${name}`)
    return sql.join(
      [
        sql`${column('kind')} in (${kinds})`,
        sql`${column('home')} between ${asked.homes.from} and ${asked.homes.to}`,
        sql`${column('occurred_on')} between ${asked.from}::date and ${asked.to}::date`,
        ...(asked.unit === undefined ? [] : [sql`${column('unit')} = ${asked.unit}::uuid`]),
        ...(asked.place === undefined ? [] : [sql`${column('place')} = ${asked.place}`]),
        ...(asked.where === undefined ? [] : [sql`${column('dimensions')} @> ${JSON.stringify(asked.where)}::jsonb`]),
      ],
      sql` and `,
    )
  }
  const by = asked.by ?? []
  const columns = by.length === 0 ? sql`array[]::text[]` : sql`array[${sql.join(by.map(told))}]`
  const rows = await tx.all<Count>(
    statement(sql`
      select c.kind, c.version, sum(c.quantity)::bigint as quantity, sum(c.facts)::bigint as facts, ${columns} as by
      from (
        select r.home, r.kind, r.version, r.occurred_on, r.unit, r.place, r.dimensions, r.quantity, r.facts
        from facts.rollup r where ${conditions('r')}
        union all
        select f.home, f.kind, f.version, f.occurred_on, f.unit, f.place, f.dimensions,
          f.quantity * (${signed}), ${signed}
        from facts.fact f
        where f.recorded_xid >= (select folded_before from facts.fold) and ${conditions('f')}
      ) c
      group by c.kind, c.version, 5
      having sum(c.facts) <> 0 or sum(c.quantity) <> 0
      order by c.kind, c.version, 5`),
  )
  return rows
}
