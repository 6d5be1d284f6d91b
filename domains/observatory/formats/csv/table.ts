import type { Dataset } from '#domains/observatory/formats/dataset.ts'
import type { Language } from '#domains/observatory/formats/text.ts'
import { columnsOf } from './columns.ts'
import { line } from './fields.ts'

export const CSV_TYPE = 'text/csv; charset=utf-8; header=present'

export interface CsvOptions {
  /** Of the labels; codes are the same in both. */
  readonly language: Language
  /** Excel reads UTF-8 only where a mark stands before it. */
  readonly mark: boolean
}

/** The cube as a long table, line by line. */
export function* csvOf(dataset: Dataset, { language, mark }: CsvOptions): Generator<string> {
  const columns = columnsOf(dataset, language)
  yield `${mark ? '\uFEFF' : ''}${line(columns.map(({ name }) => name))}`
  for (const cell of dataset.observations) yield line(columns.map(({ field }) => field(cell)))
}
