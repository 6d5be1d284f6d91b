import { ageGroup } from '#domains/casework/index.ts'
import { copying } from '#demonstration/copy.ts'
import { demoId } from '#demonstration/ids.ts'
import type { NeedStory, ReferralStory, Story, VisitStory } from '#demonstration/story/index.ts'
import type { Helper } from '#demonstration/volunteers.ts'
import { at, atOrNull, BY, cardOf, contactOf, idOf, quarterOf, subjectOf, workerOf, type Parts } from './parts.ts'
import { addressOf } from './people.ts'

const HOUR = 3_600_000
const DAY_MS = 24 * HOUR

export interface Walk {
  readonly story: Story
  readonly need: NeedStory
  readonly referral: ReferralStory
}

export interface VisitWalk extends Walk {
  readonly visit: VisitStory
  readonly helper: Helper
  /** Who goes along. */
  readonly companion: Helper | undefined
}

const nameOf = ({ given, family }: Helper): string => `${given} ${family}`

export const walksOf = (opened: readonly Story[]): Walk[] =>
  opened.flatMap((story) => story.needs.flatMap((need) => need.referrals.map((referral) => ({ story, need, referral }))))

export const visitsOf = (walks: readonly Walk[]): VisitWalk[] =>
  walks.flatMap((walk) => {
    const { visit, helper, pair, attempt, seat } = walk.referral
    if (visit === undefined || helper === undefined) return []
    const beside = pair ? walk.need.referrals.find((one) => one.attempt === attempt && one.seat !== seat) : undefined
    return [{ ...walk, visit, helper, companion: beside?.helper }]
  })

/** Whether a volunteer still carries it: from the person's yes until the confirmation. */
export const isCarried = ({ state }: VisitStory): boolean => state === 'approved' || state === 'under-way' || state === 'done'

export const loadReferrals = async ({ filling, pack, workers, onRow }: Parts, walks: readonly Walk[]): Promise<void> => {
  const table = await copying(filling, 'referrals.referral', [
    'home', 'id', 'recorded_at', 'recorded_by', 'need', 'case_id', 'person', 'worker', 'team', 'from_unit', 'to_unit', 'consent', 'state', 'reason', 'card',
    'seat', 'attempt', 'passed_units', 'passed_volunteers', 'volunteer', 'answer_by', 'open_from', 'open_until', 'closed_at', 'synthetic',
  ])
  for (const { story, need, referral } of walks) {
    const { state, closed, helper, recorded, offered = recorded, answerBy } = referral
    const until = need.consent?.until ?? need.to
    const open = state === 'ready' ? until : state === 'offered' ? (answerBy ?? until) : Math.min(need.to + DAY_MS, until)
    onRow()
    await table.row([
      story.centre.home, idOf('referral', referral), at(recorded), BY, idOf('need', need), idOf('case', story), idOf('person', story),
      workerOf(story, workers), story.centre.id, story.centre.id, helper?.group.id ?? null, idOf('consent', need), state, referral.reason ?? null,
      cardOf(pack, story, need, referral.pair), referral.seat, referral.attempt, referral.passedUnits, referral.passedHelpers, helper?.id ?? null, atOrNull(answerBy), at(offered),
      at(closed ?? open), atOrNull(closed), true,
    ])
  }
  await table.end()
}

