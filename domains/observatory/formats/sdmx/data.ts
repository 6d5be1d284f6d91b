import { periodOfCode } from '#engines/calendar/index.ts'
import type { Dataset, Observation, Text } from '#domains/observatory/formats/dataset.ts'
import { statusOf } from '#domains/observatory/formats/status.ts'
import { formatWords, stateWords } from '#domains/observatory/formats/words.ts'
import {
  ATTRIBUTE_IDS, besideObservation, dimensionsOf, indexIn, OBSERVATION_ATTRIBUTES, unitsOf, type AttributeId, type SdmxDimension,
} from './components.ts'
import { artefactsOf, described, metaOf, named, urn, type MessageOptions } from './message.ts'

export const DATA_SCHEMA = 'https://json.sdmx.org/2.1/sdmx-json-data-schema.json'
export const ALL_DIMENSIONS = 'AllDimensions'

export interface DataOptions extends MessageOptions {
  /** The dimension beside which values stand in a series, or all. */
  readonly dimensionAtObservation: string
  readonly attributes: readonly AttributeId[]
  readonly values: boolean
}

export const WHOLE: Omit<DataOptions, 'language'> = {
  dimensionAtObservation: 'TIME_PERIOD',
  attributes: ATTRIBUTE_IDS,
  values: true,
}

const timeValues = (dataset: Dataset, values: readonly string[]) =>
  dataset.periods.map((code, index) => {
    const { start, end } = periodOfCode(code)
    return { value: values[index] ?? '', start: `${start}T00:00:00Z`, end: `${end}T23:59:59Z` }
  })

const dimension = (dataset: Dataset, told: SdmxDimension, keyPosition: number, { language }: MessageOptions) => ({
  id: told.id,
  ...named(told.label, language),
  keyPosition,
  ...(told.role === undefined ? {} : { roles: [told.role] }),
  values:
    told.codes === undefined
      ? timeValues(dataset, told.values)
      : told.codes.map(({ id, label, parent }) => ({ id, ...named(label, language), ...(parent === undefined ? {} : { parent }) })),
})

type Json = Readonly<Record<string, unknown>>

const observationAttributes = ({ attributes, language }: DataOptions) =>
  OBSERVATION_ATTRIBUTES.filter(({ id }) => attributes.includes(id)).map(({ id, label, codes }) => ({
    id,
    ...named(label, language),
    relationship: { observation: {} },
    values: codes.map((code) => ({ id: code.id, ...named(code.label, language) })),
  }))

const groupAttributes = (dataset: Dataset, { attributes, language }: DataOptions): Json[] => {
  const about = (label: Text) => ({ ...named(label, language), relationship: { dimensions: ['INDICATOR'] } })
  const units = unitsOf(dataset).map(({ id, label }) => ({ id, ...named(label, language) }))
  return [
    ...(attributes.includes('UNIT_MEASURE') ? [{ id: 'UNIT_MEASURE', ...about(formatWords.unit), values: units }] : []),
    ...(attributes.includes('DECIMALS') ? [{ id: 'DECIMALS', ...about(formatWords.decimals), format: { dataType: 'Integer' } }] : []),
  ]
}

/** Unit and decimals of each indicator, at its place in the key: `:2:::`. */
const groupValues = (dataset: Dataset, dimensions: readonly SdmxDimension[], { attributes }: DataOptions): Json => {
  const units = unitsOf(dataset).map(({ id }) => id)
  return Object.fromEntries(
    dataset.measures.map(({ unit, decimals }, index) => [
      dimensions.map(({ id }) => (id === 'INDICATOR' ? index : '')).join(':'),
      [
        ...(attributes.includes('UNIT_MEASURE') ? [units.indexOf(unit.id)] : []),
        ...(attributes.includes('DECIMALS') ? [decimals] : []),
      ],
    ]),
  )
}

const writer = ({ attributes, values }: DataOptions) => {
  const kept = OBSERVATION_ATTRIBUTES.filter(({ id }) => attributes.includes(id))
  return (cell: Observation): (number | null)[] => {
    const status = statusOf(cell)
    return [
      // Null says that there is no value to read; the attributes beside it say why.
      ...(values ? [cell.state === 'value' ? cell.value : null] : []),
      ...kept.map(({ id, codes }) => codes.findIndex((code) => code.id === status[id])),
    ]
  }
}

