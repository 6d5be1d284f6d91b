import type { Dataset, Observation } from '#domains/observatory/formats/dataset.ts'
import { narrowedTo } from '#domains/observatory/formats/select.ts'
import { ATTRIBUTE_IDS, besideObservation, dimensionsOf, OBSERVATION_ATTRIBUTES, valueIn, type AttributeId } from '#domains/observatory/formats/sdmx/components.ts'
import { ALL_DIMENSIONS } from '#domains/observatory/formats/sdmx/data.ts'
import type { DataAddress } from './address.ts'
import { filterOf, keysFilter } from './filter.ts'
import { moment, requireKnown, wholeNumber, type Parameters } from './parameters.ts'
import { malformed, notOffered, unknown } from './refusal.ts'

const KNOWN = ['asOf', 'attributes', 'measures', 'dimensionAtObservation', 'firstNObservations', 'lastNObservations', 'limit', 'offset', 'includeHistory']
const OTHER = ['updatedAfter', 'sort', 'reportingYearStartDay']

export interface DataQuery {
  readonly asOf: string | undefined
  readonly dimensionAtObservation: string
  readonly attributes: readonly AttributeId[]
  readonly values: boolean
  readonly filters: readonly (readonly [component: string, terms: string])[]
  readonly first: number | undefined
  readonly last: number | undefined
  readonly offset: number
  readonly limit: number | undefined
}

/** What each word of `attributes` stands for; reference metadata are not kept as attributes here. */
const GROUPS: Readonly<Record<string, readonly AttributeId[]>> = {
  dsd: ATTRIBUTE_IDS,
  all: ATTRIBUTE_IDS,
  none: [],
  msd: [],
  dataset: [],
  series: ['UNIT_MEASURE', 'DECIMALS'],
  obs: OBSERVATION_ATTRIBUTES.map(({ id }) => id),
}

const attributesOf = (text: string): readonly AttributeId[] => {
  const wanted = new Set(
    text.split(',').flatMap((word): readonly AttributeId[] => {
      const one = ATTRIBUTE_IDS.find((id) => id === word)
      const group = Object.hasOwn(GROUPS, word) ? GROUPS[word] : undefined
      if (one === undefined && group === undefined) throw unknown('attributes', word)
      return one === undefined ? (group ?? []) : [one]
    }),
  )
  return ATTRIBUTE_IDS.filter((id) => wanted.has(id))
}

const valuesOf = (text: string): boolean => {
  if (text === 'none') return false
  if (text === 'all' || text === 'OBS_VALUE') return true
  throw unknown('measures', text)
}

const requireNoHistory = (parameters: Parameters): void => {
  const text = parameters.get('includeHistory') ?? 'false'
  if (text === 'true') throw notOffered('includeHistory', text)
  if (text !== 'false') throw malformed('includeHistory', text)
}

export const dataQueryOf = (parameters: Parameters): DataQuery => {
  requireKnown(parameters, KNOWN, OTHER)
  requireNoHistory(parameters)
  return {
    asOf: moment(parameters, 'asOf'),
    dimensionAtObservation: parameters.get('dimensionAtObservation') ?? 'TIME_PERIOD',
    attributes: attributesOf(parameters.get('attributes') ?? 'dsd'),
    values: valuesOf(parameters.get('measures') ?? 'all'),
    filters: [...parameters].flatMap(([name, value]) => (name.startsWith('c[') ? [[name.slice(2, -1), value] as const] : [])),
    first: wholeNumber(parameters, 'firstNObservations', 1),
    last: wholeNumber(parameters, 'lastNObservations', 1),
    offset: wholeNumber(parameters, 'offset', 0) ?? 0,
    limit: wholeNumber(parameters, 'limit', 1),
  }
}

/** The first and last so many of each series; cells stand in the order of time within one. */
const edgesOf = (dataset: Dataset, cells: readonly Observation[], { first, last, dimensionAtObservation }: DataQuery): readonly Observation[] => {
  if (first === undefined && last === undefined) return cells
  const beside = besideObservation(dimensionAtObservation === ALL_DIMENSIONS ? 'TIME_PERIOD' : dimensionAtObservation)
  const dimensions = dimensionsOf(dataset).filter(({ id }) => !beside.includes(id))
  const series = new Map<string, Observation[]>()
  for (const cell of cells) {
    const key = dimensions.map((told) => valueIn(told, cell)).join('.')
    const one = series.get(key) ?? []
    one.push(cell)
    series.set(key, one)
  }
  const kept = new Set([...series.values()].flatMap((one) => [...one.slice(0, first ?? 0), ...(last === undefined ? [] : one.slice(-last))]))
  return cells.filter((cell) => kept.has(cell))
}

/** The cells that a query asks for, as a dataset of their own; undefined when there are none. */
export const asked = (dataset: Dataset, { keys }: DataAddress, query: DataQuery): Dataset | undefined => {
  const beside = query.dimensionAtObservation
  if (beside !== ALL_DIMENSIONS && !dimensionsOf(dataset).some(({ id }) => id === beside)) throw unknown('dimensionAtObservation', beside)
  const keeps = [keysFilter(dataset, keys), ...query.filters.map(([component, terms]) => filterOf(dataset, component, terms))]
  const cells = edgesOf(dataset, dataset.observations.filter((cell) => keeps.every((keep) => keep(cell))), query)
  return narrowedTo(dataset, cells.slice(query.offset, query.limit === undefined ? undefined : query.offset + query.limit))
}
