import type { Tx } from '#platform/db/index.ts'
import { sql, statement } from '#platform/db/query.ts'

export interface DutyRow {
  readonly home: number
  readonly team: string
  readonly revision: number
  readonly contacts: Buffer
}

export const findList = (tx: Tx, team: string, lock: 'for update' | 'read') =>
  tx.first(
    statement<DutyRow>(sql`select home, team, revision, contacts from duty.list
      where access && array[${`duty:${team}`}]::text[] ${lock === 'read' ? sql`` : sql`for update`}`),
  )

export const insertList = (tx: Tx, row: Omit<DutyRow, 'revision'> & { readonly at: Date; readonly by: string }) => {
  tx.write(
    statement(sql`insert into duty.list (home, team, recorded_at, recorded_by, contacts)
      values (${row.home}, ${row.team}::uuid, ${row.at}, ${row.by}, ${row.contacts})`),
  )
}

export const saveList = (tx: Tx, record: DutyRow, contacts: Buffer, at: Date, by: string) => {
  tx.write(
    statement(sql`update duty.list set contacts = ${contacts}, recorded_at = ${at}, recorded_by = ${by}, revision = revision + 1
      where home = ${record.home} and team = ${record.team}::uuid`),
  )
}
