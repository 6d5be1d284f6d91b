import type { Tx } from '#platform/db/index.ts'
import { db, sql, statement } from '#platform/db/query.ts'
import { caseColumns, type CaseRecord } from './cases.ts'

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
