import { countryPack } from '#countries/index.ts'
import { requireOwnNeed } from '#domains/casework/index.ts'
import { command, type ReadScope, type WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { recordConsent, withdrawConsent, type Consent, type ConsentId, type ConsentState } from './contract.ts'
import { after } from './lifecycle.ts'
import { mayHandle } from './policy.ts'
import * as store from './store.ts'

// A consent without an end would be a consent nobody remembers giving: one year at most, then it is asked again.
const LONGEST_DAYS = 366

export const consentAnswer = (row: store.ConsentRecord): Consent => ({
  id: row.id as ConsentId,
  revision: row.revision,
  need: row.need,
  state: row.state as ConsentState,
  notice: row.notice,
  noticeVersion: row.notice_version,
  purpose: row.purpose,
  categories: row.categories,
  recipients: row.recipients,
  until: row.until.toISOString(),
  how: row.how,
  recordedAt: row.recorded_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
})

const reread = async ({ actor, tx, audit }: ReadScope, id: string): Promise<Consent> => {
  const consent = await store.findConsent(tx, id, 'read')
  if (consent === undefined || !mayHandle(actor, consent)) throw new Problem('record.not-found')
  audit(consent.id, { home: consent.home, person: consent.person })
  return consentAnswer(consent)
}

export const record = command(recordConsent, { reread }, async (scope, { params, body }) => {
  const { actor, tx, audit, now, country } = scope
  const need = await requireOwnNeed(scope, params.need, 'read')
  const notice = countryPack(country).notices.find(({ code }) => code === body.notice)
  if (notice === undefined) throw new Problem('consents.notice-unknown', {}, [{ field: 'notice', code: 'not-in-list' }])
  // The consent is a subset of the notice: nobody agrees to what was not read to them.
  if (!body.categories.every((category) => notice.categories.includes(category)))
    throw new Problem('consents.beyond-notice', {}, [{ field: 'categories', code: 'not-in-list' }])
  const until = new Date(body.until)
  if (until.getTime() - now.getTime() > LONGEST_DAYS * 86_400_000 || until <= now)
    throw new Problem('consents.too-long', { days: LONGEST_DAYS }, [{ field: 'until', code: 'wrong' }])
  const row = {
    home: need.home,
    id: scope.newId<ConsentId>(),
    revision: 1,
    person: need.person,
    case_id: need.case_id,
    need: need.id,
    worker: need.worker,
    team: need.team,
    state: body.answer,
    notice: notice.code,
    notice_version: notice.version,
    purpose: notice.purpose,
    categories: body.categories,
    recipients: notice.recipients,
    until,
    how: body.how,
    recorded_at: now,
    ended_at: null,
  }
  const { revision: _revision, ended_at: _ended, ...columns } = row
  store.insertConsent(tx, { ...columns, by: actor.id, witness: body.witness ?? null })
  audit(row.id, { home: row.home, person: row.person, need: need.id, answer: body.answer, notice: notice.code })
  return consentAnswer(row)
})

/** Ends a consent, and in the same transaction everything that rests on it; the jobs that follow tell the others. */
export const endConsent = (scope: WriteScope, consent: store.ConsentRecord): ConsentState => {
  const { tx, now, admit, emit, audit } = scope
  const state = after('withdraw', consent.state as ConsentState)
  if (state === undefined) throw new Problem('consents.not-in-force', { state: consent.state })
  audit(consent.id, { home: consent.home, person: consent.person })
  // Referrals and visits that rest on it may belong to others' sight; withdrawing reaches all of them.
  admit(`consent:${consent.id}`)
  store.endConsent(tx, consent, state, now)
  store.closeWindows(tx, consent.id, now)
  emit({ name: 'consents.withdrawn', payload: { home: consent.home, consent: consent.id } })
  return state
}

export const withdraw = command(withdrawConsent, { reread }, async (scope, { params, body }) => {
  const { actor, tx, now } = scope
  const consent = await store.findConsent(tx, params.consent, 'for update')
  if (consent === undefined || !mayHandle(actor, consent)) throw new Problem('record.not-found')
  if (consent.revision !== body.revision) throw new Problem('request.stale')
  const state = endConsent(scope, consent)
  return consentAnswer({ ...consent, state, ended_at: now, revision: consent.revision + 1 })
})
