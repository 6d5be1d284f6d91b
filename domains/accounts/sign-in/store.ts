import type { Tx } from '#platform/db/index.ts'
import { db, sql, statement } from '#platform/db/query.ts'

/** Counts a try in its window and answers how many there were, this one included. */
export const countAttempt = async (
  tx: Tx,
  what: string,
  who: Buffer,
  now: Date,
  windowMinutes: number,
): Promise<number> => {
  const length = windowMinutes * 60_000
  const start = new Date(Math.floor(now.getTime() / length) * length)
  const row = await tx.first<{ count: number }>(
    statement(sql`
      insert into auth.attempt (what, who, window_start, count) values (${what}, ${who}, ${start}, 1)
      on conflict (what, who, window_start) do update set count = auth.attempt.count + 1
      returning count`),
  )
  return row?.count ?? 1
}

export const readAttempts = async (tx: Tx, what: string, who: Buffer, since: Date): Promise<number> => {
  const row = await tx.first<{ count: number }>(
    statement(sql`
      select coalesce(sum(count), 0)::integer as count from auth.attempt
      where what = ${what} and who = ${who} and window_start > ${since}`),
  )
  return row?.count ?? 0
}

export const insertChallenge = (
  tx: Tx,
  challenge: {
    id: string
    contact_digest: Buffer
    account: string | null
    purpose: string
    code_hash: Buffer
    started_at: Date
    ends_at: Date
  },
): void => tx.write(db.insertInto('auth.challenge').values(challenge))

/** Locked: two tries of one challenge are counted one after the other. */
export const findChallenge = (tx: Tx, id: string) =>
  tx.first(
    db
      .selectFrom('auth.challenge')
      .select(['id', 'contact_digest', 'account', 'code_hash', 'attempts', 'ends_at', 'used_at'])
      .where('id', '=', id)
      .where('purpose', '=', 'sign-in')
      .forUpdate(),
  )
export type ChallengeRecord = NonNullable<Awaited<ReturnType<typeof findChallenge>>>

export const countWrongCode = (tx: Tx, id: string): void =>
  tx.write(
    db
      .updateTable('auth.challenge')
      .set((set) => ({ attempts: set('attempts', '+', 1) }))
      .where('id', '=', id),
  )

export const markChallenge = (tx: Tx, id: string, change: { code_shown_at?: Date; used_at?: Date }): void =>
  tx.write(db.updateTable('auth.challenge').set(change).where('id', '=', id))

/** Challenges and counts that can matter to nobody any more. */
export const sweep = (tx: Tx, before: Date): void => {
  tx.write(db.deleteFrom('auth.challenge').where('ends_at', '<', before))
  tx.write(db.deleteFrom('auth.attempt').where('window_start', '<', before))
}
