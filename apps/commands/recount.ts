import type pg from 'pg'
import { countryPack } from '#countries/index.ts'
import { publishedIndicators, readCells, readRoots, type Cell, type CellsAsked, type Root } from '#domains/observatory/index.ts'
import { isPeriodCode, periodOf, periodOfCode, previousPeriod, today, type Period } from '#engines/calendar/index.ts'
import { system } from '#platform/actor/index.ts'
import { observing } from '#platform/facts/observing.ts'
import { WHOLE_NATION } from '#platform/ids/index.ts'
import type { Keyring } from '#platform/keys/index.ts'
import type { House } from '#platform/command/index.ts'
import { climber, tallying, type MoveRow, type PlaceRow, type Tally } from './recount/tally.ts'
import { streamFacts } from './recount/stream.ts'
import { climb, contentOf, leafWith, rootFrom, saltWith } from './recount/tree.ts'
import { refuse, refusing, type Print } from './refused.ts'
import { withHouse } from './with-role.ts'
import { momentFrom, wordsOf } from './words.ts'

export interface Recounting {
  /** All when absent. */
  readonly indicator?: string | undefined
  /** The last month that is over, in the country's calendar, when absent. */
  readonly period?: string | undefined
  readonly level: CellsAsked['level']
  readonly asOf: Date
  /** Whether this fact is under its numbers' roots. */
  readonly fact?: string | undefined
}

type Asking = Omit<Recounting, 'asOf'> & { readonly asOf: Date | undefined }

export interface Verdict {
  readonly numbers: number
  readonly differ: number
}

/** What the observatory says: the numbers and roots that its own pages give. */
const asked = async (house: House, { indicator, level, asOf }: Recounting, period: Period) => {
  const actor = { ...system('recount'), counts: WHOLE_NATION }
  return await observing({ observatory: house.observatory, actor, now: house.clock.now() }, async (tx) => {
    const published = await publishedIndicators(tx)
    if (indicator !== undefined && !published.has(indicator)) throw new Error(`no indicator is called ${indicator}`)
    const versions = [...published].filter(([id]) => indicator === undefined || id === indicator).flatMap(([, all]) => all)
    const question: CellsAsked = { versions, level, periods: [period], dimensions: [], homes: WHOLE_NATION, asOf }
    return { versions, cells: (await readCells(tx, question)).all, roots: await readRoots(tx, house.keys, question) }
  }, { seconds: 3600 })
}

const nameOf = ({ indicator, version, place }: Pick<Cell, 'indicator' | 'version' | 'place'>) => `${indicator} ${version} ${place}`

/** The root of one place's facts as this code makes it; of nothing where there are none. */
const rootHere = (tally: Tally, place: string): { facts: number; root: string } => {
  const leaves = (tally.leaves.get(place) ?? []).map(({ leaf }) => leaf)
  return { facts: leaves.length, root: climb(leaves, 0).root.toString('hex') }
}

const compared = (name: string, place: string, tally: Tally, cell: Cell | undefined, root: Root | undefined) => {
  const ours = { numerator: tally.numerator.get(place) ?? 0, denominator: tally.denominator.get(place) ?? 0, ...rootHere(tally, place) }
  const theirs = { numerator: cell?.numerator ?? 0, denominator: cell?.denominator ?? 0, facts: root?.facts ?? 0, root: root?.root ?? rootHere(tally, '').root }
  const same = (['numerator', 'denominator', 'facts', 'root'] as const).every((key) => ours[key] === theirs[key])
  const number = (one: typeof ours) => (one.denominator === 0 ? String(one.numerator) : `${one.numerator}/${one.denominator}`)
  const said = same ? number(ours) : `${number(theirs)} here ${number(ours)}`
  return { same, line: `${same ? 'same   ' : 'DIFFERS'} ${name}  ${said}  of ${theirs.facts} facts  ${theirs.root}` }
}

