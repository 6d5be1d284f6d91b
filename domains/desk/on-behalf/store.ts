import type { Tx } from '#platform/db/index.ts'
import { db, sql, statement } from '#platform/db/query.ts'
import type { RequestRecord } from '#domains/desk/store.ts'

export interface ConfirmationRecord {
  readonly home: number
  readonly request: string
  readonly until: Date
}

export const messageKey = (digest: Buffer): string => `message:${digest.toString('hex')}`

export const findConfirmation = (tx: Tx, home: number, digest: Buffer) =>
  tx.first(
    statement<ConfirmationRecord>(sql`select home, request, until from desk.confirmation
      where access && array[${messageKey(digest)}]::text[] and home = ${home}`),
  )

export const insertConfirmation = (
  tx: Tx,
  row: ConfirmationRecord & { readonly digest: Buffer; readonly at: Date },
) => {
  tx.write(
    statement(sql`insert into desk.confirmation (home, request, digest, recorded_at, until)
      values (${row.home}, ${row.request}::uuid, ${row.digest}, ${row.at}, ${row.until})`),
  )
}

export const dropConfirmation = (tx: Tx, request: string) => {
  tx.write(statement(sql`delete from desk.confirmation where access && array[${`request:${request}`}]::text[]`))
}

/** The person's own from now on: another code, their own secret. */
export const saveConfirmed = (
  tx: Tx,
  record: RequestRecord,
  change: { readonly confirmed_at: Date; readonly code_digest: Buffer; readonly secret_hash: string | null; readonly due_at: Date },
) => {
  tx.write(
    db
      .updateTable('desk.request')
      .set({ ...change, revision: record.revision + 1 })
      .where('home', '=', record.home)
      .where('id', '=', record.id),
  )
}

/** Minimised to what was counted: nothing of the person stays, and no code leads here. */
export const eraseRequest = (
  tx: Tx,
  record: RequestRecord,
  empty: { readonly contact: Buffer; readonly words: Buffer; readonly code_digest: Buffer },
  at: Date,
) => {
  tx.write(
    db
      .updateTable('desk.request')
      .set({
        ...empty,
        state: 'withdrawn',
        reason: 'not-confirmed',
        given_name: '—',
        family_name: '—',
        birth_year: null,
        sex: null,
        quarter: null,
        secret_hash: null,
        unwanted: null,
        phone_digest: null,
        name_token: null,
        answer: null,
        triaged_at: at,
        revision: record.revision + 1,
      })
      .where('home', '=', record.home)
      .where('id', '=', record.id),
  )
}
