import type { Cost } from '#domains/matching/contract.ts'
import type { Tx } from '#platform/db/index.ts'
import { db, sql } from '#platform/db/query.ts'
import type { SuggestionState } from './contract.ts'

const columns = [
  'home', 'id', 'revision', 'recorded_at', 'referral', 'need', 'unit', 'instead_of', 'instead_name', 'instead_cost',
  'volunteer', 'name', 'cost', 'state', 'open_until',
] as const

const suggestions = () => db.selectFrom('matching.suggestion').select(columns)

export const findSuggestion = (tx: Tx, id: string) =>
  tx.first(suggestions().where(sql<boolean>`access && array[${`suggestion:${id}`}]::text[]`).forUpdate())
export type SuggestionRecord = NonNullable<Awaited<ReturnType<typeof findSuggestion>>>

/** The newest of each referral that the group was not moved to replace; by the group's own key. */
export const ofUnit = (tx: Tx, unit: string) =>
  tx.all(
    suggestions()
      .where(sql<boolean>`lent && array[${`coordinator:${unit}`}]::text[]`)
      .where(sql<boolean>`wall.clock() < open_until`)
      .where('state', '<>', 'replaced')
      .orderBy('recorded_at')
      .orderBy('id'),
  )

/** What waits for the desk's decision. */
export const openOf = (tx: Tx, referrals: readonly string[]) =>
  tx.all(
    suggestions()
      .where(sql<boolean>`access && ${referrals.map((id) => `referral:${id}`)}::text[]`)
      .where('state', '=', 'suggested'),
  )

/** The group's own that nobody decided yet, locked. */
export const openOfUnit = (tx: Tx, unit: string, referral: string) =>
  tx.first(
    suggestions()
      .where(sql<boolean>`lent && array[${`coordinator:${unit}`}]::text[]`)
      .where('referral', '=', referral)
      .where('state', '=', 'suggested')
      .forUpdate(),
  )

export const insertSuggestion = (
  tx: Tx,
  row: {
    readonly home: number
    readonly id: string
    readonly at: Date
    readonly by: string
    readonly referral: string
    readonly need: string
    readonly unit: string
    readonly instead_of: string
    readonly instead_name: string
    readonly instead_cost: Cost
    readonly volunteer: string
    readonly name: string
    readonly cost: Cost
    readonly weights_version: number
    readonly open_until: Date
    readonly synthetic: boolean
  },
) => {
  const { at, by, cost, instead_cost, ...rest } = row
  tx.write(
    db.insertInto('matching.suggestion').values({
      ...rest,
      recorded_at: at,
      recorded_by: by,
      state: 'suggested',
      cost: JSON.stringify(cost),
      instead_cost: JSON.stringify(instead_cost),
    }),
  )
}

export const saveState = (tx: Tx, record: SuggestionRecord, state: SuggestionState) => {
  tx.write(
    db
      .updateTable('matching.suggestion')
      .set({ state, revision: record.revision + 1 })
      .where('home', '=', record.home)
      .where('id', '=', record.id),
  )
}
