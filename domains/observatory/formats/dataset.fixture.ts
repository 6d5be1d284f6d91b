import fc from 'fast-check'
import type { PeriodCode, PlainDate } from '#engines/calendar/index.ts'
import { datasetOf, isWritable } from './check.ts'
import type { Cell, Dataset, DatasetParts, Dimension, Measure, Observation, Text } from './dataset.ts'

const both = (words: string): Text => ({ fa: words, en: words })

const about = {
  id: 'NEEDS_MET',
  version: '1.0.0',
  agency: {
    id: 'HAMYAR',
    name: { fa: 'رصدخانهٔ همیار', en: 'Hamyar Observatory' },
    contact: { name: { fa: 'میز آمار', en: 'Statistics desk' }, email: 'statistics@example.org', page: 'https://example.org/statistics' },
  },
  name: { fa: 'نیازهای برآورده‌شده', en: 'Needs met' },
  description: { fa: 'نیازهایی که خود فرد برآورده شدن آنها را تأیید کرده است.', en: 'Needs that the person confirmed as met.' },
  release: {
    number: 2,
    hash: 'ab'.repeat(32),
    asOf: '2024-05-20' as PlainDate,
    releasedAt: '2024-06-01T06:30:00Z',
    revises: { number: 1, releasedAt: '2024-05-25T06:30:00Z', reason: { fa: 'گزارش‌های دیررسیده', en: 'Reports that came late' } },
  },
  source: { fa: 'ثبت‌های آماری همیار', en: 'Facts of Hamyar' },
  licence: { name: { fa: 'CC BY 4.0', en: 'CC BY 4.0' }, page: 'https://creativecommons.org/licenses/by/4.0/' },
  protection: { fa: 'خانه‌های کمتر از پنج و خانه‌های لازم برای پوشاندن آنها منتشر نمی‌شود.', en: 'Cells below five and those needed to cover them are not published.' },
  caveats: [{ fa: 'دو شهرستان دیر گزارش دادند.', en: 'Two counties reported late.' }],
  completeness: [{ period: 'P1403-M01' as PeriodCode, expected: 12, reported: 11, late: 2 }],
  synthetic: true,
} satisfies Partial<DatasetParts>

const needs: Measure = {
  id: 'NEEDS_MET',
  label: { fa: 'نیاز برآورده‌شده', en: 'Needs met' },
  unit: { id: 'NEED', label: { fa: 'نیاز', en: 'need' } },
  decimals: 0,
  definition: { fa: 'نیازی که خود فرد برآورده شدن آن را تأیید کرد.', en: 'A need that the person confirmed as met.' },
  definitionVersion: '1.0.0',
}
const share: Measure = {
  ...needs,
  id: 'ON_TIME',
  label: { fa: 'سهم به‌موقع', en: 'Share on time' },
  unit: { id: 'PERCENT', label: { fa: 'درصد', en: 'per cent' } },
  decimals: 1,
}

const places: Dimension = {
  id: 'REF_AREA',
  label: { fa: 'محل', en: 'Place' },
  role: 'place',
  codes: [
    { id: '00', label: { fa: 'کشور', en: 'Country' } },
    { id: '03', label: { fa: 'آذربایجان شرقی', en: 'East Azerbaijan' }, parent: '00' },
    { id: '0301', label: { fa: 'تبریز', en: 'Tabriz' }, parent: '03' },
  ],
}
const sexes: Dimension = {
  id: 'SEX',
  label: { fa: 'جنس', en: 'Sex' },
  codes: [
    { id: 'F', label: { fa: 'زن', en: 'Female' } },
    { id: 'M', label: { fa: 'مرد', en: 'Male' } },
  ],
}

const value = (number: number, noise = false): Cell => ({ state: 'value', value: number, noise })
export const HIDDEN: Cell = { state: 'hidden' }
const MISSING: Cell = { state: 'missing' }

