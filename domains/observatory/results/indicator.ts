import { periodOfCode, type PeriodCode } from '#engines/calendar/index.ts'
import type { Text } from '#domains/observatory/formats/index.ts'
import type { StoredVersion } from '#domains/observatory/indicators/store.ts'
import type { SaidCell } from './contract.ts'
import type { Cube } from './cube.ts'

/** Which line of a cube somebody looks at. */
export interface Asked {
  readonly indicator: string
  /** Undefined for the whole nation. */
  readonly place: string | undefined
  /** `KIND.clinic`; undefined for all groups together. */
  readonly group: string | undefined
}

/** The same by its indexes. The period is left open. */
export interface Row {
  readonly measure: number
  readonly place: number
  /** Of each dimension after the place, in order. */
  readonly codes: readonly number[]
}

export const named = ({ fa, en }: Text) => ({ nameFa: fa, nameEn: en })

/** Undefined where the cube has no such indicator, place or group. */
export const rowOf = ({ measures, dimensions }: Cube, { indicator, place, group }: Asked): Row | undefined => {
  const [places, ...others] = dimensions
  const [dimension, code] = group?.split('.') ?? []
  const codes = others.map(({ id, codes: all }) => (id === dimension ? all.findIndex((one) => one.id === code) : 0))
  const row = {
    measure: measures.findIndex(({ id }) => id === indicator),
    place: place === undefined ? 0 : (places?.codes.findIndex(({ id }) => id === place) ?? -1),
    codes,
  }
  const isThere = row.measure >= 0 && row.place >= 0 && codes.every((at) => at >= 0) && (dimension === undefined || others.some(({ id }) => id === dimension))
  return isThere ? row : undefined
}

export const cellIn = ({ cellAt }: Cube, { measure, place, codes }: Row, period: number): SaidCell => cellAt([measure, place, ...codes, period])

/** What a cube says of a line, period by period; nothing where it does not have the line. */
export const lineOf = (cube: Cube, asked: Asked) => {
  const row = rowOf(cube, asked)
  return row === undefined ? [] : cube.periods.map((period, at) => ({ period: period as string, cell: cellIn(cube, row, at) }))
}

const sameCell = (one: SaidCell, other: SaidCell): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The line, and beside it what the vintage before said where it said something else. */
export const periodsOf = (cube: Cube, before: Cube | undefined, asked: Asked) => {
  const old = new Map(before === undefined ? [] : lineOf(before, asked).map(({ period, cell }) => [period, cell]))
  return lineOf(cube, asked).map(({ period, cell }) => {
    const said = old.get(period)
    const { start, end } = periodOfCode(period as PeriodCode)
    const complete = cube.completeness.find((one) => one.period === period)
    return {
      period,
      start: start as string,
      end: end as string,
      cell,
      before: said === undefined || said.state === 'none' || sameCell(said, cell) ? null : said,
      completeness: complete === undefined ? null : { expected: complete.expected, reported: complete.reported, late: complete.late },
    }
  })
}

export const placesOf = (cube: Cube, row: Row, period: number) => {
  const codes = cube.dimensions[0]?.codes ?? []
  const parents = new Set(codes.map(({ parent }) => parent))
  const own = codes[row.place]?.id
  return codes.flatMap(({ id, label, parent }, place) =>
    parent === own && own !== undefined ? [{ code: id, ...named(label), hasPlaces: parents.has(id), cell: cellIn(cube, { ...row, place }, period) }] : [],
  )
}

/** What the place lies in, the nearest first. */
export const placesAbove = ({ dimensions }: Cube, { place }: Row) => {
  const codes = dimensions[0]?.codes ?? []
  const above: { code: string; nameFa: string; nameEn: string }[] = []
  for (let parent = codes[place]?.parent; parent !== undefined; ) {
    const found = codes.find(({ id }) => id === parent)
    if (found === undefined) break
    above.push({ code: found.id, ...named(found.label) })
    parent = found.parent
  }
  return above
}

/** Told apart by each dimension alone; the others stay all together. */
export const groupsOf = (cube: Cube, row: Row, period: number) =>
  cube.dimensions.slice(1).map(({ id, label, codes }, dimension) => ({
    dimension: id,
    ...named(label),
    codes: codes.flatMap((code, at) =>
      code.parent === undefined
        ? []
        : [{ code: code.id, ...named(code.label), cell: cellIn(cube, { ...row, codes: row.codes.map((_, index) => (index === dimension ? at : 0)) }, period) }],
    ),
  }))

const sameFacts = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The words of the definition that the numbers were made by, whatever was published since. */
export const definitionOf = (versions: readonly StoredVersion[], indicator: string, version: string) => {
  const found = versions.find((one) => one.id === indicator && one.version === version)
  if (found === undefined) throw new Error(`the definition ${indicator} ${version} of a release is gone`)
  const { definition } = found
  const countOf = (measure: unknown): Text | undefined =>
    versions.find((one) => one.definition.denominator === null && sameFacts(one.definition.numerator, measure))?.definition.name
  const [part, whole] = [countOf(definition.numerator), definition.denominator === null ? undefined : countOf(definition.denominator)]
  return {
    explanationFa: definition.explanation.fa,
    explanationEn: definition.explanation.en,
    share: part === undefined || whole === undefined ? null : { partFa: part.fa, partEn: part.en, wholeFa: whole.fa, wholeEn: whole.en },
    caveatsFa: definition.caveats.fa,
    caveatsEn: definition.caveats.en,
    sourceFa: definition.source.fa,
    sourceEn: definition.source.en,
    from: found.from,
    reason: found.reason,
  }
}
