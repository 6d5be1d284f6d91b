import { defaultWeights } from '#engines/matching/index.ts'
import { command, type WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { propose, rejectProposal, type ProposalId } from './contract.ts'
import { gather } from './gather.ts'
import { after, type ProposalState } from './lifecycle.ts'
import { proposalsOf, run } from './run.ts'
import * as store from './store.ts'

const nothing = { needs: 0, proposed: 0, nobody: 0, primal: 0, dual: 0, weightsVersion: defaultWeights.version }

export const proposeForArea = command(
  propose,
  { reread: async ({ audit }, record) => {
    audit(record)
    return nothing
  } },
  async (scope) => {
    const { tx, actor, now, audit } = scope
    const runId = scope.newId<string>()
    const gathered = await gather(scope)
    if (gathered === undefined) {
      audit(runId, { needs: 0 })
      return nothing
    }
    const outcome = run(gathered)
    const { primal, dual, weightsVersion } = outcome
    const rows = proposalsOf(outcome, runId, () => scope.newId<ProposalId>())
    audit(runId, { needs: rows.length, referrals: rows.map(({ referral }) => referral) })
    store.supersede(tx, rows.map(({ referral }) => referral))
    store.insertProposals(tx, rows, now, actor.id)
    const proposed = rows.filter(({ volunteer }) => volunteer !== null).length
    return {
      needs: rows.length,
      proposed,
      nobody: rows.length - proposed,
      primal,
      dual,
      weightsVersion,
    }
  },
)

/** An open proposal of the desk's own area, locked, as the desk last saw it. */
export const requireProposal = async ({ tx, actor }: WriteScope, id: string, revision: number) => {
  const proposal = await store.findProposal(tx, id)
  if (proposal === undefined || proposal.home < actor.area.from || proposal.home > actor.area.to)
    throw new Problem('record.not-found')
  if (proposal.revision !== revision) throw new Problem('request.stale')
  return proposal
}

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
