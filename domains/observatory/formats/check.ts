import { isPeriodCode, isPlainDate, periodOfCode } from '#engines/calendar/index.ts'
import type { Code, Dataset, DatasetParts, Observation, Text } from './dataset.ts'

/** Names that the formats use themselves; a dimension may not take one. */
const RESERVED = new Set([
  'ACTION', 'CONF_STATUS', 'DECIMALS', 'FREQ', 'INDICATOR', 'NOISE', 'OBS_KEY', 'OBS_STATUS', 'OBS_VALUE', 'PERIOD',
  'SERIES_KEY', 'STATUS', 'STRUCTURE', 'STRUCTURE_ID', 'STRUCTURE_NAME', 'TIME_PERIOD', 'TREATMENT', 'UNIT',
  'UNIT_MEASURE', 'VALUE',
])

// Column names are made from it with these endings.
const DIMENSION = /^[A-Z][A-Z0-9_]{0,40}(?<!_LABEL|_START|_END|_FA|_EN)$/
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/
const CODE = /^[A-Za-z0-9][A-Za-z0-9_-]*$/
const VERSION = /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/
const TIME = /^T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/
// Control signs have no place in XML 1.0, and half a surrogate pair is no character in UTF-8.
const UNWRITABLE = /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]|\p{Surrogate}/u

/** Whether every format can say it. */
export const isWritable = (words: string): boolean => words.trim() !== '' && !UNWRITABLE.test(words)

const isInstant = (text: string): boolean => isPlainDate(text.slice(0, 10)) && TIME.test(text.slice(10))

const must = (holds: boolean, what: string): void => {
  if (!holds) throw new RangeError(`not a dataset: ${what}`)
}

const requireText = (text: Text, what: string): void => {
  for (const words of [text.fa, text.en])
    must(isWritable(words), `${what} has words that cannot be written`)
}

const requireOnce = (ids: readonly string[], what: string): void => {
  must(ids.length > 0, `${what}: none`)
  must(new Set(ids).size === ids.length, `${what}: one stands there twice`)
}

const requireCodes = (codes: readonly Code[], dimension: string): void => {
  requireOnce(codes.map(({ id }) => id), `codes of ${dimension}`)
  const parents = new Map(codes.map(({ id, parent }) => [id, parent]))
  for (const { id, label } of codes) {
    must(CODE.test(id), `code ${id} of ${dimension}`)
    requireText(label, `code ${id} of ${dimension}`)
    let above = parents.get(id)
    for (let steps = 0; above !== undefined; steps += 1) {
      must(parents.has(above) && steps < codes.length, `what code ${id} of ${dimension} is part of`)
      above = parents.get(above)
    }
  }
}

const requireShape = ({ measures, dimensions, periods }: DatasetParts): void => {
  requireOnce(measures.map(({ id }) => id), 'measures')
  for (const { id, label, unit, decimals, definition } of measures) {
    must(CODE.test(id) && CODE.test(unit.id), `measure ${id}`)
    must(Number.isInteger(decimals) && decimals >= 0 && decimals <= 9, `decimals of ${id}`)
    for (const text of [label, unit.label, definition]) requireText(text, `measure ${id}`)
  }
  for (const { id, label, codes } of dimensions) {
    must(DIMENSION.test(id) && !RESERVED.has(id), `dimension ${id}`)
    requireText(label, `dimension ${id}`)
    requireCodes(codes, id)
  }
  if (dimensions.length > 0) requireOnce(dimensions.map(({ id }) => id), 'dimensions')
  requireOnce(periods, 'periods')
  must(periods.every(isPeriodCode), 'a code that names no period')
  const starts = periods.map((code) => periodOfCode(code).start)
  must(starts.every((start, index) => index === 0 || (starts[index - 1] ?? '') <= start), 'periods out of order')
}

const requireAbout = (parts: DatasetParts): void => {
  const { id, version, agency, release, licence } = parts
  must(NAME.test(id) && NAME.test(agency.id) && VERSION.test(version), 'id, agency or version')
  must(Number.isInteger(release.number) && release.number > 0 && /^[0-9a-f]{64}$/.test(release.hash), 'release')
  must(isPlainDate(release.asOf) && isInstant(release.releasedAt), 'the days of its release')
  must(URL.canParse(licence.page), 'page of its licence')
  for (const text of [parts.name, parts.description, agency.name, agency.contact.name, licence.name, parts.source])
    requireText(text, 'what stands about it')
  for (const text of [parts.protection, ...parts.caveats]) requireText(text, 'what stands about it')
  if (release.revises !== undefined) requireText(release.revises.reason, 'the reason of its revision')
}

const CELL_KEYS = { value: 'at,noise,state,value', hidden: 'at,state', missing: 'at,state' } as const

const requireCell = (cell: Observation, decimals: number): void => {
  // A cast could bring a number into a hidden cell; no format would write it, and it has no business here.
  must(Object.keys(cell).sort().join() === CELL_KEYS[cell.state], `a cell that is ${cell.state} carries something else`)
  if (cell.state !== 'value') return
  must(Math.abs(cell.value) <= Number.MAX_SAFE_INTEGER, 'a value is not a number that can be written')
  must(Number(cell.value.toFixed(decimals)) === cell.value && !Object.is(cell.value, -0), 'a value has other decimals')
}

/** Cells in the order of their places, so that two lists of the same cells give the same bytes. */
const inOrder = (parts: DatasetParts): Observation[] => {
  const sizes = [parts.measures.length, ...parts.dimensions.map(({ codes }) => codes.length), parts.periods.length]
  must(sizes.reduce((product, size) => product * size, 1) <= Number.MAX_SAFE_INTEGER, 'more places than can be numbered')
  const placed = parts.observations.map((cell) => {
    must(cell.at.length === sizes.length, 'a cell without its place')
    must(cell.at.every((index, axis) => Number.isInteger(index) && index >= 0 && index < (sizes[axis] ?? 0)), 'a cell outside')
    requireCell(cell, parts.measures[cell.at[0] ?? 0]?.decimals ?? 0)
    return { cell, place: cell.at.reduce((sum, index, axis) => sum * (sizes[axis] ?? 1) + index, 0) }
  })
  placed.sort((one, other) => one.place - other.place)
  must(placed.every(({ place }, index) => place !== placed[index - 1]?.place), 'two cells in one place')
  return placed.map(({ cell }) => cell)
}

/** The only way to a Dataset; throws a RangeError on what no format could write truly. */
export const datasetOf = (parts: DatasetParts): Dataset => {
  requireAbout(parts)
  requireShape(parts)
  const ordered: DatasetParts = { ...parts, observations: inOrder(parts) }
  return ordered as Dataset
}
