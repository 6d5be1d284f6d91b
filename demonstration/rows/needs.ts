import { ageGroup } from '#domains/casework/index.ts'
import { copying } from '#demonstration/copy.ts'
import type { Story } from '#demonstration/story/index.ts'
import { at, atOrNull, BY, idOf, quarterOf, subjectOf, workerOf, type Parts } from './parts.ts'

export const loadNeeds = async ({ filling, pack, keys, now, workers, onRow }: Parts, opened: readonly Story[]): Promise<void> => {
  const table = await copying(filling, 'casework.need', [
    'home', 'id', 'recorded_at', 'recorded_by', 'case_id', 'person', 'worker', 'team', 'kind', 'requires', 'minutes', 'window_from', 'window_to',
    'place', 'quarter', 'lat', 'lon', 'priority', 'since', 'state', 'reason', 'outcome', 'ended_at', 'subject', 'sex', 'age_group', 'pair', 'by_staff_at', 'synthetic',
  ])
  for (const story of opened) {
    if (story.needs.length === 0) continue
    const subject = subjectOf(keys, story, 'casework')
    const age = ageGroup(story.birthYear, now)
    for (const need of story.needs) {
      onRow()
      await table.row([
        story.centre.home, idOf('need', need), at(need.at), BY, idOf('case', story), idOf('person', story), workerOf(story, workers), story.centre.id,
        story.kind.code, JSON.stringify(need.requires), story.kind.minutes, at(need.from), at(need.to), story.town.code, quarterOf(pack, story), story.lat,
        story.lon, need.priority, at(need.at), need.state, need.reason ?? null, need.outcome ?? null, atOrNull(need.ended), subject, story.sex, age, need.pair, atOrNull(need.byStaff), true,
      ])
    }
  }
  await table.end()
}

export const loadConsents = async ({ filling, pack, workers, onRow }: Parts, opened: readonly Story[]): Promise<void> => {
  const [notice] = pack.notices
  if (notice === undefined) throw new Error('the pack has no notice')
  const table = await copying(filling, 'consents.consent', [
    'home', 'id', 'recorded_at', 'recorded_by', 'person', 'case_id', 'need', 'worker', 'team', 'state', 'notice', 'notice_version', 'purpose',
    'categories', 'recipients', 'until', 'how', 'ended_at', 'synthetic',
  ])
  for (const story of opened)
    for (const need of story.needs) {
      const { consent } = need
      if (consent === undefined) continue
      onRow()
      await table.row([
        story.centre.home, idOf('consent', need), at(consent.at), BY, idOf('person', story), idOf('case', story), idOf('need', need),
        workerOf(story, workers), story.centre.id, consent.state, notice.code, notice.version, notice.purpose, notice.categories, notice.recipients,
        at(consent.until), need.number % 3 === 0 ? 'one-time-code' : 'signed', atOrNull(consent.ended), true,
      ])
    }
  await table.end()
}
