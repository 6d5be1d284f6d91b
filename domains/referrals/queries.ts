import { requireOwnCase, requireOwnNeed } from '#domains/casework/index.ts'
import { findOwnConsent, readDisclosures } from '#domains/consents/index.ts'
import type { ReadScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { query } from '#platform/query/index.ts'
import { cardOf, offerAnswer, previewLines, referralAnswer } from './cards.ts'
import { listOffers, listReferrals, previewReferral, type Offer, type Referral } from './contract.ts'
import { noteSights } from './index.ts'
import { mayAnswer } from './policy.ts'
import * as store from './store.ts'

export const preview = query(previewReferral, async (scope, { params, query: { consent: id } }) => {
  const need = await requireOwnNeed(scope, params.need, 'read')
  const consent = await findOwnConsent(scope.tx, id)
  if (consent === undefined || consent.need !== need.id) throw new Problem('record.not-found')
  scope.audit(need.id, { home: need.home, person: need.person, consent: consent.id })
  const card = cardOf(need)
  const isShown = { sex: card.helper !== null, pair: card.pair }
  const shown = previewLines.before.filter(({ field }) => isShown[field as keyof typeof isShown] ?? true)
  return {
    card,
    consent: {
      state: consent.state,
      purpose: consent.purpose,
      categories: consent.categories,
      recipients: consent.recipients,
      until: consent.until.toISOString(),
      how: consent.how,
      recordedAt: consent.recorded_at.toISOString(),
      noticeVersion: consent.notice_version,
    },
    before: shown,
    accepted: previewLines.accepted,
    visit: previewLines.visit,
    hidden: previewLines.hidden,
  }
})

export const list = query(listReferrals, async (scope, { params }) => {
  const record = await requireOwnCase(scope, params.case, 'read')
  const rows = await store.ofCase(scope.tx, record.id)
  scope.audit(record.id, { home: record.home, person: record.person, referrals: rows.map((row) => row.id) })
  return { referrals: rows.map(referralAnswer) }
})

/** For the case's own people: the referral by its case worker's or supervisor's key. */
export const readReferral = async (scope: ReadScope, id: string): Promise<Referral> => {
  const { tx, audit } = scope
  const referral = await store.findReferral(tx, id, 'read')
  if (referral === undefined) throw new Problem('record.not-found')
  await requireOwnNeed(scope, referral.need, 'read')
  audit(referral.id, { home: referral.home, person: referral.person })
  return referralAnswer(referral)
}

/** For the coordinator: what is open to the unit at this moment, or not there. */
export const readOffer = async (scope: ReadScope, id: string): Promise<Offer> => {
  const { actor, tx, audit, now } = scope
  store.markSeen(tx, actor.unit ?? '', now)
  const offer = await store.findLent(tx, actor.unit ?? '', id, 'read')
  if (offer === undefined || !mayAnswer(actor, offer, now)) throw new Problem('record.not-found')
  audit(offer.id, { home: offer.home })
  return offerAnswer(offer)
}

export const offers = query(listOffers, async (scope) => {
  const { actor, tx, audit, now } = scope
  const unit = actor.unit ?? ''
  store.markSeen(tx, unit, now)
  const rows = await store.lentTo(tx, unit)
  audit(null, { offers: rows.map((row) => row.id) })
  noteSights(scope, rows.filter(({ state }) => state === 'offered'))
  const lent = await readDisclosures(scope, `coordinator:${unit}`, rows.map((row) => row.id))
  return {
    offers: rows.map((row) => offerAnswer(row, Object.assign({}, ...(lent.get(row.id) ?? []).map(({ fields }) => fields)))),
  }
})
