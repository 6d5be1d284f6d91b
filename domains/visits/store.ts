import type { Tx } from '#platform/db/index.ts'
import { db, sql, statement } from '#platform/db/query.ts'
import type { Card } from '#domains/referrals/contract.ts'
import type { VisitState } from './contract.ts'

const columns = [
  'a.home', 'a.id', 'a.revision', 'a.recorded_at', 'a.need', 'a.referral', 'a.case_id', 'a.person', 'a.worker', 'a.team',
  'a.unit', 'a.volunteer', 'a.volunteer_home', 'a.volunteer_name', 'a.consent', 'a.kind', 'a.card', 'a.visit_from',
  'a.visit_to', 'a.state', 'a.reason', 'a.answer_by', 'a.accepted_at', 'a.approved_at', 'a.on_way_at', 'a.arrived_at',
  'a.done_at', 'a.report', 'a.confirm_hash', 'a.confirm_attempts', 'a.confirmed_at', 'a.outcome', 'a.open_from',
  'a.open_until', 'a.subject', 'a.sex', 'a.age_group', 'a.place', 'a.seat', 'a.companion_name', 'a.accepted_by', 'a.approved_by', 'a.code_phone_digest', 'a.synthetic',
] as const

const visits = () =>
  db
    .selectFrom('visits.assignment as a')
    .innerJoin('network.unit as u', 'u.id', 'a.unit')
    .select([...columns, 'u.name_fa as unit_fa', 'u.name_en as unit_en'])

const owned = (key: string) => sql<boolean>`a.access && array[${key}]::text[]`
const lent = (key: string) => sql<boolean>`a.lent && array[${key}]::text[]`
const openNow = sql<boolean>`a.open_from <= wall.clock() and wall.clock() < a.open_until`

export const findVisit = (tx: Tx, id: string, lock: 'for update' | 'read') => {
  const query = visits().where('a.id', '=', id)
  return tx.first(lock === 'read' ? query : query.forUpdate('a'))
}
export type VisitRecord = NonNullable<Awaited<ReturnType<typeof findVisit>>>

/** By the keys of the case's own people: person, worker or team. */
export const findOwnedVisit = (tx: Tx, keys: readonly string[], id: string) =>
  tx.first(
    visits()
      .where(sql<boolean>`a.access && ${[...keys]}::text[]`)
      .where('a.id', '=', id)
      .forUpdate('a'),
  )

/** One visit that is open to the volunteer now, locked. */
export const findLentVisit = (tx: Tx, volunteer: string, id: string) =>
  tx.first(visits().where(lent(`volunteer:${volunteer}`)).where('a.id', '=', id).where(openNow).forUpdate('a'))

export const lentTo = (tx: Tx, key: string) =>
  tx.all(
    visits()
      .where(lent(key))
      .where(openNow)
      .where('a.state', 'in', ['offered', 'accepted', 'approved', 'under-way', 'done'])
      .orderBy('a.visit_from')
      .limit(100),
  )

export const ofCase = (tx: Tx, key: string, caseId: string) =>
  tx.all(visits().where(owned(key)).where('a.case_id', '=', caseId).orderBy('a.recorded_at', 'desc'))

export const ofPerson = (tx: Tx, person: string) =>
  tx.all(visits().where(owned(`person:${person}`)).orderBy('a.recorded_at', 'desc').limit(50))

export const ofConsent = (tx: Tx, consent: string) =>
  tx.all(visits().where(owned(`consent:${consent}`)).forUpdate('a'))

export const ofNeed = (tx: Tx, need: string) => tx.all(visits().where(owned(`need:${need}`)).forUpdate('a'))

/** Of a unit's volunteers: what has not begun, and what they are at now. The caller was admitted as its coordinator is. */
export const countOfUnit = async (tx: Tx, unit: string, now: Date): Promise<{ ahead: number; under_way: number }> => {
  const row = await tx.first(
    statement<{ ahead: number; under_way: number }>(sql`select
        (count(*) filter (where a.state in ('offered', 'accepted', 'approved') and a.visit_from > ${now} and a.on_way_at is null))::int as ahead,
        (count(*) filter (where a.state = 'under-way'))::int as under_way
      from visits.assignment a where ${lent(`coordinator:${unit}`)} and ${openNow}`),
  )
  return row ?? { ahead: 0, under_way: 0 }
}

