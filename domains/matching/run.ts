import { areRelated, type VolunteerRecord } from '#domains/network/index.ts'
import { distanceKm, formPairs, greedy, match, type Related, type Volunteer, type Run, type Weights } from '#engines/matching/index.ts'
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
  /** By volunteer, in the order of the records: tasks that this run would give. */
  readonly given: readonly number[]
  /** Of needs that take one: the run itself, with the parts in its order. */
  readonly matched: Run
  readonly alone: readonly Part[]
  /** What the simple way comes to: the most pressing first, each with the nearest. Pairs are the same in both. */
  readonly greedy: { readonly left: ReadonlySet<Part['referral']>; readonly km: number }
}

const withTasks = (volunteer: Volunteer, tasks: number): Volunteer => ({
  ...volunteer,
  capacityLeft: volunteer.capacityLeft - tasks,
  load: volunteer.load + tasks,
})

/** Pairs are formed first, before anybody else has candidates; all other needs are then matched at once (design 6). */
export const run = ({ parts, records, day }: Gathered, weights: Weights): Outcome => {
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
  const alone = parts.filter(({ pair }) => pair === undefined)
  const single = alone.map(({ asked }) => asked)
  const matched = match(single, left, { day, weights })
  // Every run proves itself; one that cannot is a bug of ours and proposes nothing.
  if (!matched.certificate.optimal)
    throw new Error(`a matching run is not optimal: ${matched.certificate.faults.join('; ')}`)
  const place = new Map(alone.map((part, at) => [part, at]))
  const simple = greedy(matched)
  const simpleKm = single.reduce((sum, { point }, at) => {
    const nearest = left[simple[at] ?? -1]
    return nearest === undefined ? sum : sum + distanceKm(point, nearest.point)
  }, 0)
  const noPair = two.flatMap(({ part }) => (pairs.get(part)?.first === null ? [part] : []))
  const found = parts.map((part) => {
    const pair = pairs.get(part)
    const explained =
      pair === undefined
        ? explainedAlone(matched, place.get(part) ?? -1, records)
        : explainedPair(pair, part.asked, records)
    return { referral: part.referral, need: part.need, explained }
  })
  const pairKm = found.reduce(
    (sum, { explained: { first, second } }, at) => (parts[at]?.pair === undefined ? sum : sum + (first?.cost.km ?? 0) + (second?.cost.km ?? 0)),
    0,
  )
  return {
    found,
    primal: formed.primal + matched.certificate.primal,
    dual: formed.dual + matched.certificate.dual,
    weightsVersion: weights.version,
    given: volunteers.map((_, at) => (formed.given[at] ?? 0) + (matched.given[at] ?? 0)),
    matched,
    alone,
    greedy: {
      left: new Set([...alone.filter((_, at) => simple[at] === -1), ...noPair].map(({ referral }) => referral)),
      km: simpleKm + pairKm,
    },
  }
}

const HOUR = 3_600_000

/** Not past the beginning of the visit; one whose time came meanwhile holds for an hour, so that the desk can still decide. */
const expiresAt = (now: Date, windowFrom: Date, hours: number): Date =>
  new Date(Math.max(now.getTime() + HOUR, Math.min(now.getTime() + hours * HOUR, windowFrom.getTime())))

export interface Kept {
  readonly runId: string
  readonly newId: () => string
  readonly now: Date
  /** How long a proposal holds (`proposalHours` of the country pack). */
  readonly hours: number
}

/** What a run found, as proposals that are kept: one for each need, in their order. */
export const proposalsOf = ({ found, weightsVersion }: Outcome, { runId, newId, now, hours }: Kept): NewProposal[] =>
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
    expires_at: expiresAt(now, need.window_from, hours),
    synthetic: referral.synthetic,
  }))
