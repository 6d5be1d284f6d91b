import type { Tx } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'
import type { Asked } from '#domains/observatory/counts/store.ts'

/** A fact as the observatory's role may read it: all of it but the record that caused it. */
export interface RawFact {
  readonly stretch: number
  readonly home: number
  readonly id: string
  readonly kind: string
  readonly version: number
  readonly on: string
  readonly unit: string
  readonly place: string
  readonly subject: string | null
  readonly quantity: number
  readonly dimensions: Readonly<Record<string, string>>
  readonly reverses: string | null
  readonly recordedAt: Date
}

/** Facts of some kinds in the stretches, by id: the order in which they stand under a root. */
export const rawFacts = (tx: Tx, { stretches, homes, asOf, places }: Asked, kinds: readonly string[]): Promise<RawFact[]> =>
  tx.all(
    statement<RawFact>(sql`
      select s.stretch, f.home, f.id, f.kind, f.version, f.occurred_on as "on", f.unit, f.place, f.subject, f.quantity, f.dimensions, f.reverses,
        f.recorded_at as "recordedAt"
      from facts.fact f
        join unnest(${stretches.map((_, at) => at)}::int[], ${stretches.map(({ first }) => first ?? '-infinity')}::date[],
          ${stretches.map(({ last }) => last)}::date[]) s(stretch, first_day, last_day) on f.occurred_on between s.first_day and s.last_day
      where f.kind = any(${kinds}::text[]) and f.home between ${homes.from} and ${homes.to}
        and (${places ?? null}::text[] is null or f.place = any(${places ?? null}::text[]))
        and (${asOf?.toISOString() ?? null}::timestamptz is null or f.recorded_at <= ${asOf?.toISOString() ?? null}::timestamptz)
      order by f.id, s.stretch`),
  )
