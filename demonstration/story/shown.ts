import type { CountryPack } from '#countries/index.ts'
import { dueAt, readClock } from '#domains/desk/index.ts'
import type { AgencyCentre } from '#demonstration/organisations.ts'
import type { Helper } from '#demonstration/volunteers.ts'
import type { World } from './course.ts'
import { pickKind, requiresOf, somebody } from './people.ts'
import type { Asked, At, NeedStory, ReferralStory, Story, VisitStory } from './shapes.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY_MS = 24 * HOUR

/** A morning's inbox; late and due today in what an ordinary centre has. */
const INBOX = { late: 4, today: 8, all: 30 }
const INBOX_DAYS = 11

export interface ShownOptions {
  readonly pack: CountryPack
  readonly centre: AgencyCentre
  /** Of the coordinator's group; the first has an account. */
  readonly group: readonly Helper[]
  /** Number of the last story so far. */
  readonly after: number
  /** The second secret of the people whom a visitor may be. */
  readonly secretHash: string
}

export interface Shown {
  readonly stories: readonly Story[]
  /** Whom a visitor can be: the person who is asked for a yes, and the one who is asked how it went. */
  readonly toApprove: Story
  readonly toConfirm: Story
}

type Stage = 'ready' | 'offered' | 'asked' | 'accepted' | 'approved' | 'under-way' | 'done'

/** What every account finds on its first morning: each state of the chain, about now, at one centre. */
export const shownStories = (world: World, options: ShownOptions): Shown => {
  const { days, chance, counters } = world
  const { pack, centre, group, after, secretHash } = options
  const { now } = days
  const year = Number(days.dateOf(now).slice(0, 4))
  const [first] = group
  if (first === undefined) throw new Error('the shown group has no volunteer')
  let number = after

  const ask = (kindCode: string | undefined, asked: At, urgency: Asked['urgency']): Asked => {
    const kind = pack.needKinds.find(({ code }) => code === kindCode) ?? pickKind(pack, chance)
    return {
      number: (number += 1),
      shown: true,
      ...somebody(pack, chance, centre, centre.town, kind, year),
      channel: chance.pick(['web', 'web', 'phone', 'phone', 'desk'] as const),
      urgency,
      asked,
      due: dueAt(urgency, new Date(asked), pack).getTime(),
    }
  }

  const inbox = (): Story[] => {
    const left = { late: INBOX.late, today: INBOX.today, 'on-track': INBOX.all }
    const waiting: Story[] = []
    // On a day off, or in the evening, nothing is due today: then more is on track.
    for (let tries = 0; tries < 4_000 && waiting.length < INBOX.all; tries++) {
      const asked = now - chance.next() * INBOX_DAYS * DAY_MS
      if (pack.synthetic.asking(days.dateOf(asked)) < chance.next()) continue
      const urgency = chance.is(0.15) ? 'soon' : 'ordinary'
      const { clock, days: by } = readClock(dueAt(urgency, new Date(asked), pack), new Date(now), pack)
      if (left[clock] === 0 || (clock === 'late' && by > 3)) continue
      left[clock] -= 1
      waiting.push({ ...ask(undefined, asked, urgency), needs: [] })
    }
    return waiting
  }

  /** A case whose only need stands at a stage, its visit beginning at `from`. */
  const staged = (stage: Stage, from: At, kindCode: string, helper?: Helper, daysAgo = 9): Story => {
    const request = ask(kindCode, days.office(now - (daysAgo + 3) * DAY_MS, 0, chance), 'ordinary')
    const decided = days.office(request.asked, 1, chance)
    const at = Math.min(days.office(decided, 1, chance), now - 4 * HOUR)
    const consentAt = Math.min(at + 2 * HOUR, now - 3 * HOUR)
    const pair = world.pairOf(request)
    const need = { number: (counters.need += 1), at, from, to: from + request.kind.minutes * MINUTE, requires: requiresOf(request, pair, chance), pair, priority: chance.between(1, 3) }
    const base = { number: (counters.referral += 1), seat: 1 as const, pair: pair !== 'never', attempt: 1, recorded: consentAt + 4 * MINUTE, passedUnits: [], passedHelpers: [] }
    const consent = { state: 'given' as const, at: consentAt, until: consentAt + 120 * DAY_MS }
    const story = (referral: ReferralStory, state: NeedStory['state']): Story => ({
      ...request,
      decision: 'open-case',
      decided,
      needs: [{ ...need, requires: { ...need.requires, skills: [], sameSex: 'none' }, state, consent, referrals: [referral] }],
    })
    if (stage === 'ready' || helper === undefined) return story({ ...base, state: 'ready' }, 'referred')
    const offered = Math.max(base.recorded + 30 * MINUTE, now - 5 * HOUR - (stage === 'offered' ? 0 : daysAgo * 8 * HOUR))
    const offer = { ...base, helper, offered, answerBy: offered + 48 * HOUR }
    if (stage === 'offered') return story({ ...offer, state: 'offered' }, 'referred')
    const told = stage === 'asked' ? now - 50 * MINUTE : offered + 35 * MINUTE
    const visit = { number: (counters.visit += 1), offered: told, answerBy: told + 24 * HOUR }
    const accepted = Math.min(told + 40 * MINUTE, now - 25 * MINUTE)
    const approved = Math.min(accepted + 3 * HOUR, now - 20 * MINUTE)
    const visits: Readonly<Record<Exclude<Stage, 'ready' | 'offered'>, readonly [VisitStory, NeedStory['state']]>> = {
      asked: [{ ...visit, state: 'offered' }, 'referred'],
      accepted: [{ ...visit, state: 'accepted', accepted }, 'referred'],
      approved: [{ ...visit, state: 'approved', accepted, approved }, 'matched'],
      'under-way': [{ ...visit, state: 'under-way', accepted, approved, arrived: from - 4 * MINUTE }, 'under-way'],
      done: [{ ...visit, state: 'done', accepted, approved, arrived: from + 3 * MINUTE, done: need.to + 5 * MINUTE }, 'under-way'],
    }
    const [seen, state] = visits[stage]
    const over = seen.state === 'approved' || seen.state === 'under-way' || seen.state === 'done'
    helper.promised.push({ from: need.from, to: need.to, since: over ? approved : now, until: need.to + 21 * DAY_MS })
    return story({ ...offer, state: 'accepted', visit: seen }, state)
  }

  const soon = now + 15 * MINUTE
  const day = (ahead: number, hour: number) => days.later(now, ahead, hour * 60)
  const other = (at: number) => group[1 + (at % Math.max(1, group.length - 1))] ?? first
  const known = { ...staged('accepted', day(4, 10), 'clinic', first), secretHash }
  const done = { ...staged('done', now - 22 * HOUR, 'shopping', first, 14), secretHash }
  const stories = [
    ...inbox(),
    known,
    done,
    staged('asked', day(5, 16), 'call', first, 6),
    staged('approved', soon, 'meal', first, 12),
    staged('under-way', now - 95 * MINUTE, 'shopping', first, 13),
    staged('accepted', day(3, 15), 'meal', other(0), 7),
    ...[3, 5, 6].map((ahead, at) => staged('offered', day(ahead, 10 + at * 3), ['shopping', 'clinic', 'paperwork'][at] ?? 'clinic', other(at), 5)),
    ...[3, 4, 5, 7, 8, 9, 11].map((ahead, at) => staged('ready', day(ahead, 9 + at), ['clinic', 'company', 'lessons', 'repair', 'meal', 'nursing', 'shopping'][at] ?? 'clinic', undefined, 4)),
  ]
  return { stories, toApprove: known, toConfirm: done }
}
