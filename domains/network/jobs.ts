import { colleagues } from '#platform/auth/attempts.ts'
import type { WriteScope } from '#platform/command/index.ts'
import type { Job, Payload } from '#platform/jobs/index.ts'
import { tellGroupEnded } from './closing/tell.ts'
import * as store from './store.ts'

const volunteerOf = ({ role, volunteer }: Payload): string | undefined =>
  role === 'volunteer' && typeof volunteer === 'string' ? volunteer : undefined

/** Whoever acts as the volunteer left or may act again: only somebody who can answer is proposed. */
const onDutyChanged = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const id = volunteerOf(payload)
  if (id === undefined) return
  const there = await colleagues(scope, String(payload['unit']), 'volunteer')
  const isThere = there.some(({ account }) => account === payload['account'])
  store.saveLeft(scope.tx, id, isThere ? null : scope.now)
  scope.audit(id, { home: Number(payload['home']), left: !isThere })
}

const keys = (payload: Payload) => {
  const id = volunteerOf(payload)
  return id === undefined ? [] : [`volunteer:${id}`]
}

export const jobs: readonly Job[] = [
  { task: 'network.group-ended', on: ['network.group-ended', 'network.group-found'], keys: ({ volunteer }) => [`volunteer:${volunteer}`], run: tellGroupEnded },
  { task: 'network.duty-changed', on: ['accounts.duty-ended', 'accounts.duty-resumed'], keys, run: onDutyChanged },
]
