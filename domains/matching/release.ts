import { countryPack } from '#countries/index.ts'
import { doersOf, findNeed, isVettedForNeed, tookPart, type NeedRecord } from '#domains/casework/index.ts'
import { areRelated, volunteersById } from '#domains/network/index.ts'
import { exclusionsOf } from '#domains/people/index.ts'
import { findReferral, knownVolunteers, offerPair, offerReferral, openSeats } from '#domains/referrals/index.ts'
import { command, type WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { requireProposal } from './commands.ts'
import { releaseProposal, releaseSeveral, type ProposalId } from './contract.ts'
import { after, hasPassed, isExpired, type ProposalState } from './lifecycle.ts'
import { excludedBy } from './shapes.ts'
import * as store from './store.ts'

const HOUR = 3_600_000

/** Two days to answer, never later than three hours before the visit, and an hour at the least. */
const answerByOf = (now: Date, need: NeedRecord): Date => {
  const latest = Math.min(now.getTime() + 48 * HOUR, need.window_from.getTime() - 3 * HOUR)
  return new Date(Math.max(latest, now.getTime() + HOUR))
}

/**
 * Whether what was proposed still holds: seats may have been taken or given back since, and one volunteer goes alone
 * only where the need takes one, or where the person knows them.
 */
const stillHolds = async (
  { tx }: WriteScope,
  need: NeedRecord,
  { referral, volunteer, companion }: { referral: string; volunteer: string; companion: string | null },
): Promise<boolean> => {
  const seats = await openSeats(tx, [need.id], 'read')
  const beside = seats.find((seat) => seat.id !== referral)
  const partner = companion ?? beside?.volunteer ?? null
  if (companion !== null && beside !== undefined) return false
  if (partner !== null) {
    const [one, other] = await volunteersById(tx, [volunteer, partner])
    return one !== undefined && other !== undefined && !areRelated(one, other)
  }
  if (need.pair === 'never') return true
  const known = await knownVolunteers(tx, [need.person])
  return need.pair === 'first-visit' && known.get(need.person)?.has(volunteer) === true
}

interface Sent {
  readonly referral: string
  readonly answerBy: string
}

/** Who answers for a release: whoever sends it, or whose standing rule does. */
export interface Sender {
  readonly account: string
  readonly rule: string | null
}

/** Everything that may speak against it is asked before anything is written. */
export const sendOne = async (scope: WriteScope, id: string, revision: number, sender: Sender): Promise<Sent> => {
  const { tx, now, audit } = scope
  const proposal = await requireProposal(scope, id, revision)
  const state = after('release', proposal.state as ProposalState)
  if (state === undefined) throw new Problem('matching.superseded')
  const { volunteer, unit, companion, companion_unit } = proposal
  if (volunteer === null || unit === null) throw new Problem('matching.nobody')
  const [referral, need] = await Promise.all([
    findReferral(tx, proposal.referral, 'for update'),
    findNeed(tx, proposal.need, 'read'),
  ])
  if (referral === undefined || need === undefined) throw new Problem('record.not-found')
  if (hasPassed({ from: need.window_from }, now)) throw new Problem('matching.time-passed')
  if (isExpired({ expiresAt: proposal.expires_at }, now)) throw new Problem('matching.expired')
  const going = await volunteersById(tx, [volunteer, ...(companion === null ? [] : [companion])])
  const doers = [...(await doersOf(scope, need)), referral.recorded_by, ...going.map(({ vetted_by }) => vetted_by)]
  if (tookPart({ ...scope.actor, kind: 'account', id: sender.account }, doers)) throw new Problem('matching.part-in-it')
  // A vetting that was ended a moment ago sends nobody out.
  const vetted = going.every((one) => isVettedForNeed(one, need, countryPack(scope.country).timeZone))
  // Nor somebody whose group was closed: they are asked through the next one.
  const units = new Map([[volunteer, unit], [companion, companion_unit]])
  const grouped = going.every((one) => one.without_group_since === null && one.unit === units.get(one.id))
  // Nor anybody whom the person, or an address that was written meanwhile, keeps away: the desk is not told which it is.
  const excluded = excludedBy((await exclusionsOf(scope, [need.person])).get(need.person), going)
  if (!vetted || !grouped || excluded.volunteers.length > 0 || !(await stillHolds(scope, need, { referral: referral.id, volunteer, companion })))
    throw new Problem('matching.superseded')
  const answerBy = answerByOf(now, need)
  audit(referral.id, { home: referral.home, person: referral.person, proposal: proposal.id, ...(sender.rule === null ? {} : { rule: sender.rule }) })
  store.saveReleased(tx, proposal, state, { at: now, rule: sender.rule })
  const first = { unit, volunteer }
  const terms = { answerBy, place: need.place, by: sender.account }
  if (companion !== null && companion_unit !== null)
    offerPair(scope, referral, [first, { unit: companion_unit, volunteer: companion }], terms)
  else {
    const seats = await openSeats(tx, [need.id], 'read')
    offerReferral(scope, referral, first, { ...terms, pair: seats.length > 1 })
  }
  return { referral: referral.id, answerBy: answerBy.toISOString() }
}

const byActor = ({ actor }: WriteScope): Sender => ({ account: actor.id, rule: null })

export const release = command(
  releaseProposal,
  { reread: async ({ tx, audit }, record) => {
    const referral = await findReferral(tx, record, 'read')
    if (referral?.answer_by === null || referral === undefined) throw new Problem('record.not-found')
    audit(record)
    return { referral: record, answerBy: referral.answer_by.toISOString() }
  } },
  (scope, { params, body }) => sendOne(scope, params.proposal, body.revision, byActor(scope)),
)

/** Several that the desk has looked at: each by the same rules, and one that cannot be sent does not hold up the others. */
export const releaseTogether = command(
  releaseSeveral,
  { reread: async ({ audit, now }, record) => {
    audit(record)
    return { sent: 0, refused: [], takeBackUntil: now.toISOString() }
  } },
  async (scope, { body }) => {
    const refused: { proposal: ProposalId; code: string }[] = []
    scope.audit(scope.newId(), { proposals: body.proposals.map(({ proposal }) => proposal) })
    for (const { proposal, revision } of body.proposals) {
      try {
        await sendOne(scope, proposal, revision, byActor(scope))
      } catch (reason) {
        if (!(reason instanceof Problem)) throw reason
        scope.audit(proposal, { refused: reason.code })
        refused.push({ proposal, code: reason.code })
      }
    }
    const minutes = countryPack(scope.country).matching.takeBackMinutes
    const takeBackUntil = new Date(scope.now.getTime() + minutes * 60_000).toISOString()
    return { sent: body.proposals.length - refused.length, refused, takeBackUntil }
  },
)
