import type { RequestId } from '#domains/desk/contract.ts'
import type { ReadScope } from '#platform/command/index.ts'
import type { Alarm, HandOver, HandOverId } from './contract.ts'
import * as store from './store.ts'

export interface Receipt {
  readonly receivedBy: string
  readonly reference: string
}

const handOverAnswer = ({ keys }: Pick<ReadScope, 'keys'>, row: store.HandOverRecord): HandOver => {
  const receipt = row.receipt === null ? undefined : (JSON.parse(keys.open(row.home, row.receipt)) as Receipt)
  return {
    id: row.id as HandOverId,
    receiver: row.receiver,
    basis: row.basis,
    at: row.recorded_at.toISOString(),
    receivedAt: row.received_at?.toISOString() ?? null,
    receivedBy: receipt?.receivedBy ?? null,
    reference: receipt?.reference || null,
  }
}

const minutesLeft = (due: Date, now: Date): number => Math.trunc((due.getTime() - now.getTime()) / 60_000)

const alarmAnswer = (scope: ReadScope, row: store.AlarmRecord, handOvers: readonly store.HandOverRecord[]): Alarm => ({
  request: row.request as RequestId,
  state: row.state,
  officeFa: row.office_fa,
  officeEn: row.office_en,
  placeFa: row.place_fa,
  placeEn: row.place_en,
  raisedAt: row.raised_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  minutes: minutesLeft(row.due_at, scope.now),
  rings: row.rings,
  answeredAt: row.answered_at?.toISOString() ?? null,
  answeredRole: row.answered_role,
  handOvers: handOvers.filter(({ request }) => request === row.request).map((one) => handOverAnswer(scope, one)),
})

/** Alarms with their hand-overs. The caller decided that the actor may. */
export const alarmAnswers = async (scope: ReadScope, rows: readonly store.AlarmRecord[]): Promise<Alarm[]> => {
  if (rows.length === 0) return []
  scope.admit(...rows.map(({ request }) => `alarm:${request}`))
  const handOvers = await store.handOversOf(scope.tx, rows.map(({ request }) => request))
  return rows.map((row) => alarmAnswer(scope, row, handOvers))
}

export const oneAlarm = async (scope: ReadScope, row: store.AlarmRecord): Promise<Alarm> => {
  const [answer] = await alarmAnswers(scope, [row])
  if (answer === undefined) throw new Error('an alarm without an answer')
  return answer
}
