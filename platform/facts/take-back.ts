import type { WriteScope } from '#platform/command/index.ts'
import { sql, statement } from '#platform/db/query.ts'
import type { FactKind } from './index.ts'

interface Written {
  readonly id: string
  readonly kind: string
  readonly occurred_on: string
  readonly unit: string
  readonly place: string
  readonly subject: string | null
  readonly quantity: number
  readonly dimensions: Record<string, string>
}

/**
 * Counts back what a record caused: for each of its facts one that reverses it and repeats it. The actor's own range of
 * counts must hold the record's office. `facts.fact_reversed_once` refuses a second time.
 */
export const takeBackFacts = async (
  scope: WriteScope,
  kinds: readonly FactKind[],
  source: { readonly home: number; readonly id: string },
): Promise<void> => {
  const written = await scope.tx.all(
    statement<Written>(sql`
      select f.id, f.kind, f.occurred_on, f.unit, f.place, f.subject, f.quantity::bigint as quantity, f.dimensions
      from facts.fact f
      where f.home = ${source.home} and f.source = ${source.id}::uuid and f.reverses is null
        and f.kind = any(${kinds.map(({ id }) => id)}::text[])
        and not exists (select from facts.fact r where r.home = f.home and r.reverses = f.id)`),
  )
  for (const { id, kind: name, occurred_on, quantity, ...fact } of written) {
    const kind = kinds.find((one) => one.id === name)
    if (kind === undefined) continue
    scope.fact({ ...fact, kind, home: source.home, on: occurred_on, quantity: Number(quantity), source: source.id, reverses: id })
  }
}
