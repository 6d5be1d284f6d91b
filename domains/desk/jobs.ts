import type { WriteScope } from '#platform/command/index.ts'
import type { Job, Payload } from '#platform/jobs/index.ts'
import { isUnconfirmed } from './lifecycle.ts'
import { eraseWholly } from './on-behalf/own-word.ts'
import * as store from './store.ts'

/** A request made on somebody's behalf and not confirmed by them in 14 days is erased (design 8.4). */
const eraseUnconfirmed = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const request = await store.findByKey(scope.tx, `request:${payload['request']}`, 'for update')
  if (request !== undefined && isUnconfirmed(request)) eraseWholly(scope, request)
}

export const jobs: readonly Job[] = [
  { task: 'desk.erase-unconfirmed', on: ['desk.confirmation-due'], keys: ({ request }) => [`request:${request}`], run: eraseUnconfirmed },
]
