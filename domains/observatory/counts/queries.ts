import { countryPack } from '#countries/index.ts'
import { isPeriodCode, periodOf, periodOfCode, previousPeriod, today, type Period, type PlainDate } from '#engines/calendar/index.ts'
import { comparableAreas, isThere, nothing, withOverlap, type Areas } from '#engines/statistics/index.ts'
import type { ReadScope } from '#platform/command/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { observing } from '#platform/facts/observing.ts'
import { Problem } from '#platform/problem/index.ts'
import { query } from '#platform/query/index.ts'
import { PlaceLevel, type Definition } from '#domains/observatory/indicators/contract.ts'
import { versionsOf } from '#domains/observatory/indicators/lifecycle.ts'
import { requireIndicator } from '#domains/observatory/indicators/published.ts'
import { versionAnswer } from '#domains/observatory/indicators/queries.ts'
import type { StoredVersion } from '#domains/observatory/indicators/store.ts'
import { readRoots } from '#domains/observatory/proofs/roots.ts'
import type { Cell, CellsAsked } from './asked.ts'
import { readCells } from './cells.ts'
import { getFigures, getProof } from './contract.ts'
import { requirePlace, type Places } from './place.ts'
import { readReporting } from './reporting.ts'

const KINDS = ['week', 'month', 'quarter', 'half', 'year'] as const

/** The last so many periods, the newest of which holds the day. */
const lastPeriods = (day: PlainDate, kind: Period['kind'], calendar: Period['calendar'], many: number): Period[] => {
  const periods = [periodOf(day, kind, calendar)]
  while (periods.length < many) periods.unshift(previousPeriod(periods[0] as Period))
  return periods
}

const figureOf = ({ definition }: StoredVersion, cell: Pick<Cell, 'numerator' | 'denominator'> | undefined) => {
  const { numerator, denominator } = cell ?? nothing
  return { numerator, denominator: definition.denominator === null ? null : denominator }
}

const isOfPersons = ({ numerator }: Definition): boolean => numerator.of === 'persons'

const momentOf = (scope: ReadScope, asked: string | undefined) => {
  const asOf = asked === undefined ? undefined : new Date(asked)
  const moment = asOf ?? scope.now
  return { asOf, moment, day: today(moment, countryPack(scope.country).timeZone) }
}

/** One step down from a place, as far as the definition goes. */
const stepDown = (kind: string, { level }: Definition): PlaceLevel | undefined => {
  const next = PlaceLevel.options[PlaceLevel.options.indexOf(kind as PlaceLevel) + 1]
  return next !== undefined && PlaceLevel.options.indexOf(next) <= PlaceLevel.options.indexOf(level) ? next : undefined
}

/** Places that exchanged something while the series runs are one area; null where this place did not. */
const areaOf = ({ areas, origins }: Places, code: string, kind: string, periods: readonly Period[]) => {
  const [first, last] = [periods[0] as Period, periods.at(-1) as Period]
  const comparable = comparableAreas(areas, origins, kind, first.start, last.end)
  const codes = comparable.get(code) ?? [code]
  const together = new Map([...comparable].filter(([, members]) => members.length > 1).map(([one, members]) => [one, members.join('+')]))
  return { codes, together, name: together.get(code) ?? code }
}

/** The last period that is over: what is below a running one is not yet to be compared. */
const lastOver = (periods: readonly Period[], day: PlainDate): Period => periods.filter(({ end }) => end < day).at(-1) ?? (periods.at(-1) as Period)

export const figures = query(getFigures, async (scope, { query: asked }) => {
  const { asOf, moment, day } = momentOf(scope, asked.asOf)
  scope.audit(asked.indicator, { place: asked.place, asOf: asked.asOf })
  return await observing(scope, async (tx) => {
    const versions = await requireIndicator(tx, asked.indicator)
    const [newest] = versions as [StoredVersion]
    const { definition } = newest
    const every = asked.every ?? definition.frequency
    if (KINDS.indexOf(every) < KINDS.indexOf(definition.frequency)) throw new Problem('observatory.period-too-short')
    if (asked.by !== undefined && !definition.dimensions.includes(asked.by))
      throw new Problem('observatory.dimension-unknown', {}, [{ field: 'query.by', code: 'not-in-list' }])
    const places = await requirePlace(tx, asked.place)
    const periods = lastPeriods(day, every, asked.calendar, asked.periods)
    const { place, areas } = places
    const area = areaOf(places, place.code, place.kind, periods)
    const inForce = new Map(periods.map((period) => [period.code, versionsOf(versions, period)]))
    const base = { homes: scope.actor.counts, asOf, within: place.code }
    const used = versions.filter((version) => [...inForce.values()].some((those) => those.includes(version)))
    const over = lastOver(periods, day)
    const below = stepDown(place.kind, definition)
    const read = (more: Partial<CellsAsked>) =>
      readCells(tx, { versions: [newest], level: place.kind as PlaceLevel, periods: [over], dimensions: [], ...base, ...more })
    const series = (await read({ versions: used, periods, together: area.together })).all
    const report = await readReporting(tx, areas, { periods, rule: definition.complete, homes: base.homes, asOf, day })
    const children = below === undefined ? [] : (await read({ level: below })).all
    const groups = asked.by === undefined ? [] : (await read({ dimensions: [asked.by] })).all
    return {
      indicator: asked.indicator,
      versions: versions.map(versionAnswer),
      place,
      within: places.above,
      comparable: area.codes.length > 1 ? area.codes.map(places.named) : [],
      periods: periods.map((period) => ({
        period: period.code,
        start: period.start,
        end: period.end,
        running: period.end >= day,
        figures: (inForce.get(period.code) ?? []).map((version) => ({
          version: version.version,
          figure: figureOf(version, series.find((cell) => cell.version === version.version && cell.place === area.name && cell.period === period.code)),
        })),
        completeness: report(place.code, period),
      })),
      places: placesBelow({ newest, areas, below, children, over, place: place.code, named: places.named, report }),
      groups: asked.by === undefined ? null : groupsOf(newest, asked.by, groups, place.code),
      asOf: moment.toISOString(),
    }
  })
})

