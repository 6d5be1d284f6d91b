import type { Page } from 'playwright-core'
import { getRelease, listHidden, listReleases } from '#domains/observatory/releases/contract.ts'
import type { ReceivedOf } from '#platform/contract/index.ts'
import { say } from '#platform/words/index.ts'
import { releaseWords } from '#web/observatory/release-words.ts'
import { answer, minutesOn, someId, type State } from './answer.ts'

type Release = ReceivedOf<typeof getRelease>
type Line = ReceivedOf<typeof listReleases>['releases'][number]

const DAY = 24 * 60
const name = { nameFa: 'نیازها: ثبت‌شده، برآورده‌شده و به‌موقع', nameEn: 'Needs: recorded, met and met on time' }

const line = (last: number, change: Partial<Line>): Line => ({
  release: someId(last), revision: 3, plan: 'needs', ...name, number: 3, state: 'checked', out: false, failed: false,
  periods: ['P1404-Q3', 'P1404-Q4', 'P1405-Q1', 'P1405-Q2'], asOf: minutesOn(-2 * DAY), releasesAt: minutesOn(3 * DAY), scheduled: true,
  reasonFa: null, reasonEn: null, revises: { of: 2, moved: 5, nowHidden: 0 }, recordedAt: minutesOn(-2 * DAY), steps: 9, stepsDone: 9, mine: false, ...change,
})

const reason = { reasonFa: 'گزارش دیررس سه استان به حساب آمد و یک دیدار که دوبار شمرده شده بود برداشته شد.', reasonEn: 'Late reports of three provinces are in, and a visit that had been counted twice is taken out.' }

const several: readonly Line[] = [
  line(906, {}),
  line(905, { state: 'draft', number: 3, stepsDone: 3 }),
  line(904, { state: 'draft', number: 3, failed: true }),
  line(903, { state: 'withdrawn', number: 3, mine: true }),
  line(902, { state: 'released', out: true, number: 2, scheduled: false, releasesAt: minutesOn(-20 * DAY), revises: { of: 1, moved: 2, nowHidden: 1 }, ...reason }),
  line(901, { state: 'released', out: true, number: 1, releasesAt: minutesOn(-42 * DAY), revises: null }),
]

const measure = { measureFa: 'نیازهای برآورده‌شده به تأیید خود فرد', measureEn: 'Needs met, confirmed by the person' }
const cell = (placeFa: string, placeEn: string, groupFa: string, groupEn: string) => ({ ...measure, placeFa, placeEn, period: 'P1405-Q2', groupFa, groupEn })
const part = { cells: 896, few: 148, wholeRows: 3, cover: 24, earlier: 12, differences: 1 }
const FILES = [['XLSX، فارسی', 'XLSX, Persian'], ['CSV، فارسی', 'CSV, Persian'], ['SDMX-CSV', 'SDMX-CSV'], ['Parquet', 'Parquet']] as const

const whole = (change: Partial<Release>): Release => ({
  ...line(902, { ...reason, scheduled: false }),
  hash: '9f2c'.repeat(16),
  failure: null,
  parts: [{ ...part, attack: { targets: 190, insiders: 61, pairs: 12, unsafe: 0, narrowest: 6 } }, { ...part, attack: { targets: 160, insiders: 40, pairs: 0, unsafe: 0, narrowest: 5 } }],
  lost: [
    ...['country', 'province'].flatMap((level) => [false, true].map((apart) => ({ ...measure, level, apart, cells: apart ? 403 : 31, hidden: apart ? 176 : 2, permille: apart ? 87 : 4 }))),
    // As long as a row can be.
    { measureFa: 'نیازهای ثبت‌شده', measureEn: 'Needs recorded', level: 'rest', apart: true, cells: 128_414, hidden: 100_276, permille: 999 },
  ],
  files: FILES.map(([titleFa, titleEn], at) => ({ name: `needs-${at}`, titleFa, titleEn, size: 41_000 * (at + 1), sha256: `${at}b7e`.repeat(16) })),
  protection: { k: 5, dominancePercent: 75, pPercent: 10, wholeRows: 'hidden' },
  changes: { of: 2, nowHidden: 1, size: [{ measure: 'needs-met', ...measure, period: 'P1405-Q2', before: 12_804, now: 12_797 }, { measure: 'needs-met', ...measure, period: 'P1405-Q1', before: 11_950, now: 11_949 }] },
  signedAt: null,
  notSigned: null,
  mayWithdraw: true,
  ...change,
})

const hiddenCells = {
  cells: [
    { key: '0', ...cell('استان کوهستان', 'Kuhestan Province', 'تعمیر کوچک خانه', 'Small repairs'), why: 'few' as const },
    { key: '1', ...cell('استان دریاکنار', 'Daryakenar Province', 'تعمیر کوچک خانه', 'Small repairs'), why: 'cover' as const },
    { key: '2', ...cell('استان دریاکنار', 'Daryakenar Province', '', ''), why: 'earlier' as const },
  ],
  total: 187,
  next: 50,
}

const page = '/staff/releases/0193b0f0-0000-7000-8000-000000000902'
const shows = (change: Partial<Release>) => (at: Page) => answer(at, getRelease, () => whole(change))
const press = (at: Page, word: string) => at.getByRole('button', { name: word }).click()

export const releaseStates: readonly State[] = [
  { name: 'releases in every state', role: 'statistician', path: '/staff/releases', given: (at) => answer(at, listReleases, (real) => ({ ...real, releases: [...several] })) },
  {
    name: 'a release off the calendar',
    role: 'statistician',
    path: '/staff/releases',
    reach: (at, language) => press(at, say(releaseWords, language).offCalendar),
  },
  { name: 'a release that is being made', role: 'statistician', path: page, given: shows({ state: 'draft', steps: 9, stepsDone: 4, files: [], parts: [], lost: [], changes: null, hash: null, notSigned: 'not-checked', mine: true }) },
  {
    name: 'a release that waits for a signature, with its hidden cells',
    role: 'statistician',
    path: page,
    given: async (at) => {
      await shows({})(at)
      await answer(at, listHidden, () => hiddenCells)
    },
    reach: async (at, language) => {
      await at.getByText(say(releaseWords, language).hiddenList).click()
      await at.getByText(say(releaseWords, language).next, { exact: true }).waitFor()
    },
  },
  { name: 'a release of one’s own', role: 'statistician', path: page, given: shows({ mine: true, notSigned: 'own' }) },
  {
    name: 'a release that could not be protected',
    role: 'statistician',
    path: page,
    given: shows({ state: 'draft', failed: true, failure: { what: 'lost', cells: [cell('استان کوهستان', 'Kuhestan Province', 'مهارت‌آموزی', 'Skills')], differences: 2 }, files: [], changes: null, hash: null, notSigned: 'not-checked' }),
  },
  { name: 'a release that is out', role: 'statistician', path: page, given: shows({ state: 'released', out: true, releasesAt: minutesOn(-3 * DAY), signedAt: minutesOn(-4 * DAY), notSigned: 'not-checked', mayWithdraw: false }) },
  { name: 'taking a release back', role: 'statistician', path: page, given: shows({}), reach: (at, language) => press(at, say(releaseWords, language).withdraw) },
]
