import { system } from '#platform/actor/index.ts'
import type { House } from '#platform/command/index.ts'
import { inTransaction, wallOf, type Tx } from '#platform/db/index.ts'
import { db, sql, statement } from '#platform/db/query.ts'

export interface OutboxRow {
  readonly home: number
  readonly id: string
  readonly at: Date
  readonly channel: 'sms' | 'email'
  readonly purpose: string
  readonly recipient: Buffer
  readonly body: Buffer
}

type NewRow = OutboxRow & { readonly about: string | null }

/** The same statement with the same parameters, whether the row is `wanted` or not. */
export const insert = (tx: Tx, row: NewRow, wanted: boolean): void =>
  tx.write(
    statement(sql`
      insert into messages.outbox (home, id, at, next_at, channel, purpose, recipient, body, about)
      select ${row.home}::integer, ${row.id}::uuid, ${row.at}::timestamptz, ${row.at}::timestamptz, ${row.channel}::text,
        ${row.purpose}::text, ${row.recipient}::bytea, ${row.body}::bytea, ${row.about}::uuid
      where ${wanted}::boolean`),
  )

export type WaitingRow = OutboxRow & { readonly attempts: number; readonly state: string }

const COLUMNS = ['home', 'id', 'at', 'channel', 'purpose', 'recipient', 'body', 'attempts', 'state'] as const

/**
 * Takes up to `most` messages for this process: the next try is put off first, so that neither a second
 * worker nor a crash in the middle of sending sends one twice within that time.
 */
export const takeWaiting = (tx: Tx, now: Date, putOffTo: Date, most: number) =>
  tx.all<WaitingRow>(
    statement(sql`
      update messages.outbox o set attempts = o.attempts + 1, next_at = ${putOffTo}
      from (select home, id from messages.outbox where state = 'waiting' and next_at <= ${now}
            order by next_at limit ${most} for update skip locked) w
      where o.home = w.home and o.id = w.id
      returning ${sql.join(COLUMNS.map((column) => sql.ref(`o.${column}`)))}`),
  )

/** Asked before anything is opened, so that an idle minute leaves no trail of "looked, nothing". */
export const isAnythingDue = async ({ pool, clock }: Pick<House, 'pool' | 'clock'>): Promise<boolean> => {
  const now = clock.now()
  const { result } = await inTransaction(pool, { wall: wallOf(system('messages.look', ['outbox']), now), wait: false }, async (tx) => {
    const row = await tx.first<{ due: boolean }>(
      statement(sql`select exists (select from messages.outbox where state = 'waiting' and next_at <= ${now}) as due`),
    )
    return { result: row?.due ?? false }
  })
  return result
}

export const mark = (
  tx: Tx,
  { home, id }: Pick<OutboxRow, 'home' | 'id'>,
  change: { state: 'waiting' | 'sent' | 'failed' | 'shown'; next_at?: Date; sent_at?: Date },
): void => tx.write(db.updateTable('messages.outbox').set(change).where('home', '=', home).where('id', '=', id))

export const listNewest = (tx: Tx, most: number) =>
  tx.all(
    db
      .selectFrom('messages.outbox')
      .select(COLUMNS)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(most)
      .$castTo<WaitingRow>(),
  )

export const eraseAbout = (tx: Tx, about: string): void =>
  tx.write(statement(sql`delete from messages.outbox where about = ${about}::uuid`))
