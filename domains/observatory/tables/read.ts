import { isPeriodCode, periodOfCode, type PeriodCode } from '#engines/calendar/index.ts'
import { periodName } from '#platform/words/index.ts'
import type { ReadScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import type { Code } from '#domains/observatory/formats/index.ts'
import { allPlaces, type NamedPlace } from '#domains/observatory/places/store.ts'
import { TOTAL } from '#domains/observatory/releases/labels.ts'
import { findCube, type NoisedCube } from './cubes.ts'
import type { TableAsked } from './contract.ts'
import { indexIn, sizesOf } from './fold.ts'
import * as store from './store.ts'

/** One side of a table: which codes stand along it. */
export interface Side {
  readonly axis: string
  readonly label: Code['label']
  readonly codes: readonly Code[]
}

export interface NoisedTable {
  readonly cube: NoisedCube
  readonly edition: store.Edition
  readonly place: Code
  readonly period: PeriodCode | undefined
  readonly rows: Side
  readonly columns: Side | undefined
  /** Row by row; one column where nothing stands across. */
  readonly numbers: readonly (readonly number[])[]
}

export const PLACE = 'PLACE'
export const PERIOD = 'PERIOD'

const unknown = (field: string): Problem => new Problem('observatory.table-unknown', {}, [{ field: `query.${field}`, code: 'not-in-list' }])

const codeOf = ({ code, nameFa, nameEn }: NamedPlace): Code => ({ id: code, label: { fa: nameFa, en: nameEn } })

/** Places of a level that lie in a place, as they lie now. */
const placesUnder = (places: readonly NamedPlace[], place: NamedPlace, level: TableAsked['level']): NamedPlace[] => {
  const parents = new Map(places.map(({ code, parent }) => [code, parent]))
  const isIn = (code: string | null | undefined): boolean => code !== null && code !== undefined && (code === place.code || isIn(parents.get(code)))
  return places.filter(({ code, kind }) => kind === level && code !== place.code && isIn(code))
}

interface Ground {
  readonly cube: NoisedCube
  readonly edition: store.Edition
  readonly places: readonly NamedPlace[]
  readonly place: NamedPlace
  readonly asked: TableAsked
}

const sideOf = ({ cube, edition, places, place, asked }: Ground, axis: string, field: 'rows' | 'columns'): Side => {
  if (axis === PLACE) {
    const codes = placesUnder(places, place, asked.level).map(codeOf)
    if (codes.length === 0) throw unknown('level')
    return { axis, label: { fa: 'محل', en: 'Place' }, codes }
  }
  if (axis === PERIOD) {
    const codes = edition.periods.filter((code) => {
      const { calendar, kind } = periodOfCode(code as PeriodCode)
      return `${calendar}-${kind}` === asked.every
    })
    if (codes.length === 0) throw unknown('every')
    return { axis, label: { fa: 'دوره', en: 'Period' }, codes: codes.map((code) => ({ id: code, label: { fa: periodName(code as PeriodCode, 'fa'), en: periodName(code as PeriodCode, 'en') } })) }
  }
  const found = cube.dimensions.find(({ labels }) => labels.id === axis)
  if (found === undefined) throw unknown(field)
  return { axis, label: found.labels.label, codes: [TOTAL, ...found.labels.values.map(({ code }) => code)] }
}

const lastQuarter = ({ lastPeriod }: store.Edition): PeriodCode => lastPeriod as PeriodCode

/** A table as it was asked for; refuses what the cube does not have. */
export const readTable = async (tx: ReadScope['tx'], asked: TableAsked): Promise<NoisedTable> => {
  const cube = findCube(asked.cube)
  const edition = (await store.newestEditions(tx)).find((one) => one.cube === asked.cube)
  // Before its first day there is no such thing, whoever asks.
  if (cube === undefined || edition === undefined) throw new Problem('record.not-found')
  const places = await allPlaces(tx)
  const place = places.find(({ code, kind }) => (asked.place === undefined ? kind === 'country' : code === asked.place && kind !== 'town'))
  if (place === undefined) throw unknown('place')
  if (asked.columns === asked.rows) throw unknown('columns')
  const ground: Ground = { cube, edition, places, place, asked }
  const rows = sideOf(ground, asked.rows, 'rows')
  const columns = asked.columns === undefined ? undefined : sideOf(ground, asked.columns, 'columns')
  const variesInTime = rows.axis === PERIOD || columns?.axis === PERIOD
  const period = variesInTime ? undefined : asked.period === undefined ? lastQuarter(edition) : asked.period
  if (period !== undefined && !(isPeriodCode(period) && edition.periods.includes(period))) throw unknown('period')
  return { cube, edition, place: codeOf(place), period: period as PeriodCode | undefined, rows, columns, numbers: await numbersOf(tx, ground, rows, columns, period) }
}

const numbersOf = async (tx: ReadScope['tx'], { cube, edition, place }: Ground, rows: Side, columns: Side | undefined, period: string | undefined): Promise<number[][]> => {
  const along = (axis: string, otherwise: readonly string[]): readonly string[] => [rows, columns].find((side) => side?.axis === axis)?.codes.map(({ id }) => id) ?? otherwise
  const blocks = await store.blocksOf(tx, edition.id, along(PLACE, [place.code]), along(PERIOD, period === undefined ? [] : [period]))
  const byName = new Map(blocks.map((block) => [`${block.place} ${block.period}`, block.numbers]))
  const sizes = sizesOf(cube)
  const at = (chosen: ReadonlyMap<string, readonly [index: number, code: string]>): number => {
    const where = `${chosen.get(PLACE)?.[1] ?? place.code} ${chosen.get(PERIOD)?.[1] ?? period ?? ''}`
    const index = indexIn(sizes, cube.dimensions.map(({ labels }) => chosen.get(labels.id)?.[0] ?? 0))
    // A place without a fact has no block: there was nothing.
    return byName.get(where)?.[index] ?? 0
  }
  return rows.codes.map((row, i) =>
    (columns?.codes ?? [TOTAL]).map((column, j) =>
      at(new Map([[rows.axis, [i, row.id] as const], ...(columns === undefined ? [] : [[columns.axis, [j, column.id] as const] as const])])),
    ),
  )
}
