import type { NeedRecord, Requires } from '#domains/casework/index.ts'
import type { Card, Offer, Referral, ReferralId, ReferralState } from './contract.ts'
import type { ReferralRecord } from './store.ts'

/** The nameless card of a need, frozen when it is handed over. */
export const cardOf = (need: NeedRecord): Card => {
  const { sameSex, languages } = need.requires as Requires
  return {
    kind: need.kind,
    from: need.window_from.toISOString(),
    to: need.window_to.toISOString(),
    minutes: need.minutes,
    areaFa: need.quarter ?? need.place_fa,
    areaEn: need.quarter ?? need.place_en,
    sameSex,
    helper: sameSex === 'none' ? null : (need.sex as Card['helper']),
    languages,
    // Of a first visit: until a volunteer is proposed whom the person knows already.
    pair: need.pair !== 'never',
  }
}

/** Lines of the card with the clause of the consent that allows each (1 purpose · 2 data · 3 to whom · 4 until · 5 after approval). */
export const previewLines = {
  before: [
    { field: 'kind', clause: 1 },
    { field: 'time', clause: 2 },
    { field: 'area', clause: 2 },
    { field: 'sex', clause: 2 },
    { field: 'pair', clause: 3 },
    { field: 'until', clause: 4 },
  ],
  accepted: [
    { field: 'givenName', clause: 5 },
    { field: 'quarter', clause: 5 },
  ],
  visit: [
    { field: 'givenName', clause: 5 },
    { field: 'familyName', clause: 5 },
    { field: 'phone', clause: 5 },
    { field: 'address', clause: 5 },
  ],
  hidden: ['age', 'story', 'assessment', 'relatives', 'otherNeeds', 'nationalNumber'],
}

export const referralAnswer = (row: ReferralRecord): Referral => ({
  id: row.id as ReferralId,
  revision: row.revision,
  need: row.need,
  state: row.state as ReferralState,
  card: row.card as Card,
  consent: row.consent,
  unitFa: row.unit_fa,
  unitEn: row.unit_en,
  attempt: row.attempt,
  reason: row.reason,
  recordedAt: row.recorded_at.toISOString(),
  answerBy: row.answer_by?.toISOString() ?? null,
  closedAt: row.closed_at?.toISOString() ?? null,
})

export const offerAnswer = (row: ReferralRecord, lent: Readonly<Record<string, string>> = {}): Offer => ({
  id: row.id as ReferralId,
  revision: row.revision,
  state: row.state as ReferralState,
  card: row.card as Card,
  answerBy: row.answer_by?.toISOString() ?? null,
  lent: Object.entries(lent).map(([field, value]) => ({ field, value })),
})
