import { randomBytes } from 'node:crypto'
import { countryPack } from '#countries/index.ts'
import { dueAt } from '#domains/desk/clock.ts'
import type { RequestId } from '#domains/desk/contract.ts'
import { isUnconfirmed } from '#domains/desk/lifecycle.ts'
import * as store from '#domains/desk/store.ts'
import { codeDigest, grouped, readTrackingCode, trackingCode } from '#domains/desk/tracking-code.ts'
import { words } from '#domains/desk/words.ts'
import { hashSecret } from '#domains/people/index.ts'
import { command, type ReadScope, type WriteScope } from '#platform/command/index.ts'
import { forgetDeed } from '#platform/command/store.ts'
import { eraseMessages, sendMessage } from '#platform/messages/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { say } from '#platform/words/index.ts'
import { answerMessage, confirmOnBehalf, lookAtMessage } from './contract.ts'
import * as confirmations from './store.ts'

// 14 days: design 8.4.
const DAYS = 14

/** Codes of one request for other holders: each is derived like the tracking code, and none leads to another. */
const messageCode = ({ keys }: ReadScope, home: number, id: string) => trackingCode(keys, home, `${id} message`)
const ownCode = ({ keys }: ReadScope, home: number, id: string) => trackingCode(keys, home, `${id} own`)
const messageDigest = ({ keys }: ReadScope, code: string) => keys.digest('message code lookup', code)

/** Asks the person concerned, on their own telephone, in words that say nothing to anybody who sees it. */
export const askThemselves = (scope: WriteScope, { home, id, phone }: { home: number; id: string; phone: string }): void => {
  const { tx, now, country, publicUrl, emit } = scope
  const code = messageCode(scope, home, id)
  const until = new Date(now.getTime() + DAYS * 86_400_000)
  confirmations.insertConfirmation(tx, { home, request: id, digest: messageDigest(scope, code), at: now, until })
  const t = say(words, countryPack(country).languages[0])
  const text = publicUrl === undefined ? t.smsMessage({ code: grouped(code) }) : t.smsMessageLink({ link: `${publicUrl}/m#${code}` })
  sendMessage(scope, { home, channel: 'sms', to: phone, purpose: 'own-word', text, about: id })
  emit({ name: 'desk.confirmation-due', payload: { home, request: id }, at: until })
}

/** Every copy: the request, the way to confirm it, messages about it, and the digest of what was sent. */
export const eraseWholly = (scope: WriteScope, request: store.RequestRecord): void => {
  const { tx, keys, now, admit, audit, emit } = scope
  const { home, id } = request
  admit(`request:${id}`, `about:${id}`, 'anyone')
  audit(id, { home, erased: true })
  const empty = { contact: keys.seal(home, '{}'), words: keys.seal(home, ''), code_digest: randomBytes(32) }
  confirmations.eraseRequest(tx, request, empty, now)
  confirmations.dropConfirmation(tx, id)
  eraseMessages(scope, id)
  forgetDeed(tx, id)
  if (request.urgency === 'danger') emit({ name: 'desk.danger-over', payload: { home, request: id } })
}

/** The person said yes: the request is theirs, the code of whoever asked leads nowhere, and the clock begins. */
const makeTheirs = (scope: WriteScope, request: store.RequestRecord, secret_hash: string | null) => {
  const { tx, keys, now, country } = scope
  const { home, id, urgency } = request
  const code = ownCode(scope, home, id)
  const due_at = urgency === 'danger' ? request.due_at : dueAt(urgency as 'ordinary' | 'soon', now, countryPack(country))
  confirmations.saveConfirmed(tx, request, { confirmed_at: now, code_digest: codeDigest(keys, code), secret_hash, due_at })
  confirmations.dropConfirmation(tx, id)
  return { code: grouped(code), dueAt: due_at.toISOString() }
}

const requireMessage = async (scope: ReadScope, typed: string) => {
  const read = readTrackingCode(typed)
  const digest = read === undefined ? undefined : messageDigest(scope, read.code)
  if (digest !== undefined) scope.admit(confirmations.messageKey(digest))
  const waiting = read === undefined || digest === undefined ? undefined : await confirmations.findConfirmation(scope.tx, read.home, digest)
  if (waiting === undefined || waiting.until <= scope.now) throw new Problem('desk.message-unknown', {}, [{ field: 'code', code: 'code-unknown' }])
  scope.admit(`request:${waiting.request}`)
  const request = await store.findByKey(scope.tx, `request:${waiting.request}`, 'for update')
  if (request === undefined || !isUnconfirmed(request)) throw new Problem('desk.message-unknown', {}, [{ field: 'code', code: 'code-unknown' }])
  return { request, until: waiting.until }
}

const repeated = () => Promise.reject(new Problem('request.repeated-differently'))

export const look = command(lookAtMessage, { reread: repeated }, async (scope, { body }) => {
  const { request, until } = await requireMessage(scope, body.code)
  scope.audit(request.id, { home: request.home })
  return { officeFa: request.office_fa, officeEn: request.office_en, officePhone: request.office_phone, until: until.toISOString() }
})

const rereadAnswer = async (scope: ReadScope, id: string) => {
  scope.admit(`request:${id}`)
  const request = await store.findByKey(scope.tx, `request:${id}`, 'read')
  if (request === undefined || request.confirmed_at === null) return { answer: 'no' as const, code: null, dueAt: null }
  return { answer: 'yes' as const, code: grouped(ownCode(scope, request.home, id)), dueAt: request.due_at.toISOString() }
}

export const answer = command(answerMessage, { reread: rereadAnswer }, async (scope, { body }) => {
  const { request } = await requireMessage(scope, body.code)
  scope.audit(request.id, { home: request.home, answer: body.answer })
  if (body.answer === 'no') {
    eraseWholly(scope, request)
    return { answer: 'no' as const, code: null, dueAt: null }
  }
  const secret = body.secret === null ? null : await hashSecret(body.secret)
  return { answer: 'yes' as const, ...makeTheirs(scope, request, secret) }
})

const requireOfCentre = async ({ actor, tx }: ReadScope, id: string, lock: 'for update' | 'read') => {
  const request = await store.findRequest(tx, `desk:${actor.unit}`, id, lock)
  if (request === undefined || request.team !== actor.unit) throw new Problem('record.not-found')
  return request
}

const rereadConfirmed = async (scope: ReadScope, id: string) => {
  const request = await requireOfCentre(scope, id, 'read')
  scope.audit(id, { home: request.home })
  return { id: id as RequestId, revision: request.revision, code: grouped(ownCode(scope, request.home, id)) }
}

export const confirmHere = command(confirmOnBehalf, { reread: rereadConfirmed }, async (scope, { params, body }) => {
  const request = await requireOfCentre(scope, params.request, 'for update')
  if (request.revision !== body.revision) throw new Problem('request.stale')
  if (!isUnconfirmed(request)) throw new Problem('desk.nothing-to-confirm')
  scope.audit(request.id, { home: request.home, confirmed: body.how })
  scope.admit(`request:${request.id}`)
  const { code } = makeTheirs(scope, request, null)
  return { id: request.id as RequestId, revision: request.revision + 1, code }
})