const cells: readonly (readonly [string, Cell])[] = [
  ['0 0 0 0', value(1204)], ['0 0 0 1', value(97)], ['0 0 0 2', value(101)],
  ['0 0 1 0', value(988)], ['0 0 1 1', value(80)], ['0 0 1 2', value(84)],
  ['0 1 0 0', value(300)], ['0 1 0 1', HIDDEN], ['0 1 0 2', value(31, true)],
  ['0 1 1 0', value(250)], ['0 1 1 1', HIDDEN], ['0 1 1 2', MISSING],
  ['0 2 0 1', value(0)], ['0 2 1 1', MISSING],
  ['1 0 0 0', value(87.5)], ['1 0 1 0', value(90)],
]

export const needsMetParts = (): DatasetParts => ({
  ...about,
  measures: [needs, share],
  dimensions: [places, sexes],
  // A year, its first month, and a month of the other calendar that overlaps it.
  periods: ['P1403', 'P1403-M01', 'G2024-M04'] as PeriodCode[],
  observations: cells.map(([at, cell]) => ({ at: at.split(' ').map(Number), ...cell })),
})

/** Needs met by place and sex: exact, hidden, noisy and missing cells, places without a cell, three kinds of period. */
export const needsMet = (): Dataset => datasetOf(needsMetParts())

/** Words that a format could stumble over. */
const words = fc.oneof(
  fc.constantFrom('=1+1', '+A1', '-2', '@SUM(A1)', '＝1', 'a,b', 'say "no"', 'two\nlines', '<b>&amp;', "it's", 'نیاز‌ها؛ «همه»', '\t', '  '),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
)
const safe = words.filter(isWritable)

const PERIODS = ['P1403', 'P1403-M01', 'P1403-W03', 'P1403-Q2', 'G2024-Q3', 'G2024-M11', 'G2025', 'G2025-W02'] as PeriodCode[]

const arbitraryCell = (decimals: number): fc.Arbitrary<Cell | undefined> =>
  fc.oneof(
    fc
      .record({ units: fc.integer({ min: -10_000_000, max: 10_000_000 }), noise: fc.boolean() })
      .map(({ units, noise }) => value(Number((units / 10 ** decimals).toFixed(decimals)) || 0, noise)),
    fc.constant(HIDDEN),
    fc.constant(MISSING),
    fc.constant(undefined),
  )

const dimension = (id: string, role?: 'place'): fc.Arbitrary<Dimension> =>
  fc.array(safe, { minLength: 1, maxLength: 3 }).map((labels) => ({
    id,
    label: both(labels[0] ?? id),
    codes: labels.map((label, index) => ({ id: `${index}-${id}`, label: both(label), ...(index === 2 ? { parent: `0-${id}` } : {}) })),
    ...(role === undefined ? {} : { role }),
  }))

const shapes = fc.record({
  measures: fc
    .array(fc.record({ label: safe, decimals: fc.integer({ min: 0, max: 3 }) }), { minLength: 1, maxLength: 2 })
    .map((list) => list.map(({ label, decimals }, index) => ({ ...needs, id: `M${index}`, label: both(label), decimals }))),
  dimensions: fc.tuple(dimension('REF_AREA', 'place'), dimension('KIND'), dimension('SEX')).chain((all) => fc.integer({ min: 1, max: 3 }).map((count) => all.slice(0, count))),
  periods: fc.subarray(PERIODS, { minLength: 1, maxLength: 4 }),
})

const everyPlace = (sizes: readonly number[]): number[][] =>
  sizes.reduce<number[][]>((all, size) => all.flatMap((at) => Array.from({ length: size }, (_, index) => [...at, index])), [[]])

/** Any dataset that there can be, in small, with its cells in any order. */
export const anyDataset: fc.Arbitrary<Dataset> = shapes.chain((shape) => {
  const all = everyPlace([shape.measures.length, ...shape.dimensions.map(({ codes }) => codes.length), shape.periods.length])
  const some = fc.tuple(
    ...all.map((at) =>
      arbitraryCell(shape.measures[at[0] ?? 0]?.decimals ?? 0).map((cell): Observation | undefined => (cell === undefined ? undefined : { at, ...cell })),
    ),
  )
  return some
    .chain((list) => fc.shuffledSubarray(list, { minLength: list.length }))
    .map((list) => datasetOf({ ...about, ...shape, observations: list.filter((cell) => cell !== undefined) }))
})
