import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { desk, found, openStage, phone, settled, type Language, type Stage } from './actors.ts'
import { axe, launchBrowser } from './browser.ts'
import { states } from './states/index.ts'

const origin = inject('origin')
let today: Browser
let floor: Browser
beforeAll(async () => {
  today = await launchBrowser()
  floor = await launchBrowser({ floor: true })
})
afterAll(async () => {
  await today.close()
  await floor.close()
})

const PUBLIC = ['/', '/ask', '/follow', '/file', '/m', '/join', '/results', '/results/days', '/results/tables', '/results/api', '/results/NEEDS/needs-met', '/sign-in', '/sign-in/recovery', '/outbox', '/nowhere']
const STAFF: readonly (readonly [string, string])[] = [
  ['clerk', '/staff/inbox'],
  ['case-worker', '/staff/cases'],
  ['supervisor', '/staff/centre'],
  ['liaison', '/staff/board'],
  ['liaison', '/staff/nightly'],
  ['liaison', '/staff/counties'],
  ['liaison', '/staff/weights'],
  ['administrator', '/staff/weights'],
  ['coordinator', '/staff/offers'],
  ['administrator', '/staff/appointments'],
  ['clerk', '/staff/danger'],
  ['supervisor', '/staff/duty'],
  ['supervisor', '/staff/call-backs'],
  ['safeguarding-lead', '/staff/vetting'],
  ['clerk', '/staff/sessions'],
  ['statistician', '/staff/indicators'],
  ['statistician', '/staff/indicators/needs-met-on-time'],
  ['statistician', '/staff/releases'],
]
const VOLUNTEER = ['/v', '/v/rest', '/v/address', '/v/sessions', '/v/visits/00000000-0000-7000-8000-000000000000/report']

const sizes = { phone, desk } as const

/** What is wrong with one page: axe's findings, sideways scrolling. */
const faultsOf = async (page: Page, where: string): Promise<string[]> => {
  await page.waitForLoadState('networkidle')
  const found = (await axe(page)).map((fault) => `${where}: ${fault}`)
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return sideways > 1 ? [...found, `${where}: scrolls sideways by ${sideways}`] : found
}

const look = async (browser: Browser, pages: readonly (readonly [string | undefined, string])[], language: Language, theme: 'light' | 'dark', size: keyof typeof sizes) => {
  const faults: string[] = []
  const stage = await openStage(browser, origin, language)
  const opened = new Map<string | undefined, Page>()
  for (const [role, path] of pages) {
    // One visit of each, from page to page: what is fetched once is there for the next.
    const page = opened.get(role) ?? (await stage.open(role, path, { size: sizes[size], theme }))
    if (opened.has(role)) await page.goto(origin + path).then(() => settled(page))
    opened.set(role, page)
    faults.push(...(await faultsOf(page, `${path} ${language} ${theme} ${size}`)))
  }
  const wrong = stage.wrong()
  await stage.close()
  return [...faults, ...wrong]
}

const strangers = PUBLIC.map((path) => [undefined, path] as const)
const volunteers = VOLUNTEER.map((path) => ['volunteer', path] as const)

describe('every page', () => {
  for (const [language, theme] of [['fa', 'light'], ['fa', 'dark'], ['en', 'light'], ['en', 'dark']] as const)
    for (const size of ['phone', 'desk'] as const) {
      it(`that is anybody’s or a volunteer’s is accessible, keeps to its width and asks no other host: ${language}, ${theme}, ${size}`, async () => {
        expect(await look(today, [...strangers, ...volunteers], language, theme, size)).toEqual([])
      })
      it(`of the staff is accessible, keeps to its width and asks no other host: ${language}, ${theme}, ${size}`, async () => {
        expect(await look(today, STAFF, language, theme, size)).toEqual([])
      })
    }

  for (const size of ['phone', 'desk'] as const)
    it(`of the public and volunteer doors also works in the oldest browser that is promised: ${size}`, async () => {
      expect(await look(floor, [...strangers, ...volunteers], 'fa', 'light', size)).toEqual([])
    })
})

describe.each([['fa', 'light', 'phone'], ['en', 'dark', 'desk']] as const)('a page in a moment that is rare: %s, %s, %s', (language, theme, size) => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage(today, origin, language)
  })
  afterAll(() => stage.close())

  it.each(states)('is accessible and keeps to its width: $name', async ({ name, role, path, given, reach }) => {
    const before = stage.wrong().length
    const page = await stage
      .open(role, path, { size: sizes[size], theme, given })
      .catch((cause: unknown) => { throw new Error(`${name} does not come to rest`, { cause }) })
    await reach?.(page, language)
    await page.waitForLoadState('networkidle')
    expect([...(await found(page)), ...stage.wrong().slice(before)]).toEqual([])
    await page.context().close()
  })
})

describe('the keyboard', () => {
  it('chooses, types and goes on through the public form without a pointer', async () => {
    const stage = await openStage(today, origin, 'fa')
    const page = await stage.open(undefined, '/ask', { size: phone })
    await page.getByRole('checkbox').first().waitFor()
    await page.getByRole('checkbox').first().focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: /^بعد/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'با حرف خودتان بگویید' }).waitFor()
    await stage.close()
  })

  it('walks the inbox and decides with j, k and the digits', async () => {
    const stage = await openStage(today, origin, 'fa')
    const page = await stage.open('clerk', '/staff/inbox')
    await page.locator('[aria-pressed=true].inbox-row').waitFor()
    const first = await page.locator('.inbox-row--on').innerText()
    await page.keyboard.press('j')
    expect(await page.locator('.inbox-row--on').innerText()).not.toBe(first)
    await page.getByRole('radio').nth(4).waitFor()
    await page.keyboard.press('5')
    expect(await page.getByRole('radio').nth(4).isChecked()).toBe(true)
    await stage.close()
  })
})
