import { countryPack } from '#countries/index.ts'
import type { WriteScope } from '#platform/command/index.ts'
import type { ProposalId } from './contract.ts'
import { gather, type Gathered, type Limits } from './gather.ts'
import { foundIn, proposalsOf, type Outcome } from './run.ts'
import * as store from './store.ts'

export interface ProposedAll<Own extends Outcome = Outcome> {
  readonly gathered: Gathered
  readonly outcome: Own
  /** By referral: who stood proposed until now, or null where nobody had been found. */
  readonly before: ReadonlyMap<string, string | null>
}

/** Matches what waits in the actor's area and writes the proposals in place of the earlier ones; undefined where nothing waits. */
export const proposeAll = async <Own extends Outcome>(
  scope: WriteScope,
  runId: string,
  { limits, matchAll }: { readonly limits: Limits; readonly matchAll: (gathered: Gathered) => Own | Promise<Own> },
): Promise<ProposedAll<Own> | undefined> => {
  const { tx, actor, now, audit, country } = scope
  store.holdCounties(tx, actor.area)
  const gathered = await gather(scope, limits)
  if (gathered === undefined) {
    audit(runId, { needs: 0 })
    return undefined
  }
  const referrals = gathered.parts.map(({ referral }) => referral.id)
  const before = new Map((await store.openOf(tx, referrals)).map(({ referral, volunteer }) => [referral, volunteer]))
  const outcome = await matchAll(gathered)
  const hours = countryPack(country).matching.proposalHours
  const rows = proposalsOf(foundIn(gathered, outcome), { weightsVersion: outcome.weightsVersion, runId, newId: () => scope.newId<ProposalId>(), now, hours })
  audit(runId, { needs: rows.length, referrals })
  store.supersede(tx, referrals)
  store.insertProposals(tx, rows, now, actor.id)
  return { gathered, outcome, before }
}
