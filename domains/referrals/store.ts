import type { Tx } from '#platform/db/index.ts'
import { db, sql, statement } from '#platform/db/query.ts'
import type { Card, ReferralState } from './contract.ts'

const columns = [
  'r.home', 'r.id', 'r.revision', 'r.recorded_at', 'r.need', 'r.case_id', 'r.person', 'r.worker', 'r.team', 'r.from_unit',
  'r.to_unit', 'r.consent', 'r.state', 'r.reason', 'r.card', 'r.attempt', 'r.passed_units', 'r.passed_volunteers',
  'r.seat', 'r.offered_by', 'r.accepted_by', 'r.recorded_by', 'r.volunteer', 'r.answer_by', 'r.open_from', 'r.open_until', 'r.seen_at', 'r.closed_at', 'r.synthetic',
] as const

const referrals = () =>
  db
    .selectFrom('referrals.referral as r')
    .leftJoin('network.unit as u', 'u.id', 'r.to_unit')
    .select([...columns, 'u.name_fa as unit_fa', 'u.name_en as unit_en'])

const owned = (key: string) => sql<boolean>`r.access && array[${key}]::text[]`
const lent = (key: string) => sql<boolean>`r.lent && array[${key}]::text[]`

export const findReferral = (tx: Tx, id: string, lock: 'for update' | 'read') => {
  const query = referrals().where('r.id', '=', id)
  return tx.first(lock === 'read' ? query : query.forUpdate('r'))
}
export type ReferralRecord = NonNullable<Awaited<ReturnType<typeof findReferral>>>

export const ofCase = (tx: Tx, caseId: string) =>
  tx.all(referrals().where('r.case_id', '=', caseId).orderBy('r.recorded_at', 'desc'))

export const ofConsent = (tx: Tx, consent: string) =>
  tx.all(referrals().where(owned(`consent:${consent}`)).forUpdate('r'))

export const ofNeed = (tx: Tx, need: string) => tx.all(referrals().where(owned(`need:${need}`)).forUpdate('r'))

/** Referrals that a need has at this moment, one a seat: by the need's key, or by the liaison desk's area. */
export const openOfNeeds = (tx: Tx, needs: readonly string[], lock: 'for update' | 'read') => {
  const query = referrals()
    .where(sql<boolean>`r.access && ${needs.map((need) => `need:${need}`)}::text[]`)
    .where('r.state', 'in', ['ready', 'offered', 'accepted'])
    .orderBy('r.seat')
  return tx.all(lock === 'read' ? query : query.forUpdate('r'))
}

/** Who was with whom, and the person confirmed it. */
export const confirmedTogether = (tx: Tx, persons: readonly string[]) =>
  tx.all(
    statement<{ person: string; volunteer: string }>(sql`select distinct person, volunteer from referrals.referral
      where access && ${persons.map((person) => `person:${person}`)}::text[] and state = 'closed'
        and reason = 'visit-confirmed' and volunteer is not null`),
  )

/** What is open to a unit now; the wall lets nothing else through. Oldest answer first. */
export const lentTo = (tx: Tx, unit: string) =>
  tx.all(
    referrals()
      .where(lent(`coordinator:${unit}`))
      .where('r.state', 'in', ['offered', 'accepted'])
      .where(sql<boolean>`r.open_from <= wall.clock() and wall.clock() < r.open_until`)
      .orderBy('r.answer_by')
      .limit(200),
  )

/** Every offer that waits with a unit, however many there are. */
export const offeredTo = (tx: Tx, unit: string) =>
  tx.all(
    statement<{ id: string }>(sql`select id from referrals.referral where lent && array[${`coordinator:${unit}`}]::text[] and state = 'offered'
      and open_from <= wall.clock() and wall.clock() < open_until order by id`),
  )

/**
 * Somebody of the unit is about to see its offers. It comes before they are read and waits for whoever takes one back at
 * this moment: either that desk learns that it was seen, or it is not in what is read.
 */
export const markSeen = (tx: Tx, unit: string, at: Date) => {
  tx.write(
    statement(sql`update referrals.referral r set seen_at = ${at} where r.lent && array[${`coordinator:${unit}`}]::text[]
      and r.state = 'offered' and r.seen_at is null and r.open_from <= wall.clock() and wall.clock() < r.open_until`),
  )
}

