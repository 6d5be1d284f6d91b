import { itemAt } from '#domains/observatory/formats/axes.ts'
import { line, wordField } from '#domains/observatory/formats/csv/fields.ts'
import type { Code, Dataset, Observation, Text } from '#domains/observatory/formats/dataset.ts'
import { statusOf } from '#domains/observatory/formats/status.ts'
import { numberText, type Language } from '#domains/observatory/formats/text.ts'
import { formatWords } from '#domains/observatory/formats/words.ts'
import {
  ATTRIBUTE_IDS, besideObservation, dimensionsOf, OBSERVATION_ATTRIBUTES, unitsOf, valueIn, type AttributeId,
} from './components.ts'
import { artefactsOf } from './message.ts'

export type Labels = 'id' | 'name' | 'both'
export type Keys = 'none' | 'obs' | 'series' | 'both'

export interface SdmxCsvOptions {
  readonly language: Language
  readonly labels: Labels
  readonly keys: Keys
  readonly dimensionAtObservation: string
  readonly attributes: readonly AttributeId[]
  readonly values: boolean
}

/** A component: what stands in its column, and the name of that in the reader's language where it has one. */
interface Component {
  readonly id: string
  readonly label: Text
  readonly value: (cell: Observation) => string
  readonly codes: readonly Code[] | undefined
}

const attributesOf = (dataset: Dataset): readonly Component[] => [
  ...OBSERVATION_ATTRIBUTES.map(({ id, label, codes }) => ({ id, label, codes, value: (cell: Observation) => statusOf(cell)[id] })),
  {
    id: 'UNIT_MEASURE',
    label: formatWords.unit,
    codes: unitsOf(dataset),
    value: ({ at }) => itemAt(dataset.measures, at, 0).unit.id,
  },
  {
    id: 'DECIMALS',
    label: formatWords.decimals,
    codes: undefined,
    value: ({ at }) => String(itemAt(dataset.measures, at, 0).decimals),
  },
]

const valueOf = (dataset: Dataset): Component => ({
  id: 'OBS_VALUE',
  label: formatWords.value,
  codes: undefined,
  value: (cell) => (cell.state === 'value' ? numberText(cell.value, itemAt(dataset.measures, cell.at, 0).decimals) : ''),
})

type Field = (cell: Observation) => string

const columnOf = ({ id, label, value, codes }: Component, { labels, language }: SdmxCsvOptions): readonly [string, Field][] => {
  const names = new Map(codes?.map((code) => [code.id, code.label[language]]))
  if (labels === 'id') return [[id, value]]
  if (labels === 'name')
    return [
      [id, value],
      [wordField(label[language]), (cell) => wordField(names.get(value(cell)) ?? '')],
    ]
  const both: Field = (cell) => {
    const name = names.get(value(cell))
    return name === undefined ? value(cell) : wordField(`${value(cell)}: ${name}`)
  }
  return [[wordField(`${id}: ${label[language]}`), both]]
}

const keyColumns = (dataset: Dataset, { keys, dimensionAtObservation }: SdmxCsvOptions): readonly [string, Field][] => {
  const all = dimensionsOf(dataset)
  const beside = besideObservation(dimensionAtObservation)
  const series = all.filter(({ id }) => dimensionAtObservation !== 'AllDimensions' && !beside.includes(id))
  const key = (some: typeof all): Field => (cell) => some.map((told) => valueIn(told, cell)).join('.')
  return [
    ...(keys === 'series' || keys === 'both' ? [['SERIES_KEY', key(series)] as [string, Field]] : []),
    ...(keys === 'obs' || keys === 'both' ? [['OBS_KEY', key(all)] as [string, Field]] : []),
  ]
}

/** SDMX-CSV 2.1: a line per observation. A hidden one has an empty OBS_VALUE and CONF_STATUS `C`. */
export function* sdmxCsvOf(dataset: Dataset, options: SdmxCsvOptions): Generator<string> {
  const { language, labels, attributes, values } = options
  const id = `${dataset.agency.id}:${artefactsOf(dataset).dataflow}(${dataset.version})`
  const name = dataset.name[language]
  const action = values && attributes.length === ATTRIBUTE_IDS.length ? 'R' : 'M'
  const fixed: readonly [string, string][] = [
    ['STRUCTURE', 'dataflow'],
    ['STRUCTURE_ID', labels === 'both' ? wordField(`${id}: ${name}`) : id],
    ...(labels === 'name' ? [['STRUCTURE_NAME', wordField(name)] as [string, string]] : []),
    ['ACTION', action],
  ]
  const components: readonly Component[] = [
    ...dimensionsOf(dataset).map((told) => ({ ...told, value: (cell: Observation) => valueIn(told, cell) })),
    ...(values ? [valueOf(dataset)] : []),
    ...attributesOf(dataset).filter((component) => attributes.some((wanted) => wanted === component.id)),
  ]
  const columns = [...keyColumns(dataset, options), ...components.flatMap((component) => columnOf(component, options))]
  yield line([...fixed.map(([header]) => header), ...columns.map(([header]) => header)])
  const always = fixed.map(([, field]) => field)
  for (const cell of dataset.observations) yield line([...always, ...columns.map(([, field]) => field(cell))])
}
