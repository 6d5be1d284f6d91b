import { volunteersOf, type VolunteerRecord } from '#domains/network/index.ts'
import type { VolunteerId } from '#domains/network/contract.ts'
import { findOffer, offersOf } from '#domains/referrals/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { query } from '#platform/query/index.ts'
import { listProposedVolunteers, listSubstitutes, type OwnSuggestion, type SuggestionState } from './contract.ts'
import type { SuggestionRecord } from './store.ts'
import * as store from './store.ts'
import { substitutesFor } from './substitutes.ts'

export const nameOf = ({ given_name, family_name }: Pick<VolunteerRecord, 'given_name' | 'family_name'>): string =>
  `${given_name} ${family_name}`

export const ownSuggestion = (row: Pick<SuggestionRecord, 'name' | 'instead_name' | 'state'>): OwnSuggestion => ({
  name: row.name,
  instead: row.instead_name,
  state: row.state as SuggestionState,
})

export const proposed = query(listProposedVolunteers, async (scope) => {
  const unit = scope.actor.unit ?? ''
  const [offers, volunteers, suggestions] = await Promise.all([
    offersOf(scope),
    volunteersOf(scope.tx, unit),
    store.ofUnit(scope.tx, unit),
  ])
  scope.audit(null, { offers: offers.map(({ id }) => id) })
  return {
    offers: offers.flatMap((offer) => {
      const volunteer = volunteers.find(({ id }) => id === offer.volunteer)
      const suggestion = suggestions.findLast(({ referral }) => referral === offer.id)
      if (volunteer === undefined) return []
      return [{ referral: offer.id, name: nameOf(volunteer), suggestion: suggestion === undefined ? null : ownSuggestion(suggestion) }]
    }),
  }
})

export const substitutes = query(listSubstitutes, async (scope, { params }) => {
  const referral = await findOffer(scope, params.referral, 'read')
  if (referral === undefined) throw new Problem('record.not-found')
  if (referral.state !== 'offered') throw new Problem('referrals.not-open', { state: referral.state })
  scope.audit(referral.id, { home: referral.home })
  const { suitable } = await substitutesFor(scope, referral)
  return {
    volunteers: suitable
      .filter(({ id }) => id !== referral.volunteer)
      .map((one) => ({ id: one.id as VolunteerId, name: nameOf(one), load: one.load, capacity: one.capacity })),
  }
})
