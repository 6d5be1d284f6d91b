import type { Tx } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'
import type { CaseId, CaseState } from '#domains/casework/contract.ts'

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
