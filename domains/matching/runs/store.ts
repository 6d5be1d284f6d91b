import type { Weights } from '#engines/matching/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'
import type { Form } from '#domains/matching/run.ts'
import type { Lack } from '#domains/matching/counties/lacks.ts'
import type { WeightValues } from '#domains/matching/weights/lifecycle.ts'
import type { Summary, Trial, WideSummary, WideTrial } from './contract.ts'
import type { RunState } from './lifecycle.ts'

export interface Range {
  readonly from: number
  readonly to: number
}

export interface RunRecord {
  readonly home: number
  readonly id: string
  readonly revision: number
  readonly recorded_at: Date
  readonly area_from: number
  readonly area_to: number
  readonly how: 'night' | 'hand' | 'trial'
  readonly form: Form
  readonly state: RunState
  readonly weights: Weights
  /** Of a trial: which draft, and its weights as they were. */
  readonly draft: string | null
  readonly draft_weights: WeightValues | null
  readonly started_at: Date | null
  readonly ended_at: Date | null
  readonly regions: number
  readonly regions_done: number
  readonly regions_failed: number
  readonly waiting: number
  readonly waited: number
  readonly wide: WideSummary | WideTrial | null
  readonly area_fa: string | null
  readonly area_en: string | null
}

const columns = sql`r.home, r.id, r.revision, r.recorded_at, r.area_from, r.area_to, r.how, r.form, r.state, r.weights, r.draft, r.draft_weights, r.started_at, r.ended_at,
  r.regions, r.regions_done, r.regions_failed, r.waiting, r.waited, r.wide`

// The widest place that begins where the area begins: the nation's offices lie before all provinces.
const named = sql`left join lateral (
    select p.name_fa as area_fa, p.name_en as area_en from places.place p
    where case when r.area_from = 0 then p.kind = 'country' else p.home = r.area_from and p.kind in ('county', 'province') end
    order by p.kind = 'province' and r.area_to - r.area_from > 99 desc limit 1) a on true`

export const runsThrough = (tx: Tx, { from, to }: Range, limit: number) =>
  tx.all(
    statement<RunRecord>(sql`select ${columns}, a.area_fa, a.area_en from matching.run r ${named}
      where r.area_from <= ${to} and r.area_to >= ${from} and r.how <> 'trial' order by r.recorded_at desc, r.id desc limit ${limit}`),
  )

export const findRun = (tx: Tx, id: string) =>
  tx.first(statement<RunRecord>(sql`select ${columns}, a.area_fa, a.area_en from matching.run r ${named} where r.id = ${id}::uuid`))

export const lockRun = (tx: Tx, id: string) =>
  tx.first(statement<RunRecord>(sql`select ${columns}, null as area_fa, null as area_en from matching.run r where r.id = ${id}::uuid for update`))

export interface NewRun {
  readonly id: string
  readonly area: Range
  readonly how: 'night' | 'hand' | 'trial'
  readonly form: Form
  readonly night: string | null
  readonly weights: Weights
  readonly draft: { readonly id: string; readonly revision: number; readonly weights: WeightValues } | null
  readonly regions: number
  readonly waiting: number
  readonly at: Date
  readonly by: string
}

/** Undefined where another one is under way anywhere in the area, was there this night, or tries the same draft. */
export const insertRun = (tx: Tx, run: NewRun) =>
  tx.first(
    statement<{ id: string }>(sql`insert into matching.run (home, id, recorded_at, recorded_by, area_from, area_to, how, form, night, state,
        weights, draft, draft_revision, draft_weights, beat_at, regions, waiting)
      values (${run.area.from}, ${run.id}::uuid, ${run.at}, ${run.by}, ${run.area.from}, ${run.area.to}, ${run.how}, ${run.form}, ${run.night}::date,
        'planned', ${JSON.stringify(run.weights)}::jsonb, ${run.draft?.id ?? null}::uuid, ${run.draft?.revision ?? null}::int,
        ${run.draft === null ? null : JSON.stringify(run.draft.weights)}::jsonb, ${run.at}, ${run.regions}, ${run.waiting})
      on conflict do nothing returning id`),
  )

export interface Region {
  readonly home: number
  readonly area_to: number
  readonly waiting: number
}

