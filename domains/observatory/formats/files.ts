import { csvwOf, CSVW_TYPE } from './csv/csvw.ts'
import { csvOf, CSV_TYPE } from './csv/table.ts'
import type { Dataset, Text } from './dataset.ts'
import { jsonStatOf, JSON_STAT_TYPE } from './json-stat/dataset.ts'
import { parquetOf, PARQUET_TYPE } from './parquet/parquet.ts'
import { sdmxCsvOf } from './sdmx/csv.ts'
import { dataMessageOf, WHOLE } from './sdmx/data.ts'
import { structureMessageOf } from './sdmx/structure.ts'
import { bytesOf, fileNameOf, type Language } from './text.ts'
import { xlsxOf, XLSX_TYPE } from './xlsx/workbook.ts'

/** A file that goes out with a release. Its name has the release's hash in it: what is under it never changes. */
export interface ReleaseFile {
  readonly name: string
  readonly title: Text
  readonly mediaType: string
  readonly conformsTo?: string
  readonly write: () => Promise<Uint8Array>
}

const LANGUAGES: readonly Language[] = ['fa', 'en']
const SPOKEN: Readonly<Record<Language, Text>> = {
  fa: { fa: 'با برچسب فارسی', en: 'Persian labels' },
  en: { fa: 'با برچسب انگلیسی', en: 'English labels' },
}
const titled = (format: string, language: Language): Text => ({
  fa: `${format}، ${SPOKEN[language].fa}`,
  en: `${format}, ${SPOKEN[language].en}`,
})
const plain = (format: string): Text => ({ fa: format, en: format })

const json = (document: object): Uint8Array => bytesOf([JSON.stringify(document)])

const inBothLanguages = (dataset: Dataset, base: string): readonly ReleaseFile[] =>
  LANGUAGES.flatMap((language) => {
    const name = (ending: string) => fileNameOf(dataset, `${language}.${ending}`)
    const jsonStat = name('json-stat.json')
    return [
      {
        name: name('xlsx'),
        title: titled('Excel', language),
        mediaType: XLSX_TYPE,
        write: async () => await xlsxOf(dataset, language),
      },
      {
        name: name('csv'),
        title: titled('CSV', language),
        mediaType: CSV_TYPE,
        conformsTo: 'https://www.rfc-editor.org/rfc/rfc4180',
        write: async () => bytesOf(csvOf(dataset, { language, mark: true })),
      },
      {
        // Where the W3C's rules look for the metadata of a table.
        name: `${name('csv')}-metadata.json`,
        title: titled('CSVW', language),
        mediaType: CSVW_TYPE,
        conformsTo: 'https://www.w3.org/TR/tabular-metadata/',
        write: async () => json(csvwOf(dataset, name('csv'), language)),
      },
      {
        name: jsonStat,
        title: titled('JSON-stat 2.0', language),
        mediaType: JSON_STAT_TYPE,
        conformsTo: 'https://json-stat.org/format/',
        write: async () => json(jsonStatOf(dataset, { language, href: `${base}${jsonStat}` })),
      },
    ]
  })

/** Every file of a release. `base` is the address below which they lie; it ends with `/`. */
export const releaseFilesOf = (dataset: Dataset, base: string): readonly ReleaseFile[] => [
  ...inBothLanguages(dataset, base),
  {
    name: fileNameOf(dataset, 'parquet'),
    title: plain('Parquet'),
    mediaType: PARQUET_TYPE,
    conformsTo: 'https://parquet.apache.org/docs/file-format/',
    write: async () => await parquetOf(dataset),
  },
  {
    name: fileNameOf(dataset, 'sdmx.json'),
    title: plain('SDMX-JSON 2.1'),
    mediaType: 'application/vnd.sdmx.data+json;version=2.1.0',
    conformsTo: 'https://json.sdmx.org/2.1/sdmx-json-data-schema.json',
    write: async () => json(dataMessageOf(dataset, { language: 'fa', ...WHOLE })),
  },
  {
    name: fileNameOf(dataset, 'sdmx-structure.json'),
    title: { fa: 'ساختار SDMX-JSON 2.1', en: 'SDMX-JSON 2.1 structure' },
    mediaType: 'application/vnd.sdmx.structure+json;version=2.1.0',
    conformsTo: 'https://json.sdmx.org/2.1/sdmx-json-structure-schema.json',
    write: async () => json(structureMessageOf(dataset, { language: 'fa' })),
  },
  {
    name: fileNameOf(dataset, 'sdmx.csv'),
    title: plain('SDMX-CSV 2.1'),
    mediaType: 'application/vnd.sdmx.data+csv;version=2.1.0',
    conformsTo: 'https://sdmx.org/standards/',
    write: async () => bytesOf(sdmxCsvOf(dataset, { language: 'fa', labels: 'id', keys: 'none', ...WHOLE })),
  },
]
