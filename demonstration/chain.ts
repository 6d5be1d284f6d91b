import { createHash } from 'node:crypto'
import type pg from 'pg'
import { ageGroup, pairingOf } from '#domains/casework/index.ts'
import { codeDigest, trackingCode } from '#domains/desk/index.ts'
import type { CountryPack } from '#countries/index.ts'
import type { Keyring } from '#platform/keys/index.ts'
import { pseudonym } from '#platform/keys/index.ts'
import { foldForSearch, persianDigits } from '#platform/words/index.ts'
import { copying } from './copy.ts'
import { demoId, type IdKind } from './ids.ts'
import { otherwise, sentences } from './sentences.ts'
import type { Story } from './year.ts'

const DAY_MS = 86_400_000
const HOUR = 3_600_000

export interface ChainParts {
  readonly client: pg.Client
  readonly pack: CountryPack
  readonly keys: Keyring
  readonly now: Date
  /** Accounts of the case workers of the shown centre. */
  readonly workers: readonly string[]
  readonly onRow: () => void
}

/** How far a story has come by now; each flag holds only when the ones before it do. */
export const reached = (story: Story, nowMs: number) => {
  const by = (at: number) => at <= nowMs
  const decided = by(story.decided)
  const opened = decided && story.decision === 'open-case'
  const need = opened && by(story.needAt)
  const consented = need && by(story.referred)
  const referred = consented && story.agrees
  const offered = referred && by(story.offered)
  const accepted = offered && by(story.accepted)
  const approved = accepted && by(story.approved)
  const over = approved && by(story.to)
  const done = over && story.came
  const confirmed = done && by(story.confirmed)
  return { decided, opened, need, consented, referred, offered, accepted, approved, over, done, confirmed }
}
export type Reached = ReturnType<typeof reached>

export const secretOf = (number: number): Buffer => createHash('sha256').update(`synthetic person ${number}`).digest()

export const workerOf = ({ centre, shown, number }: Story, workers: readonly string[]): string =>
  (shown ? workers[number % workers.length] : undefined) ?? demoId('worker', centre.home)

const REQUEST_STATES = { 'open-case': 'case-opened', answer: 'answered', 'pass-on': 'passed-on', duplicate: 'duplicate', withdrawn: 'withdrawn' } as const

const id = (kind: IdKind, { number }: Story) => demoId(kind, number)
const at = (ms: number) => new Date(Math.round(ms))

