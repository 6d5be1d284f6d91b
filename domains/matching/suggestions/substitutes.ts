import { countryPack } from '#countries/index.ts'
import { findNeed, type NeedRecord } from '#domains/casework/index.ts'
import { engineNeed, engineVolunteer } from '#domains/matching/shapes.ts'
import { rejectedFor } from '#domains/matching/store.ts'
import { weightsInForce } from '#domains/matching/weights/index.ts'
import type { Cost } from '#domains/matching/contract.ts'
import { areRelated, volunteersById, volunteersOf, type VolunteerRecord } from '#domains/network/index.ts'
import { exclusionsOf } from '#domains/people/index.ts'
import { knownVolunteers, openSeats, type Card, type ReferralRecord } from '#domains/referrals/index.ts'
import { today } from '#engines/calendar/index.ts'
import { cost, distanceKm, hardRequirements, loadCost, sumOf, type Need, type Weights } from '#engines/matching/index.ts'
import type { ReadScope } from '#platform/command/index.ts'

export interface Substitutes {
  /** Everybody of the group who could go, the one who is proposed among them. */
  readonly suitable: readonly VolunteerRecord[]
  readonly costOf: (volunteer: VolunteerRecord) => Cost
  readonly all: readonly VolunteerRecord[]
  readonly weightsVersion: number
}

const isThere = (volunteer: VolunteerRecord, on: string): boolean =>
  volunteer.confirmed_at !== null && (volunteer.paused_until === null || volunteer.paused_until < on)

const costFor = (need: Need, weights: Weights) => (record: VolunteerRecord): Cost => {
  const volunteer = engineVolunteer(record)
  const terms = cost(need, volunteer, weights)
  const load = loadCost(volunteer.load + 1, weights)
  return {
    ...terms,
    load,
    total: sumOf(terms) + load,
    km: Math.round(distanceKm(need.point, volunteer.point) * 10) / 10,
    carried: record.load,
    offered: record.capacity,
  }
}

/**
 * Beside somebody who has the other seat, nobody related to them; alone where two are needed, only somebody whom the
 * person knows.
 */
const mayGoFor = async (
  { tx, admit }: ReadScope,
  { id, card }: ReferralRecord,
  need: NeedRecord,
): Promise<(volunteer: VolunteerRecord) => boolean> => {
  if (need.pair === 'never') return () => true
  if (!(card as Card).pair) {
    const known = (await knownVolunteers(tx, [need.person])).get(need.person)
    return (volunteer) => known?.has(volunteer.id) === true
  }
  const beside = (await openSeats(tx, [need.id], 'read')).find((seat) => seat.id !== id)?.volunteer ?? null
  if (beside === null) return () => true
  admit(`volunteer:${beside}`)
  const [partner] = await volunteersById(tx, [beside])
  return (volunteer) => partner !== undefined && !areRelated(volunteer, partner)
}

/**
 * Reckoned on the agency's side: the need's place, whom the person does not want to meet and whom the desk passed
 * over are opened for this one deed and leave it as nothing but a shorter list.
 */
export const substitutesFor = async (scope: ReadScope, referral: ReferralRecord): Promise<Substitutes> => {
  const { tx, now, country } = scope
  const { timeZone } = countryPack(country)
  const on = today(now, timeZone)
  scope.admit(`need:${referral.need}`, `referral:${referral.id}`, `person:${referral.person}`)
  const [need, all, exclusions, rejected, weights, known] = await Promise.all([
    findNeed(tx, referral.need, 'read'),
    volunteersOf(tx, referral.to_unit ?? ''),
    exclusionsOf(scope, [referral.person]),
    rejectedFor(tx, [referral.id]),
    weightsInForce(tx),
    knownVolunteers(tx, [referral.person]),
  ])
  if (need === undefined) return { suitable: [], costOf: () => { throw new Error('a referral without its need') }, all, weightsVersion: weights.version }
  const alone = await mayGoFor(scope, referral, need)
  const shape = engineNeed(
    {
      referral,
      need,
      exclusions: exclusions.get(referral.person),
      rejected: rejected.map(({ volunteer }) => volunteer),
      known: known.get(referral.person) ?? new Set(),
      related: all.filter((record) => !alone(record)).map(({ id }) => id),
    },
    all,
    all,
    now,
    timeZone,
  )
  const suitable = all.filter(
    (record) => isThere(record, on) && hardRequirements(shape, engineVolunteer(record), on).length === 0,
  )
  return { suitable, costOf: costFor(shape, weights), all, weightsVersion: weights.version }
}
