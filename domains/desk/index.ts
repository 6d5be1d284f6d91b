import { readContact } from '#domains/people/index.ts'
import type { ReadScope } from '#platform/command/index.ts'
import * as store from './store.ts'

export { dueAt, readClock } from './clock.ts'
export { codeDigest, grouped, readTrackingCode, trackingCode } from './tracking-code.ts'

/** What whoever answers an alarm must know. The caller decided that the actor may, and holds the request's key. */
export const requestForAlarm = async ({ tx, keys }: Pick<ReadScope, 'tx' | 'keys'>, id: string, lock: 'for update' | 'read') => {
  const request = await store.findRequest(tx, `request:${id}`, id, lock)
  if (request === undefined) return undefined
  return {
    id: request.id,
    home: request.home,
    team: request.team,
    place: request.place,
    state: request.state,
    recordedAt: request.recorded_at,
    dueAt: request.due_at,
    synthetic: request.synthetic,
    givenName: request.given_name,
    familyName: request.family_name,
    words: keys.open(request.home, request.words),
    quarter: request.quarter,
    contact: readContact(keys.open(request.home, request.contact)),
    onBehalf: request.on_behalf,
  }
}
