import { personBy } from '#domains/people/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { db, insertOf, prepared, sql, statement } from '#platform/db/query.ts'
import type { CaseId, CaseState, NeedState } from '#domains/casework/contract.ts'

export const caseColumns = [
  'home', 'id', 'revision', 'person', 'request', 'worker', 'team', 'restricted', 'danger', 'state', 'reason', 'opened_at',
  'review_on', 'closed_at', 'synthetic',
] as const

const cases = (id: string) => db.selectFrom('casework.case as c').select(caseColumns).where('id', '=', id)
const caseById = prepared(({ id }: { id: string }) => cases(id))
const caseForUpdate = prepared(({ id }: { id: string }) => cases(id).forUpdate())

export const findCase = (tx: Tx, id: string, lock: 'for update' | 'read') =>
  tx.first(lock === 'read' ? caseById({ id }) : caseForUpdate({ id }))
export type CaseRecord = NonNullable<Awaited<ReturnType<typeof findCase>>>

interface Handover {
  readonly id: string
  /** As JSON has it. */
  readonly at: string
  readonly to: string
  readonly reason: string
}

/** When the case came from one worker to another: most never did, and a statement of its own would find nothing. */
const handovers = sql<Handover[]>`coalesce(
  (select jsonb_agg(jsonb_build_object('id', h.id, 'at', h.recorded_at, 'to', h.to_worker, 'reason', h.reason) order by h.recorded_at)
  from casework.handover h where h.case_id = c.id), '[]')`.as('handovers')

/** The day of the review as it was set, oldest first. */
export interface ReviewChange {
  readonly at: string
  readonly to: string
}

const file = (id: string) => cases(id).select([handovers, 'review_changes'])
const fileById = prepared(({ id }: { id: string }) => file(id))
const fileForUpdate = prepared(({ id }: { id: string }) => file(id).forUpdate())

/** The case as its page shows it. */
export const findFile = (tx: Tx, id: string, lock: 'for update' | 'read') =>
  tx.first(lock === 'read' ? fileById({ id }) : fileForUpdate({ id }))
export type CaseFile = NonNullable<Awaited<ReturnType<typeof findFile>>>

/** What a page shows of a need. */
const shown = [
  'n.id', 'n.revision', 'n.case_id', 'n.kind', 'n.requires', 'n.pair', 'n.minutes', 'n.window_from', 'n.window_to', 'n.place',
  'n.quarter', 'n.priority', 'n.since', 'n.state', 'n.by_staff_at', 'n.reason', 'n.outcome', 'n.ended_at',
  'p.name_fa as place_fa', 'p.name_en as place_en',
] as const

/** What rules and facts take beside it. */
const unshown = [
  'n.home', 'n.person', 'n.worker', 'n.team', 'n.restricted', 'n.danger', 'n.lat', 'n.lon', 'n.subject', 'n.sex', 'n.age_group', 'n.synthetic',
] as const

const placed = () => db.selectFrom('casework.need as n').innerJoin('places.place as p', 'p.code', 'n.place')

const needs = () => placed().select([...shown, ...unshown])

const needById = prepared(({ id }: { id: string }) => needs().where('n.id', '=', id))
const needForUpdate = prepared(({ id }: { id: string }) => needs().where('n.id', '=', id).forUpdate('n'))

export const findNeed = (tx: Tx, id: string, lock: 'for update' | 'read') =>
  tx.first(lock === 'read' ? needById({ id }) : needForUpdate({ id }))
export type NeedRecord = NonNullable<Awaited<ReturnType<typeof findNeed>>>

const needsByCase = prepared(({ id }: { id: string }) =>
  placed().select(shown).where('n.case_id', '=', id).orderBy('n.since', 'desc'),
)

export const needsOfCase = (tx: Tx, id: string) => tx.all(needsByCase({ id }))
export type NeedShown = Awaited<ReturnType<typeof needsOfCase>>[number]

/** Whose case it is: sent together with the case's own statement. */
export const personOfCase = personBy(
  ({ id }: { id: string }) => sql<string>`(select c.person from casework.case c where c.id = ${id})`,
)

/** Several needs at once, by their own keys or the liaison desk's area. */
export const needsById = (tx: Tx, ids: readonly string[]) =>
  tx.all(needs().where(sql<boolean>`n.id = any(${[...ids]}::uuid[])`))

/** Who opened the case and who recorded the need. */
export const recordedBy = (tx: Tx, need: { readonly id: string; readonly case_id: string }) =>
  tx.all(
    statement<{ recorded_by: string }>(sql`
      select recorded_by from casework.case where id = ${need.case_id}::uuid
      union select recorded_by from casework.need where id = ${need.id}::uuid`),
  )

export const insertCase = (
  tx: Tx,
  row: {
    home: number
    id: CaseId
    at: Date
    by: string
    person: string
    request: string | null
    worker: string
    team: string
    restricted: boolean
    danger: boolean
    reviewOn: string | null
  },
) => {
  tx.write(
    db.insertInto('casework.case').values({
      home: row.home,
      id: row.id,
      recorded_at: row.at,
      recorded_by: row.by,
      person: row.person,
      request: row.request,
      worker: row.worker,
      team: row.team,
      restricted: row.restricted,
      danger: row.danger,
      state: 'open',
      opened_at: row.at,
      review_on: row.reviewOn,
    }),
  )
}

export const saveCase = (
  tx: Tx,
  record: CaseRecord,
  change: { state?: CaseState; reason?: string | null; closed_at?: Date | null; review_on?: string; review_changes?: string },
) => {
  tx.write(
    db
      .updateTable('casework.case')
      .set({ ...change, revision: record.revision + 1 })
      .where('home', '=', record.home)
      .where('id', '=', record.id),
  )
}

export const insertNeed = (tx: Tx, row: Omit<NeedRecord, 'place_fa' | 'place_en'> & { by: string }) => {
  const { by, requires, ...columns } = row
  tx.write(
    insertOf('casework.need', { ...columns, recorded_at: columns.since, recorded_by: by, requires: JSON.stringify(requires) }),
  )
}

export const saveNeed = (
  tx: Tx,
  record: NeedRecord,
  change: { state: NeedState; reason?: string | null; outcome?: 'met' | 'partly' | 'not' | null; ended_at?: Date | null; by_staff_at?: Date },
) => {
  tx.write(
    db
      .updateTable('casework.need')
      .set({ ...change, revision: record.revision + 1 })
      .where('home', '=', record.home)
      .where('id', '=', record.id),
  )
}

export interface ProgressRow {
  readonly state: CaseState
  readonly opened_at: Date
  readonly closed_at: Date | null
  readonly worker: string
  readonly needs: { kind: string; state: NeedState; since: string; endedAt: string | null; byStaff: boolean }[]
}

/** What the follow-up page may know of a case: states and dates, no content. */
export const progressOf = (tx: Tx, id: string) =>
  tx.first(
    statement<ProgressRow>(sql`
      select c.state, c.opened_at, c.closed_at, c.worker,
        coalesce((select jsonb_agg(jsonb_build_object('kind', n.kind, 'state', n.state, 'since', n.since, 'endedAt', n.ended_at,
          'byStaff', n.by_staff_at is not null)
          order by n.since) from casework.need n where n.case_id = c.id), '[]') as needs
      from casework.case c where c.id = ${id}::uuid`),
  )
