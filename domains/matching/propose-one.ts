import { countryPack } from '#countries/index.ts'
import { command } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { proposeOne, type ProposalId } from './contract.ts'
import type { Explained } from './explained.ts'
import { gather, PAGE } from './gather.ts'
import { foundIn, proposalsOf, run, type Found } from './run.ts'
import * as store from './store.ts'
import { weightsInForce } from './weights/index.ts'

const whoOf = ({ first, second }: Explained): string => [first, second].flatMap((one) => one?.volunteer.id ?? []).join()
const stoodWith = ({ volunteer, companion }: store.ProposalRecord): string => [volunteer, companion].flatMap((one) => one ?? []).join()

/**
 * One need that no run has seen yet, at this moment: the optimum of all that waits with it, of which only what is new or
 * now somebody else is written. Proposals that the desk has before it stay as they are.
 */
export const proposeForOne = command(
  proposeOne,
  { reread: async ({ audit }, record) => {
    audit(record)
    return { found: false, moved: 0 }
  } },
  async (scope, { params }) => {
    const { tx, actor, now, audit, country } = scope
    store.holdCounties(tx, actor.area)
    const gathered = await gather(scope, PAGE)
    if (gathered === undefined || gathered.parts.every(({ referral }) => referral.id !== params.referral)) throw new Problem('record.not-found')
    const before = await store.openOf(tx, gathered.parts.map(({ referral }) => referral.id))
    const outcome = run(gathered, await weightsInForce(tx))
    const stood = new Map(before.map((row) => [row.referral, stoodWith(row)]))
    const isNew = ({ referral, explained }: Found) =>
      referral.id === params.referral || (stood.has(referral.id) && stood.get(referral.id) !== whoOf(explained))
    const written = foundIn(gathered, outcome).filter(isNew)
    const hours = countryPack(country).matching.proposalHours
    const runId = scope.newId<string>()
    const rows = proposalsOf(written, { weightsVersion: outcome.weightsVersion, runId, newId: () => scope.newId<ProposalId>(), now, hours })
    audit(params.referral, { run: runId, referrals: written.map(({ referral }) => referral.id) })
    store.supersede(tx, rows.map(({ referral }) => referral))
    store.insertProposals(tx, rows, now, actor.id)
    const own = written.find(({ referral }) => referral.id === params.referral)
    return { found: own !== undefined && own.explained.first !== null, moved: written.length - 1 }
  },
)
