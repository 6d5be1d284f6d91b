import type { Pairing } from '#countries/index.ts'
import type { Chance } from '#demonstration/chance.ts'
import type { Helper } from '#demonstration/volunteers.ts'
import type { Crew, Promised } from './crew.ts'
import type { Days } from './days.ts'
import type { Asked, At, NeedStory, ReferralStory, VisitStory } from './shapes.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY_MS = 24 * HOUR
const LONGEST_TO_CONFIRM = 20 * DAY_MS
const CONSENT_DAYS = 120

export interface Counters {
  referral: number
  visit: number
  need: number
}

export interface World {
  readonly days: Days
  readonly crew: Crew
  readonly chance: Chance
  readonly counters: Counters
  /** How many go to somebody, by the pack's rule and their age. */
  pairOf(asked: Pick<Asked, 'kind' | 'birthYear'>): Pairing
}

export type Planned = Pick<NeedStory, 'number' | 'at' | 'from' | 'to' | 'requires' | 'pair' | 'priority'>

/** How fast an office works: 1 is the country's middle, 2 takes twice as long. */
export type Slow = number

interface Tried {
  readonly referral: ReferralStory
  /** Since when the next one is asked. */
  readonly again?: At
  readonly end?: Pick<NeedStory, 'state' | 'reason' | 'outcome' | 'ended'>
  readonly withdrawn?: At
}

type Base = Pick<ReferralStory, 'number' | 'seat' | 'pair' | 'attempt' | 'recorded' | 'passedUnits' | 'passedHelpers'>
type Offer = Base & { readonly helper: Helper; readonly offered: At; readonly answerBy: At }

const lookAgain = (offer: Offer, closed: At, visit: VisitStory): Tried => ({
  referral: { ...offer, state: 'closed', reason: 'looking-again', closed, visit },
  again: closed,
})

/** The day itself, for a visit that the person said yes to. */
const carriedOut = ({ days: { now }, chance }: World, need: Planned, offer: Offer, visit: VisitStory & { accepted: At; approved: At }): Tried => {
  const accepted = { ...offer, state: 'accepted' as const }
  const still = (state: VisitStory['state'], more: Partial<VisitStory>, needState: NeedStory['state']): Tried => ({
    referral: { ...accepted, visit: { ...visit, ...more, state } },
    end: { state: needState },
  })
  if (chance.is(0.045)) {
    const ended = need.to + chance.waiting(20, 0.6) * MINUTE
    if (ended > now) return still('approved', {}, 'matched')
    return lookAgain(offer, ended, { ...visit, state: 'no-show', reason: 'nobody-there', ended })
  }
  // Three in a hundred come so late that the window is over.
  const arrived = chance.is(0.03) ? need.to + chance.waiting(12, 0.6) * MINUTE : need.from + (chance.next() * 18 - 8) * MINUTE
  if (arrived > now) return still('approved', {}, 'matched')
  const done = Math.max(need.to, arrived + (need.to - need.from)) + (chance.next() * 24 - 10) * MINUTE
  const reported = done + chance.waiting(25, 1) * MINUTE
  if (reported > now) return still('under-way', { arrived }, 'under-way')
  const confirmed = reported + Math.min(LONGEST_TO_CONFIRM - DAY_MS, chance.waiting(17 * HOUR, 1.1))
  if (confirmed > now) return still('done', { arrived, done }, 'under-way')
  const verdict = chance.next()
  const outcome = verdict < 0.88 ? 'met' : verdict < 0.96 ? 'partly' : 'not'
  return {
    referral: { ...accepted, state: 'closed', reason: 'visit-confirmed', closed: confirmed, visit: { ...visit, state: 'confirmed', arrived, done, confirmed, outcome } },
    end: { state: outcome === 'met' ? 'met' : 'unmet', outcome, ended: confirmed },
  }
}

