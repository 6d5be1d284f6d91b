import type { Tx } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'
import type { HomeRange } from '#platform/ids/index.ts'
import type { FactKind } from './index.ts'
import { countedRows } from './rows.ts'

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
  /** As it was known at this moment. */
  readonly asOf?: Date
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

/** Counts that are right to the last committed deed, or as they were known at a moment (`countedRows`). */
export const readCounts = async (tx: Tx, { kinds, by = [], ...asked }: CountsAsked): Promise<Count[]> => {
  const columns = by.length === 0 ? sql`array[]::text[]` : sql`array[${sql.join(by.map(told))}]`
  return await tx.all<Count>(
    statement(sql`
      select c.kind, c.version, sum(c.quantity)::bigint as quantity, sum(c.facts)::bigint as facts, ${columns} as by
      from ${countedRows({ ...asked, kinds: kinds.map(({ id }) => id) })} c
      group by c.kind, c.version, 5
      having sum(c.facts) <> 0 or sum(c.quantity) <> 0
      order by c.kind, c.version, 5`),
  )
}