export const loadVisits = async ({ filling, pack, keys, now, workers, onRow }: Parts, visits: readonly VisitWalk[]): Promise<void> => {
  const table = await copying(filling, 'visits.assignment', [
    'home', 'id', 'recorded_at', 'recorded_by', 'need', 'referral', 'case_id', 'person', 'worker', 'team', 'unit', 'volunteer', 'volunteer_home',
    'volunteer_name', 'consent', 'kind', 'card', 'visit_from', 'visit_to', 'state', 'reason', 'answer_by', 'accepted_at', 'approved_at', 'approved_how',
    'arrived_at', 'done_at', 'report', 'confirm_hash', 'confirmed_at', 'confirmed_how', 'outcome', 'open_from', 'open_until', 'subject', 'sex', 'age_group',
    'place', 'seat', 'companion_name', 'synthetic',
  ])
  for (const { story, need, referral, visit, helper, companion } of visits) {
    const over = visit.confirmed ?? visit.ended
    onRow()
    await table.row([
      story.centre.home, idOf('visit', visit), at(visit.offered), BY, idOf('need', need), idOf('referral', referral), idOf('case', story),
      idOf('person', story), workerOf(story, workers), story.centre.id, helper.group.id, helper.id, helper.group.home, nameOf(helper),
      idOf('consent', need), story.kind.code, cardOf(pack, story, need, referral.pair), at(need.from), at(need.to), visit.state, visit.reason ?? null, at(visit.answerBy),
      atOrNull(visit.accepted), atOrNull(visit.approved), visit.approved === undefined ? null : story.channel === 'web' ? 'own-file' : 'by-phone',
      atOrNull(visit.arrived), atOrNull(visit.done), visit.done === undefined ? null : JSON.stringify({ outcome: visit.outcome ?? 'met', notes: [], ...(referral.pair ? { companion: 'came' } : {}) }),
      visit.state === 'done' && referral.seat === 1 ? confirmHash(keys, visit) : null, atOrNull(visit.confirmed), visit.confirmed === undefined ? null : 'code', visit.outcome ?? null,
      at(visit.offered), at(over ?? need.to + 7 * DAY_MS), subjectOf(keys, story, 'visits'), story.sex, ageGroup(story.birthYear, now), story.town.code, referral.seat,
      visit.approved === undefined || companion === undefined ? null : nameOf(companion), true,
    ])
  }
  await table.end()
}

export const confirmationOf = ({ number }: VisitStory): string => String((number * 7_919) % 1_000_000).padStart(6, '0')

const confirmHash = (keys: Parts['keys'], visit: VisitStory): Buffer =>
  keys.digest('visit confirmation', `${idOf('visit', visit)} ${confirmationOf(visit)}`)

/** Time that is taken: a booking lives from the person's yes until the confirmation. */
export const loadBookings = async ({ filling, onRow }: Parts, visits: readonly VisitWalk[]): Promise<void> => {
  const table = await copying(filling, 'visits.booking', ['home', 'id', 'volunteer', 'assignment', 'during'])
  for (const { need, visit, helper } of visits) {
    if (!isCarried(visit)) continue
    onRow()
    await table.row([
      helper.group.home, idOf('booking', visit), helper.id, idOf('visit', visit), `[${at(need.from).toISOString()},${at(need.to).toISOString()})`,
    ])
  }
  await table.end()
}

/** What was lent for each visit that the person said yes to: the group's part, and the volunteer's for the window. */
export const loadDisclosures = async ({ filling, pack, keys, workers, onRow }: Parts, visits: readonly VisitWalk[]): Promise<void> => {
  const [notice] = pack.notices
  const table = await copying(filling, 'consents.disclosure', [
    'home', 'id', 'recorded_at', 'recorded_by', 'consent', 'person', 'need', 'referral', 'worker', 'unit', 'volunteer', 'stage', 'purpose', 'fields',
    'content', 'open_from', 'open_until', 'reads', 'last_read_at',
  ])
  const lent = async (walk: VisitWalk, stage: 'accepted' | 'visit', fields: Readonly<Record<string, string>>, from: number, until: number) => {
    const { story, need, referral, visit, helper } = walk
    const over = visit.confirmed ?? visit.ended ?? Infinity
    const reads = stage === 'visit' && visit.arrived !== undefined ? 1 + (visit.number % 3) : 0
    onRow()
    await table.row([
      story.centre.home, demoId('disclosure', visit.number * 2 + (stage === 'visit' ? 1 : 0)), atOrNull(visit.approved), BY, idOf('consent', need),
      idOf('person', story), idOf('need', need), idOf('referral', referral), workerOf(story, workers), stage === 'visit' ? null : helper.group.id, helper.id,
      stage, notice?.purpose ?? '', Object.keys(fields), keys.seal(story.centre.home, JSON.stringify(fields)), at(from), at(Math.min(until, over)), reads,
      reads === 0 ? null : atOrNull(visit.arrived),
    ])
  }
  for (const walk of visits) {
    const { story, need, visit } = walk
    if (visit.approved === undefined) continue
    const { given: givenName, family: familyName } = story
    await lent(walk, 'accepted', { givenName, quarter: quarterOf(pack, story) ?? '' }, visit.approved, need.to + HOUR / 2)
    const { phone } = contactOf(pack, story)
    await lent(walk, 'visit', { givenName, familyName, phone, address: addressOf({ pack }, story) }, need.from - 2 * HOUR, need.to + HOUR / 2)
  }
  await table.end()
}
