import type { NeedRecord } from '#domains/casework/index.ts'
import { areRelated, type VolunteerRecord } from '#domains/network/index.ts'
import type { ReferralRecord } from '#domains/referrals/index.ts'
import {
  distanceKm, formPairs, greedy, match, matchHours, type FormedPairs, type HoursOptions, type HoursRun, type Need, type Related, type Run,
  type Volunteer, type Weights,
} from '#engines/matching/index.ts'
import { explainedAlone, explainedPair, type Explained } from './explained.ts'
import type { County, Gathered, Part } from './gather.ts'
import { engineVolunteer } from './shapes.ts'
import type { NewProposal } from './store.ts'

/** Whether a volunteer gives so many tasks, or so many minutes of the week. */
export type Form = 'tasks' | 'hours'

/** What a run found for each need, and its proof. Parts are told apart by their place. */
export interface Outcome {
  /** By part, in their order. */
  readonly explained: readonly Explained[]
  readonly primal: number
  readonly dual: number
  readonly weightsVersion: number
  /** By volunteer, in the order of the records: tasks that this run would give. */
  readonly given: readonly number[]
  /** By hours no plan is proven the best; the gap says how much better one could be. */
  readonly form: Form
  /** What the simple way comes to: the most pressing first, each with the nearest. Pairs are the same in both. */
  readonly greedy: { readonly left: ReadonlySet<number>; readonly km: number }
}

/** The same with what came before it, for whoever asks the run further. */
export interface Worked extends Outcome {
  /** The parts that take one, in the order of the run; no part with a pair is among them. */
  readonly alone: readonly number[]
  /** Null of hours, which have no prices of tasks. */
  readonly matched: Run | null
  readonly weights: Weights
}

const withTasks = (volunteer: Volunteer, tasks: number): Volunteer => ({
  ...volunteer,
  capacityLeft: volunteer.capacityLeft - tasks,
  load: volunteer.load + tasks,
})

/** Every run proves itself; one that cannot is a bug of ours and proposes nothing. */
const proven = (matched: Run): Run => {
  if (!matched.certificate.optimal) throw new Error(`a matching run is not optimal: ${matched.certificate.faults.join('; ')}`)
  return matched
}

/** As long as a county may take, and no longer than it needs. */
const msFor = (needs: number): number => Math.min(20_000, 200 + 4 * needs)

const byHours = (needs: readonly Need[], volunteers: readonly Volunteer[], given: Pick<HoursOptions, 'day' | 'weights' | 'minutesLeft'>): HoursRun => {
  const begun = performance.now()
  const planned = matchHours(needs, volunteers, { ...given, spent: () => (performance.now() - begun) / msFor(needs.length) })
  if (planned.certificate.faults.length > 0) throw new Error(`a plan by hours does not hold: ${planned.certificate.faults.join('; ')}`)
  return planned
}

/** Minutes that the pairs took, by volunteer. */
const pairMinutes = (two: readonly { readonly need: Need }[], { found }: FormedPairs): Map<string, number> => {
  const taken = new Map<string, number>()
  for (const [at, pair] of found.entries())
    for (const one of pair.first === null ? [] : [pair.first, pair.second])
      if (one !== null) taken.set(one.volunteer, (taken.get(one.volunteer) ?? 0) + (two[at]?.need.minutes ?? 0))
  return taken
}

/** Pairs are formed first, before anybody else has candidates; all other needs are then matched at once (design 6). */
export const run = ({ parts, records, minutesLeft, day }: County, weights: Weights, form: Form = 'tasks'): Worked => {
  const volunteers = records.map(engineVolunteer)
  // Once for all needs: a county has fifty thousand.
  const byId = new Map<string, VolunteerRecord>(records.map((one) => [one.id, one]))
  const related: Related = ({ id: one }, { id: other }) => {
    const [a, b] = [byId.get(one), byId.get(other)]
    return a === undefined || b === undefined || areRelated(a, b)
  }
  const two = parts.flatMap(({ asked, pair }, at) => (pair === undefined ? [] : [{ at, need: asked, known: pair.known }]))
  const formed = formPairs(two, volunteers, related, { day, weights })
  const pairs = new Map(two.map(({ at }, place) => [at, formed.found[place]]))
  const left = volunteers.map((volunteer, at) => withTasks(volunteer, formed.given[at] ?? 0))
  const alone = parts.flatMap(({ pair }, at) => (pair === undefined ? [at] : []))
  const single = parts.flatMap(({ asked, pair }) => (pair === undefined ? [asked] : []))
  const taken = pairMinutes(two, formed)
  const minutes = minutesLeft.map((own, at) => own - (taken.get(volunteers[at]?.id ?? '') ?? 0))
  const chosen = form === 'hours' ? byHours(single, left, { day, weights, minutesLeft: minutes }) : proven(match(single, left, { day, weights }))
  const place = new Map(alone.map((at, own) => [at, own]))
  const simple = greedy(chosen, form === 'hours' ? minutes : undefined)
  const simpleKm = single.reduce((sum, { point }, at) => {
    const nearest = left[simple[at] ?? -1]
    return nearest === undefined ? sum : sum + distanceKm(point, nearest.point)
  }, 0)
  const noPair = two.flatMap(({ at }) => (pairs.get(at)?.first === null ? [at] : []))
  const explained = parts.map(({ asked }, at) => {
    const pair = pairs.get(at)
    return pair === undefined ? explainedAlone(chosen, place.get(at) ?? -1, byId) : explainedPair(pair, asked, byId)
  })
  const pairKm = two.reduce((sum, { at }) => sum + (explained[at]?.first?.cost.km ?? 0) + (explained[at]?.second?.cost.km ?? 0), 0)
  return {
    explained,
    primal: formed.primal + chosen.certificate.primal,
    dual: formed.dual + chosen.certificate.dual,
    weightsVersion: weights.version,
    given: volunteers.map((_, at) => (formed.given[at] ?? 0) + (chosen.given[at] ?? 0)),
    form,
    greedy: { left: new Set([...alone.filter((_, own) => simple[own] === -1), ...noPair]), km: simpleKm + pairKm },
    alone,
    matched: 'instance' in chosen ? chosen : null,
    weights,
  }
}

/** A need beside what a run found for it. */
export interface Found {
  readonly referral: Pick<ReferralRecord, 'home' | 'id' | 'synthetic'>
  readonly need: Pick<NeedRecord, 'id' | 'window_from'>
  readonly explained: Explained
}

export const foundIn = ({ parts }: Gathered, { explained }: Outcome): (Found & Part)[] =>
  parts.map((part, at) => {
    const own = explained[at]
    if (own === undefined) throw new Error('a run said nothing of a need that was in it')
    return { ...part, explained: own }
  })

const HOUR = 3_600_000

/** Not past the beginning of the visit; one whose time came meanwhile holds for an hour, so that the desk can still decide. */
const expiresAt = (now: Date, windowFrom: Date, hours: number): Date =>
  new Date(Math.max(now.getTime() + HOUR, Math.min(now.getTime() + hours * HOUR, windowFrom.getTime())))

export interface Kept {
  readonly weightsVersion: number
  readonly runId: string
  readonly newId: () => string
  readonly now: Date
  /** How long a proposal holds (`proposalHours` of the country pack). */
  readonly hours: number
}

/** What a run found, as proposals that are kept: one for each need, in their order. */
export const proposalsOf = (found: readonly Found[], { weightsVersion, runId, newId, now, hours }: Kept): NewProposal[] =>
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
