import type { Client } from 'pg'
import { ours } from './schema-dump.ts'

export interface Column {
  readonly schema: string
  readonly relation: string
  readonly column: string
  /** Name of the type, of the element's for an array. */
  readonly type: string
  readonly array: boolean
  readonly nullable: boolean
  readonly optional: boolean
  readonly generated: boolean
  /** Labels, where the type is an enum. */
  readonly labels: readonly string[] | null
}

const columnsOf = async (client: Client): Promise<Column[]> => {
  const { rows } = await client.query<Column>(`
    select n.nspname as schema, c.relname as relation, a.attname as column,
      coalesce(e.typname, t.typname)::text as type, e.oid is not null as array,
      not a.attnotnull as nullable, a.atthasdef or a.attidentity <> '' as optional,
      a.attgenerated <> '' or a.attidentity = 'a' as generated,
      (select array_agg(enumlabel::text order by enumsortorder)
       from pg_enum where enumtypid = coalesce(e.oid, t.oid)) as labels
    from pg_attribute a
      join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
      join pg_type b on b.oid = a.atttypid
      -- a domain is its base
      join pg_type t on t.oid = case when b.typtype = 'd' then b.typbasetype else b.oid end
      left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
    where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and a.attnum > 0 and not a.attisdropped
      and ${ours('n.nspname')} and n.nspname <> 'migrations'
    order by n.nspname collate "C", c.relname collate "C", a.attnum`)
  return rows
}

/** As platform/db/pool.ts lets pg read them; what is not here arrives as the text PostgreSQL wrote. */
const known: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bytea: 'Buffer',
  float4: 'number',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  json: 'Json',
  jsonb: 'Json',
  timestamptz: 'Timestamp',
}

/** pg's own parser for lists of int8 leaves them text. */
const elementOf = ({ type }: Column): string => (type === 'int8' ? 'string' : (known[type] ?? 'string'))

/** The TypeScript type of a column, as Kysely reads it: what is selected, inserted, updated. */
export const typeOf = (column: Column): string => {
  const union = column.labels?.map((label) => `'${label}'`).join(' | ')
  const one = union ?? (column.array ? elementOf(column) : (known[column.type] ?? 'string'))
  const whole = column.array ? (one.includes(' ') ? `(${one})[]` : `${one}[]`) : one
  const value = column.nullable ? `${whole} | null` : whole
  if (column.generated) return `GeneratedAlways<${value}>`
  return column.optional ? `Generated<${value}>` : value
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** `people.name_token` → `PeopleNameToken` */
export const interfaceOf = (table: string): string => table.split(/[._-]/).map(capital).join('')

const header = `// Derived from db/migrations by tools/derive.ts; do not edit.
import type { ColumnType, GeneratedAlways } from 'kysely'

/** May be left away when a row is written: the database has a default. */
export type Generated<T> = [T] extends [ColumnType<infer Read, infer Inserted, infer Updated>]
  ? ColumnType<Read, Inserted | undefined, Updated>
  : ColumnType<T, T | undefined, T>
export type Json = ColumnType<unknown, string, string>
export type Timestamp = ColumnType<Date, Date | string, Date | string>
`

export const typesOf = (columns: readonly Column[]): string => {
  const tables = new Map<string, Column[]>()
  for (const column of columns) {
    const name = `${column.schema}.${column.relation}`
    tables.set(name, [...(tables.get(name) ?? []), column])
  }
  const shapes = [...tables].map(
    ([name, of]) =>
      `export interface ${interfaceOf(name)} {\n${of.map((column) => `  ${column.column}: ${typeOf(column)}\n`).join('')}}\n`,
  )
  const whole = [...tables.keys()].map((name) => `  '${name}': ${interfaceOf(name)}\n`).join('')
  const body = [...shapes, `export interface Database {\n${whole}}\n`].join('\n')
  const needed = body.includes('GeneratedAlways<') ? header : header.replace(', GeneratedAlways', '')
  return `${needed}\n${body}`
}

export const databaseTypes = async (client: Client): Promise<string> => typesOf(await columnsOf(client))
