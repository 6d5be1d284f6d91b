import type { Page } from 'playwright-core'
import { getResult, listReleaseDays, listResults } from '#domains/observatory/results/contract.ts'
import { getTable, listCubes } from '#domains/observatory/tables/contract.ts'
import type { ReceivedOf } from '#platform/contract/index.ts'
import { say } from '#platform/words/index.ts'
import { resultWords } from '#web/public/results/indicator/words.ts'
import { answer, type State } from './answer.ts'

type Result = ReceivedOf<typeof getResult>
type Cell = Result['periods'][number]['cell']
type Cubes = ReceivedOf<typeof listCubes>

const number = (value: number): Cell => ({ state: 'value', value })
const hidden: Cell = { state: 'hidden' }

const need = { id: 'NEED', nameFa: 'نیاز', nameEn: 'need' }
const percent = { id: 'PERCENT', nameFa: 'درصد', nameEn: 'per cent' }
const met = { dataset: 'NEEDS', indicator: 'needs-met', nameFa: 'نیازهای برآورده‌شده به تأیید خود فرد', nameEn: 'Needs met, confirmed by the person', unit: need, decimals: 0 }
const share = { dataset: 'NEEDS', indicator: 'needs-met-on-time-share', nameFa: 'سهم به‌موقع از نیازهای برآورده‌شده', nameEn: 'Share of needs met that were met on time', unit: percent, decimals: 1 }

const HASH = '4f2c9f1d0e5b7a68c3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0'
const first = { number: 1, releasedAt: '2026-10-16T05:30:00Z', asOf: '2026-10-15', scheduled: true, revises: null }
const second = {
  number: 2,
  releasedAt: '2026-11-04T05:30:00Z',
  asOf: '2026-11-03',
  scheduled: false,
  revises: {
    number: 1,
    releasedAt: first.releasedAt,
    reasonFa: 'گزارش سه مرکز دوبار شمرده شده بود.',
    reasonEn: 'Reports of three centres had been counted twice.',
    nowHidden: 1,
    size: [
      { indicator: 'needs-met', nameFa: met.nameFa, nameEn: met.nameEn, period: 'P1405-Q1', before: 7412, now: 7390 },
      { indicator: 'needs-met', nameFa: met.nameFa, nameEn: met.nameEn, period: 'P1405-Q2', before: 8120, now: 8074 },
    ],
  },
}

const released = (): ReceivedOf<typeof listResults> => ({
  releases: [second, first].map((vintage) => ({
    ...vintage,
    dataset: 'NEEDS',
    nameFa: 'نیازها: ثبت‌شده، برآورده‌شده و به‌موقع',
    nameEn: 'Needs: recorded, met and met on time',
    periods: ['P1404-Q3', 'P1404-Q4', 'P1405-Q1', 'P1405-Q2'],
    hash: HASH,
    synthetic: true,
  })),
  headline: {
    dataset: 'NEEDS',
    placeFa: 'همهٔ کشور',
    placeEn: 'The whole nation',
    period: 'P1405-Q2',
    onTime: number(6903),
    share: number(85.5),
    before: { period: 'P1405-Q1', cell: number(6210) },
    beside: [{ dataset: 'VISITS', indicator: 'visits-confirmed', nameFa: 'دیدارهای انجام‌شده به تأیید خود فرد', nameEn: 'Visits done, confirmed by the person', unit: { id: 'VISIT', nameFa: 'دیدار', nameEn: 'visit' }, decimals: 0, cell: number(9120) }],
  },
  indicators: [
    { ...met, latest: { period: 'P1405-Q2', cell: number(8074) } },
    { ...share, latest: { period: 'P1405-Q2', cell: number(85.5) } },
  ],
})