/** The path of one fact to the root of a number, checked as its reader would. */
const inclusion = (tally: Tally, place: string, id: string): { root: string; path: string } | undefined => {
  const behind = tally.leaves.get(place) ?? []
  const at = behind.findIndex((one) => one.id === id)
  const leaf = behind[at]?.leaf
  if (leaf === undefined) return undefined
  const { root, path } = climb(behind.map((one) => one.leaf), at)
  const reached = rootFrom(leaf, path)
  if (!reached.equals(root)) throw new Error(`the path of ${id} does not reach its root`)
  return { root: root.toString('hex'), path: path.map(({ side, hash }) => `${side}:${hash.toString('hex')}`).join(' ') }
}

/**
 * Counts every number again from the facts alone, one fact after the other, by code that shares nothing with the
 * observatory's: no roll-ups, no sums of the database, a tree of its own. Says of each number whether it is the same.
 */
export const recount = async (print: Print, house: House, client: pg.Client, keys: Keyring, asking: Recounting): Promise<Verdict> => {
  const { timeZone, calendar } = countryPack(house.country)
  const present = periodOf(today(asking.asOf, timeZone), 'month', calendar === 'persian' ? 'P' : 'G')
  const period = asking.period === undefined ? previousPeriod(present) : periodOfCode(asking.period)
  const { versions, cells, roots } = await asked(house, asking, period)
  const places = (await client.query<PlaceRow>('select code, kind, parent from places.place')).rows
  const moves = (await client.query<MoveRow>(`select place, to_char(moved_on, 'YYYY-MM-DD') as moved_on, from_parent from places.moved`)).rows
  const climbFrom = climber(places, moves)
  const salt = keys.derive('fact salt')
  const tallies = versions.map(({ definition }) => tallying({ definition, level: asking.level, ...period }, climbFrom, (fact) => leafWith(salt, fact)))
  for await (const fact of streamFacts(client, { asOf: asking.asOf, upTo: period.end })) {
    for (const { take } of tallies) take(fact)
    if (fact.id === asking.fact) print(`fact ${fact.id}  salt ${saltWith(salt, fact.id)}  ${contentOf(fact)}`)
  }
  print(`${period.code} (${period.start} to ${period.end}), as known at ${asking.asOf.toISOString()}`)
  let [numbers, differ] = [0, 0]
  for (const [at, { id: indicator, version }] of versions.entries()) {
    const tally = (tallies[at] as (typeof tallies)[number]).done()
    const here = [...cells, ...roots].filter((one) => one.indicator === indicator && one.version === version).map(({ place }) => place)
    for (const place of [...new Set([...tally.leaves.keys(), ...here])].sort()) {
      const name = nameOf({ indicator, version, place })
      const { same, line } = compared(name, place, tally, cells.find((one) => nameOf(one) === name), roots.find((one) => nameOf(one) === name))
      numbers += 1
      if (!same) differ += 1
      print(line)
      const included = asking.fact === undefined ? undefined : inclusion(tally, place, asking.fact)
      if (included !== undefined) print(`included ${name}  ${included.root}  ${included.path}`)
    }
  }
  print(`${numbers} numbers counted again, ${differ} differ.`)
  return { numbers, differ }
}

const LEVELS = ['country', 'province', 'county', 'town'] as const

const OPTIONS = { period: { type: 'string' }, level: { type: 'string' }, 'as-of': { type: 'string' }, fact: { type: 'string' } } as const

/** What was typed. */
const askedBy = (rest: readonly string[]): Asking => {
  const words = wordsOf(rest, OPTIONS, ['[INDICATOR]'])
  const named = words.text('level') ?? 'county'
  const level = LEVELS.find((one) => one === named) ?? refuse('--level', `${named} is none of ${LEVELS.join(', ')}`)
  const period = words.text('period')
  if (period !== undefined && !isPeriodCode(period)) refuse('--period', `${period} is no code of a period: write it like P1405-M08`)
  return { indicator: words.at(0) || undefined, period, level, asOf: momentFrom('as-of', words.text('as-of')), fact: words.text('fact') }
}

/** `recount [INDICATOR]`. Exit code 1 when a number differs. */
export const recountCommand = refusing(async (print, rest) => {
  const { asOf, ...asking } = askedBy(rest)
  return await withHouse('observatory', async (open, client) => {
    const { house } = open
    const { differ } = await recount(print, house, client, house.keys, { ...asking, asOf: asOf ?? house.clock.now() })
    return differ === 0 ? 0 : 1
  })
})
