import type { Tx } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'
import type { WatchStage } from './contract.ts'

export interface TimerRecord {
  readonly home: number
  readonly visit: string
  readonly volunteer: string
  readonly unit: string
  readonly team: string
  readonly arrived_at: Date
  readonly overdue_at: Date
  readonly due_at: Date
  readonly stage: WatchStage
  readonly told: number
  readonly ended_at: Date | null
}

const columns = sql`home, visit, volunteer, unit, team, arrived_at, overdue_at, due_at, stage, told, ended_at`

export const findTimer = (tx: Tx, key: string, visit: string) =>
  tx.first(
    statement<TimerRecord>(sql`select ${columns} from watch.timer
      where access && array[${key}]::text[] and visit = ${visit}::uuid for update`),
  )

export const overdueFor = (tx: Tx, key: string) =>
  tx.all(
    statement<TimerRecord>(sql`select ${columns} from watch.timer
      where access && array[${key}]::text[] and ended_at is null and stage <> 'waiting' order by overdue_at limit 100`),
  )

export const insertTimer = (
  tx: Tx,
  row: Omit<TimerRecord, 'due_at' | 'stage' | 'told' | 'ended_at'> & { readonly synthetic: boolean },
) => {
  tx.write(
    statement(sql`insert into watch.timer (home, visit, volunteer, unit, team, arrived_at, overdue_at, due_at, synthetic)
      values (${row.home}, ${row.visit}::uuid, ${row.volunteer}::uuid, ${row.unit}::uuid, ${row.team}::uuid, ${row.arrived_at},
        ${row.overdue_at}, ${row.overdue_at}, ${row.synthetic})`),
  )
}

export const saveTimer = (
  tx: Tx,
  record: TimerRecord,
  change: { readonly stage: WatchStage; readonly told: number; readonly due_at: Date; readonly overdue_at: Date },
) => {
  tx.write(
    statement(sql`update watch.timer set stage = ${change.stage}, told = ${change.told}, due_at = ${change.due_at},
        overdue_at = ${change.overdue_at}
      where home = ${record.home} and visit = ${record.visit}::uuid`),
  )
}

export const endTimer = (tx: Tx, record: TimerRecord, how: 'visit-ended' | 'all-right' | 'reached', at: Date, by: string) => {
  tx.write(
    statement(sql`update watch.timer set ended_at = ${at}, ended_how = ${how}, ended_by = ${by}
      where home = ${record.home} and visit = ${record.visit}::uuid`),
  )
}
