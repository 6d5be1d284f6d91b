import type { Tx } from '#platform/db/index.ts'
import { db, sql, statement } from '#platform/db/query.ts'
import type { RequestState } from './contract.ts'

const columns = [
  'r.home', 'r.id', 'r.revision', 'r.recorded_at', 'r.team', 'r.channel', 'r.kinds', 'r.words', 'r.given_name', 'r.family_name',
  'r.birth_year', 'r.sex', 'r.contact', 'r.place', 'r.quarter', 'r.secret_hash', 'r.on_behalf', 'r.urgency', 'r.due_at',
  'r.state', 'r.triaged_at', 'r.case_id', 'r.person', 'r.unwanted', 'r.synthetic', 'r.confirmed_at', 'r.reason',
] as const

const requests = () =>
  db
    .selectFrom('desk.request as r')
    .innerJoin('places.place as p', 'p.code', 'r.place')
    .innerJoin('network.unit as u', 'u.id', 'r.team')
    .select([
      ...columns,
      'p.name_fa as place_fa',
      'p.name_en as place_en',
      'u.name_fa as office_fa',
      'u.name_en as office_en',
      'u.phone as office_phone',
    ])

const keyed = (key: string) => sql<boolean>`r.access && array[${key}]::text[]`

export const codeKey = (digest: Buffer): string => `code:${digest.toString('hex')}`

export const findByCode = (tx: Tx, home: number, digest: Buffer) =>
  tx.first(requests().where('r.home', '=', home).where('r.code_digest', '=', digest))
export type RequestRecord = NonNullable<Awaited<ReturnType<typeof findByCode>>>

export const findRequest = (tx: Tx, key: string, id: string, lock: 'for update' | 'read') => {
  const query = requests().where(keyed(key)).where('r.id', '=', id)
  return tx.first(lock === 'read' ? query : query.forUpdate('r'))
}

/** By one key that belongs to exactly one request, such as a code's. */
export const findByKey = (tx: Tx, key: string, lock: 'for update' | 'read') => {
  const query = requests().where(keyed(key))
  return tx.first(lock === 'read' ? query : query.forUpdate('r'))
}

export const waitingAt = (tx: Tx, team: string) =>
  tx.all(
    requests()
      .where(keyed(`desk:${team}`))
      .where('r.state', '=', 'received')
      .orderBy('r.due_at')
      .limit(500),
  )

/** The centre that serves a place: the one of its own office, else the first of its county. */
export const centreFor = (tx: Tx, home: number) =>
  tx.first(
    db
      .selectFrom('network.unit')
      .select(['id', 'home', 'name_fa', 'name_en', 'phone'])
      .where('organisation', '=', 'agency')
      .where('level', '=', 'centre')
      .where('closed_on', 'is', null)
      .where('home', '>=', Math.floor(home / 100) * 100)
      .where('home', '<=', Math.floor(home / 100) * 100 + 99)
      .orderBy(sql`home = ${home}`, 'desc')
      .orderBy('home')
      .limit(1),
  )

/** Where a county has no centre of its own: the first of its province. */
export const centreOfProvince = (tx: Tx, home: number) =>
  tx.first(
    db
      .selectFrom('network.unit')
      .select(['id', 'home', 'name_fa', 'name_en', 'phone'])
      .where('organisation', '=', 'agency')
      .where('level', '=', 'centre')
      .where('home', '>=', Math.floor(home / 10_000) * 10_000)
      .where('home', '<=', Math.floor(home / 10_000) * 10_000 + 9_999)
      .orderBy('home')
      .limit(1),
  )
export type Centre = NonNullable<Awaited<ReturnType<typeof centreFor>>>

export const insertRequest = (
  tx: Tx,
  row: {
    readonly home: number
    readonly id: string
    readonly recorded_at: Date
    readonly recorded_by: string
    readonly team: string
    readonly code_digest: Buffer
    readonly channel: string
    readonly kinds: string[]
    readonly words: Buffer
    readonly given_name: string
    readonly family_name: string
    readonly birth_year: number | null
    readonly sex: string | null
    readonly contact: Buffer
    readonly place: string
    readonly quarter: string | null
    readonly secret_hash: string | null
    readonly unwanted: Buffer | null
    readonly on_behalf: boolean
    readonly urgency: string
    readonly due_at: Date
    readonly phone_digest: Buffer
    readonly name_token: string
  },
) => {
  const { name_token, ...rest } = row
  tx.write(
    db.insertInto('desk.request').values({ ...rest, name_token: sql<number>`${name_token}::bigint`, state: 'received' }),
  )
}

export const saveRequest = (
  tx: Tx,
  record: RequestRecord,
  change: {
    readonly state: RequestState
    readonly reason?: string | null
    readonly answer?: Buffer | null
    readonly points_at?: string | null
    readonly points_kind?: string | null
    readonly triaged_at?: Date | null
    readonly triaged_by?: string | null
    readonly case_id?: string
    readonly person?: string
    readonly urgency?: 'danger'
    readonly due_at?: Date
  },
) => {
  tx.write(
    db
      .updateTable('desk.request')
      .set({ ...change, revision: record.revision + 1 })
      .where('home', '=', record.home)
      .where('id', '=', record.id),
  )
}

/** Another request of the same centre and the last 60 days with the same telephone, or the same name and place. */
export const maybeSame = (tx: Tx, team: string, id: string) =>
  tx.first(
    statement<{ id: string; recorded_at: Date }>(sql`
      select o.id, o.recorded_at from desk.request r
      join desk.request o on o.access && array[${`desk:${team}`}]::text[] and o.id <> r.id
        and (o.phone_digest = r.phone_digest or (o.name_token = r.name_token and o.place = r.place))
        and o.recorded_at > r.recorded_at - interval '60 days' and o.state in ('received', 'triaged', 'case-opened')
      where r.access && array[${`desk:${team}`}]::text[] and r.id = ${id}::uuid
      order by o.recorded_at limit 1`),
  )

export const casesByWorker = (tx: Tx, team: string) =>
  tx.all(
    statement<{ worker: string; cases: number }>(sql`
      select worker, count(*)::int as cases from casework.case
      where access && array[${`team:${team}`}]::text[] and state <> 'closed' group by worker`),
  )
