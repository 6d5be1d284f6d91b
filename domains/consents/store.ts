import type { Tx } from '#platform/db/index.ts'
import { db, sql, statement } from '#platform/db/query.ts'
import type { ConsentState } from './contract.ts'

const columns = [
  'home', 'id', 'revision', 'person', 'case_id', 'need', 'worker', 'team', 'state', 'notice', 'notice_version', 'purpose',
  'categories', 'recipients', 'until', 'how', 'recorded_at', 'ended_at',
] as const

const keyed = (key: string) => sql<boolean>`access && array[${key}]::text[]`

export const findConsent = (tx: Tx, id: string, lock: 'for update' | 'for share' | 'read') => {
  const query = db.selectFrom('consents.consent').select(columns).where('id', '=', id)
  if (lock === 'for update') return tx.first(query.forUpdate())
  return tx.first(lock === 'for share' ? query.forShare() : query)
}
export type ConsentRecord = NonNullable<Awaited<ReturnType<typeof findConsent>>>

export const ofCase = (tx: Tx, worker: string, team: string, caseId: string) =>
  tx.all(
    db
      .selectFrom('consents.consent')
      .select(columns)
      .where(sql<boolean>`access && array[${`worker:${worker}`}, ${`team:${team}`}]::text[]`)
      .where('case_id', '=', caseId)
      .orderBy('recorded_at', 'desc'),
  )

export const ofPerson = (tx: Tx, person: string) =>
  tx.all(
    db.selectFrom('consents.consent').select(columns).where(keyed(`person:${person}`)).orderBy('recorded_at', 'desc'),
  )

export const insertConsent = (
  tx: Tx,
  row: Omit<ConsentRecord, 'revision' | 'ended_at'> & { readonly by: string; readonly witness: string | null },
) => {
  const { by, ...rest } = row
  tx.write(db.insertInto('consents.consent').values({ ...rest, recorded_by: by }))
}

export const endConsent = (tx: Tx, record: ConsentRecord, state: ConsentState, at: Date) => {
  tx.write(
    db
      .updateTable('consents.consent')
      .set({ state, ended_at: at, revision: record.revision + 1 })
      .where('home', '=', record.home)
      .where('id', '=', record.id),
  )
}

/**
 * Closes whatever rests on the consent, in the withdrawing transaction: the wall checks these windows at
 * every later read. One statement a table; all of them carry the consent's key.
 */
export const closeWindows = (tx: Tx, consent: string, at: Date) => {
  const key = `consent:${consent}`
  for (const table of ['consents.disclosure', 'referrals.referral', 'visits.assignment'] as const)
    tx.write(
      statement(sql`update ${sql.table(table)} set open_until = ${at}
        where access && array[${key}]::text[] and open_until > ${at}`),
    )
}

export interface NewDisclosure {
  readonly home: number
  readonly id: string
  readonly recorded_at: Date
  readonly recorded_by: string
  readonly consent: string
  readonly person: string
  readonly need: string
  readonly referral: string
  readonly worker: string
  readonly unit: string | null
  readonly volunteer: string | null
  readonly stage: 'offer' | 'accepted' | 'visit'
  readonly purpose: string
  readonly fields: string[]
  readonly content: Buffer
  readonly open_from: Date
  readonly open_until: Date
}

export const insertDisclosure = (tx: Tx, row: NewDisclosure) => {
  tx.write(db.insertInto('consents.disclosure').values(row))
}

/** Ends every open window that was lent under a referral, e.g. when its visit is over. */
export const closeOfReferral = (tx: Tx, referral: string, at: Date) => {
  tx.write(
    statement(sql`update consents.disclosure set open_until = ${at}
      where access && array[${`referral:${referral}`}]::text[] and open_until > ${at}`),
  )
}

export const disclosuresOf = (tx: Tx, person: string) =>
  tx.all(
    db
      .selectFrom('consents.disclosure')
      .select(['id', 'home', 'consent', 'referral', 'unit', 'volunteer', 'stage', 'purpose', 'fields', 'open_from', 'open_until', 'reads', 'last_read_at', 'recorded_at'])
      .where(keyed(`person:${person}`))
      .orderBy('recorded_at', 'desc')
      .limit(200),
  )

export interface OpenDisclosure {
  readonly home: number
  readonly id: string
  readonly person: string
  readonly referral: string
  readonly stage: 'offer' | 'accepted' | 'visit'
  readonly fields: string[]
  readonly content: Buffer
  readonly open_until: Date
}

/** What is lent to this reader now: the wall lets a row through only inside its window. */
export const openTo = (tx: Tx, lentKey: string, referrals: readonly string[]) =>
  tx.all(
    statement<OpenDisclosure>(sql`
      select home, id, person, referral, stage, fields, content, open_until from consents.disclosure
      where lent && array[${lentKey}]::text[] and referral = any(${[...referrals]}::uuid[])
        and open_from <= wall.clock() and wall.clock() < open_until`),
  )

export const countRead = (tx: Tx, home: number, id: string, at: Date) => {
  tx.write(
    statement(sql`update consents.disclosure set reads = reads + 1, last_read_at = ${at}
      where home = ${home} and id = ${id}::uuid`),
  )
}

/** Another worker answers for the person: consents and what was lent under them. The caller holds the person's key. */
export const moveToWorker = (tx: Tx, person: string, from: string, to: string) => {
  for (const table of ['consents.consent', 'consents.disclosure'])
    tx.write(
      statement(sql`update ${sql.table(table)} set worker = ${to}::uuid
        where access && array[${`person:${person}`}]::text[] and worker = ${from}::uuid`),
    )
}