const line = [
  { period: 'P1404-Q3', start: '2025-09-23', end: '2025-12-21', now: [6402, 79.1], before: undefined },
  { period: 'P1404-Q4', start: '2025-12-22', end: '2026-03-20', now: [6120, 80.4], before: undefined },
  { period: 'P1405-Q1', start: '2026-03-21', end: '2026-06-21', now: [7390, 84], before: [7412, 83.1] },
  { period: 'P1405-Q2', start: '2026-06-22', end: '2026-09-22', now: [8074, 85.5], before: [8120, 84.9] },
  { period: 'G2026-Q1', start: '2026-01-01', end: '2026-03-31', now: [6644, 81], before: undefined },
  { period: 'G2026-Q2', start: '2026-04-01', end: '2026-06-30', now: [7515, 84.2], before: undefined },
] as const

/** Every fifth place is not told; the others go down by their place in the list. */
const told = (places: readonly { code: string; nameFa: string; nameEn: string }[], isShare: boolean): Result['places'] =>
  places.map((place, at) => ({ ...place, hasPlaces: true, cell: at % 5 === 4 ? hidden : number(isShare ? 52 + ((at * 17) % 45) : Math.round(900 / (at + 1)) + 12) }))

const kinds = [
  ['company', 'همدمی', 'Company', [number(3105), number(88.2)]],
  ['shopping', 'خرید', 'Shopping', [number(1877), number(86)]],
  ['clinic', 'همراهی تا درمانگاه', 'To the clinic', [number(1402), number(79.4)]],
  ['repair', 'تعمیر خانه', 'Repairs at home', [hidden, hidden]],
  ['legal', 'راهنمایی حقوقی', 'Legal advice', [hidden, hidden]],
  ['lessons', 'درس', 'Lessons', [number(0), hidden]],
] as const

const shownAs = (isShare: boolean, { nation, provinces }: Cubes): Result => {
  const at = isShare ? 1 : 0
  const of = isShare ? share : met
  const periods = line.map(({ period, start, end, now, before }) => ({
    period,
    start,
    end,
    cell: period === 'P1404-Q4' ? hidden : number(now[at]),
    before: before === undefined ? null : number(before[at]),
    completeness: { expected: 1210, reported: 1184, late: 14 },
  }))
  return {
    ...of,
    version: '1.0.0',
    definition: {
      explanationFa: 'هر نیازی که همیاری برآورده کرد و خود فرد تأیید کرد، به‌موقع یا دیرتر.',
      explanationEn: 'Every need that a volunteer met and the person confirmed, on time or later.',
      share: isShare ? { partFa: 'نیازهای به‌موقع', partEn: 'Needs met on time', wholeFa: met.nameFa, wholeEn: met.nameEn } : null,
      caveatsFa: 'آنچه کارکنان مرکز خود انجام داده‌اند در این شمار نیست و جداگانه آمده است.',
      caveatsEn: 'What the centre’s own staff did is not in it; it stands apart.',
      sourceFa: 'ثبت‌های آماری همیار',
      sourceEn: 'Facts that Hamyar writes',
      from: '1921-03-21',
      reason: 'The first definition.',
    },
    release: {
      ...second,
      hash: HASH,
      synthetic: true,
      protectionFa: 'عددی که کمتر از ۵ نفر پشت آن باشند منتشر نمی‌شود.',
      protectionEn: 'A number that fewer than 5 people are behind is not published.',
      licenceFa: 'CC BY 4.0',
      licenceEn: 'CC BY 4.0',
      licencePage: 'https://creativecommons.org/licenses/by/4.0/',
    },
    vintages: [second, first].map((vintage) => ({ ...vintage, said: periods.map(({ period, cell, before }) => ({ period, cell: vintage.number === 1 ? (before ?? cell) : cell })) })),
    place: nation,
    within: [],
    group: null,
    periods,
    period: 'P1405-Q2',
    places: told(provinces, isShare),
    groups: [{ dimension: 'KIND', nameFa: 'نوع کمک', nameEn: 'Kind of help', codes: kinds.map(([code, nameFa, nameEn, cells]) => ({ code, nameFa, nameEn, cell: cells[at] })) }],
    files: ['fa.xlsx', 'fa.csv', 'fa.json-stat.json', 'parquet', 'sdmx.json', 'sdmx.csv'].map((ending) => ({ address: `/api/releases/NEEDS-1.0.0-r2-4f2c9f1d0e5b.${ending}`, titleFa: ending, titleEn: ending, size: 48_000, sha256: HASH })),
    call: '/api/sdmx/data/dataflow/HAMYAR/NEEDS/1.0.0/*?c[INDICATOR]=needs-met&asOf=2026-11-04T05:30:00Z',
  }
}

