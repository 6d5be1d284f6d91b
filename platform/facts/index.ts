import { canonical } from '#platform/audit/chain.ts'

/**
 * A kind of fact, declared once in a domain's `facts.ts`. The catalogue of all kinds is published;
 * `dimensions` is an allow-list (design 8.17: language, origin and willingness are never dimensions).
 */
export interface FactKind<D extends string = string> {
  readonly id: string
  readonly version: number
  /** What one unit of `quantity` is, e.g. `visit`, `minute`, `rial`. */
  readonly measure: string
  readonly dimensions: readonly D[]
  readonly name: { readonly fa: string; readonly en: string }
}

export const factKind = <const D extends string>(kind: FactKind<D>): FactKind<D> => kind

/** One output of the work, written in the transaction of its deed. Never changed; corrected by `reverses`. */
export interface Fact<D extends string = string> {
  readonly kind: FactKind<D>
  readonly home: number
  /** The date it happened on, `YYYY-MM-DD` in the country's time zone. */
  readonly on: string
  readonly unit: string
  readonly place: string
  /** Pseudonym of the person in the domain that writes; never an id. */
  readonly subject?: string | null
  readonly quantity: number
  readonly dimensions: Readonly<Partial<Record<D, string>>>
  /** The record that caused it: kept from the observatory's role. */
  readonly source: string
  readonly reverses?: string
}

const COLUMNS = 13

export const factsStatement = (
  facts: readonly Fact[],
  ids: readonly string[],
  now: Date,
): { text: string; values: unknown[] } => {
  const values = facts.flatMap((fact, row) => {
    if (!Number.isSafeInteger(fact.quantity)) throw new Error(`the quantity of ${fact.kind.id} is no integer`)
    return [
      fact.home,
      ids[row],
      fact.kind.id,
      fact.kind.version,
      fact.on,
      fact.unit,
      fact.place,
      fact.subject ?? null,
      fact.quantity,
      canonical(fact.dimensions),
      fact.source,
      fact.reverses ?? null,
      now.toISOString(),
    ]
  })
  const rows = facts.map(
    (_, row) => `(${Array.from({ length: COLUMNS }, (_, column) => `$${row * COLUMNS + column + 1}`).join(',')})`,
  )
  return {
    text:
      'insert into facts.fact (home, id, kind, version, occurred_on, unit, place, subject, quantity, dimensions, ' +
      `source, reverses, recorded_at) values ${rows.join(',')}`,
    values,
  }
}
