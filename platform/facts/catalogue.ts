import type { Pool } from '#platform/db/index.ts'
import type { FactKind } from './index.ts'

interface KindRow {
  readonly id: string
  readonly version: number
  readonly measure: string
  readonly dimensions: string[]
}

const sameMeaning = (row: KindRow, kind: FactKind): boolean =>
  row.measure === kind.measure && [...row.dimensions].sort().join() === [...kind.dimensions].sort().join()

/**
 * Writes the declared kinds into the published catalogue. What a kind measures and by what it is told apart
 * never change under one version: old numbers would silently mean something else. Its names may be mended.
 */
export const syncCatalogue = async (pool: Pool, kinds: readonly FactKind[]): Promise<void> => {
  const { rows } = await pool.query<KindRow>('select id, version, measure, dimensions from facts.kind')
  for (const kind of kinds) {
    const known = rows.find(({ id, version }) => id === kind.id && version === kind.version)
    if (known !== undefined && !sameMeaning(known, kind))
      throw new Error(`the fact ${kind.id} was changed without a new version: version ${kind.version} is published`)
  }
  for (const { id, version, measure, dimensions, name } of kinds)
    await pool.query(
      `insert into facts.kind (id, version, measure, dimensions, name_fa, name_en) values ($1, $2, $3, $4, $5, $6)
       on conflict (id, version) do update set name_fa = excluded.name_fa, name_en = excluded.name_en
       where (facts.kind.name_fa, facts.kind.name_en) is distinct from (excluded.name_fa, excluded.name_en)`,
      [id, version, measure, dimensions, name.fa, name.en],
    )
}
