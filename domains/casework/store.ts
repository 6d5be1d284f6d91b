import { personBy } from '#domains/people/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { db, insertOf, prepared, sql, statement } from '#platform/db/query.ts'
import type { CaseId, CaseState, NeedState } from './contract.ts'

const caseColumns = [
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

export interface CaseListRow {
  readonly id: CaseId
  readonly state: CaseState
  readonly given_name: string
  readonly family_name: string
  readonly place_fa: string
  readonly place_en: string
  readonly opened_at: Date
  readonly review_on: string | null
  readonly open_needs: number
  readonly oldest_kind: string | null
  readonly oldest_since: Date | null
  readonly worker: string
  readonly total: number
}

/** The part of a list that is shown: with `dueOn` only what is to be looked at again on that day or before. */
export interface CaseFilter {
  readonly closed: boolean
  readonly dueOn: string | null
}

/** Where a page of the list ended: the moment a case was opened or, among reviews, the day of one; and the case. */
export interface ListEnd {
  readonly at: string
  readonly id: string
}

const newestFirst = (after: ListEnd | undefined) => ({
  past: after === undefined ? sql`true` : sql`(c.opened_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`,
  order: sql`c.opened_at desc, c.id desc`,
})
const longestDueFirst = (after: ListEnd | undefined) => ({
  past: after === undefined ? sql`true` : sql`(c.review_on, c.id) > (${after.at}::date, ${after.id}::uuid)`,
  order: sql`c.review_on, c.id`,
})

/** 51 rows: one more than a page, to know whether there is a next one. `key` is the actor's own. */
export const listCases = (tx: Tx, key: string, { closed, dueOn }: CaseFilter, after: ListEnd | undefined) => {
  const { past, order } = dueOn === null ? newestFirst(after) : longestDueFirst(after)
  return tx.all(
    statement<CaseListRow>(sql`
      select c.id, c.state, p.given_name, p.family_name, pl.name_fa as place_fa, pl.name_en as place_en, c.opened_at,
        c.review_on, c.worker, coalesce(n.open_needs, 0)::int as open_needs, n.oldest_kind, n.oldest_since,
        (select count(*)::int from casework.case t where t.access && array[${key}]::text[]
          and (t.state = 'closed') = ${closed} and (${dueOn}::date is null or t.review_on <= ${dueOn}::date)) as total
      from casework.case c
      join people.person p on p.home = c.home and p.id = c.person
      join places.place pl on pl.code = p.place
      left join lateral (
        select count(*) as open_needs, min(since) as oldest_since, (array_agg(kind order by since))[1] as oldest_kind
        from casework.need n
        where n.case_id = c.id and n.state not in ('met', 'unmet', 'withdrawn')) n on true
      where c.access && array[${key}]::text[] and (c.state = 'closed') = ${closed}
        and (${dueOn}::date is null or c.review_on <= ${dueOn}::date)
        and ${past}
      order by ${order}
      limit 51`),
  )
}

/** How many open cases are to be looked at again on a day or before. */
export const countReviews = (tx: Tx, key: string, dueOn: string) =>
  tx.first(
    statement<{ review: number }>(sql`
      select count(*)::int as review from casework.case c
      where c.access && array[${key}]::text[] and c.state <> 'closed' and c.review_on <= ${dueOn}::date`),
  )

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

/** What one worker answers for in one team, locked; the caller holds the worker's key. */
export const openOfWorker = (tx: Tx, worker: string, team: string) =>
  tx.all(
    db
      .selectFrom('casework.case')
      .select(caseColumns)
      .where('worker', '=', worker)
      .where('team', '=', team)
      .where('state', '<>', 'closed')
      .orderBy('opened_at')
      .orderBy('id')
      .forUpdate(),
  )

/** How many open cases each worker of a team carries. */
export const loadsOf = (tx: Tx, team: string) =>
  tx.all(
    statement<{ worker: string; cases: number }>(sql`
      select worker, count(*)::int as cases from casework.case
      where access && array[${`team:${team}`}]::text[] and state <> 'closed' group by worker`),
  )

/** The case, its needs and its earlier lines go to another worker; a line says so. The caller holds the case's key. */
export const handOver = (
  tx: Tx,
  record: CaseRecord,
  line: { readonly id: string; readonly at: Date; readonly by: string; readonly to: string; readonly reason: 'duty-ended' },
) => {
  tx.write(
    db
      .updateTable('casework.case')
      .set({ worker: line.to, revision: record.revision + 1 })
      .where('home', '=', record.home)
      .where('id', '=', record.id),
  )
  tx.write(db.updateTable('casework.need').set({ worker: line.to }).where('case_id', '=', record.id))
  tx.write(db.updateTable('casework.handover').set({ worker: line.to }).where('case_id', '=', record.id))
  tx.write(
    db.insertInto('casework.handover').values({
      home: record.home,
      id: line.id,
      recorded_at: line.at,
      recorded_by: line.by,
      case_id: record.id,
      person: record.person,
      from_worker: record.worker,
      to_worker: line.to,
      worker: line.to,
      team: record.team,
      restricted: record.restricted,
      reason: line.reason,
      synthetic: record.synthetic,
    }),
  )
}
