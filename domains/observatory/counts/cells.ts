import { margins, nothing, plus, rollUp, type Counted } from '#engines/statistics/index.ts'
import type { Measure, Term } from '#domains/observatory/indicators/contract.ts'
import type { StoredVersion } from '#domains/observatory/indicators/store.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Cell, Cells, CellsAsked, Contributors } from './asked.ts'
import { laidFor, layGround, lookUpPlaces, membersOf, REST, type Ground } from './ground.ts'
import * as store from './store.ts'

type By = readonly (string | null)[]

const keyOf = (place: string, period: number, by: By): string => JSON.stringify([place, period, by])
const parseKey = (key: string) => JSON.parse(key) as [place: string, period: number, by: (string | null)[]]

const matches = (term: Term, row: store.SumRow, names: readonly string[]): boolean =>
  term.kind === row.kind &&
  term.version === row.version &&
  Object.entries(term.where).every(([name, allowed]) => allowed.includes(row.by[names.indexOf(name)] ?? ''))

interface Leaf extends Counted {
  readonly places: readonly string[]
  readonly period: number
  readonly by: By
}

/** Sums of one measure as leaves: at the place where they stand, told apart by all that was asked. */
const leavesOf = async (tx: Tx, ground: Ground, measure: Measure, side: 'numerator' | 'denominator'): Promise<Leaf[]> => {
  const { asked } = ground
  const { stretches, periodOf } = laidFor(ground, measure)
  const names = [...new Set([...asked.dimensions, ...measure.terms.flatMap(({ where }) => Object.keys(where))])]
  const kinds = [...new Set(measure.terms.map(({ kind }) => kind))]
  const rows = await store.sums(tx, { ...asked, places: ground.places, stretches }, kinds, names)
  const placesOf = lookUpPlaces(ground, laidFor(ground, measure))
  return rows.flatMap((row) => {
    const weight = measure.terms.reduce((sum, term) => sum + (matches(term, row, names) ? term.sign : 0), 0)
    if (weight === 0) return []
    const counted = { ...nothing, [side]: weight * row.quantity, facts: row.facts }
    return [{ ...counted, places: placesOf(row.place, row.stretch), period: periodOf[row.stretch] ?? 0, by: row.by.slice(0, asked.dimensions.length) }]
  })
}

const marginsOf = (by: By): By[] => margins(by.map((value) => value ?? 'unknown'))

type Groups = Map<string, Counted>

const added = (groups: Groups, more: Groups): Groups => {
  for (const [key, counted] of more) groups.set(key, plus(groups.get(key) ?? nothing, counted))
  return groups
}

const subsets = (names: readonly string[]): string[][] =>
  names.reduce<string[][]>((known, name) => known.flatMap((subset) => [[...subset, name], subset]), [[]])

/** Values of a subset of the dimensions, laid out as all of them, null for those that are together. */
const spread = (names: readonly string[], subset: readonly string[], by: By): By =>
  names.map((name) => (subset.includes(name) ? (by[subset.indexOf(name)] ?? 'unknown') : null))

/** Persons do not add up: each margin is counted by itself. */
const personsOf = async (tx: Tx, ground: Ground, measure: Measure, side: 'numerator' | 'denominator'): Promise<Groups> => {
  const { asked } = ground
  const { stretches, periodOf } = laidFor(ground, measure)
  const members = membersOf(ground, laidFor(ground, measure))
  const groups: Groups = new Map()
  for (const subset of subsets(asked.dimensions))
    for (const row of await store.persons(tx, { ...asked, places: ground.places, stretches }, measure.terms, members, periodOf, subset))
      groups.set(keyOf(row.area, row.period, spread(asked.dimensions, subset, row.by)), { ...nothing, [side]: row.persons, facts: row.facts })
  return groups
}

const countsOf = async (tx: Tx, ground: Ground, measure: Measure, side: 'numerator' | 'denominator'): Promise<Groups> => {
  if (measure.of === 'persons') return await personsOf(tx, ground, measure, side)
  const leaves = await leavesOf(tx, ground, measure, side)
  return rollUp(leaves, ({ places, period, by }) => places.flatMap((place) => marginsOf(by).map((margin) => keyOf(place, period, margin))))
}

const contributorsOf = async (tx: Tx, ground: Ground, measure: Measure): Promise<Map<string, Contributors>> => {
  const { asked } = ground
  const { stretches, periodOf } = laidFor(ground, measure)
  const members = membersOf(ground, laidFor(ground, measure))
  const found = new Map<string, Contributors>()
  for (const subset of subsets(asked.dimensions))
    for (const row of await store.contributors(tx, { ...asked, places: ground.places, stretches }, measure.terms, members, periodOf, subset))
      found.set(keyOf(row.area, row.period, spread(asked.dimensions, subset, row.by)), {
        persons: row.nobodys > 0 ? null : row.persons,
        units: row.units,
        largest: row.largest,
        alone: row.nobodys > 0 ? null : row.alone,
        aloneUnit: row.aloneUnit,
      })
  return found
}

const NOBODY: Contributors = { persons: 0, units: 0, largest: [], alone: null, aloneUnit: null }

/** Dimensions that a definition does not have are refused before anything is read. */
const requireDimensions = ({ id, definition }: StoredVersion, dimensions: readonly string[]): void => {
  const wrong = dimensions.find((name) => !definition.dimensions.includes(name))
  if (wrong !== undefined) throw new RangeError(`${id} cannot be told apart by ${wrong}`)
}

const cellsOfVersion = async (tx: Tx, ground: Ground, version: StoredVersion): Promise<Cell[]> => {
  const { asked } = ground
  const { numerator, denominator } = version.definition
  requireDimensions(version, asked.dimensions)
  const groups = await countsOf(tx, ground, numerator, 'numerator')
  // The numerator of a share is part of its denominator: the facts behind both are those of the denominator.
  for (const [key, counted] of denominator === null ? [] : groups) groups.set(key, { ...counted, facts: 0 })
  if (denominator !== null) added(groups, await countsOf(tx, ground, denominator, 'denominator'))
  const behind = asked.contributors === true
    ? { numerator: await contributorsOf(tx, ground, numerator), denominator: denominator === null ? null : await contributorsOf(tx, ground, denominator) }
    : undefined
  return [...groups].map(([key, counted]) => {
    const [place, period, by] = parseKey(key)
    const contributors = behind && {
      numerator: behind.numerator.get(key) ?? NOBODY,
      denominator: behind.denominator === null ? null : (behind.denominator.get(key) ?? NOBODY),
    }
    return {
      indicator: version.id,
      version: version.version,
      place,
      period: asked.periods[period]?.code ?? '',
      dimensions: by,
      ...counted,
      ...(contributors === undefined ? {} : { contributors }),
    }
  })
}

/**
 * The cells of indicators × places × periods × dimensions, as of a moment: whole numbers, exact to the last deed. A cell
 * that is not in the answer counts nothing. Call it inside `observing`.
 */
export const readCells = async (tx: Tx, asked: CellsAsked): Promise<Cells> => {
  const ground = await layGround(tx, asked)
  const { areas, origins } = ground
  const all: Cell[] = []
  for (const version of asked.versions) all.push(...(await cellsOfVersion(tx, ground, version)))
  const isFinest = (cell: Cell) => !cell.dimensions.includes(null) && (cell.place.endsWith(REST) || areas.nodes.get(cell.place)?.kind === asked.level)
  return { all, finest: all.filter(isFinest), areas, origins }
}