/** The same sentence of the same office is sealed once: there are a hundred thousand of them. */
const sealer = (keys: Keyring) => {
  const kept = new Map<string, Buffer>()
  return (home: number, text: string): Buffer => {
    const key = `${home} ${text}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const sealed = keys.seal(home, text)
    kept.set(key, sealed)
    return sealed
  }
}

const contactOf = (story: Story) => ({
  phone: `+98996${String(story.number).padStart(7, '0')}`,
  safeFrom: story.number % 3 === 0 ? '16:00' : null,
  safeTo: story.number % 3 === 0 ? '18:00' : null,
  callName: null,
  onlyThemselves: story.number % 4 !== 0,
})

export const loadRequests = async ({ client, pack, keys, now, onRow }: ChainParts, all: readonly Story[]): Promise<void> => {
  const seal = sealer(keys)
  const table = copying(client, 'desk.request', [
    'home', 'id', 'recorded_at', 'recorded_by', 'team', 'code_digest', 'channel', 'kinds', 'words', 'given_name', 'family_name',
    'birth_year', 'sex', 'contact', 'place', 'quarter', 'urgency', 'due_at', 'state', 'answer', 'triaged_at', 'triaged_by', 'case_id',
    'person', 'phone_digest', 'name_token', 'synthetic',
  ])
  for (const story of all) {
    const { centre, kind, number } = story
    const { home } = centre
    const way = reached(story, now.getTime())
    const said = sentences[kind.code] ?? otherwise
    const contact = contactOf(story)
    onRow()
    await table.row([
      home,
      id('request', story),
      at(story.asked),
      'demonstration',
      centre.id,
      codeDigest(keys, trackingCode(keys, home, id('request', story))),
      story.channel,
      [kind.code],
      seal(home, said[number % said.length] ?? ''),
      story.given,
      story.family,
      story.birthYear,
      story.sex,
      keys.seal(home, JSON.stringify(contact)),
      centre.town.code,
      pack.names.streets[number % pack.names.streets.length] ?? null,
      story.urgency,
      at(story.due),
      way.decided ? REQUEST_STATES[story.decision] : 'received',
      null,
      way.decided ? at(story.decided) : null,
      way.decided ? 'demonstration' : null,
      way.opened ? id('case', story) : null,
      way.opened ? id('person', story) : null,
      way.decided ? null : keys.digest('phone', contact.phone),
      way.decided ? null : keys.token('name', foldForSearch(`${story.given} ${story.family}`)),
      true,
    ])
  }
  await table.end()
}

export const loadPeopleAndCases = async (parts: ChainParts, all: readonly Story[]): Promise<void> => {
  const { client, pack, keys, now, workers, onRow } = parts
  const opened = all.filter((story) => reached(story, now.getTime()).opened)
  const seal = sealer(keys)
  const people = copying(client, 'people.person', [
    'home', 'id', 'recorded_at', 'recorded_by', 'worker', 'team', 'given_name', 'family_name', 'sex', 'birth_year', 'languages',
    'contact', 'address', 'place', 'quarter', 'lat', 'lon', 'secret', 'synthetic',
  ])
  for (const story of opened) {
    const { centre, number } = story
    const street = pack.names.streets[number % pack.names.streets.length] ?? ''
    onRow()
    await people.row([
      centre.home, id('person', story), at(story.decided), 'demonstration', workerOf(story, workers), centre.id, story.given, story.family,
      story.sex, story.birthYear, ['fa'], keys.seal(centre.home, JSON.stringify(contactOf(story))),
      seal(centre.home, `${centre.town.nameFa}، کوچهٔ ${street}، پلاک ${persianDigits(String((number % 90) + 1))}`), centre.town.code, street, centre.town.lat, centre.town.lon,
      secretOf(number), true,
    ])
  }
  await people.end()
  const tokens = new Map<string, string>()
  const tokenOf = (name: string): string => {
    const known = tokens.get(name) ?? keys.token('name', foldForSearch(name))
    tokens.set(name, known)
    return known
  }
  const names = copying(client, 'people.name_token', ['token', 'home', 'person'])
  for (const story of opened)
    for (const name of new Set([tokenOf(story.given), tokenOf(story.family)])) await names.row([name, story.centre.home, id('person', story)])
  await names.end()
  const cases = copying(client, 'casework.case', [
    'home', 'id', 'recorded_at', 'recorded_by', 'person', 'request', 'worker', 'team', 'state', 'reason', 'opened_at', 'review_on', 'closed_at', 'synthetic',
  ])
  for (const story of opened) {
    const way = reached(story, now.getTime())
    const closed = way.confirmed && story.outcome === 'met' && story.number % 10 < 8
    onRow()
    await cases.row([
      story.centre.home, id('case', story), at(story.decided), 'demonstration', id('person', story), id('request', story), workerOf(story, workers),
      story.centre.id, closed ? 'closed' : way.need ? 'active' : 'open', closed ? 'needs-met' : null, at(story.decided),
      at(story.decided + 90 * DAY_MS).toISOString().slice(0, 10), closed ? at(story.confirmed) : null, true,
    ])
  }
  await cases.end()
}

const needState = (way: Reached, story: Story): string => {
  if (way.confirmed) return story.outcome === 'met' ? 'met' : 'unmet'
  if (way.over && !story.came) return 'unmet'
  if (way.approved) return way.over ? 'under-way' : 'matched'
  if (way.referred) return 'referred'
  return 'open'
}

export const loadNeeds = async ({ client, pack, keys, now, workers, onRow }: ChainParts, all: readonly Story[]): Promise<void> => {
  const needs = all.filter((story) => reached(story, now.getTime()).need)
  const table = copying(client, 'casework.need', [
    'home', 'id', 'recorded_at', 'recorded_by', 'case_id', 'person', 'worker', 'team', 'kind', 'requires', 'minutes', 'window_from', 'window_to',
    'place', 'lat', 'lon', 'priority', 'since', 'state', 'outcome', 'ended_at', 'subject', 'sex', 'age_group', 'pair', 'synthetic',
  ])
  for (const story of needs) {
    const way = reached(story, now.getTime())
    const { centre, kind } = story
    const ended = way.confirmed || (way.over && !story.came)
    onRow()
    await table.row([
      centre.home, id('need', story), at(story.needAt), 'demonstration', id('case', story), id('person', story), workerOf(story, workers), centre.id,
      kind.code, JSON.stringify(requiresOf(story)), kind.minutes, at(story.from), at(story.to), centre.town.code, centre.town.lat, centre.town.lon,
      story.number % 4, at(story.needAt), needState(way, story), way.confirmed ? story.outcome : null,
      ended ? at(way.confirmed ? story.confirmed : story.to) : null, pseudonym(keys, secretOf(story.number), 'casework'), story.sex,
      ageGroup(story.birthYear, now), pairingOf(kind, story.birthYear, { year: now.getUTCFullYear(), ageOfMajority: pack.ageOfMajority }), true,
    ])
  }
  await table.end()
}

const requiresOf = (story: Story) => ({
  skills: [],
  vetting: story.kind.vetting,
  sameSex: story.kind.atHome && story.sex === 'female' ? 'preferred' : 'none',
  languages: [],
})

const cardOf = (story: Story) =>
  JSON.stringify({
    kind: story.kind.code,
    from: at(story.from).toISOString(),
    to: at(story.to).toISOString(),
    minutes: story.kind.minutes,
    areaFa: story.centre.town.nameFa,
    areaEn: story.centre.town.nameEn,
    sameSex: requiresOf(story).sameSex,
    helper: requiresOf(story).sameSex === 'none' ? null : story.sex,
    languages: [],
  })

export const loadConsents = async ({ client, pack, now, workers, onRow }: ChainParts, all: readonly Story[]): Promise<void> => {
  const [notice] = pack.notices
  if (notice === undefined) throw new Error('the pack has no notice')
  const table = copying(client, 'consents.consent', [
    'home', 'id', 'recorded_at', 'recorded_by', 'person', 'case_id', 'need', 'worker', 'team', 'state', 'notice', 'notice_version', 'purpose',
    'categories', 'recipients', 'until', 'how', 'synthetic',
  ])
  for (const story of all) {
    if (!reached(story, now.getTime()).consented) continue
    onRow()
    await table.row([
      story.centre.home, id('consent', story), at(story.referred), 'demonstration', id('person', story), id('case', story), id('need', story),
      workerOf(story, workers), story.centre.id, story.agrees ? 'given' : 'refused', notice.code, notice.version, notice.purpose,
      [...notice.categories], notice.recipients, at(story.referred + 120 * DAY_MS), story.number % 3 === 0 ? 'one-time-code' : 'signed', true,
    ])
  }
  await table.end()
}

const referralState = (way: Reached, story: Story): string => {
  if (way.confirmed || (way.over && !story.came)) return 'closed'
  if (way.accepted || way.approved) return 'accepted'
  return way.offered ? 'accepted' : 'ready'
}

export const loadReferrals = async ({ client, now, workers, onRow }: ChainParts, all: readonly Story[]): Promise<void> => {
  const table = copying(client, 'referrals.referral', [
    'home', 'id', 'recorded_at', 'recorded_by', 'need', 'case_id', 'person', 'worker', 'team', 'from_unit', 'to_unit', 'consent', 'state', 'card',
    'attempt', 'volunteer', 'answer_by', 'open_from', 'open_until', 'closed_at', 'synthetic',
  ])
  for (const story of all) {
    const way = reached(story, now.getTime())
    if (!way.referred) continue
    const state = referralState(way, story)
    const lent = state === 'accepted'
    onRow()
    await table.row([
      story.centre.home, id('referral', story), at(story.referred), 'demonstration', id('need', story), id('case', story), id('person', story),
      workerOf(story, workers), story.centre.id, story.centre.id, way.offered ? story.volunteer.group.id : null, id('consent', story), state,
      cardOf(story), story.declines + 1, way.offered ? story.volunteer.id : null, way.offered ? at(story.offered + 48 * HOUR) : null,
      at(story.referred), at(lent ? story.to + DAY_MS : state === 'closed' ? story.confirmed : story.referred + 120 * DAY_MS),
      state === 'closed' ? at(Math.min(story.confirmed, now.getTime())) : null, true,
    ])
  }
  await table.end()
}

const visitState = (way: Reached, story: Story): string => {
  if (way.confirmed) return 'confirmed'
  if (way.over) return story.came ? 'done' : 'no-show'
  if (way.approved) return 'approved'
  return way.accepted ? 'accepted' : 'offered'
}

export const loadVisits = async ({ client, keys, now, workers, onRow }: ChainParts, all: readonly Story[]): Promise<void> => {
  const table = copying(client, 'visits.assignment', [
    'home', 'id', 'recorded_at', 'recorded_by', 'need', 'referral', 'case_id', 'person', 'worker', 'team', 'unit', 'volunteer', 'volunteer_home',
    'volunteer_name', 'consent', 'kind', 'card', 'visit_from', 'visit_to', 'state', 'answer_by', 'accepted_at', 'approved_at', 'arrived_at', 'done_at',
    'confirmed_at', 'outcome', 'open_from', 'open_until', 'subject', 'sex', 'age_group', 'place', 'synthetic',
  ])
  for (const story of all) {
    const way = reached(story, now.getTime())
    if (!way.offered) continue
    const state = visitState(way, story)
    const past = state === 'confirmed' || state === 'no-show'
    onRow()
    await table.row([
      story.centre.home, id('visit', story), at(story.offered), 'demonstration', id('need', story), id('referral', story), id('case', story),
      id('person', story), workerOf(story, workers), story.centre.id, story.volunteer.group.id, story.volunteer.id, story.volunteer.home,
      story.volunteer.name, id('consent', story), story.kind.code, cardOf(story), at(story.from), at(story.to), state, at(story.offered + DAY_MS),
      way.accepted ? at(story.accepted) : null, way.approved ? at(story.approved) : null, way.done ? at(story.from) : null, way.done ? at(story.to) : null,
      way.confirmed ? at(story.confirmed) : null, way.confirmed ? story.outcome : null, at(story.offered),
      at(past ? story.to : story.to + 7 * DAY_MS), pseudonym(keys, secretOf(story.number), 'visits'), story.sex, ageGroup(story.birthYear, now),
      story.centre.town.code, true,
    ])
  }
  await table.end()
}
