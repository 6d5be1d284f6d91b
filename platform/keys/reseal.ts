import type { Keyring } from './index.ts'

/** A connection of the loader: it reads and writes past row security, and does nothing else here. */
export interface Connection {
  query<R>(text: string, values?: unknown[]): Promise<{ rows: R[]; rowCount: number | null }>
}

interface Column {
  readonly name: string
  readonly home: string | null
}

interface OldRow {
  readonly place: string
  readonly home: number
  readonly sealed: Buffer
}

const AT_ONCE = 1_000
const NATION_OFFICE = 0

const quoted = (name: string): string => name.split('.').map((part) => `"${part}"`).join('.')

const resealColumn = async (loader: Connection, keys: Keyring, { name, home }: Column): Promise<number> => {
  const [schema = '', table = '', column = ''] = name.split('.')
  const where = quoted(`${schema}.${table}`)
  const field = quoted(column)
  let resealed = 0
  for (;;) {
    const { rows } = await loader.query<OldRow>(
      `select ctid::text as place, ${home === null ? String(NATION_OFFICE) : quoted(home)} as home, ${field} as sealed
       from ${where} where ${field} is not null and get_byte(${field}, 0) <> $1 limit ${AT_ONCE}`,
      [keys.currentEpoch],
    )
    if (rows.length === 0) return resealed
    // Only where it is still what was read: a deed that changed the row meanwhile sealed it anew itself.
    const { rowCount } = await loader.query(
      `update ${where} t set ${field} = v.fresh
       from unnest($1::tid[], $2::bytea[], $3::bytea[]) as v(place, old, fresh)
       where t.ctid = v.place and t.${field} = v.old`,
      [
        rows.map(({ place }) => place),
        rows.map(({ sealed }) => sealed),
        rows.map((row) => keys.seal(row.home, keys.open(row.home, row.sealed))),
      ],
    )
    resealed += rowCount ?? 0
  }
}

/**
 * Seals again, with the key of the current epoch, everything that is sealed with an older one; answers how
 * many values by column. May be stopped and started again at any time. When it answers only zeros after every
 * process was restarted, nothing needs the old epochs any more (`dropOldEpochs`).
 */
export const resealRows = async (loader: Connection, keys: Keyring): Promise<Readonly<Record<string, number>>> => {
  const { rows } = await loader.query<Column>('select name, home from wall.sealed_column order by name')
  const counts: Record<string, number> = {}
  for (const column of rows) counts[column.name] = await resealColumn(loader, keys, column)
  return counts
}
