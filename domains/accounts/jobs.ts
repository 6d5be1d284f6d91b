import { findUnit } from '#domains/network/index.ts'
import { anyone } from '#platform/actor/index.ts'
import { inAccounts } from '#platform/auth/transaction.ts'
import type { WriteScope } from '#platform/command/index.ts'
import { inTransaction, wallOf } from '#platform/db/index.ts'
import type { Job, Payload } from '#platform/jobs/index.ts'
import { moveRecoveries, refuseAppointments } from './proposals/store.ts'
import { sweep } from './sign-in/store.ts'
import * as store from './store.ts'

// Counts matter for a day at most, codes for ten minutes.
const KEPT_DAYS = 2

/** Each night: spent codes and old counts go. They hold digests, and those are not kept longer than needed either. */
const sweepSpent: Job = {
  task: 'accounts.sweep',
  every: '30 0 * * *',
  work: async ({ auth, clock }) => {
    const now = clock.now()
    await inTransaction(auth.pool, { wall: wallOf(anyone, now), wait: true }, async (tx) => {
      sweep(tx, new Date(now.getTime() - KEPT_DAYS * 86_400_000))
      return { result: undefined }
    })
  },
}

/**
 * Nobody acts for a group that was closed: its coordinators' appointments end as of then, and what waited for a second yes
 * is refused. Its volunteers keep theirs, so that they can sign in, report and choose another group. It may run twice.
 */
const onUnitClosed = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const [unit, at] = [String(payload['unit']), new Date(String(payload['at']))]
  const ended = await inAccounts(scope, async (tx) => {
    await store.lockAppointments(tx)
    refuseAppointments(tx, unit, scope.now)
    return await store.endInUnit(tx, unit, at)
  })
  scope.auth.sessions.forget()
  scope.audit(unit, { home: Number(payload['home']), appointments: ended.map(({ id }) => id) })
}

/** Somebody's group is another one: their appointment, and a way back that waits, go with them. It may run twice. */
const onVolunteerMoved = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const [volunteer, to] = [String(payload['volunteer']), String(payload['to'])]
  const unit = await findUnit(scope.tx, to)
  if (unit === undefined) return
  await inAccounts(scope, async (tx) => {
    const moved = await store.moveVolunteer(tx, volunteer, { id: unit.id, name: unit.name_fa })
    moveRecoveries(tx, moved.map(({ account }) => account), { from: String(payload['unit']), to: unit.id })
  })
  scope.auth.sessions.forget()
  scope.audit(volunteer, { home: Number(payload['home']), to: unit.id })
}

export const jobs: readonly Job[] = [
  sweepSpent,
  { task: 'accounts.unit-closed', on: ['network.unit-closed'], keys: () => [], run: onUnitClosed },
  { task: 'accounts.volunteer-moved', on: ['network.volunteer-moved'], keys: () => [], run: onVolunteerMoved },
]
