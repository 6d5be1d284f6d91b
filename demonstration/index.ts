import type pg from 'pg'
import type { CountryPack } from '#countries/index.ts'
import { pairingOf } from '#domains/casework/index.ts'
import { findPlan } from '#domains/observatory/index.ts'
import { hashSecret } from '#domains/people/index.ts'
import { today } from '#engines/calendar/index.ts'
import type { Keyring } from '#platform/keys/index.ts'
import { caseWorkers, loadAccounts, statisticians } from './accounts.ts'
import { seeded } from './chance.ts'
import { loadFacts, rollUp } from './facts.ts'
import { analysed, filled, type Filling } from './filling.ts'
import { loadPlaces } from './geography.ts'
import { homesOf } from './homes.ts'
import type { Mistake } from './mistake.ts'
import { releaseDaysOf } from './release-days.ts'
import { SETTING, type ReleasesToMake } from './releases.ts'
import { loadOrganisations, type Organisations } from './organisations.ts'
import { loadConsents, loadNeeds } from './rows/needs.ts'
import type { Parts } from './rows/parts.ts'
import { loadCases, loadPeople, loadRequests, toldCodeOf } from './rows/people.ts'
import { isCarried, loadBookings, loadDisclosures, loadReferrals, loadVisits, visitsOf, walksOf, type VisitWalk } from './rows/visits.ts'
import { loadConfirmation, loadProposals } from './rows/waiting.ts'
import { crewOf, daysOf, firstAskingDay, isOpened, shownStories, yearOf, type World } from './story/index.ts'
import { loadVenues } from './venues.ts'
import { loadVolunteers, makeVolunteers, type Helper } from './volunteers.ts'

export interface DemonstrationOptions {
  readonly loaderUrl: string
  /** Of whoever made the database: where it is a superuser, tables are filled side by side. */
  readonly adminUrl: string
  /** Only who owns a table may gather its statistics. */
  readonly ownerUrl: string
  readonly keys: Keyring
  readonly pack: CountryPack
  readonly now: Date
  /** Part of the country to load, above 0 up to 1. */
  readonly scale: number
  readonly onProgress: (what: string, done: number, of: number, seconds: number) => void
}

const SEED = 1405
/** What the demonstration's statisticians release. */
const PLAN = 'needs'
const REQUESTS = 97_000
const VOLUNTEERS = 100_000
const VENUES = 70_000
const GROUPS = 60_000
/** Of the shown centre: some seven on a working day, and in a small country enough to look at. */
const SHOWN_REQUESTS = 1_700
const LEAST_SHOWN = 300
// Rows and steps that one request leaves behind, roughly: for the bar alone.
const STEPS_PER_REQUEST = 26
// Of the time; the rest are the last sums and indexes, accounts and statistics, which tell nothing on their way.
const ROWS_SHARE = 0.85
const ACCOUNTS_AT = 0.93
const STATISTICS_AT = 0.95
// What a visitor may be told: it opens the files of two people who do not exist.
// Digits: each language writes them its own way, and either opens.
const SECRET = '4627'

const mark = (client: pg.Client, name: string, value: unknown) =>
  client.query('insert into platform.setting (name, value) values ($1, $2::jsonb)', [name, JSON.stringify(value)])

/** The country's places alone: for an installation that begins empty. */
export const loadGeography = async (options: DemonstrationOptions): Promise<void> =>
  filled(
    options,
    async (filling) => {
      await loadPlaces(filling, options.pack)
    },
    async (client) => {
      await mark(client, 'demonstration', false)
      await mark(client, 'counted-since', today(options.now, options.pack.timeZone))
    },
  )

/** The centre that the demonstration's accounts work in: of a middle-sized town, so that everything can be seen at once. */
const shownOf = ({ centres, groups }: Organisations) => {
  const bySize = centres.filter(({ number }) => number === 1).sort((a, b) => a.town.weight - b.town.weight)
  for (const centre of bySize.slice(Math.floor(bySize.length * 0.75))) {
    const group = groups.find(({ town, membership }) => town.code === centre.town.code && membership === 'women')
    if (group !== undefined) return { centre, group }
  }
  throw new Error('the demonstration is too small: set HAMYAR_DEMONSTRATION_SCALE higher')
}

const carriedBy = (visits: readonly VisitWalk[]): Map<Helper, number> => {
  const carried = new Map<Helper, number>()
  for (const { visit, helper } of visits) if (isCarried(visit)) carried.set(helper, (carried.get(helper) ?? 0) + 1)
  return carried
}

const progressOf = ({ scale, onProgress }: DemonstrationOptions) => {
  const started = performance.now()
  const total = Math.round(((GROUPS + VOLUNTEERS + VENUES + REQUESTS * STEPS_PER_REQUEST) * scale) / ROWS_SHARE)
  let rows = 0
  let what = ''
  const say = () => onProgress(what, Math.min(rows, total), total, (performance.now() - started) / 1000)
  return {
    begin: (next: string, share = 0) => {
      what = next
      rows = Math.max(rows, Math.round(total * share))
      say()
    },
    onRow: () => {
      rows += 1
      if (rows % 2_000 === 0) say()
    },
  }
}
type Progress = ReturnType<typeof progressOf>

