import { countryPack } from '#countries/index.ts'
import { findNeed, needsById } from '#domains/casework/index.ts'
import { volunteersIn } from '#domains/network/index.ts'
import { exclusionsOf } from '#domains/people/index.ts'
import { findReferral, offerReferral, waitingReferrals } from '#domains/referrals/index.ts'
import { today } from '#engines/calendar/index.ts'
import { defaultWeights, match } from '#engines/matching/index.ts'
import { command, type WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { propose, rejectProposal, releaseProposal, type ProposalId } from './contract.ts'
import { explainedAt } from './explained.ts'
import { after, type ProposalState } from './lifecycle.ts'
import { engineNeed, engineVolunteer } from './shapes.ts'
import * as store from './store.ts'

// One page's worth of a county; a whole nation is matched by the nightly run.
const MOST_NEEDS = 300
const MOST_VOLUNTEERS = 10_000
// Half a degree, about 50 km: further than anybody's travel limit.
const MARGIN = 0.5
const HOUR = 3_600_000

const boxAround = (points: readonly { lat: number; lon: number }[]) => ({
  latFrom: Math.min(...points.map(({ lat }) => lat)) - MARGIN,
  latTo: Math.max(...points.map(({ lat }) => lat)) + MARGIN,
  lonFrom: Math.min(...points.map(({ lon }) => lon)) - MARGIN,
  lonTo: Math.max(...points.map(({ lon }) => lon)) + MARGIN,
})

const nothing = { needs: 0, proposed: 0, nobody: 0, primal: 0, dual: 0, weightsVersion: defaultWeights.version }

/** Everything a run of the area needs, read once. */
const gather = async (scope: WriteScope) => {
  const { actor, tx, now, country } = scope
  const { timeZone } = countryPack(country)
  const waiting = (await waitingReferrals(tx, actor.area, MOST_NEEDS)).filter(({ state }) => state === 'ready')
  const ids = waiting.map(({ id }) => id)
  const [needs, rejected] = await Promise.all([needsById(tx, waiting.map(({ need }) => need)), store.rejectedFor(tx, ids)])
  const open = waiting.flatMap((referral) => {
    const need = needs.find(({ id }) => id === referral.need)
    return need === undefined ? [] : [{ referral, need }]
  })
  if (open.length === 0) return undefined
  const day = today(now, timeZone)
  const [records, exclusions] = await Promise.all([
    volunteersIn(tx, actor.area, boxAround(open.map(({ need }) => need)), day, MOST_VOLUNTEERS),
    exclusionsOf(scope, open.map(({ need }) => need.person)),
  ])
  const parts = open.map(({ referral, need }) => ({
    referral,
    need,
    exclusions: exclusions.get(need.person),
    rejected: rejected.filter((row) => row.referral === referral.id).map((row) => row.volunteer),
  }))
  return { parts, records, day, engineNeeds: parts.map((part) => engineNeed(part, records, now, timeZone)) }
}

export const proposeForArea = command(
  propose,
  { reread: async ({ audit }, record) => {
    audit(record)
    return nothing
  } },
  async (scope) => {
    const { tx, actor, now, audit } = scope
    const run = scope.newId<string>()
    const gathered = await gather(scope)
    if (gathered === undefined) {
      audit(run, { needs: 0 })
      return nothing
    }
    const { parts, records, day, engineNeeds } = gathered
    const result = match(engineNeeds, records.map(engineVolunteer), { day })
    // Every run proves itself; one that cannot is a bug of ours and proposes nothing.
    if (!result.certificate.optimal) throw new Error(`a matching run is not optimal: ${result.certificate.faults.join('; ')}`)
    const rows = parts.map(({ referral, need }, at): store.NewProposal => {
      const { volunteer, cost, why, runnersUp } = explainedAt(result, at, records)
      return {
        home: referral.home,
        id: scope.newId<ProposalId>(),
        run,
        referral: referral.id,
        need: need.id,
        volunteer: volunteer?.id ?? null,
        volunteer_home: volunteer?.home ?? null,
        unit: volunteer?.unit ?? null,
        weights_version: result.weights.version,
        cost,
        why,
        runners_up: runnersUp,
        synthetic: referral.synthetic,
      }
    })
    audit(run, { needs: rows.length, referrals: rows.map(({ referral }) => referral) })
    store.supersede(tx, rows.map(({ referral }) => referral))
    store.insertProposals(tx, rows, now, actor.id)
    const proposed = rows.filter(({ volunteer }) => volunteer !== null).length
    return {
      needs: rows.length,
      proposed,
      nobody: rows.length - proposed,
      primal: result.certificate.primal,
      dual: result.certificate.dual,
      weightsVersion: result.weights.version,
    }
  },
)

const requireProposal = async ({ tx, actor }: WriteScope, id: string, revision: number) => {
  const proposal = await store.findProposal(tx, id)
  if (proposal === undefined || proposal.home < actor.area.from || proposal.home > actor.area.to)
    throw new Problem('record.not-found')
  if (proposal.revision !== revision) throw new Problem('request.stale')
  return proposal
}

export const release = command(
  releaseProposal,
  { reread: async ({ tx, audit }, record) => {
    const referral = await findReferral(tx, record, 'read')
    if (referral?.answer_by === null || referral === undefined) throw new Problem('record.not-found')
    audit(record)
    return { referral: record, answerBy: referral.answer_by.toISOString() }
  } },
  async (scope, { params, body }) => {
    const { tx, now, audit } = scope
    const proposal = await requireProposal(scope, params.proposal, body.revision)
    const state = after('release', proposal.state as ProposalState)
    if (state === undefined) throw new Problem('matching.superseded')
    if (proposal.volunteer === null || proposal.unit === null) throw new Problem('matching.nobody')
    const [referral, need] = await Promise.all([
      findReferral(tx, proposal.referral, 'for update'),
      findNeed(tx, proposal.need, 'read'),
    ])
    if (referral === undefined || need === undefined) throw new Problem('record.not-found')
    // Two days to answer, never later than three hours before the visit, and an hour at the least.
    const latest = Math.min(now.getTime() + 48 * HOUR, need.window_from.getTime() - 3 * HOUR)
    const answerBy = new Date(Math.max(latest, now.getTime() + HOUR))
    audit(referral.id, { home: referral.home, person: referral.person, proposal: proposal.id })
    store.saveState(tx, proposal, state, null)
    offerReferral(scope, referral, { unit: proposal.unit, volunteer: proposal.volunteer, answerBy, place: need.place })
    return { referral: referral.id, answerBy: answerBy.toISOString() }
  },
)

export const reject = command(
  rejectProposal,
  { reread: async ({ audit }, record) => {
    audit(record)
    return { referral: record }
  } },
  async (scope, { params, body }) => {
    const proposal = await requireProposal(scope, params.proposal, body.revision)
    const state = after('reject', proposal.state as ProposalState)
    if (state === undefined) throw new Problem('matching.superseded')
    scope.audit(proposal.referral, { home: proposal.home, proposal: proposal.id, reason: body.reason })
    store.saveState(scope.tx, proposal, state, body.reason)
    return { referral: proposal.referral }
  },
)
