import { findUnit } from '#domains/network/index.ts'
import type { WriteScope } from '#platform/command/index.ts'
import type { Job, Payload } from '#platform/jobs/index.ts'
import { sendMessage } from '#platform/messages/index.ts'
import { say } from '#platform/words/index.ts'
import { countryPack } from '#countries/index.ts'
import * as store from './store.ts'
import { words } from './words.ts'

/** Danger has its own clock: the centre's duty telephone is told at once, in words that say nothing to others. */
const tellOnCall = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const unit = await findUnit(scope.tx, String(payload['team']))
  scope.audit(String(payload['request']), { home: Number(payload['home']) })
  if (unit?.phone === null || unit === undefined) return
  const [language] = countryPack(scope.country).languages
  sendMessage(scope, { home: Number(payload['home']), channel: 'sms', to: unit.phone, purpose: 'danger', text: say(words, language).smsDanger })
}

/** A request made on somebody's behalf and not confirmed by them in 14 days is erased (design 8.4). */
const eraseUnconfirmed = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const request = await store.findByKey(scope.tx, `request:${payload['request']}`, 'for update')
  if (request === undefined || request.state !== 'received' || !request.on_behalf) return
  scope.audit(request.id, { home: request.home, erased: true })
  store.eraseRequest(scope.tx, request, scope.keys.seal(request.home, '{}'), scope.keys.seal(request.home, ''), scope.now)
}

export const jobs: readonly Job[] = [
  { task: 'desk.tell-on-call', on: ['desk.danger'], keys: ({ request }) => [`request:${request}`], run: tellOnCall },
  { task: 'desk.erase-unconfirmed', on: ['desk.confirmation-due'], keys: ({ request }) => [`request:${request}`], run: eraseUnconfirmed },
]
