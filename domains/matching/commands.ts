import { command, type WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { propose, rejectProposal } from './contract.ts'
import { PAGE } from './gather.ts'
import { after, type ProposalState } from './lifecycle.ts'
import { proposeAll } from './propose-all.ts'
import { run } from './run.ts'
import * as store from './store.ts'
import { weightsInForce } from './weights/index.ts'

const nothing = { needs: 0, proposed: 0, nobody: 0, primal: 0, dual: 0 }

export const proposeForArea = command(
  propose,
  { reread: async ({ audit, tx }, record) => {
    audit(record)
    return { ...nothing, weightsVersion: (await weightsInForce(tx)).version }
  } },
  async (scope) => {
    const weights = await weightsInForce(scope.tx)
    const runId = scope.newId<string>()
    const proposed = await proposeAll(scope, runId, { limits: PAGE, matchAll: (gathered) => run(gathered, weights) })
    if (proposed === undefined) return { ...nothing, weightsVersion: weights.version }
    const { outcome } = proposed
    const matched = outcome.explained.filter(({ first }) => first !== null).length
    return {
      needs: outcome.explained.length,
      proposed: matched,
      nobody: outcome.explained.length - matched,
      primal: outcome.primal,
      dual: outcome.dual,
      weightsVersion: outcome.weightsVersion,
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