/** A volunteer was asked; then the person is. */
const visited = (world: World, need: Planned, offer: Offer, offered: At): Tried => {
  const { days: { now }, chance, counters } = world
  const answerBy = Math.max(Math.min(offered + 24 * HOUR, need.from - 2 * HOUR), offered + HOUR)
  const visit = { number: (counters.visit += 1), offered, answerBy }
  const open = (state: VisitStory['state'], more: Partial<VisitStory> = {}): Tried => ({
    referral: { ...offer, state: 'accepted', visit: { ...visit, ...more, state } },
    end: { state: 'referred' },
  })
  const answered = offered + chance.waiting(5, 0.9) * HOUR
  if (answered > answerBy) {
    if (answerBy > now) return open('offered')
    return lookAgain(offer, answerBy, { ...visit, state: 'expired', reason: 'no-answer', ended: answerBy })
  }
  if (answered > now) return open('offered')
  if (chance.is(0.155)) {
    const reason = chance.pick(['not-free', 'not-free', 'not-free', 'too-far', 'not-for-me', 'other'] as const)
    return lookAgain(offer, answered, { ...visit, state: 'declined', reason, ended: answered })
  }
  const decided = Math.min(answered + chance.waiting(8, 0.9) * HOUR, need.from - 20 * MINUTE)
  if (decided > now) return open('accepted', { accepted: answered })
  if (chance.is(0.03)) return lookAgain(offer, decided, { ...visit, state: 'cancelled', reason: 'other-arrangement', accepted: answered, ended: decided })
  const approved = { ...visit, state: 'approved' as const, accepted: answered, approved: decided }
  const withdrawn = decided + chance.next() * (need.from - decided)
  if (chance.is(0.015) && withdrawn < now)
    return {
      referral: { ...offer, state: 'withdrawn', reason: 'consent-ended', closed: withdrawn, visit: { ...approved, state: 'cancelled', reason: 'consent-ended', ended: withdrawn } },
      withdrawn,
    }
  return carriedOut(world, need, offer, approved)
}

/** The unit is asked first, nameless; a no or silence costs nothing and the next one is asked. */
const offeredTo = (world: World, need: Planned, offer: Offer): Tried => {
  const { days: { now }, chance } = world
  const answered = offer.offered + chance.waiting(5, 0.9) * HOUR
  if (answered > offer.answerBy) {
    if (offer.answerBy > now) return { referral: { ...offer, state: 'offered' }, end: { state: 'referred' } }
    return { referral: { ...offer, state: 'expired', reason: 'no-answer', closed: offer.answerBy }, again: offer.answerBy }
  }
  if (answered > now) return { referral: { ...offer, state: 'offered' }, end: { state: 'referred' } }
  if (chance.is(0.055)) {
    const reason = chance.pick(['nobody-free', 'too-far', 'not-our-work'] as const)
    return { referral: { ...offer, state: 'declined', reason, closed: answered }, again: answered }
  }
  return visited(world, need, offer, answered)
}

/** Time that was promised for nothing is free again; what was carried out is free from its confirmation on. */
const settle = (crew: Crew, helper: Helper, promised: Promised, { referral: { visit }, again }: Tried): void => {
  if (visit === undefined ? again !== undefined : ['declined', 'expired', 'cancelled'].includes(visit.state)) return crew.letGo(helper, promised)
  promised.until = visit?.confirmed ?? visit?.ended ?? promised.until
}

/** Who went along: the same answers and the same day, in a seat of their own. */
const alongside = ({ counters }: World, helper: Helper, { visit, ...first }: ReferralStory): ReferralStory => {
  const seat = { ...first, number: (counters.referral += 1), seat: 2 as const, helper, recorded: first.offered ?? first.recorded }
  if (visit === undefined) return seat
  const reason = visit.state === 'no-show' ? { reason: 'nobody-there' } : {}
  return { ...seat, ...reason, visit: { ...visit, number: (counters.visit += 1) } }
}

/** Volunteers who were with a person before, and since when the person confirmed it; the last one first. */
export type Known = readonly { readonly helper: Helper; readonly since: At }[]

