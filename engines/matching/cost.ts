import { distanceKm } from './distance.ts'
import type { Need, Volunteer } from './shapes.ts'

/** What matters how much. Integers, in units of 100 metres: a weight of 10 is worth a kilometre of travel. */
export interface Weights {
  /** Goes with every proposal, so that a cost can be read years later. */
  readonly version: number
  /** For each straight-line kilometre; the product is rounded. */
  readonly travelPerKm: number
  /** Off the cost, and on the penalty, for each day a need waited … */
  readonly waitingPerDay: number
  /** … up to so many days. */
  readonly waitingDaysMost: number
  /** Off the cost, and on the penalty, for each step of priority. */
  readonly priorityStep: number
  /** For somebody new where somebody helped before. */
  readonly newFace: number
  /** Where the same sex was preferred and is not, or is not known. */
  readonly preferredSex: number
  /**
   * The k-th task of a volunteer costs (k − 1)² of these: the first is free, the second cheap, the fifth
   * dear.
   */
  readonly loadStep: number
  /**
   * For leaving a new need of priority 0 unmatched: 1,000 km, so that no match is refused for being a little
   * dear.
   */
  readonly unmatched: number
}

export const defaultWeights: Weights = {
  version: 1,
  travelPerKm: 10,
  waitingPerDay: 5,
  waitingDaysMost: 90,
  priorityStep: 100,
  newFace: 60,
  preferredSex: 80,
  loadStep: 8,
  unmatched: 10_000,
}

/**
 * Integers; the cost of a pair is their sum. Waiting and priority are ≤ 0: they make an older need cheaper to
 * serve.
 */
export interface CostTerms {
  readonly travel: number
  readonly waiting: number
  readonly priority: number
  readonly continuity: number
  readonly preferences: number
}

/** What of a need weighs: how long it waited, and how it presses. */
type Pressing = Pick<Need, 'waitingDays' | 'priority'>

const waitingWorth = ({ waitingDays }: Pressing, weights: Weights): number =>
  weights.waitingPerDay * Math.min(Math.max(0, Math.floor(waitingDays)), weights.waitingDaysMost)

const priorityWorth = ({ priority }: Pressing, weights: Weights): number => priority * weights.priorityStep

const isNewFace = (need: Need, volunteer: Volunteer): boolean =>
  need.continuity !== null && need.continuity !== volunteer.id

const missesPreferredSex = (need: Need, { sex }: Volunteer): boolean =>
  need.sameSex === 'preferred' && (sex === null || sex !== need.sex)

/** Rounded, so that sums of costs are exact and an optimum can be proven. */
export const travelCost = (km: number, weights: Weights): number => Math.round(km * weights.travelPerKm)

/** Off the cost of a need's every pair, on its penalty. */
export const headStart = (need: Pressing, weights: Weights): number =>
  waitingWorth(need, weights) + priorityWorth(need, weights)

/** What this volunteer costs for this need, term by term. Whether they may come at all is not asked here. */
export const cost = (need: Need, volunteer: Volunteer, weights: Weights): CostTerms => ({
  travel: travelCost(distanceKm(need.point, volunteer.point), weights),
  waiting: 0 - waitingWorth(need, weights),
  priority: 0 - priorityWorth(need, weights),
  continuity: isNewFace(need, volunteer) ? weights.newFace : 0,
  preferences: missesPreferredSex(need, volunteer) ? weights.preferredSex : 0,
})

/** The cost of a pair, without the load. */
export const sumOf = ({ travel, waiting, priority, continuity, preferences }: CostTerms): number =>
  travel + waiting + priority + continuity + preferences

/** What the k-th task (k ≥ 1) of a volunteer adds: never less than the one before, so load spreads. */
export const loadCost = (k: number, weights: Weights): number => weights.loadStep * (k - 1) * (k - 1)

/** What it costs that nobody comes: more for whoever waits long or presses, so that others are left first. */
export const unmatchedPenalty = (need: Pressing, weights: Weights): number =>
  weights.unmatched + headStart(need, weights)
