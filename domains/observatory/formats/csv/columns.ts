import { periodOfCode } from '#engines/calendar/index.ts'
import { axesOf, itemAt, type Axis } from '#domains/observatory/formats/axes.ts'
import type { Dataset, Observation, Text } from '#domains/observatory/formats/dataset.ts'
import { numberText, type Language } from '#domains/observatory/formats/text.ts'
import { formatWords } from '#domains/observatory/formats/words.ts'
import { wordField } from './fields.ts'

/** Of CSVW. Codes and labels are strings. */
export type Datatype = 'string' | 'date' | 'decimal' | 'boolean'

/** One column of the long table: a row is a cell of the cube. */
export interface Column {
  readonly name: string
  readonly title: Text
  readonly datatype: Datatype
  /** Empty only where there is no number. */
  readonly required: boolean
  /** Values it may take, where they are few. */
  readonly oneOf?: readonly string[]
  /** Part of what makes a row the only one of its kind. */
  readonly key: boolean
  readonly field: (cell: Observation) => string
}

const text = (title: Text, name: string, field: Column['field']): Column => ({ name, title, datatype: 'string', required: true, key: false, field })

const axisColumns = (axis: Axis, index: number, language: Language): Column[] => {
  const name = axis.id.toLowerCase()
  return [
    { ...text(axis.label, name, ({ at }) => itemAt(axis.codes, at, index).id), key: true },
    text(axis.label, `${name}_label`, ({ at }) => wordField(itemAt(axis.codes, at, index).label[language])),
  ]
}

const dayColumn = (dataset: Dataset, end: 'start' | 'end', title: Text): Column => {
  const days = dataset.periods.map((code) => periodOfCode(code)[end])
  return { ...text(title, `period_${end}`, ({ at }) => itemAt(days, at, at.length - 1)), datatype: 'date' }
}

/** Columns of the long table: where, what, when, the number, and what is to be known about it. */
export const columnsOf = (dataset: Dataset, language: Language): readonly Column[] => {
  const axes = axesOf(dataset)
  return [
    ...axes.flatMap((axis, index) => axisColumns(axis, index, language)),
    dayColumn(dataset, 'start', formatWords.periodStart),
    dayColumn(dataset, 'end', formatWords.periodEnd),
    {
      ...text(formatWords.value, 'value', (cell) =>
        cell.state === 'value' ? numberText(cell.value, itemAt(dataset.measures, cell.at, 0).decimals) : '',
      ),
      datatype: 'decimal',
      required: false,
    },
    { ...text(formatWords.state, 'status', ({ state }) => state), oneOf: ['value', 'hidden', 'missing'] },
    { ...text(formatWords.noise, 'noise', (cell) => String(cell.state === 'value' && cell.noise)), datatype: 'boolean' },
    text(formatWords.unit, 'unit', ({ at }) => itemAt(dataset.measures, at, 0).unit.id),
  ]
}
