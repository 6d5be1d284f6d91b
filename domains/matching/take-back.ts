import { countryPack } from '#countries/index.ts'
import { findNeed } from '#domains/casework/index.ts'
import { findReferral, takeBackOffer, whyNotTakenBack } from '#domains/referrals/index.ts'
import { command, type WriteScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { takeBack, type ProposalId } from './contract.ts'
import { after, type ProposalState } from './lifecycle.ts'
import * as store from './store.ts'

/** An offer of the desk's own area goes back to being a proposal, if nobody outside saw it and it is not long ago. */
const takeOneBack = async (scope: WriteScope, id: string): Promise<void> => {
  const { tx, actor, audit, country } = scope
  const proposal = await store.findProposal(tx, id)
  if (proposal === undefined || proposal.home < actor.area.from || proposal.home > actor.area.to)
    throw new Problem('record.not-found')
  const state = after('take-back', proposal.state as ProposalState)
  if (state === undefined) throw new Problem('matching.not-offered')
  const [referral, need] = [await findReferral(tx, proposal.referral, 'for update'), await findNeed(tx, proposal.need, 'read')]
  if (referral === undefined || need === undefined) throw new Problem('record.not-found')
  const why = await whyNotTakenBack(scope, referral, countryPack(country).matching.takeBackMinutes)
  if (why !== undefined) throw new Problem(`matching.offer-${why}`)
  audit(referral.id, { home: referral.home, person: referral.person, proposal: proposal.id })
  await takeBackOffer(scope, referral, need.pair !== 'never')
  store.saveReleased(tx, proposal, state, null)
}

export const takeSeveralBack = command(
  takeBack,
  { reread: async ({ audit }, record) => {
    audit(record)
    return { takenBack: 0, refused: [] }
  } },
  async (scope, { body }) => {
    const refused: { proposal: ProposalId; code: string }[] = []
    scope.audit(scope.newId(), { proposals: body.proposals })
    for (const proposal of body.proposals) {
      try {
        await takeOneBack(scope, proposal)
      } catch (reason) {
        if (!(reason instanceof Problem)) throw reason
        scope.audit(proposal, { refused: reason.code })
        refused.push({ proposal, code: reason.code })
      }
    }
    return { takenBack: body.proposals.length - refused.length, refused }
  },
)