/** One need after it was referred: asked again and again until somebody came, its time was over, or now. */
const sought = (world: World, asked: Asked, need: Planned, slow: Slow, since: At, known: Known) => {
  const { days, crew, chance, counters } = world
  const referrals: ReferralStory[] = []
  let recorded = since
  let passedUnits: readonly string[] = []
  let passedHelpers: readonly string[] = []
  for (let attempt = 1; ; attempt++) {
    const base: Base = { number: (counters.referral += 1), seat: 1, pair: need.pair !== 'never', attempt, recorded, passedUnits, passedHelpers }
    const offered = days.office(recorded, Math.min(9, chance.waiting(0.9, 0.8) * slow), chance)
    const wanted = { asked, need, at: offered, passedUnits, passedHelpers }
    const found = offered > days.now || offered > need.from - 3 * HOUR ? undefined : crew.choose({ ...wanted, known: known[0]?.helper })
    const pair = found !== undefined && (need.pair === 'every-visit' || (need.pair === 'first-visit' && !known.some(({ helper, since: met }) => helper === found.helper && met < offered)))
    const second = pair ? crew.choose({ ...wanted, known: known[1]?.helper }) : undefined
    if (found !== undefined && pair && second === undefined) crew.letGo(found.helper, found.promised)
    if (found === undefined || (pair && second === undefined)) return { referrals: [...referrals, { ...base, state: 'ready' as const }], end: undefined, withdrawn: undefined }
    const { helper } = found
    const answerBy = Math.max(Math.min(offered + 48 * HOUR, need.from - 3 * HOUR), offered + HOUR)
    const tried = offeredTo(world, need, { ...base, pair, helper, offered, answerBy })
    referrals.push(tried.referral)
    if (second !== undefined) referrals.push(alongside(world, second.helper, tried.referral))
    for (const one of [found, second]) if (one !== undefined) settle(crew, one.helper, one.promised, tried)
    if (tried.again === undefined) return { referrals, end: tried.end, withdrawn: tried.withdrawn }
    recorded = tried.again
    const over = [helper, ...(second === undefined ? [] : [second.helper])]
    if (tried.referral.visit === undefined) passedUnits = [...passedUnits, ...over.map(({ group }) => group.id)]
    else if (tried.referral.visit.state !== 'no-show') passedHelpers = [...passedHelpers, ...over.map(({ id }) => id)]
  }
}

/** A need from its recording up to now. */
export const courseOf = (world: World, asked: Asked, need: Planned, slow: Slow, known: Known): NeedStory => {
  const { days, chance } = world
  const consentAt = days.office(need.at, chance.waiting(0.7, 0.6), chance)
  if (consentAt > days.now) return { ...need, state: 'open', referrals: [] }
  const until = consentAt + CONSENT_DAYS * DAY_MS
  if (chance.is(0.065)) {
    // A no changes nothing else: staff of the centre do it themselves.
    const consent = { state: 'refused' as const, at: consentAt, until }
    const byStaff = days.office(consentAt, chance.waiting(0.8, 0.5), chance)
    if (byStaff > days.now) return { ...need, state: 'open', consent, referrals: [] }
    const ended = days.office(byStaff, chance.waiting(7, 0.7) * slow, chance)
    if (ended > days.now) return { ...need, state: 'under-way', consent, byStaff, referrals: [] }
    const met = chance.is(0.8)
    return { ...need, state: met ? 'met' : 'unmet', outcome: met ? 'met' : 'partly', ended, consent, byStaff, referrals: [] }
  }
  const given = { state: 'given' as const, at: consentAt, until }
  const { referrals, end, withdrawn } = sought(world, asked, need, slow, consentAt + 4 * MINUTE, known)
  if (withdrawn !== undefined) {
    const consent = { ...given, state: 'withdrawn' as const, ended: withdrawn }
    const ended = days.office(withdrawn, 3, chance)
    if (ended > days.now) return { ...need, state: 'open', consent, referrals }
    return { ...need, state: 'withdrawn', reason: 'person-declined', ended, consent, referrals }
  }
  if (end !== undefined) return { ...need, ...end, consent: given, referrals }
  const last = referrals.at(-1)
  const ended = days.office(Math.max(need.to, last?.recorded ?? 0), chance.waiting(1.2, 0.5), chance)
  if (last === undefined || ended > days.now) return { ...need, state: 'referred', consent: given, referrals }
  // Nobody was found in time: the worker ends the need and records it anew for another day.
  return {
    ...need,
    state: 'withdrawn',
    reason: 'no-longer-needed',
    ended,
    consent: given,
    referrals: [...referrals.slice(0, -1), { ...last, state: 'withdrawn', reason: 'need-withdrawn', closed: ended }],
  }
}
