import type { Tx } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'

interface Range {
  readonly from: number
  readonly to: number
}

export interface RuleRecord {
  readonly home: number
  readonly id: string
  readonly revision: number
  readonly recorded_at: Date
  readonly recorded_by: string
  readonly name: string
  readonly unit: string
  readonly area_from: number
  readonly area_to: number
  readonly kinds: readonly string[]
  readonly within_km: number
  readonly until: Date
  readonly stopped_at: Date | null
}

const columns = sql`home, id, revision, recorded_at, recorded_by, name, unit, area_from, area_to, kinds, within_km, until, stopped_at`

/** That nobody stopped, of a desk: it may have ended by itself. */
export const ofDesk = (tx: Tx, { from, to }: Range) =>
  tx.first(
    statement<RuleRecord>(sql`select ${columns} from matching.standing_rule
      where home = ${from} and area_from = ${from} and area_to = ${to} and stopped_at is null`),
  )

/** That nobody stopped, covering all of an area. */
export const covering = (tx: Tx, { from, to }: Range) =>
  tx.all(
    statement<RuleRecord>(sql`select ${columns} from matching.standing_rule
      where area_from <= ${from} and area_to >= ${to} and stopped_at is null order by recorded_at, id`),
  )

export const findRule = (tx: Tx, id: string) =>
  tx.first(statement<RuleRecord>(sql`select ${columns} from matching.standing_rule where id = ${id}::uuid`))

export const insertRule = (tx: Tx, rule: Omit<RuleRecord, 'revision' | 'stopped_at'>) =>
  tx.first(
    statement<{ id: string }>(sql`insert into matching.standing_rule
        (home, id, recorded_at, recorded_by, name, unit, area_from, area_to, kinds, within_km, until)
      values (${rule.home}, ${rule.id}::uuid, ${rule.recorded_at}, ${rule.recorded_by}, ${rule.name}, ${rule.unit}::uuid, ${rule.area_from},
        ${rule.area_to}, ${[...rule.kinds]}::text[], ${rule.within_km}, ${rule.until}) on conflict do nothing returning id`),
  )

export const stopRule = (tx: Tx, { home, id }: RuleRecord, at: Date, by: string) => {
  tx.write(
    statement(sql`update matching.standing_rule set stopped_at = ${at}, stopped_by = ${by}, revision = revision + 1
      where home = ${home} and id = ${id}::uuid and stopped_at is null`),
  )
}

export const sentBy = (tx: Tx, rule: string) =>
  tx.first(
    statement<{ sent: number; last_at: Date | null }>(sql`select count(*)::int as sent, max(released_at) as last_at from matching.proposal
      where rule = ${rule}::uuid and state = 'confirmed'`),
  )

/** What a run proposes in an area and nobody sent yet. */
export const proposedBy = (tx: Tx, run: string, { from, to }: Range) =>
  tx.all(
    statement<{ id: string; revision: number; need: string; referral: string; volunteer: string; companion: string | null; km: number }>(sql`
      select id, revision, need, referral, volunteer, companion, (cost->>'km')::float as km from matching.proposal
      where run = ${run}::uuid and home between ${from} and ${to} and state = 'proposed' and volunteer is not null order by id`),
  )
