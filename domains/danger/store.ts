import type { Tx } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'
import type { AlarmState } from './contract.ts'

export interface AlarmRecord {
  readonly home: number
  readonly request: string
  readonly team: string
  readonly leads: string[]
  readonly place: string
  readonly raised_at: Date
  readonly due_at: Date
  readonly state: AlarmState
  readonly rings: number
  readonly next_ring_at: Date | null
  readonly answered_at: Date | null
  readonly answered_role: string | null
  readonly unreceipted: number
  readonly office_fa: string
  readonly office_en: string
  readonly place_fa: string
  readonly place_en: string
}

const alarms = sql`
  select a.home, a.request, a.team, a.leads, a.place, a.raised_at, a.due_at, a.state, a.rings, a.next_ring_at, a.answered_at,
    a.answered_role, a.unreceipted, u.name_fa as office_fa, u.name_en as office_en, p.name_fa as place_fa, p.name_en as place_en
  from danger.alarm a join network.unit u on u.id = a.team join places.place p on p.code = a.place`

export const findAlarm = (tx: Tx, keys: readonly string[], request: string, lock: 'for update' | 'read') =>
  tx.first(
    statement<AlarmRecord>(sql`${alarms} where a.access && ${[...keys]}::text[] and a.request = ${request}::uuid
      ${lock === 'read' ? sql`` : sql`for update of a`}`),
  )

/** What is not ended, and what was handed over without a receipt. */
export const openAlarms = (tx: Tx, key: string) =>
  tx.all(
    statement<AlarmRecord>(sql`${alarms} where a.access && array[${key}]::text[] and (a.state <> 'over' or a.unreceipted > 0)
      order by a.state = 'ringing' desc, a.due_at limit 100`),
  )

export const insertAlarm = (
  tx: Tx,
  row: Pick<AlarmRecord, 'home' | 'request' | 'team' | 'leads' | 'place' | 'raised_at' | 'due_at'> & { readonly synthetic: boolean },
) => {
  tx.write(
    statement(sql`insert into danger.alarm (home, request, team, leads, place, raised_at, due_at, state, next_ring_at, synthetic)
      values (${row.home}, ${row.request}::uuid, ${row.team}::uuid, ${[...row.leads]}::text[], ${row.place}, ${row.raised_at},
        ${row.due_at}, 'ringing', ${row.raised_at}, ${row.synthetic})`),
  )
}

export interface AlarmChange {
  readonly state?: AlarmState
  readonly rings?: number
  readonly next_ring_at?: Date | null
  readonly answered_at?: Date
  readonly answered_by?: string
  readonly answered_role?: string
  readonly over_at?: Date | null
  readonly unreceipted?: number
}

export const saveAlarm = (tx: Tx, record: AlarmRecord, change: AlarmChange) => {
  const set = Object.entries(change).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  tx.write(
    statement(sql`update danger.alarm set ${sql.join(set)} where home = ${record.home} and request = ${record.request}::uuid`),
  )
}

export interface HandOverRecord {
  readonly home: number
  readonly id: string
  readonly request: string
  readonly receiver: string
  readonly basis: 'asked' | 'vital-interest'
  readonly recorded_at: Date
  readonly received_at: Date | null
  readonly receipt: Buffer | null
}

export const handOversOf = (tx: Tx, requests: readonly string[]) =>
  tx.all(
    statement<HandOverRecord>(sql`select home, id, request, receiver, basis, recorded_at, received_at, receipt from danger.hand_over
      where access && ${requests.map((id) => `alarm:${id}`)}::text[] order by recorded_at`),
  )

export const insertHandOver = (
  tx: Tx,
  alarm: AlarmRecord,
  row: Pick<HandOverRecord, 'id' | 'receiver' | 'basis' | 'recorded_at'> & { readonly by: string; readonly role: string },
) => {
  tx.write(
    statement(sql`insert into danger.hand_over (home, id, recorded_at, recorded_by, recorded_role, request, team, leads, receiver, basis)
      values (${alarm.home}, ${row.id}::uuid, ${row.recorded_at}, ${row.by}, ${row.role}, ${alarm.request}::uuid, ${alarm.team}::uuid,
        ${[...alarm.leads]}::text[], ${row.receiver}, ${row.basis})`),
  )
}

export const saveReceipt = (tx: Tx, record: HandOverRecord, receipt: Buffer, at: Date, by: string) => {
  tx.write(
    statement(sql`update danger.hand_over set received_at = ${at}, receipt = ${receipt}, receipt_by = ${by}
      where home = ${record.home} and id = ${record.id}::uuid`),
  )
}
