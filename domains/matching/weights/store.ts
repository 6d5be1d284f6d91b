import type { Tx } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'
import { NATION } from '#platform/ids/index.ts'
import type { WideTrial } from '#domains/matching/runs/contract.ts'
import type { WeightsState, WeightValues } from './lifecycle.ts'

export interface WeightsRecord {
  readonly home: number
  readonly id: string
  readonly revision: number
  readonly recorded_at: Date
  readonly recorded_by: string
  readonly area_from: number
  readonly area_to: number
  readonly state: WeightsState
  readonly version: number | null
  readonly weights: WeightValues
  readonly reason: string
  readonly authors: readonly string[]
  readonly proposed_at: Date | null
  readonly trial: WideTrial | null
  readonly decided_at: Date | null
  readonly decision_reason: string | null
  readonly ended_at: Date | null
}

const columns = sql`home, id, revision, recorded_at, recorded_by, area_from, area_to, state, version, weights, reason, authors,
  proposed_at, trial, decided_at, decision_reason, ended_at`

export const inForce = (tx: Tx) =>
  tx.first(statement<WeightsRecord>(sql`select ${columns} from matching.weights where home = ${NATION} and state = 'in-force'`))

/** The newest first. */
export const pastOf = (tx: Tx, limit: number) =>
  tx.all(
    statement<WeightsRecord>(sql`select ${columns} from matching.weights where home = ${NATION} and state = 'past'
      order by version desc limit ${limit}`),
  )

export const ofDesk = (tx: Tx, { from, to }: { readonly from: number; readonly to: number }) =>
  tx.all(
    statement<WeightsRecord>(sql`select ${columns} from matching.weights where home = ${NATION} and area_from = ${from} and area_to = ${to}
      and state in ('draft', 'proposed', 'refused') order by recorded_at desc, id desc limit 20`),
  )

/** Of all desks; the caller holds the key of what is proposed. */
export const proposed = (tx: Tx) =>
  tx.all(
    statement<WeightsRecord>(sql`select ${columns} from matching.weights
      where access && array['proposed-weights']::text[] and state = 'proposed' order by proposed_at, id`),
  )

export const lockWeights = (tx: Tx, id: string) =>
  tx.first(statement<WeightsRecord>(sql`select ${columns} from matching.weights where home = ${NATION} and id = ${id}::uuid for update`))

export interface NewDraft {
  readonly id: string
  readonly at: Date
  readonly by: string
  readonly area: { readonly from: number; readonly to: number }
  readonly weights: WeightValues
  readonly reason: string
}

/** Undefined where the desk has one already. */
export const insertDraft = (tx: Tx, { id, at, by, area, weights, reason }: NewDraft) =>
  tx.first(
    statement<{ id: string }>(sql`insert into matching.weights (home, id, recorded_at, recorded_by, area_from, area_to, state, weights, reason, authors)
      values (${NATION}, ${id}::uuid, ${at}, ${by}, ${area.from}, ${area.to}, 'draft', ${JSON.stringify(weights)}::jsonb, ${reason}, array[${by}])
      on conflict do nothing returning id`),
  )

export interface WeightsMove {
  readonly state: WeightsState
  readonly weights?: WeightValues
  readonly reason?: string
  /** Whoever wrote in it now. */
  readonly by?: string
  readonly version?: number
  readonly proposed?: { readonly at: Date; readonly trial: WideTrial | null }
  readonly decided?: { readonly by: string; readonly at: Date; readonly reason?: string }
  readonly ended_at?: Date
}

export const moveWeights = (tx: Tx, { id }: WeightsRecord, { weights, proposed: put, decided, ...move }: WeightsMove) => {
  tx.write(
    statement(sql`update matching.weights set state = ${move.state}, revision = revision + 1,
        weights = coalesce(${weights === undefined ? null : JSON.stringify(weights)}::jsonb, weights),
        reason = coalesce(${move.reason ?? null}, reason),
        authors = case when ${move.by ?? null}::text = any (authors) or ${move.by ?? null}::text is null then authors else authors || ${move.by ?? null}::text end,
        version = coalesce(${move.version ?? null}::int, version),
        proposed_at = coalesce(${put?.at ?? null}::timestamptz, proposed_at),
        trial = coalesce(${put?.trial ? JSON.stringify(put.trial) : null}::jsonb, trial),
        decided_by = coalesce(${decided?.by ?? null}, decided_by), decided_at = coalesce(${decided?.at ?? null}::timestamptz, decided_at),
        decision_reason = coalesce(${decided?.reason ?? null}, decision_reason), ended_at = coalesce(${move.ended_at ?? null}::timestamptz, ended_at)
      where home = ${NATION} and id = ${id}::uuid`),
  )
}

/** The last trial of a draft as it stands. */
export const lastTrial = (tx: Tx, draft: string, revision: number) =>
  tx.first(
    statement<{ id: string; state: string; trial: WideTrial | null }>(sql`select id, state, wide as trial from matching.run
      where draft = ${draft}::uuid and draft_revision = ${revision} order by recorded_at desc, id desc limit 1`),
  )