/** One referral that is open to the unit now, locked for its answer. */
export const findLent = (tx: Tx, unit: string, id: string, lock: 'for update' | 'read' = 'for update') => {
  const query = referrals().where(lent(`coordinator:${unit}`)).where('r.id', '=', id)
  return tx.first(lock === 'read' ? query : query.forUpdate('r'))
}

/** Ready and offered referrals of an area, oldest first: what the liaison desk works on. */
export const waitingIn = (tx: Tx, from: number, to: number, limit: number) =>
  tx.all(
    referrals()
      .where('r.home', '>=', from)
      .where('r.home', '<=', to)
      .where('r.state', 'in', ['ready', 'offered'])
      .orderBy('r.recorded_at')
      .limit(limit),
  )

/** Minutes that volunteers are asked for or have promised, by volunteer: offers and accepted referrals of an area. */
export const minutesAsked = (tx: Tx, { from, to }: { readonly from: number; readonly to: number }) =>
  tx.all(
    statement<{ volunteer: string; minutes: number }>(sql`select volunteer, sum((card->>'minutes')::int)::int as minutes from referrals.referral
      where home between ${from} and ${to} and state in ('offered', 'accepted') and volunteer is not null group by volunteer`),
  )

export const waitingByCounty = (tx: Tx, { from, to }: { readonly from: number; readonly to: number }) =>
  tx.all(
    statement<{ county: number; waiting: number }>(sql`select home / 100 as county, count(*)::int as waiting from referrals.referral
      where home between ${from} and ${to} and state = 'ready' group by 1 order by 1`),
  )

export const insertReferral = (
  tx: Tx,
  row: {
    readonly home: number
    readonly id: string
    readonly at: Date
    readonly by: string
    readonly need: string
    readonly case_id: string
    readonly person: string
    readonly worker: string
    readonly team: string
    readonly from_unit: string
    readonly consent: string
    readonly seat: number
    readonly card: Card
    readonly attempt: number
    readonly passed_units: string[]
    readonly passed_volunteers: string[]
    readonly open_until: Date
    readonly synthetic: boolean
  },
) => {
  const { at, by, card, ...rest } = row
  tx.write(
    db.insertInto('referrals.referral').values({
      ...rest,
      card: JSON.stringify(card),
      recorded_at: at,
      recorded_by: by,
      state: 'ready',
      open_from: at,
    }),
  )
}

export const saveReferral = (
  tx: Tx,
  record: ReferralRecord,
  change: {
    readonly state: ReferralState
    readonly reason?: string | null
    readonly to_unit?: string | null
    readonly volunteer?: string | null
    readonly offered_by?: string | null
    readonly seen_at?: Date | null
    readonly accepted_by?: string
    readonly card?: Card
    readonly passed_units?: string[]
    readonly passed_volunteers?: string[]
    readonly answer_by?: Date | null
    readonly open_from?: Date
    readonly open_until?: Date
    readonly closed_at?: Date | null
  },
) => {
  const { card, ...rest } = change
  tx.write(
    db
      .updateTable('referrals.referral')
      .set({ ...rest, ...(card === undefined ? {} : { card: JSON.stringify(card) }), revision: record.revision + 1 })
      .where('home', '=', record.home)
      .where('id', '=', record.id),
  )
}

/** Another worker answers for the case. The caller holds the case's key. */
export const moveToWorker = (tx: Tx, caseId: string, worker: string) => {
  tx.write(db.updateTable('referrals.referral').set({ worker }).where(sql<boolean>`access && array[${`case:${caseId}`}]::text[]`))
}

export interface Sight {
  readonly home: number
  readonly person: string
  readonly reader: Buffer
}

/** Each reader once. Nobody who writes it can read it back. */
export const noteSights = (tx: Tx, sights: readonly Sight[], at: Date) => {
  if (sights.length === 0) return
  tx.write(
    statement(sql`insert into referrals.sight (home, person, reader_digest, first_at)
      select s.home, s.person, s.reader, ${at}::timestamptz from unnest(${sights.map(({ home }) => home)}::int[],
        ${sights.map(({ person }) => person)}::uuid[], ${sights.map(({ reader }) => reader)}::bytea[]) as s(home, person, reader)
      on conflict do nothing`),
  )
}

export const countSights = (tx: Tx, person: string) =>
  tx.first(
    statement<{ count: number }>(sql`select count(*)::int as count from referrals.sight
      where access && array[${`person:${person}`}]::text[]`),
  )