/** Visits of a need that are not over, one a seat, locked. The caller holds the need's key, or the person's. */
export const openOfNeed = (tx: Tx, need: string) =>
  tx.all(
    visits()
      .where(sql<boolean>`a.access && ${[`need:${need}`]}::text[]`)
      .where('a.state', 'in', ['offered', 'accepted', 'approved', 'under-way', 'done'])
      .orderBy('a.seat')
      .forUpdate('a'),
  )

export const insertVisit = (
  tx: Tx,
  row: {
    readonly home: number
    readonly id: string
    readonly at: Date
    readonly by: string
    readonly need: string
    readonly referral: string
    readonly case_id: string
    readonly person: string
    readonly worker: string
    readonly team: string
    readonly unit: string
    readonly volunteer: string
    readonly volunteer_home: number
    readonly volunteer_name: string
    readonly seat: number
    readonly consent: string
    readonly kind: string
    readonly card: Card
    readonly visit_from: Date
    readonly visit_to: Date
    readonly answer_by: Date
    readonly open_until: Date
    readonly subject: string
    readonly sex: string | null
    readonly age_group: string | null
    readonly place: string
    readonly synthetic: boolean
  },
) => {
  const { at, by, card, ...rest } = row
  tx.write(
    db.insertInto('visits.assignment').values({
      ...rest,
      card: JSON.stringify(card),
      recorded_at: at,
      recorded_by: by,
      state: 'offered',
      open_from: at,
    }),
  )
}

export interface VisitChange {
  readonly state: VisitState
  readonly reason?: string | null
  readonly accepted_at?: Date
  readonly approved_at?: Date
  readonly approved_how?: string
  readonly on_way_at?: Date
  readonly arrived_at?: Date
  readonly done_at?: Date
  readonly report?: string
  readonly confirm_hash?: Buffer | null
  readonly confirm_attempts?: number
  readonly confirmed_at?: Date
  readonly confirmed_how?: string
  readonly outcome?: 'met' | 'partly' | 'not'
  readonly open_until?: Date
  readonly companion_name?: string | null
  readonly accepted_by?: string
  readonly approved_by?: string | null
  readonly code_phone_digest?: Buffer | null
}

export const saveVisit = (tx: Tx, record: VisitRecord, change: VisitChange) => {
  tx.write(
    db
      .updateTable('visits.assignment')
      .set({ ...change, revision: record.revision + 1 })
      .where('home', '=', record.home)
      .where('id', '=', record.id),
  )
}

/** Takes the volunteer's time; `booking_once` refuses a second visit at the same time. */
export const book = (tx: Tx, record: VisitRecord, id: string) => {
  tx.write(
    statement(sql`insert into visits.booking (home, id, volunteer, assignment, during)
      values (${record.volunteer_home}, ${id}::uuid, ${record.volunteer}::uuid, ${record.id}::uuid,
        tstzrange(${record.visit_from}, ${record.visit_to}))`),
  )
}

export const unbook = (tx: Tx, assignment: string) => {
  tx.write(statement(sql`delete from visits.booking where access && array[${`assignment:${assignment}`}]::text[]`))
}

/** What the follow-up page composes from: the caller holds the case's person key. */
export const progressOf = (tx: Tx, key: string, caseId: string) => ofCase(tx, key, caseId)

/** Another worker answers for the case. The caller holds the person's key. */
export const moveToWorker = (tx: Tx, person: string, caseId: string, worker: string) => {
  tx.write(
    db
      .updateTable('visits.assignment')
      .set({ worker })
      .where(sql<boolean>`access && array[${`person:${person}`}]::text[]`)
      .where('case_id', '=', caseId),
  )
}
