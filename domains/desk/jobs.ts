import type { WriteScope } from '#platform/command/index.ts'
import type { Job, Payload } from '#platform/jobs/index.ts'
import * as store from './store.ts'

/** A request made on somebody's behalf and not confirmed by them in 14 days is erased (design 8.4). */
const eraseUnconfirmed = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const request = await store.findByKey(scope.tx, `request:${payload['request']}`, 'for update')
  if (request === undefined || request.state !== 'received' || !request.on_behalf) return
  scope.audit(request.id, { home: request.home, erased: true })
  if (request.urgency === 'danger') scope.emit({ name: 'desk.danger-over', payload: { home: request.home, request: request.id } })
  store.eraseRequest(scope.tx, request, scope.keys.seal(request.home, '{}'), scope.keys.seal(request.home, ''), scope.now)
}

export const jobs: readonly Job[] = [
  { task: 'desk.erase-unconfirmed', on: ['desk.confirmation-due'], keys: ({ request }) => [`request:${request}`], run: eraseUnconfirmed },
]
