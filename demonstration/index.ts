import pg from 'pg'
import type { CountryPack } from '#countries/index.ts'
import type { Keyring } from '#platform/keys/index.ts'
import { caseWorkers, loadAccounts } from './accounts.ts'
import { loadConsents, loadNeeds, loadPeopleAndCases, loadReferrals, loadRequests, loadVisits, type ChainParts } from './chain.ts'
import { seeded } from './chance.ts'
import { loadFacts, rollUp } from './facts.ts'
import { loadPlaces, type Geography } from './geography.ts'
import { loadOrganisations, type Organisations } from './organisations.ts'
import { loadVenues } from './venues.ts'
import { loadVolunteers } from './volunteers.ts'
import { stories } from './year.ts'

export interface DemonstrationOptions {
  readonly loaderUrl: string
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
const REQUESTS = 165_000
const VOLUNTEERS = 100_000
const VENUES = 70_000
const GROUPS = 60_000
// Rows that one request leaves behind, roughly: for the bar alone.
const ROWS_PER_REQUEST = 10.6

/** Everything in one transaction, the mark last: a load that was cut off leaves nothing and is begun again. */
const inOne = async (loaderUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> => {
  const client = new pg.Client({ connectionString: loaderUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('set local synchronous_commit = off')
    await client.query(`set local work_mem = '128MB'`)
    await client.query(`set local maintenance_work_mem = '256MB'`)
    await work(client)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

const mark = (client: pg.Client, name: string, value: unknown) =>
  client.query('insert into platform.setting (name, value) values ($1, $2::jsonb)', [name, JSON.stringify(value)])

/** The country's places alone: for an installation that begins empty. */
export const loadGeography = async ({ loaderUrl, pack }: DemonstrationOptions): Promise<void> =>
  inOne(loaderUrl, async (client) => {
    await loadPlaces(client, pack)
    await mark(client, 'demonstration', false)
    await mark(client, 'filled', true)
  })

/** The centre that the demonstration's accounts work in: of a middle-sized town, so that everything can be seen at once. */
const shownOf = ({ centres, groups }: Organisations) => {
  const bySize = centres.filter(({ number }) => number === 1).sort((a, b) => a.town.weight - b.town.weight)
  for (const centre of bySize.slice(Math.floor(bySize.length * 0.75))) {
    const group = groups.find(({ town, membership }) => town.code === centre.town.code && membership === 'women')
    if (group !== undefined) return { centre, group }
  }
  throw new Error('the demonstration is too small: set HAMYAR_DEMONSTRATION_SCALE higher')
}

/** A synthetic country: two organisations, their people, and a year of work. Nobody in it exists. */
export const loadDemonstration = async (options: DemonstrationOptions): Promise<void> => {
  const { loaderUrl, ownerUrl, keys, pack, now, scale, onProgress } = options
  const chance = seeded(SEED)
  const started = performance.now()
  const total = (GROUPS + VOLUNTEERS + VENUES + REQUESTS * ROWS_PER_REQUEST) * scale
  let rows = 0
  let what = ''
  const say = () => onProgress(what, Math.min(rows, total), total, (performance.now() - started) / 1000)
  const begin = (next: string) => {
    what = next
    say()
  }
  const onRow = () => {
    rows += 1
    if (rows % 5_000 === 0) say()
  }
  await inOne(loaderUrl, async (client) => {
    begin('places')
    const geography: Geography = await loadPlaces(client, pack)
    begin('units')
    const organisations = await loadOrganisations(client, pack, geography, chance, scale, onRow)
    const { centre, group } = shownOf(organisations)
    begin('volunteers')
    const volunteers = await loadVolunteers(
      client,
      { pack, keys, groups: organisations.groups, count: Math.round(VOLUNTEERS * scale), now, shown: group },
      chance,
      onRow,
    )
    begin('venues')
    await loadVenues(client, geography, Math.round(VENUES * scale), chance, onRow)
    begin('a year of requests')
    const all = stories(
      { pack, centres: organisations.centres, volunteers, requests: Math.round(REQUESTS * scale), now, shown: centre },
      chance,
    )
    const parts: ChainParts = { client, pack, keys, now, workers: caseWorkers, onRow }
    await loadRequests(parts, all)
    begin('people and cases')
    await loadPeopleAndCases(parts, all)
    begin('needs and consents')
    await loadNeeds(parts, all)
    await loadConsents(parts, all)
    begin('referrals and visits')
    await loadReferrals(parts, all)
    await loadVisits(parts, all)
    begin('facts')
    await loadFacts(parts, all)
    await rollUp(client)
    const [volunteer] = volunteers
    if (volunteer === undefined) throw new Error('there is no volunteer')
    await loadAccounts(client, { keys, now, organisations, centre, group, volunteer })
    await mark(client, 'demonstration', true)
    await mark(client, 'filled', true)
    onProgress('done', total, total, (performance.now() - started) / 1000)
  })
  await analysed(ownerUrl)
}

/** Plans for a million rows, from the first page on. */
const analysed = async (ownerUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('analyze')
  } finally {
    await client.end()
  }
}