interface Below {
  readonly newest: StoredVersion
  readonly areas: Areas
  readonly below: PlaceLevel | undefined
  readonly children: readonly Cell[]
  readonly over: Period
  readonly place: string
  readonly named: Places['named']
  readonly report: Awaited<ReturnType<typeof readReporting>>
}

/** Every place one step down, also those that counted nothing; and what is known of the large place only. */
const placesBelow = ({ newest, areas, below, children, over, place, named, report }: Below) => {
  const known = below === undefined ? [] : [...areas.nodes.values()].filter(
    (node) => node.kind === below && isThere(node, over.end) && areas.above(node.code, over.end).some(({ code }) => code === place),
  )
  const rest = children.filter((cell) => cell.place === `${place}*`)
  const figures = [...known.map(({ code }) => code), ...rest.map((cell) => cell.place)].map((code) => ({
    place: named(code),
    figure: figureOf(newest, children.find((cell) => cell.place === code)),
    completeness: report(code, over),
  }))
  const whole = children.find((cell) => cell.place === place)?.numerator ?? 0
  const overlap = isOfPersons(newest.definition) && figures.length > 0 ? withOverlap(whole, figures.map(({ figure }) => figure.numerator)).overlap : null
  return { period: over.code, figures, overlap }
}

const groupsOf = (newest: StoredVersion, dimension: string, cells: readonly Cell[], place: string) => {
  const own = cells.filter((cell) => cell.place === place)
  const figures = own.flatMap((cell) => (cell.dimensions[0] === null || cell.dimensions[0] === undefined ? [] : [{ value: cell.dimensions[0], figure: figureOf(newest, cell) }]))
  const whole = own.find((cell) => cell.dimensions[0] === null)?.numerator ?? 0
  const overlap = isOfPersons(newest.definition) ? withOverlap(whole, figures.map(({ figure }) => figure.numerator)).overlap : null
  return { dimension, figures: figures.sort((one, other) => other.figure.numerator - one.figure.numerator || (one.value < other.value ? -1 : 1)), overlap }
}

/** What a page may wait for; `hamyar recount` takes any number. */
const MOST_FACTS = 200_000

const requirePeriod = (code: string | undefined, day: PlainDate, { frequency }: Definition): Period => {
  if (code === undefined) return periodOf(day, frequency, 'P')
  if (!isPeriodCode(code)) throw new Problem('observatory.period-unknown', {}, [{ field: 'query.period', code: 'wrong' }])
  return periodOfCode(code)
}

export const proof = query(getProof, async (scope, { query: asked }) => {
  const { asOf = scope.now, day } = momentOf(scope, asked.asOf)
  scope.audit(asked.indicator, { place: asked.place, period: asked.period })
  return await observing(scope, async (tx) => {
    const versions = await requireIndicator(tx, asked.indicator)
    const version = asked.version === undefined ? versions[0] : versions.find((one) => one.version === asked.version)
    if (version === undefined) throw new Problem('observatory.indicator-unknown', {}, [{ field: 'query.version', code: 'not-in-list' }])
    const { place } = await requirePlace(tx, asked.place)
    const period = requirePeriod(asked.period, day, version.definition)
    const cells: CellsAsked = { versions: [version], level: place.kind as PlaceLevel, within: place.code, periods: [period], dimensions: [], homes: scope.actor.counts, asOf }
    const cell = (await readCells(tx, cells)).all.find((one) => one.place === place.code)
    if ((cell?.facts ?? 0) > MOST_FACTS) throw new Problem('observatory.too-many-facts', { most: MOST_FACTS })
    const root = await rootOf(tx, scope, cells, place.code)
    return { indicator: version.id, version: version.version, place, period: period.code, asOf: asOf.toISOString(), figure: figureOf(version, cell), ...root }
  })
})

const EMPTY = { facts: 0, root: '' }

const rootOf = async (tx: Tx, { keys }: ReadScope, cells: CellsAsked, place: string) => {
  const { facts, root } = (await readRoots(tx, keys, cells)).find((one) => one.place === place) ?? EMPTY
  return { facts, root }
}
