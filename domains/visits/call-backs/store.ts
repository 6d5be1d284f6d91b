import type { Tx } from '#platform/db/index.ts'
import { db, sql, statement } from '#platform/db/query.ts'

export interface ConfirmationRow {
  readonly home: number
  readonly id: string
  readonly assignment: string
  readonly case_id: string
  readonly person: string
  readonly team: string
  readonly phone_digest: Buffer
  readonly confirmed_at: Date
}

export const phoneKey = (digest: Buffer): string => `confirming:${digest.toString('hex')}`

export const insertConfirmation = (tx: Tx, row: ConfirmationRow) => {
  tx.write(db.insertInto('visits.confirmation').values(row))
}

/** For whom one telephone confirmed since a day. */
export const confirmationsOf = (tx: Tx, digest: Buffer, since: Date) =>
  tx.all(
    statement<Pick<ConfirmationRow, 'person' | 'case_id' | 'team' | 'home' | 'confirmed_at'>>(sql`
      select person, case_id, team, home, confirmed_at from visits.confirmation
      where access && array[${phoneKey(digest)}]::text[] and confirmed_at >= ${since} order by confirmed_at`),
  )

export const saveSharedPhone = (
  tx: Tx,
  row: {
    readonly home: number
    readonly id: string
    readonly team: string
    readonly leads: readonly string[]
    readonly phone_digest: Buffer
    readonly people: number
    readonly cases: readonly string[]
    readonly first_at: Date
    readonly last_at: Date
  },
) => {
  tx.write(
    statement(sql`insert into visits.shared_phone (home, id, team, leads, phone_digest, people, cases, first_at, last_at, state)
      values (${row.home}, ${row.id}::uuid, ${row.team}::uuid, ${[...row.leads]}::text[], ${row.phone_digest}, ${row.people},
        ${[...row.cases]}::uuid[], ${row.first_at}, ${row.last_at}, 'open')
      on conflict (home, team, phone_digest) do update set
        state = case when excluded.people > shared_phone.people then 'open' else shared_phone.state end,
        people = excluded.people, cases = excluded.cases, first_at = excluded.first_at, last_at = excluded.last_at,
        leads = excluded.leads, revision = shared_phone.revision + 1`),
  )
}

export const openSharedPhones = (tx: Tx, key: string) =>
  tx.all(
    db
      .selectFrom('visits.shared_phone as s')
      .innerJoin('network.unit as u', 'u.id', 's.team')
      .select(['s.id', 's.home', 's.revision', 's.people', 's.cases', 's.first_at', 's.last_at', 'u.name_fa as office_fa', 'u.name_en as office_en'])
      .where(sql<boolean>`s.access && array[${key}]::text[]`)
      .where('s.state', '=', 'open')
      .orderBy('s.last_at', 'desc')
      .limit(100),
  )

export const findSharedPhone = (tx: Tx, key: string, id: string) =>
  tx.first(
    db
      .selectFrom('visits.shared_phone')
      .select(['id', 'home', 'revision', 'state'])
      .where(sql<boolean>`access && array[${key}]::text[]`)
      .where('id', '=', id)
      .forUpdate(),
  )

export const seeSharedPhone = (tx: Tx, row: { readonly home: number; readonly id: string; readonly revision: number }, at: Date, by: string) => {
  tx.write(
    db
      .updateTable('visits.shared_phone')
      .set({ state: 'seen', seen_at: at, seen_by: by, revision: row.revision + 1 })
      .where('home', '=', row.home)
      .where('id', '=', row.id),
  )
}

export const insertCallBack = (
  tx: Tx,
  row: {
    readonly home: number
    readonly id: string
    readonly recorded_at: Date
    readonly assignment: string
    readonly case_id: string
    readonly need: string
    readonly person: string
    readonly team: string
    readonly kind: string
    readonly visit_from: Date
    readonly visit_to: Date
    readonly reason: string
    readonly due_at: Date
    readonly barred: string[]
  },
) => {
  tx.write(db.insertInto('visits.call_back').values({ ...row, state: 'due' }).onConflict((clash) => clash.columns(['home', 'assignment']).doNothing()))
}

const callBacks = (key: string) =>
  db
    .selectFrom('visits.call_back')
    .select([
      'home', 'id', 'revision', 'assignment', 'case_id', 'need', 'person', 'team', 'kind', 'visit_from', 'visit_to', 'reason', 'due_at',
      'tries', 'state', 'barred',
    ])
    .where(sql<boolean>`access && array[${key}]::text[]`)

export const dueCallBacks = (tx: Tx, key: string) =>
  tx.all(callBacks(key).where('state', '=', 'due').orderBy('due_at').orderBy('id').limit(100))
export type CallBackRecord = Awaited<ReturnType<typeof dueCallBacks>>[number]

export const findCallBack = (tx: Tx, key: string, id: string, lock: 'for update' | 'read') => {
  const query = callBacks(key).where('id', '=', id).where('state', '=', 'due')
  return tx.first(lock === 'read' ? query : query.forUpdate())
}

export const saveCallBack = (
  tx: Tx,
  record: Pick<CallBackRecord, 'home' | 'id' | 'revision'>,
  change: { readonly state: string; readonly tries: number; readonly due_at?: Date; readonly done_at: Date | null; readonly done_by: string },
) => {
  tx.write(
    db
      .updateTable('visits.call_back')
      .set({ ...change, revision: record.revision + 1 })
      .where('home', '=', record.home)
      .where('id', '=', record.id),
  )
}
