import { dayNumber, periodOfCode } from '#engines/calendar/index.ts'
import { axesOf, itemAt } from '#domains/observatory/formats/axes.ts'
import type { Dataset } from '#domains/observatory/formats/dataset.ts'
import { stateWords } from '#domains/observatory/formats/words.ts'
import type { ColumnSource } from 'hyparquet-writer'

export const PARQUET_TYPE = 'application/vnd.apache.parquet'

type Told = Omit<ColumnSource, 'data'> & { readonly field: (cell: Dataset['observations'][number]) => string | number | boolean | null }

const string = (name: string, field: Told['field']): Told => ({ name, type: 'STRING', nullable: false, field })

const columnsOf = (dataset: Dataset): readonly Told[] => [
  ...axesOf(dataset).flatMap(({ id, codes }, index) => [
    string(id.toLowerCase(), ({ at }) => itemAt(codes, at, index).id),
    string(`${id.toLowerCase()}_fa`, ({ at }) => itemAt(codes, at, index).label.fa),
    string(`${id.toLowerCase()}_en`, ({ at }) => itemAt(codes, at, index).label.en),
  ]),
  ...(['start', 'end'] as const).map((edge): Told => {
    const days = dataset.periods.map((code) => dayNumber(periodOfCode(code)[edge]))
    return { name: `period_${edge}`, type: 'INT32', nullable: false, field: ({ at }) => itemAt(days, at, at.length - 1) }
  }),
  { name: 'value', type: 'DOUBLE', nullable: true, field: (cell) => (cell.state === 'value' ? cell.value : null) },
  string('status', ({ state }) => state),
  { name: 'noise', type: 'BOOLEAN', nullable: false, field: (cell) => cell.state === 'value' && cell.noise },
  string('unit', ({ at }) => itemAt(dataset.measures, at, 0).unit.id),
]

const PRIMITIVE = { STRING: 'BYTE_ARRAY', INT32: 'INT32', DOUBLE: 'DOUBLE', BOOLEAN: 'BOOLEAN' } as const

const elementOf = ({ name, type, nullable }: Told) => ({
  name,
  type: PRIMITIVE[type as keyof typeof PRIMITIVE],
  repetition_type: nullable === true ? ('OPTIONAL' as const) : ('REQUIRED' as const),
  ...(type === 'STRING' && { converted_type: 'UTF8' as const }),
  ...(type === 'INT32' && { converted_type: 'DATE' as const }),
})

/** What does not fit into columns, as JSON beside them: every file says where it is from. */
const aboutOf = (dataset: Dataset): string =>
  JSON.stringify({
    id: dataset.id,
    version: dataset.version,
    name: dataset.name,
    description: dataset.description,
    agency: dataset.agency,
    release: dataset.release,
    measures: dataset.measures,
    source: dataset.source,
    licence: dataset.licence,
    protection: dataset.protection,
    caveats: dataset.caveats,
    completeness: dataset.completeness,
    synthetic: dataset.synthetic,
    status: { hidden: stateWords.hiddenMeans, missing: stateWords.missingMeans, noise: stateWords.noiseMeans },
  })

/** The long table for analysts. Days are dates, a hidden or missing value is null, and `status` says which. */
export const parquetOf = async (dataset: Dataset): Promise<Uint8Array> => {
  const { parquetWriteBuffer } = await import('hyparquet-writer')
  const columns = columnsOf(dataset)
  const buffer = parquetWriteBuffer({
    columnData: columns.map(({ name, field }) => ({ name, data: dataset.observations.map(field) })),
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)],
    kvMetadata: [{ key: 'hamyar', value: aboutOf(dataset) }],
    createdBy: 'hamyar',
    rowGroupSize: 100_000,
  })
  return new Uint8Array(buffer)
}
