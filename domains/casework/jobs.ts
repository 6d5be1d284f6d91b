import { moveToWorker } from '#domains/people/index.ts'
import { colleagues } from '#platform/auth/attempts.ts'
import type { WriteScope } from '#platform/command/index.ts'
import type { Job, Payload } from '#platform/jobs/index.ts'
import { handOverPlan } from './next-responsible.ts'
import * as store from './store/index.ts'

const DAY_MS = 86_400_000
const RESPONSIBLE = ['case-worker', 'supervisor']

const handOver = (scope: WriteScope, record: store.CaseRecord, to: string): void => {
  const { tx, now, actor, audit, admit, emit } = scope
  // The case goes out of the sight of who had it.
  admit(`case:${record.id}`, `person:${record.person}`)
  store.handOver(tx, record, { id: scope.newId(), at: now, by: actor.id, to, reason: 'duty-ended' })
  moveToWorker(tx, record.person, record.worker, to)
  audit(record.id, { home: record.home, person: record.person, from: record.worker, to, reason: 'duty-ended' })
  emit({
    name: 'casework.handed-over',
    payload: { home: record.home, case: record.id, person: record.person, from: record.worker, worker: to },
  })
}

/** A case worker or supervisor no longer acts in a team: their open cases go to the next who answers for it. */
const onDutyEnded = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const [account, team] = [String(payload['account']), String(payload['unit'])]
  if (!RESPONSIBLE.includes(String(payload['role']))) return
  const supervisors = await colleagues(scope, team, 'supervisor')
  const workers = await colleagues(scope, team, 'case-worker')
  // An appointment that was to end on this day may have been made again.
  if ([...supervisors, ...workers].some((one) => one.account === account)) return
  const cases = await store.openOfWorker(scope.tx, account, team)
  if (cases.length === 0) return
  scope.admit(`team:${team}`)
  const loads = await store.loadsOf(scope.tx, team)
  const plan = handOverPlan(cases.map(({ id }) => id), { supervisors, workers, loads })
  if (plan !== undefined) {
    for (const record of cases) handOver(scope, record, plan.get(record.id) ?? '')
    return
  }
  // Nobody is in the team at all: looked at again each day, until somebody is appointed.
  scope.audit(null, { team, cases: cases.map(({ id }) => id), waits: true })
  scope.emit({ name: 'accounts.duty-ended', payload, at: new Date(scope.now.getTime() + DAY_MS) })
}

export const jobs: readonly Job[] = [
  { task: 'casework.duty-ended', on: ['accounts.duty-ended'], keys: ({ account }) => [`worker:${account}`], run: onDutyEnded },
]