const cubesOf = async (page: Page): Promise<Cubes> => listCubes.ok.parse(await (await page.request.get(listCubes.path)).json())

const tableFor = (cubes: Cubes): ReceivedOf<typeof getTable> => {
  const codes = [['TOTAL', 'همه', 'All'], ['ORDINARY', 'عادی', 'Ordinary'], ['SOON', 'زودتر', 'Soon'], ['DANGER', 'خطر', 'Danger'], ['UNKNOWN', 'نامشخص', 'Not known']] as const
  return {
    cube: 'REQUESTS',
    nameFa: 'درخواست‌های رسیده',
    nameEn: 'Requests received',
    unit: { nameFa: 'درخواست', nameEn: 'request' },
    edition,
    place: cubes.nation,
    period: 'P1405-Q2',
    rows: { axis: 'PLACE', nameFa: 'محل', nameEn: 'Place', codes: cubes.provinces },
    columns: { axis: 'URGENCY', nameFa: 'فوریت', nameEn: 'Urgency', codes: codes.map(([code, nameFa, nameEn]) => ({ code, nameFa, nameEn })) },
    numbers: cubes.provinces.map((_, row) => codes.map((__, column) => (column === 4 ? 0 : Math.round(4000 / (row + 2) / (column + 1))))),
    csv: '/api/tables/REQUESTS.csv?rows=PLACE&columns=URGENCY',
    jsonStat: '/api/tables/REQUESTS.json-stat.json?rows=PLACE&columns=URGENCY',
  }
}
const edition = { number: 3, outAt: '2026-10-16T05:30:00.000Z', asOf: '2026-10-15', synthetic: true, hash: HASH, noise: { most: 10, variance: 7, hidden: 4 } }

const indicator = (name: string, isShare: boolean, reach?: State['reach']): State => ({
  name,
  role: undefined,
  path: `/results/NEEDS/${(isShare ? share : met).indicator}`,
  given: async (page) => {
    const cubes = await cubesOf(page)
    await answer(page, getResult, () => shownAs(isShare, cubes))
  },
  ...(reach === undefined ? {} : { reach }),
})

export const resultStates: readonly State[] = [
  { name: 'figures that were released and revised', role: undefined, path: '/results', given: (page) => answer(page, listResults, released) },
  {
    name: 'days of release that have been',
    role: undefined,
    path: '/results/days',
    given: (page) =>
      answer(page, listReleaseDays, (real) => ({ ...real, past: released().releases.map(({ periods, hash: _h, synthetic: _s, ...one }) => ({ ...one, period: periods.at(-1) ?? '' })) })),
  },
  indicator('a released count, by place and group', false, async (page, language) => {
    await page.locator('.area-map-area').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.getByText(say(resultWords, language).asTable).click()
  }),
  indicator('a released share, with every revision', true, async (page, language) => {
    const t = say(resultWords, language)
    await page.locator('summary', { hasText: t.revisions }).click()
    await page.getByText(t.gregorian).click()
  }),
  {
    name: 'a table of one’s own',
    role: undefined,
    path: '/results/tables?cube=REQUESTS&rows=PLACE&columns=URGENCY',
    given: async (page) => {
      const cubes = await cubesOf(page)
      await answer(page, listCubes, (real) => ({ ...real, cubes: real.cubes.map((cube) => ({ ...cube, edition, periods: ['P1405-H1', 'P1405-Q1', 'P1405-Q2', 'P1405-M06', 'G2026-M07'] })) }))
      await answer(page, getTable, () => tableFor(cubes))
    },
  },
]