export const insertRegion = (tx: Tx, run: string, { home, area_to, waiting }: Region) => {
  tx.write(
    statement(sql`insert into matching.run_region (home, run, area_to, waiting, state)
      values (${home}, ${run}::uuid, ${area_to}, ${waiting}, 'waiting')`),
  )
}

export interface RegionRecord extends Region {
  readonly state: 'waiting' | 'done' | 'failed'
  readonly summary: Summary | Trial | null
}

export const regionsOf = (tx: Tx, run: string) =>
  tx.all(
    statement<RegionRecord>(sql`select home, area_to, waiting, state, summary from matching.run_region
      where run = ${run}::uuid order by home`),
  )

/** Whoever comes second waits, and then sees that it is done. */
export const lockRegion = (tx: Tx, run: string, home: number) =>
  tx.first(
    statement<RegionRecord>(sql`select home, area_to, waiting, state, summary from matching.run_region
      where run = ${run}::uuid and home = ${home} for update`),
  )

export interface RegionEnd {
  readonly state: 'done' | 'failed'
  readonly summary: Summary | Trial | null
  readonly lacks?: readonly Lack[]
  readonly at: Date
}

export const saveRegion = (tx: Tx, run: string, region: Region, { state, summary, lacks, at }: RegionEnd) => {
  tx.write(
    statement(sql`update matching.run_region set state = ${state}, summary = ${summary === null ? null : JSON.stringify(summary)}::jsonb,
      lacks = ${lacks === undefined ? null : JSON.stringify(lacks)}::jsonb, done_at = ${at} where run = ${run}::uuid and home = ${region.home}`),
  )
  tx.write(
    statement(sql`update matching.run set regions_done = regions_done + 1, waited = waited + ${region.waiting}, beat_at = ${at},
        regions_failed = regions_failed + ${state === 'failed' ? 1 : 0}
      where id = ${run}::uuid`),
  )
}

export interface Move {
  readonly state: RunState
  readonly at: Date
  readonly by?: string
  readonly reason?: 'region' | 'stopped'
  readonly wide?: WideSummary | WideTrial | null
}

export const moveRun = (tx: Tx, { id }: RunRecord, { state, at, by, reason, wide }: Move) => {
  const ended = state === 'running' ? null : at
  tx.write(
    statement(sql`update matching.run set state = ${state}, revision = revision + 1, beat_at = ${at}, reason = ${reason ?? null},
        started_at = coalesce(started_at, ${state === 'running' ? at : null}::timestamptz), ended_at = coalesce(ended_at, ${ended}::timestamptz),
        cancelled_by = coalesce(cancelled_by, ${by ?? null}), wide = ${wide ? JSON.stringify(wide) : null}::jsonb
      where id = ${id}::uuid`),
  )
}

/** Runs that nobody goes on with: no sign of life since then. */
export const silentSince = (tx: Tx, since: Date) =>
  tx.all(statement<{ id: string }>(sql`select id from matching.run where state in ('planned', 'running') and beat_at < ${since}`))

export const ranInNight = (tx: Tx, { from, to }: Range, night: string) =>
  tx.first(
    statement<{ id: string }>(sql`select id from matching.run where area_from = ${from} and area_to = ${to} and night = ${night}::date`),
  )

export interface LeftRow {
  readonly referral: string
  readonly why: { readonly short?: boolean; readonly relax: { readonly requirements: string[]; readonly candidates: number } | null }
  readonly card: { readonly kind: string; readonly areaFa: string; readonly areaEn: string; readonly from: string; readonly pair: boolean }
  readonly all: number
}

/** Needs of the area that a run left without anybody, the longest wait first. */
export const leftBy = (tx: Tx, run: string, { from, to }: Range, limit: number) =>
  tx.all(
    statement<LeftRow>(sql`select p.referral, p.why, r.card, count(*) over ()::int as all
      from matching.proposal p join referrals.referral r on r.home = p.home and r.id = p.referral
      where p.run = ${run}::uuid and p.volunteer is null and p.state <> 'rejected' and p.home between ${from} and ${to}
      order by r.recorded_at, r.id limit ${limit}`),
  )
