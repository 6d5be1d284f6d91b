import type { Dataset } from '#domains/observatory/formats/dataset.ts'
import type { Language } from '#domains/observatory/formats/text.ts'
import { aboutPage, completenessPage, dataPage, definitionsPage } from './sheets.ts'
import { withoutTime } from './zip-time.ts'

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A workbook for people: the numbers, what they mean, and what stands in the way of reading them. */
export const xlsxOf = async (dataset: Dataset, language: Language): Promise<Uint8Array> => {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const pages = [
    dataPage(dataset, language),
    aboutPage(dataset, language),
    definitionsPage(dataset, language),
    ...(dataset.completeness.length === 0 ? [] : [completenessPage(dataset, language)]),
  ]
  const sheets = pages.map(({ name, rows, widths, frozen }) => ({
    sheet: name,
    data: rows,
    columns: widths.map((width) => ({ width })),
    rightToLeft: language === 'fa',
    ...(frozen === 0 ? {} : { stickyRowsCount: frozen }),
  }))
  // Tahoma has the Persian letters and is on old Windows too.
  const archive = await writeXlsxFile(sheets, { fontFamily: 'Tahoma', fontSize: 10 }).toBuffer()
  return withoutTime(archive)
}
