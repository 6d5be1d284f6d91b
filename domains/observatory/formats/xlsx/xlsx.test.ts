import { describe, expect, it } from 'vitest'
import { datasetOf } from '#domains/observatory/formats/check.ts'
import { needsMet, needsMetParts } from '#domains/observatory/formats/dataset.fixture.ts'
import { all, readXlsx } from '#domains/observatory/formats/read-back.fixture.ts'
import { xlsxOf } from './workbook.ts'
import { withoutTime } from './zip-time.ts'

const words = (rows: readonly (readonly { text?: string }[])[] = []) => rows.flat().map(({ text }) => text ?? '').join('\n')

describe('a workbook', () => {
  it('stands from right to left in Persian, with its first row kept in sight', async () => {
    const sheets = [...readXlsx(await xlsxOf(needsMet(), 'fa')).entries()]
    expect(sheets.map(([name]) => name)).toEqual(['داده‌ها', 'دربارهٔ این داده‌ها', 'تعریف‌ها', 'کامل بودن گزارش‌ها'])
    for (const [, { xml }] of sheets) expect(all(xml, 'sheetView')[0]!.attributes['rightToLeft']).toBe('1')
    expect(all(sheets[0]![1].xml, 'pane')[0]!.attributes).toMatchObject({ ySplit: '1', state: 'frozen' })
    const [, { xml }] = [...readXlsx(await xlsxOf(needsMet(), 'en')).entries()][0]!
    expect(all(xml, 'sheetView')[0]!.attributes['rightToLeft']).toBeUndefined()
  })

  it('has numbers that stay numbers, shown in Persian digits', async () => {
    const [[, { rows }] = ['', { rows: [] }]] = readXlsx(await xlsxOf(needsMet(), 'fa'))
    expect(rows[1]!.at(-3)).toEqual({ number: 1204, format: '[$-3000429]#,##0' })
    expect(rows.at(-1)!.at(-3)).toEqual({ number: 90, format: '[$-3000429]#,##0.0' })
  })

  it('has a word where there is no number', async () => {
    const [[, { rows }] = ['', { rows: [] }]] = readXlsx(await xlsxOf(needsMet(), 'fa'))
    expect(rows[8]!.slice(-3)).toEqual([{ text: 'محرمانه' }, { text: 'محرمانه' }, { text: 'نیاز' }])
  })

  it('says what hidden means, that the data are synthetic, where they are from and which release they are', async () => {
    const about = words(readXlsx(await xlsxOf(needsMet(), 'fa')).get('دربارهٔ این داده‌ها')?.rows)
    expect(about).toContain('صفر نیست و لزوماً عدد کوچکی هم نیست')
    expect(about).toContain('ساختگی')
    expect(about).toContain('ab'.repeat(32))
    expect(about).toContain('گزارش‌های دیررسیده')
  })

  it('runs no words as a formula', async () => {
    const parts = needsMetParts()
    const dataset = datasetOf({ ...parts, measures: parts.measures.map((one) => ({ ...one, label: { fa: '=1+1', en: '=HYPERLINK("x")' } })) })
    const [[, { xml, rows }] = ['', { xml: { name: '', attributes: {}, children: [], text: '' }, rows: [] }]] = readXlsx(await xlsxOf(dataset, 'en'))
    expect(rows[1]![0]).toEqual({ text: '=HYPERLINK("x")' })
    expect(all(xml, 'f')).toEqual([])
  })
})

describe('a ZIP file without time', () => {
  it('refuses what is none', () => {
    expect(() => withoutTime(new Uint8Array(100))).toThrow('not a ZIP file')
  })
})
