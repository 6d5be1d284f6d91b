import { ageGroup } from '#domains/casework/index.ts'
import { canonical } from '#platform/audit/chain.ts'
import { copying } from './copy.ts'
import type { Filling } from './filling.ts'
import { demoId, type IdKind } from './ids.ts'
import { largestProvince, provinceOf, type Mistake } from './mistake.ts'
import { subjectOf, type Parts } from './rows/parts.ts'
import type { Days, NeedStory, Story } from './story/index.ts'

interface Told {
  readonly kind: string
  readonly at: number
  readonly source: readonly [kind: IdKind, number: number]
  readonly quantity?: number
  readonly subject?: 'casework' | 'visits'
  readonly dimensions: Readonly<Record<string, string>>
}

type Who = Readonly<Record<'kind' | 'sex' | 'ageGroup', string>>

const ofVisits = ({ kind }: Story, need: NeedStory, who: Who): Told[] =>
  need.referrals.flatMap(({ number, seat, attempt, offered, visit }): Told[] => {
    if (offered === undefined) return []
    // Two who go together were offered by one deed, and what comes of it is one visit and one need.
    const first = seat === 1
    const told: Told[] = !first ? [] : [
      { kind: 'referrals.referral-offered', at: offered, source: ['referral', number], dimensions: { kind: kind.code, attempt: attempt > 2 ? '3+' : String(attempt) } },
    ]
    if (visit === undefined) return told
    const source = ['visit', visit.number] as const
    const dimensions = { kind: kind.code }
    told.push({ kind: 'visits.visit-offered', at: visit.offered, source, dimensions })
    if (visit.ended !== undefined && (visit.state === 'declined' || visit.state === 'expired')) told.push({ kind: 'visits.visit-declined', at: visit.ended, source, dimensions })
    if (visit.ended !== undefined && visit.state === 'no-show' && first) told.push({ kind: 'visits.no-show', at: visit.ended, source, dimensions: { ...dimensions, who: 'person' } })
    if (visit.confirmed === undefined) return told
    const minutes = { kind: 'visits.minutes-given', at: visit.confirmed, source, quantity: kind.minutes, dimensions }
    if (!first) return [...told, minutes]
    const end: Told =
      visit.outcome === 'met'
        ? { kind: 'casework.need-met', at: visit.confirmed, source: ['need', need.number], subject: 'casework', dimensions: { ...who, onTime: (visit.arrived ?? 0) <= need.to ? 'yes' : 'no' } }
        : { kind: 'casework.need-unmet', at: visit.confirmed, source: ['need', need.number], subject: 'casework', dimensions: who }
    return [
      ...told,
      end,
      { kind: 'visits.visit-confirmed', at: visit.confirmed, source, subject: 'visits', dimensions: who },
      minutes,
    ]
  })

const withdrawn = ({ number, state, ended }: NeedStory, who: Who): Told[] =>
  state !== 'withdrawn' || ended === undefined
    ? []
    : [{ kind: 'casework.need-withdrawn', at: ended, source: ['need', number], subject: 'casework', dimensions: who }]

/** What staff did themselves is counted beside the headline. */
const byStaff = ({ number, state, ended, byStaff: taken, to }: NeedStory, who: Who): Told[] => {
  if (taken === undefined || ended === undefined) return []
  const source = ['need', number] as const
  if (state !== 'met') return [{ kind: 'casework.need-unmet', at: ended, source, subject: 'casework', dimensions: who }]
  return [{ kind: 'casework.need-met-by-staff', at: ended, source, subject: 'casework', dimensions: { ...who, onTime: ended <= to ? 'yes' : 'no' } }]
}

/** The facts that the deeds of a story would have written: one for each, and none without its deed. */
const factsOf = (story: Story, now: Date): Told[] => {
  const { kind, sex, number, decision, decided } = story
  const who = { kind: kind.code, sex, ageGroup: ageGroup(story.birthYear, now) }
  const told: Told[] = [
    { kind: 'desk.request-received', at: story.asked, source: ['request', number], dimensions: { channel: story.channel, urgency: story.urgency } },
  ]
  if (decision === undefined || decided === undefined) return told
  told.push({ kind: 'desk.request-decided', at: decided, source: ['request', number], dimensions: { decision, onTime: decided <= story.due ? 'yes' : 'no' } })
  if (decision !== 'open-case') return told
  told.push({ kind: 'casework.case-opened', at: decided, source: ['case', number], subject: 'casework', dimensions: { sex, ageGroup: who.ageGroup } })
  for (const need of story.needs)
    told.push({ kind: 'casework.need-opened', at: need.at, source: ['need', need.number], subject: 'casework', dimensions: who }, ...ofVisits(story, need, who), ...byStaff(need, who), ...withdrawn(need, who))
  return told
}

/**
 * Facts go in as folded long ago (`recorded_xid` 0), and the roll-ups are made from them in one statement: the
 * folding job begins with what happens after the load.
 */
export const loadFacts = async ({ filling, keys, now, onRow }: Parts, all: readonly Story[], days: Days, mistake: Mistake): Promise<void> => {
  const table = await copying(filling, 'facts.fact', [
    'home', 'id', 'kind', 'version', 'occurred_on', 'unit', 'place', 'subject', 'quantity', 'dimensions', 'source', 'recorded_at', 'recorded_xid', 'reverses',
  ])
  let number = 0
  const province = largestProvince(all)
  const isMistaken = (story: Story, { kind, at, dimensions: { onTime } }: Told): boolean => {
    if (kind !== 'casework.need-met' || onTime !== 'no' || provinceOf(story) !== province) return false
    const day = days.dateOf(at)
    return day >= mistake.first && day <= mistake.last && at < mistake.corrected.getTime()
  }
  for (const story of all) {
    const subjects: Partial<Record<'casework' | 'visits', string>> = {}
    for (const told of factsOf(story, now)) {
      const { kind, at, source, quantity, subject } = told
      const write = (dimensions: Told['dimensions'], recorded: Date, reverses: number | null) =>
        table.row([
          story.centre.home, demoId('fact', (number += 1)), kind, 1, days.dateOf(at), story.centre.id, story.town.code,
          subject === undefined ? null : (subjects[subject] ??= subjectOf(keys, story, subject)), quantity ?? 1, canonical(dimensions), demoId(...source),
          recorded, '0', reverses === null ? null : demoId('fact', reverses),
        ])
      onRow()
      const recorded = new Date(Math.round(at))
      if (isMistaken(story, told)) {
        const wrong = { ...told.dimensions, onTime: 'yes' }
        await write(wrong, recorded, null)
        await write(wrong, mistake.corrected, number)
        await write(told.dimensions, mistake.corrected, null)
      } else await write(told.dimensions, recorded, null)
    }
  }
  await table.end()
}

export const rollUp = ({ make }: Filling): void =>
  make(
    'facts.rollup',
    `insert into facts.rollup (home, kind, version, occurred_on, unit, place, dimensions, recorded_on, quantity, facts)
     select home, kind, version, occurred_on, unit, place, dimensions, (recorded_at at time zone 'UTC')::date, sum(quantity * sign), sum(sign)
     from facts.fact f, lateral (select case when f.reverses is null then 1 else -1 end as sign) s group by 1, 2, 3, 4, 5, 6, 7, 8`,
  )
