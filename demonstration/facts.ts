import type pg from 'pg'
import { ageGroup } from '#domains/casework/index.ts'
import { localTime } from '#engines/calendar/index.ts'
import { canonical } from '#platform/audit/chain.ts'
import { pseudonym } from '#platform/keys/index.ts'
import { reached, secretOf, type ChainParts } from './chain.ts'
import { copying } from './copy.ts'
import { demoId, type IdKind } from './ids.ts'
import type { Story } from './year.ts'

interface Told {
  readonly kind: string
  readonly at: number
  readonly source: IdKind
  readonly quantity?: number
  readonly subject?: 'casework' | 'visits'
  readonly dimensions: Readonly<Record<string, string>>
}

/** The facts that the deeds of a story would have written, in their order. */
const factsOf = (story: Story, now: Date): Told[] => {
  const way = reached(story, now.getTime())
  const { kind, sex, number } = story
  const who = { kind: kind.code, sex, ageGroup: ageGroup(story.birthYear, now) }
  const told: Told[] = [{ kind: 'desk.request-received', at: story.asked, source: 'request', dimensions: { channel: story.channel, urgency: story.urgency } }]
  if (way.decided)
    told.push({ kind: 'desk.request-decided', at: story.decided, source: 'request', dimensions: { decision: story.decision, onTime: story.decided <= story.due ? 'yes' : 'no' } })
  if (way.opened) told.push({ kind: 'casework.case-opened', at: story.decided, source: 'case', subject: 'casework', dimensions: { sex, ageGroup: who.ageGroup } })
  if (way.need) told.push({ kind: 'casework.need-opened', at: story.needAt, source: 'need', subject: 'casework', dimensions: who })
  if (way.offered)
    for (let attempt = 1; attempt <= story.declines + 1; attempt++) {
      told.push({ kind: 'referrals.referral-offered', at: story.offered, source: 'referral', dimensions: { kind: kind.code, attempt: attempt > 2 ? '3+' : String(attempt) } })
      told.push({ kind: 'visits.visit-offered', at: story.offered, source: 'visit', dimensions: { kind: kind.code } })
      if (attempt <= story.declines) told.push({ kind: 'visits.visit-declined', at: story.offered, source: 'visit', dimensions: { kind: kind.code } })
    }
  if (way.over && !story.came) told.push({ kind: 'visits.no-show', at: story.to, source: 'visit', dimensions: { kind: kind.code, who: number % 2 === 0 ? 'person' : 'volunteer' } })
  if (way.confirmed) {
    told.push({ kind: 'visits.visit-confirmed', at: story.confirmed, source: 'visit', subject: 'visits', dimensions: who })
    told.push({ kind: 'visits.minutes-given', at: story.confirmed, source: 'visit', quantity: kind.minutes, dimensions: { kind: kind.code } })
    if (story.outcome === 'met')
      told.push({ kind: 'casework.need-met', at: story.confirmed, source: 'need', subject: 'casework', dimensions: { ...who, onTime: story.number % 9 === 0 ? 'no' : 'yes' } })
    else told.push({ kind: 'casework.need-unmet', at: story.confirmed, source: 'need', subject: 'casework', dimensions: who })
  }
  return told
}

/**
 * Facts go in as folded long ago (`recorded_xid` 0), and the roll-ups are made from them in one statement: the
 * folding job begins with what happens after the load.
 */
export const loadFacts = async ({ client, pack, keys, now, onRow }: ChainParts, all: readonly Story[]): Promise<number> => {
  const table = copying(client, 'facts.fact', [
    'home', 'id', 'kind', 'version', 'occurred_on', 'unit', 'place', 'subject', 'quantity', 'dimensions', 'source', 'recorded_at', 'recorded_xid',
  ])
  const days = new Map<number, string>()
  // The country's day of an hour: asked for a million times, formatted nine thousand.
  const dayOf = (at: number): string => {
    const hour = Math.floor(at / 1_800_000)
    const known = days.get(hour) ?? localTime(new Date(at), pack.timeZone).date
    days.set(hour, known)
    return known
  }
  let number = 0
  for (const story of all)
    for (const told of factsOf(story, now)) {
      onRow()
      await table.row([
        story.centre.home,
        demoId('fact', (number += 1)),
        told.kind,
        1,
        dayOf(told.at),
        story.centre.id,
        story.centre.town.code,
        told.subject === undefined ? null : pseudonym(keys, secretOf(story.number), told.subject),
        told.quantity ?? 1,
        canonical(told.dimensions),
        demoId(told.source, story.number),
        new Date(Math.round(told.at)),
        '0',
      ])
    }
  await table.end()
  return number
}

export const rollUp = async (client: pg.Client): Promise<void> => {
  await client.query(`
    insert into facts.rollup (home, kind, version, occurred_on, unit, place, dimensions, quantity, facts)
    select home, kind, version, occurred_on, unit, place, dimensions, sum(quantity), count(*)
    from facts.fact group by 1, 2, 3, 4, 5, 6, 7`)
}
