import type { Dataset, Text } from '#domains/observatory/formats/dataset.ts'
import type { Language } from '#domains/observatory/formats/text.ts'
import { stateWords } from '#domains/observatory/formats/words.ts'
import { columnsOf, type Column } from './columns.ts'

export const CSVW_TYPE = 'application/csvm+json'

/** A common property of CSVW says languages as JSON-LD does; a natural-language property has a map of its own. */
const spoken = ({ fa, en }: Text) => [
  { '@value': fa, '@language': 'fa' },
  { '@value': en, '@language': 'en' },
]

const datatypeOf = ({ datatype, oneOf }: Column) =>
  oneOf === undefined ? datatype : { base: datatype, format: `^(${oneOf.join('|')})$` }

const columnOf = (column: Column, language: Language) => ({
  name: column.name,
  // The header says the name, whatever the language: a validator compares the two.
  titles: column.name,
  'dc:title': spoken(column.title),
  datatype: datatypeOf(column),
  required: column.required,
  ...(column.name.endsWith('_label') ? { lang: language } : {}),
})

/** Metadata that stand beside the CSV file `url` (W3C, Metadata Vocabulary for Tabular Data, 2015). */
export const csvwOf = (dataset: Dataset, url: string, language: Language) => {
  const columns = columnsOf(dataset, language)
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': language }],
    url,
    'dc:title': spoken(dataset.name),
    'dc:description': spoken(dataset.description),
    'dc:publisher': spoken(dataset.agency.name),
    'dc:source': spoken(dataset.source),
    'dc:license': { '@id': dataset.licence.page },
    'dc:issued': { '@value': dataset.release.releasedAt, '@type': 'xsd:dateTime' },
    'dc:identifier': dataset.release.hash,
    notes: [
      ...[stateWords.hiddenMeans, stateWords.missingMeans, stateWords.noiseMeans, dataset.protection],
      ...dataset.caveats,
      ...(dataset.synthetic ? [stateWords.synthetic] : []),
    ].map((text) => ({ 'dc:description': spoken(text) })),
    dialect: { encoding: 'utf-8', delimiter: ',', quoteChar: '"', doubleQuote: true, header: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: columns.map((column) => columnOf(column, language)),
      primaryKey: columns.filter(({ key }) => key).map(({ name }) => name),
    },
  }
}
