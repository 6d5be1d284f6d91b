import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openHouse, prepareDatabase, type OpenHouse } from '#apps/house.ts'
import { root } from '#apps/root.ts'
import { countryPack, type GazetteerPlace } from '#countries/index.ts'
import { loadGeography } from '#demonstration/index.ts'
import { publishedIndicators, readCells, type CellsAsked } from '#domains/observatory/index.ts'
import { periodOf, periodOfCode, type PlainDate } from '#engines/calendar/index.ts'
import { system } from '#platform/actor/index.ts'
import { changeUrl } from '#platform/db/url.ts'
import { startEmbeddedPostgres } from '#platform/embedded-postgres/index.ts'
import { foldFacts } from '#platform/facts/fold.ts'
import { observing } from '#platform/facts/observing.ts'
import { rebuildRollups } from '#platform/facts/rebuild.ts'
import { WHOLE_NATION } from '#platform/ids/index.ts'
import { keyring, newKeyMaterial } from '#platform/keys/index.ts'
import { copyFacts, sendAgain, writeFacts } from './counting/store.ts'
import { DAYS, FIRST_DAY, sentFacts, type MadeFact, type Town } from './counting/made.ts'
import { countNaively } from './counting/naive.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)
const say = (what: string, value: string) => print(`    ${what.padEnd(58)} ${value}`)

const timed = async <T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> => {
  const begun = performance.now()
  const result = await work()
  return { result, seconds: (performance.now() - begun) / 1000 }
}

/** Towns as often as people live in them, so that a blind pick follows the population. */
const townsOf = (places: readonly GazetteerPlace[]): Town[] => {
  const byCode = new Map(places.map((place) => [place.code, place]))
  const above = (place: GazetteerPlace): string[] => {
    const parent = place.parent === null ? undefined : byCode.get(place.parent)
    return parent === undefined ? [place.code] : [place.code, ...above(parent)]
  }
  return places.filter(({ kind }) => kind === 'town').flatMap((place, at): Town[] => {
    const unit = `00000000-0000-7000-8001-${at.toString(16).padStart(12, '0')}`
    const town = { code: place.code, home: place.province * 10_000 + place.county * 100 + 1, unit, above: above(place) }
    return Array.from({ length: Math.max(1, Math.round((place.population ?? 6_000) / 6_000)) }, () => town)
  })
}

function* only(facts: Iterable<MadeFact>, keep: (fact: MadeFact) => boolean): Generator<MadeFact> {
  for (const fact of facts) if (keep(fact)) yield fact
}

/** Those that were sent before (`again`), or all others. A fact sent again follows the first sending. */
function* sendings(facts: Iterable<MadeFact>, again: boolean): Generator<MadeFact> {
  let last = -1
  for (const fact of facts) {
    if ((fact.id === last) === again) yield fact
    last = fact.id
  }
}

interface Ground {
  readonly open: OpenHouse
  readonly loader: pg.Client
  readonly owner: pg.Client
  readonly towns: readonly Town[]
  readonly many: number
}

const LAST_DAY = new Date(Date.parse(FIRST_DAY) + (DAYS - 1) * 86_400_000).toISOString().slice(0, 10)

/** Indexes that the load does without. */
const ASIDE = ['facts.fact_day', 'facts.fact_recorded', 'facts.fact_unfolded']

const load = async ({ loader, owner, towns, many }: Ground): Promise<void> => {
  const definitions: string[] = []
  for (const name of ASIDE) {
    const { rows } = await owner.query<{ text: string }>('select pg_get_indexdef($1::regclass) as text', [name])
    definitions.push(rows[0]?.text ?? '')
    await owner.query(`drop index ${name}`)
  }
  const early = () => only(sentFacts(many, towns), ({ recorded }) => recorded < LAST_DAY)
  const { seconds } = await timed(async () => {
    await copyFacts(loader, 'facts.fact', sendings(early(), false))
    const added = await sendAgain(loader, sendings(early(), true))
    if (added > 0) throw new Error(`${added} facts were counted twice`)
    for (const text of definitions) await owner.query(text)
    await owner.query('analyze facts.fact')
  })
  say('loading all days but the last', `${seconds.toFixed(0)} s`)
}

const sizeOf = async (owner: pg.Client, table: string): Promise<number> =>
  Number((await owner.query<{ bytes: string }>(`select pg_total_relation_size('${table}') as bytes`)).rows[0]?.bytes ?? 0)

const gigabytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(2)} GB`

/** One day's facts folded, beside all roll-ups made again with one GROUP BY. */
const measureFolding = async ({ open, loader, owner, towns, many }: Ground): Promise<void> => {
  const { result: rows, seconds: whole } = await timed(() => rebuildRollups(loader))
  const day = () => only(sentFacts(many, towns), ({ recorded }) => recorded === LAST_DAY)
  await writeFacts(loader, sendings(day(), false))
  await sendAgain(loader, sendings(day(), true))
  const { result: folded, seconds: one } = await timed(() => foldFacts(open.house))
  await owner.query('analyze facts.rollup')
  await owner.query('vacuum facts.rollup')
  say('roll-ups made again from all facts (GROUP BY)', `${whole.toFixed(1)} s, ${rows.toLocaleString('en')} rows`)
  say(`one day folded: ${folded.toLocaleString('en')} facts`, `${one.toFixed(2)} s, 1/${(whole / one).toFixed(0)} of it   aim ≤ 1/50`)
  say('on disk', `facts ${gigabytes(await sizeOf(owner, 'facts.fact'))}, roll-ups ${gigabytes(await sizeOf(owner, 'facts.rollup'))}`)
  const { rows: plain } = await loader.query<{ n: string; kept: string }>(
    `select sum(n) as kept, count(*) as n from (
       select count(*) as n from facts.rollup group by home, kind, version, occurred_on, unit, place, dimensions) g`,
  )
  const share = Number(plain[0]?.kept) / Number(plain[0]?.n)
  say('roll-up rows for one that did not keep the day of recording', share.toFixed(3))
}

const read = ({ open }: Ground, ids: readonly string[], asked: Partial<CellsAsked>) =>
  observing({ observatory: open.house.observatory, actor: { ...system('bench'), counts: WHOLE_NATION }, now: new Date() }, async (tx) => {
    const published = await publishedIndicators(tx)
    const versions = ids.flatMap((id) => published.get(id)?.slice(0, 1) ?? [])
    const { all } = await readCells(tx, { versions, level: 'county', periods: [], dimensions: [], homes: WHOLE_NATION, ...asked })
    return all
  }, { seconds: 1800 })

const MONTHS = ['P1404-M03', 'P1404-M09', 'G2025-M11'] as const
const PERIODS = [...MONTHS, 'P1404'] as const
const QUANTITIES: Readonly<Record<string, string>> = {
  'needs-met': 'casework.need-met',
  'needs-recorded': 'casework.need-opened',
  'minutes-given': 'visits.minutes-given',
  'requests-received': 'desk.request-received',
  'visits-confirmed': 'visits.visit-confirmed',
}
const AS_OF = new Date('2025-12-01T09:00:00Z')

const periodsByDay = new Map<string, readonly string[]>()
/** Those of the compared periods that a day lies in. */
const periodsOf = (on: PlainDate): readonly string[] => {
  const known = periodsByDay.get(on)
  if (known !== undefined) return known
  const codes = [periodOf(on, 'month', 'P'), periodOf(on, 'month', 'G'), periodOf(on, 'year', 'P')].map(({ code }) => code as string)
  const wanted = codes.filter((code) => PERIODS.some((one) => one === code))
  periodsByDay.set(on, wanted)
  return wanted
}

/** Every number of every county, province and the nation, beside those counted naively. Answers how many were compared. */
const compare = async (ground: Ground): Promise<void> => {
  const { towns, many } = ground
  const wasKnown = ({ recorded }: MadeFact) => Date.parse(`${recorded}T12:00:00Z`) <= AS_OF.getTime()
  const namesOf = (fact: MadeFact) =>
    periodsOf(fact.on).flatMap((code) =>
      fact.town.above.slice(1).flatMap((place) => {
        const name = `${fact.kind} ${code} ${place}`
        return wasKnown(fact) ? [name, `then ${name}`] : [name]
      }),
    )
  const peopleOf = ({ kind, on, town }: MadeFact) =>
    kind === 'casework.need-met' ? periodsOf(on).flatMap((code) => town.above.slice(1).map((place) => `${code} ${place}`)) : []
  const { result: naive, seconds } = await timed(async () => countNaively(sentFacts(many, towns), many, namesOf, peopleOf))
  say(`counted naively: ${naive.facts.toLocaleString('en')} different facts`, `${seconds.toFixed(0)} s`)
  const ids = Object.keys(QUANTITIES)
  const periods = PERIODS.map((code) => periodOfCode(code))
  const ours = new Map<string, number>()
  for (const { indicator, period, place, numerator } of await read(ground, ids, { periods })) ours.set(`${QUANTITIES[indicator]} ${period} ${place}`, numerator)
  for (const { indicator, period, place, numerator } of await read(ground, ids, { periods, asOf: AS_OF }))
    ours.set(`then ${QUANTITIES[indicator]} ${period} ${place}`, numerator)
  const counted = [...naive.quantities].filter(([name]) => Object.values(QUANTITIES).some((kind) => name.includes(`${kind} `)))
  let numbers = counted.length
  let wrong = counted.filter(([name, value]) => (ours.get(name) ?? 0) !== value).length + [...ours.keys()].filter((name) => !naive.quantities.has(name)).length
  say('numbers beside the naive ones, now and as of a day', `${numbers.toLocaleString('en')} compared, ${wrong} wrong`)
  for (const { period, place, numerator } of await read(ground, ['persons-helped'], { periods })) {
    numbers += 1
    if (numerator !== naive.persons(`${period} ${place}`)) wrong += 1
  }
  say('with persons, each once', `${numbers.toLocaleString('en')} compared, ${wrong} wrong`)
  if (wrong > 0) process.exitCode = 1
}

const measureReading = async (ground: Ground): Promise<void> => {
  const asked: readonly [string, readonly string[], Partial<CellsAsked>][] = [
    ['a month of one indicator, all counties', ['needs-met'], { periods: [periodOfCode('P1404-M09')] }],
    ['twelve months of it', ['needs-met'], { periods: Array.from({ length: 12 }, (_, at) => periodOfCode(`P1404-M${String(at + 1).padStart(2, '0')}`)) }],
    ['a month as known three months ago (roll-ups)', ['needs-met'], { periods: [periodOfCode('P1404-M09')], asOf: AS_OF }],
    ['persons of a month, all counties', ['persons-helped'], { periods: [periodOfCode('P1404-M09')] }],
    ['persons of a year, the nation', ['persons-helped'], { periods: [periodOfCode('P1404')], level: 'country' }],
  ]
  for (const [what, ids, more] of asked) {
    await read(ground, ids, more)
    const { seconds } = await timed(() => read(ground, ids, more))
    say(what, `${seconds.toFixed(2)} s`)
  }
  const { seconds } = await timed(() =>
    ground.loader.query(
      `select place, sum(case when reverses is null then quantity else -quantity end) from facts.fact
       where kind = 'casework.need-met' and occurred_on between '2025-11-22' and '2025-12-21' and recorded_at <= $1 group by 1`,
      [AS_OF],
    ),
  )
  say('the same month as known then, from the facts', `${seconds.toFixed(2)} s`)
}

/** Where a filled database is kept for another look; without it each size has its own, gone at the end. */
const KEPT = process.env['HAMYAR_COUNTING_FOLDER']

const openGround = async (folder: string, many: number) => {
  const postgres = await startEmbeddedPostgres({ dataFolder: folder, log: () => {} })
  const keys = keyring(newKeyMaterial())
  const adminUrl = postgres.url('postgres')
  const database = { adminUrl, urlOf: (user: string, password: string) => changeUrl(adminUrl, { user, password }) }
  await prepareDatabase(database, keys, join(root, 'db', 'migrations'))
  const open = await openHouse({ database, keys, country: 'iran', poolSize: 4 })
  const loader = new pg.Client({ connectionString: open.loaderUrl })
  const owner = new pg.Client({ connectionString: open.ownerUrl })
  await Promise.all([loader.connect(), owner.connect()])
  const pack = countryPack('iran')
  const ground: Ground = { open, loader, owner, towns: townsOf(pack.places()), many }
  const close = async () => {
    await Promise.all([loader.end(), owner.end(), open.close()])
    await postgres.stop()
  }
  const isFilled = (await loader.query('select from facts.fact limit 1')).rowCount === 1
  const fill = async () => {
    await loadGeography({ adminUrl, loaderUrl: open.loaderUrl, ownerUrl: open.ownerUrl, keys, pack, now: new Date(), scale: 1, onProgress: () => {} })
    await load(ground)
    await measureFolding(ground)
  }
  return { ground, isFilled, fill, close }
}

const measure = async (many: number): Promise<void> => {
  print(`  ${many.toLocaleString('en')} sent, 5 % of them again, late, or taking one back`)
  const folder = KEPT ?? (await mkdtemp(join(tmpdir(), 'hamyar-counting-')))
  const { ground, isFilled, fill, close } = await openGround(folder, many)
  try {
    if (!isFilled) await fill()
    await measureReading(ground)
    await compare(ground)
  } finally {
    await close()
    if (KEPT === undefined) await rm(folder, { recursive: true, force: true })
  }
}

/** A million facts and ten times as many; other sizes by HAMYAR_COUNTING, such as `100000,1000000`. */
const main = async (): Promise<void> => {
  print(`  ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.version}`)
  const sizes = (process.env['HAMYAR_COUNTING'] ?? '1000000,10000000').split(',').map(Number)
  for (const size of sizes) await measure(size)
}

await main()