const keyOf = (dimensions: readonly SdmxDimension[], cell: Observation): string =>
  dimensions.map((told) => indexIn(told, cell)).join(':')

const seriesOf = (dataset: Dataset, series: readonly SdmxDimension[], beside: readonly SdmxDimension[], options: DataOptions) => {
  const write = writer(options)
  const groups = new Map<string, Record<string, unknown>>()
  for (const cell of dataset.observations) {
    const key = keyOf(series, cell)
    const observations = groups.get(key) ?? {}
    observations[keyOf(beside, cell)] = write(cell)
    groups.set(key, observations)
  }
  return Object.fromEntries([...groups].map(([key, observations]) => [key, { observations }]))
}

const annotationsOf = (dataset: Dataset, { language }: MessageOptions) => {
  const note = (type: string, text: Text) => ({ type, text: text[language], texts: { fa: text.fa, en: text.en } })
  return [
    note('SOURCE', dataset.source),
    note('PROTECTION', dataset.protection),
    note('HIDDEN', stateWords.hiddenMeans),
    note('MISSING', stateWords.missingMeans),
    note('NOISE', stateWords.noiseMeans),
    ...dataset.measures.map(({ id, definition }) => ({ id, ...note('DEFINITION', definition) })),
    ...dataset.caveats.map((caveat) => note('CAVEAT', caveat)),
    ...(dataset.synthetic ? [note('SYNTHETIC', stateWords.synthetic)] : []),
    ...dataset.completeness.map(({ period, expected, reported, late }) => ({
      id: period,
      type: 'COMPLETENESS',
      value: `expected=${expected};reported=${reported};late=${late}`,
    })),
  ]
}

/** An SDMX-JSON 2.1 data message. */
export const dataMessageOf = (dataset: Dataset, options: DataOptions) => {
  const dimensions = dimensionsOf(dataset)
  const flat = options.dimensionAtObservation === ALL_DIMENSIONS
  const besideIds = besideObservation(options.dimensionAtObservation)
  const series = flat ? [] : dimensions.filter(({ id }) => !besideIds.includes(id))
  const beside = flat ? dimensions : dimensions.filter(({ id }) => besideIds.includes(id))
  const said = (some: readonly SdmxDimension[]) => some.map((told) => dimension(dataset, told, dimensions.indexOf(told), options))
  const annotations = annotationsOf(dataset, options)
  const group = groupAttributes(dataset, options)
  const whole = options.values && options.attributes.length === ATTRIBUTE_IDS.length
  const write = writer(options)
  return {
    $schema: DATA_SCHEMA,
    meta: metaOf(dataset, 'data', options),
    data: {
      structures: [
        {
          links: [
            { rel: 'dataflow', urn: urn(dataset, 'Dataflow', artefactsOf(dataset).dataflow) },
            { rel: 'license', href: dataset.licence.page, title: dataset.licence.name[options.language] },
          ],
          ...named(dataset.name, options.language),
          ...described(dataset.description, options.language),
          dimensions: { dataSet: [], series: said(series), observation: said(beside) },
          measures: {
            observation: options.values
              ? [{ id: 'OBS_VALUE', ...named(formatWords.value, options.language), format: { dataType: 'Decimal' } }]
              : [],
          },
          attributes: { dataSet: [], dimensionGroup: group, series: [], observation: observationAttributes(options) },
          annotations,
          dataSets: [0],
        },
      ],
      dataSets: [
        {
          structure: 0,
          action: whole ? 'Replace' : 'Merge',
          validFrom: dataset.release.releasedAt,
          annotations: annotations.map((_, index) => index),
          ...(group.length === 0 ? {} : { dimensionGroupAttributes: groupValues(dataset, dimensions, options) }),
          ...(flat
            ? { observations: Object.fromEntries(dataset.observations.map((cell) => [keyOf(beside, cell), write(cell)])) }
            : { series: seriesOf(dataset, series, beside, options) }),
        },
      ],
    },
  }
}