/** The two organisations, and the year as it was lived: everything that rows are written from. */
const livedIn = async (filling: Filling, options: DemonstrationOptions, { begin, onRow }: Progress) => {
  const { pack, now, scale } = options
  const chance = seeded(SEED)
  begin('places')
  const geography = await loadPlaces(filling, pack)
  begin('units')
  const organisations = await loadOrganisations(filling, { pack, geography, scale, onRow }, chance)
  const { centre, group } = shownOf(organisations)
  begin('venues')
  await loadVenues(filling, geography, Math.round(VENUES * scale), chance, onRow)
  begin('a year of requests')
  const helpers = makeVolunteers({ pack, groups: organisations.groups, count: Math.round(VOLUNTEERS * scale), now, shown: group }, chance)
  const days = daysOf(pack, now)
  const age = { year: now.getUTCFullYear(), ageOfMajority: pack.ageOfMajority }
  const pairOf: World['pairOf'] = ({ kind, birthYear }) => pairingOf(kind, birthYear, age)
  const world: World = { days, chance, crew: crewOf(helpers.filter(({ fresh }) => !fresh), days, chance), counters: { need: 0, referral: 0, visit: 0 }, pairOf }
  // First what the accounts find: their volunteers are free for it.
  const shown = shownStories(world, {
    pack,
    centre,
    group: helpers.filter((helper) => helper.group === group && !helper.fresh),
    after: 0,
    secretHash: await hashSecret(SECRET),
  })
  const requests = Math.round(REQUESTS * scale)
  const year = yearOf(world, {
    pack,
    centres: organisations.centres,
    towns: geography.towns,
    requests,
    after: shown.stories.length,
    shown: centre,
    ofShown: Math.min(requests, Math.max(LEAST_SHOWN, Math.round(SHOWN_REQUESTS * scale))),
    onStory: onRow,
  })
  return { organisations, centre, group, helpers, days, shown, all: [...shown.stories, ...year] }
}
type Lived = Awaited<ReturnType<typeof livedIn>>

/** First what takes longest to sum up and to index: that goes on beside the rest. */
const writtenDown = async (parts: Parts, { helpers, days, shown, all }: Lived, mistake: Mistake, { begin }: Progress): Promise<void> => {
  const { filling, keys, pack, now, onRow } = parts
  const opened = all.filter(isOpened)
  const walks = walksOf(opened)
  const visits = visitsOf(walks)
  begin('facts')
  await loadFacts(parts, all, days, mistake)
  rollUp(filling)
  begin('referrals')
  await loadReferrals(parts, walks)
  begin('visits')
  await loadVisits(parts, visits)
  await loadBookings(parts, visits)
  begin('what was lent')
  await loadDisclosures(parts, visits)
  begin('needs and consents')
  await loadNeeds(parts, opened)
  await loadConsents(parts, opened)
  begin('requests')
  await loadRequests(parts, all)
  begin('people and cases')
  await loadPeople(parts, opened)
  await loadCases(parts, opened)
  begin('volunteers')
  await loadVolunteers(filling, { pack, keys, now, helpers, carried: carriedBy(visits), homes: homesOf(pack, helpers, shown.stories) }, onRow)
  begin('indexes', ROWS_SHARE)
}

/** A synthetic country: two organisations, their people, and a year of work. Nobody in it exists. */
export const loadDemonstration = async (options: DemonstrationOptions): Promise<void> => {
  const { keys, pack, now, ownerUrl } = options
  const plan = findPlan(PLAN)
  if (plan === undefined) throw new Error(`there is no plan ${PLAN}`)
  const { days: released, mistake } = releaseDaysOf(plan, now, pack.timeZone)
  const progress = progressOf(options)
  const common = { pack, keys, now, workers: caseWorkers, onRow: progress.onRow }
  await filled(
    options,
    async (filling) => {
      const lived = await livedIn(filling, options, progress)
      await writtenDown({ ...common, filling }, lived, mistake, progress)
      return lived
    },
    async (client, { organisations, centre, group, helpers, days, shown }) => {
      progress.begin('accounts', ACCOUNTS_AT)
      const parts = { ...common, client }
      await loadProposals(parts, centre.home)
      await loadConfirmation(parts, shown.toConfirm)
      const [volunteer, ...others] = helpers
      if (volunteer === undefined) throw new Error('there is no volunteer')
      const together = others.filter(({ fresh }) => fresh)
      await loadAccounts(client, { pack, keys, now, organisations, centre, group, volunteer, together })
      await mark(client, 'demonstration', true)
      await mark(client, 'counted-since', firstAskingDay(days))
      await mark(client, SETTING, { plan: PLAN, ...statisticians, days: released } satisfies ReleasesToMake)
      await mark(client, 'demonstration-people', [
        { step: 'approval', code: toldCodeOf(keys, shown.toApprove), secret: SECRET },
        { step: 'confirm', code: toldCodeOf(keys, shown.toConfirm), secret: SECRET },
      ])
    },
  )
  progress.begin('statistics', STATISTICS_AT)
  await analysed(ownerUrl)
  progress.begin('done', 1)
}
