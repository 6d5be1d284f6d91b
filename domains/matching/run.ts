import { areRelated, type VolunteerRecord } from '#domains/network/index.ts'
import { defaultWeights, formPairs, match, type Related, type Volunteer } from '#engines/matching/index.ts'
import { explainedAlone, explainedPair, type Explained } from './explained.ts'
import type { Gathered, Part } from './gather.ts'
import { engineVolunteer } from './shapes.ts'
import type { NewProposal } from './store.ts'

/** What a run found for each need, and its proof. */
export interface Outcome {
  readonly found: readonly (Pick<Part, 'referral' | 'need'> & { readonly explained: Explained })[]
  readonly primal: number
  readonly dual: number
  readonly weightsVersion: number
}

const withTasks = (volunteer: Volunteer, tasks: number): Volunteer => ({
  ...volunteer,
  capacityLeft: volunteer.capacityLeft - tasks,
  load: volunteer.load + tasks,
})

/** Pairs are formed first, before anybody else has candidates; all other needs are then matched at once (design 6). */
export const run = ({ parts, records, day }: Gathered): Outcome => {
  const weights = defaultWeights
  const volunteers = records.map(engineVolunteer)
  const record = new Map<string, VolunteerRecord>(records.map((one) => [one.id, one]))
  const related: Related = ({ id: one }, { id: other }) => {
    const [a, b] = [record.get(one), record.get(other)]
    return a === undefined || b === undefined || areRelated(a, b)
  }
  const two = parts.flatMap((part) => (part.pair === undefined ? [] : [{ part, need: part.asked, known: part.pair.known }]))
  const formed = formPairs(two, volunteers, related, { day, weights })
  const pairs = new Map(two.map(({ part }, at) => [part, formed.found[at]]))
  const left = volunteers.map((volunteer, at) => withTasks(volunteer, formed.given[at] ?? 0))
  const single = parts.flatMap(({ asked, pair }) => (pair === undefined ? [asked] : []))
  const matched = match(single, left, { day, weights })
  // Every run proves itself; one that cannot is a bug of ours and proposes nothing.
  if (!matched.certificate.optimal)
    throw new Error(`a matching run is not optimal: ${matched.certificate.faults.join('; ')}`)
  return {
    found: parts.map((part) => {
      const pair = pairs.get(part)
      const explained =
        pair === undefined
          ? explainedAlone(matched, single.indexOf(part.asked), records)
          : explainedPair(pair, part.asked, records)
      return { referral: part.referral, need: part.need, explained }
    }),
    primal: formed.primal + matched.certificate.primal,
    dual: formed.dual + matched.certificate.dual,
    weightsVersion: weights.version,
  }
}

/** What a run found, as proposals that are kept: one for each need, in their order. */
export const proposalsOf = ({ found, weightsVersion }: Outcome, runId: string, newId: () => string): NewProposal[] =>
  found.map(({ referral, need, explained: { first, second, why, runnersUp } }) => ({
    home: referral.home,
    id: newId(),
    run: runId,
    referral: referral.id,
    need: need.id,
    volunteer: first?.volunteer.id ?? null,
    volunteer_home: first?.volunteer.home ?? null,
    unit: first?.volunteer.unit ?? null,
    companion: second?.volunteer.id ?? null,
    companion_home: second?.volunteer.home ?? null,
    companion_unit: second?.volunteer.unit ?? null,
    companion_cost: second?.cost ?? null,
    weights_version: weightsVersion,
    cost: first?.cost ?? null,
    why,
    runners_up: runnersUp,
    synthetic: referral.synthetic,
  }))
