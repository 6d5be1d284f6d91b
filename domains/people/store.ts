import type { Tx } from '#platform/db/index.ts'
import { db, prepared, sql, statement, type Expression } from '#platform/db/query.ts'

const columns = [
  'p.home', 'p.id', 'p.revision', 'p.worker', 'p.team', 'p.given_name', 'p.family_name', 'p.sex', 'p.birth_year', 'p.contact',
  'p.address', 'p.place', 'p.quarter', 'p.lat', 'p.lon', 'p.secret_hash', 'p.secret',
] as const

/** What a page shows: neither the secret word nor the secret of the pseudonyms leaves the database for it. */
const shown = [
  'p.home', 'p.id', 'p.revision', 'p.given_name', 'p.family_name', 'p.sex', 'p.birth_year', 'p.languages', 'p.contact',
  'p.address', 'p.quarter', 'p.household', 'p.synthetic',
] as const

/** What a need and its facts are made from: no name, and nothing sealed. */
const counted = ['p.place', 'p.quarter', 'p.lat', 'p.lon', 'p.sex', 'p.birth_year', 'p.secret'] as const

const named = ['pl.name_fa as place_fa', 'pl.name_en as place_en'] as const

const people = (id: Expression<string>) =>
  db.selectFrom('people.person as p').innerJoin('places.place as pl', 'pl.code', 'p.place').where('p.id', '=', id)

const toShow = (id: Expression<string>) =>
  people(id).select([...shown, ...named, sql<boolean>`p.secret_hash is not null`.as('has_secret')])

const toCount = (id: Expression<string>) => people(id).select([...counted, ...named])

/** The person to whom `id` leads from another domain's record: both are then read in one trip. */
export const personBy = <A extends Readonly<Record<string, unknown>>>(id: (args: A) => Expression<string>) => {
  const [shownBy, countedBy] = [prepared((args: A) => toShow(id(args))), prepared((args: A) => toCount(id(args)))]
  return (args: A) => ({ toShow: shownBy(args), toCount: countedBy(args) })
}

export const personOf = personBy(({ id }: { id: string }) => sql<string>`${id}`)
export type PersonFound = ReturnType<typeof personOf>

const personById = prepared(({ id }: { id: string }) => people(sql`${id}`).select(columns))
const personForUpdate = prepared(({ id }: { id: string }) => people(sql`${id}`).select(columns).forUpdate('p'))

export const findPerson = (tx: Tx, id: string, lock: 'for update' | 'read' = 'read') =>
  tx.first(lock === 'read' ? personById({ id }) : personForUpdate({ id }))
export type PersonRecord = NonNullable<Awaited<ReturnType<typeof findPerson>>>

export interface NewPersonRow {
  readonly home: number
  readonly id: string
  readonly at: Date
  readonly by: string
  readonly worker: string
  readonly team: string
  readonly given_name: string
  readonly family_name: string
  readonly sex: string | null
  readonly birth_year: number | null
  readonly contact: Buffer
  readonly place: string
  readonly quarter: string | null
  readonly lat: number
  readonly lon: number
  readonly secret_hash: string | null
  readonly secret: Buffer
  readonly synthetic: boolean
}

export const insertPerson = (tx: Tx, { at, by, ...row }: NewPersonRow) => {
  tx.write(db.insertInto('people.person').values({ ...row, recorded_at: at, recorded_by: by }))
}

export const savePerson = (
  tx: Tx,
  record: PersonRecord,
  change: { readonly contact?: Buffer; readonly address?: null; readonly secret_hash?: string; readonly quarter?: string | null; readonly household?: string },
) => {
  tx.write(
    db
      .updateTable('people.person')
      .set({ ...change, revision: record.revision + 1 })
      .where('home', '=', record.home)
      .where('id', '=', record.id),
  )
}

/** Another worker answers for the person; the caller holds the person's key. */
export const moveToWorker = (tx: Tx, id: string, from: string, to: string) => {
  tx.write(
    statement(sql`update people.person set worker = ${to}::uuid, revision = revision + 1
      where id = ${id}::uuid and worker = ${from}::uuid`),
  )
}

export const insertTokens = (tx: Tx, home: number, person: string, tokens: readonly string[]) => {
  if (tokens.length === 0) return
  tx.write(
    statement(sql`insert into people.name_token (token, home, person)
      select distinct t, ${home}::int, ${person}::uuid from unnest(${[...tokens]}::bigint[]) as t`),
  )
}

export interface ExclusionRow {
  readonly person: string
  readonly kind: 'phone' | 'family' | 'volunteer' | 'unit' | 'address'
  readonly digest: Buffer | null
  readonly token: string | null
  readonly reference: string | null
}

export const insertExclusion = (
  tx: Tx,
  row: ExclusionRow & { readonly home: number; readonly id: string; readonly at: Date; readonly by: string; readonly label: Buffer | null },
) => {
  tx.write(
    statement(sql`insert into people.exclusion (home, id, person, kind, digest, token, reference, label, recorded_at, recorded_by)
      values (${row.home}, ${row.id}::uuid, ${row.person}::uuid, ${row.kind}, ${row.digest}, ${row.token}::bigint,
        ${row.reference}::uuid, ${row.label}, ${row.at}, ${row.by})`),
  )
}

/** The home before is forgotten. The caller holds the person's key. */
export const dropAddress = (tx: Tx, home: number, person: string) => {
  tx.write(db.deleteFrom('people.exclusion').where('home', '=', home).where('person', '=', person).where('kind', '=', 'address'))
}

export const exclusionsOf = (tx: Tx, persons: readonly string[]) =>
  tx.all(
    statement<ExclusionRow>(sql`select person, kind, digest, token::text as token, reference from people.exclusion
      where access && ${persons.map((id) => `exclusions:${id}`)}::text[]`),
  )
