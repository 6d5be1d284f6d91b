import { cost, loadCost, sumOf, unmatchedPenalty, type CostTerms, type Weights } from './cost.ts'
import { relaxationOf, within, type Choice, type Ground, type Relaxation, type RunnerUp } from './explain.ts'
import { isEligible } from './requirements.ts'
import type { Need, Volunteer } from './shapes.ts'

/** A need that takes two volunteers; those in `known` may come alone. */
export interface PairAsked {
  readonly need: Need
  readonly known: ReadonlySet<string>
}

/** Whether two volunteers may not be the two: a household, an address, a telephone or a family in common. */
export type Related = (one: Volunteer, other: Volunteer) => boolean

export type Found =
  /** `second` is null where somebody known comes alone. */
  | { readonly first: Choice; readonly second: Choice | null; readonly runnersUp: readonly RunnerUp[] }
  /** `short`: somebody fits, and nobody who could come with them. */
  | { readonly first: null; readonly short: boolean; readonly relax: Relaxation | null }

export interface FormedPairs {
  /** By need, in the order they were asked. */
  readonly found: readonly Found[]
  /** By volunteer: tasks given here. */
  readonly given: Int32Array
  /** What the pairs cost, and what no pairs can cost less than: each need served as if it were the only one. */
  readonly primal: number
  readonly dual: number
}

interface Offer {
  readonly index: number
  readonly terms: CostTerms
  readonly load: number
  readonly total: number
}

interface Two {
  readonly first: Offer
  readonly second: Offer | null
  readonly total: number
}

const RUNNERS_UP = 2

// A need's wait and priority count once, with its first volunteer.
const asSecond = (terms: CostTerms): CostTerms => ({ ...terms, waiting: 0, priority: 0 })
const headStart = ({ waiting, priority }: CostTerms): number => waiting + priority

const cheapestFirst = (offers: readonly Offer[]): Offer[] =>
  [...offers].sort((a, b) => a.total - b.total || a.index - b.index)

/** Everybody eligible, as if no task had been given yet; cheapest first. */
const idealFor = ({ volunteers, day }: Ground, need: Need, weights: Weights): Offer[] =>
  cheapestFirst(
    [...volunteers.keys()]
      .filter((index) => isEligible(need, volunteers[index]!, day))
      .map((index) => {
        const terms = cost(need, volunteers[index]!, weights)
        const load = loadCost(volunteers[index]!.load + 1, weights)
        return { index, terms, load, total: sumOf(terms) + load }
      }),
  )

/** The same after the tasks that were given: most were given none, so the order nearly holds. */
const offersNow = ({ volunteers, given }: Ground, ideal: readonly Offer[], weights: Weights): Offer[] =>
  cheapestFirst(
    ideal
      .filter(({ index }) => volunteers[index]!.capacityLeft > given[index]!)
      .map((offer) => {
        if (given[offer.index] === 0) return offer
        const load = loadCost(volunteers[offer.index]!.load + given[offer.index]! + 1, weights)
        return { ...offer, load, total: sumOf(offer.terms) + load }
      }),
  )

/** The cheapest two who are not related, over offers sorted by cost; it ends where no later two can be cheaper. */
const cheapestTwo = (offers: readonly Offer[], related: (a: Offer, b: Offer) => boolean): Two | undefined => {
  let best: Two | undefined
  for (const [at, first] of offers.entries()) {
    const next = offers[at + 1]
    if (next === undefined || (best !== undefined && first.total + next.total - headStart(next.terms) >= best.total)) break
    const second = offers.slice(at + 1).find((other) => !related(first, other))
    if (second === undefined) continue
    const total = first.total + second.total - headStart(second.terms)
    if (best === undefined || total < best.total) best = { first, second, total }
  }
  return best
}

/** Somebody known comes alone, however dear: two strangers are not better than one familiar face. */
const bestOf = ({ volunteers }: Ground, { known }: PairAsked, offers: readonly Offer[], related: Related): Two | undefined => {
  const alone = offers.find(({ index }) => known.has(volunteers[index]!.id))
  if (alone !== undefined) return { first: alone, second: null, total: alone.total }
  return cheapestTwo(offers, (a, b) => related(volunteers[a.index]!, volunteers[b.index]!))
}

const choiceOf = ({ volunteers }: Ground, { index, terms, load }: Offer, second: boolean): Choice => {
  const own = second ? asSecond(terms) : terms
  return { volunteer: volunteers[index]!.id, terms: own, load, total: sumOf(own) + load }
}

/** Who would come instead of the dearer of the two; related ones are not spoken of. */
const runnersUp = (ground: Ground, offers: readonly Offer[], { first, second }: Two, related: Related): RunnerUp[] => {
  const { volunteers } = ground
  const replaced = second ?? first
  const chosen = choiceOf(ground, replaced, second !== null)
  return offers
    .filter(({ index }) => index !== first.index && index !== replaced.index)
    .filter(({ index }) => second === null || !related(volunteers[index]!, volunteers[first.index]!))
    .slice(0, RUNNERS_UP)
    .map((offer) => {
      const other = choiceOf(ground, offer, second !== null)
      return { ...other, difference: other.total - chosen.total, lacks: [] }
    })
}

/** Why there are no two: what keeps everybody, or everybody who could come along, from helping. */
const whyNot = (ground: Ground, need: Need, offers: readonly Offer[], related: Related): Found => {
  const { volunteers } = ground
  const all = within(ground, need)
  if (offers.length === 0) return { first: null, short: false, relax: relaxationOf(all) }
  const along = all.filter(
    ({ index, lacks }) =>
      lacks.length > 0 && offers.some((offer) => !related(volunteers[index]!, volunteers[offer.index]!)),
  )
  return { first: null, short: true, relax: relaxationOf(along) }
}

/**
 * Two vetted, unrelated volunteers for each need that takes two, before any other need has candidates (design 6
 * and 8.9). The most pressing need chooses first, and takes the cheapest two that are left: nobody who waits
 * longer stands behind somebody who waits shorter. What that may cost above the best of all ways is certified by
 * the bound, in which each need chooses as if it were alone. O(needs × volunteers): 300 needs with all of 10,000
 * volunteers in reach of each take 3.5 s of a processor.
 */
export const formPairs = (
  asked: readonly PairAsked[],
  volunteers: readonly Volunteer[],
  related: Related,
  { day, weights }: { readonly day: string; readonly weights: Weights },
): FormedPairs => {
  const given = new Int32Array(volunteers.length)
  const ground: Ground = { volunteers, given, day }
  const penaltyOf = (at: number) => unmatchedPenalty(asked[at]!.need, weights)
  const found: Found[] = []
  let primal = 0
  let dual = 0
  for (const at of [...asked.keys()].sort((a, b) => penaltyOf(b) - penaltyOf(a) || a - b)) {
    const one = asked[at]!
    const ideal = idealFor(ground, one.need, weights)
    const offers = offersNow(ground, ideal, weights)
    const best = bestOf(ground, one, offers, related)
    dual += Math.min(penaltyOf(at), bestOf(ground, one, ideal, related)?.total ?? Infinity)
    primal += best?.total ?? penaltyOf(at)
    if (best === undefined) {
      found[at] = whyNot(ground, one.need, offers, related)
      continue
    }
    const { first, second } = best
    found[at] = {
      first: choiceOf(ground, first, false),
      second: second === null ? null : choiceOf(ground, second, true),
      runnersUp: runnersUp(ground, offers, best, related),
    }
    for (const { index } of second === null ? [first] : [first, second]) given[index] = given[index]! + 1
  }
  return { found, given, primal, dual }
}
