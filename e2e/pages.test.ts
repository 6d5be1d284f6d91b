import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { desk, found, openStage, phone, settled, type Language, type OpenOptions, type Stage } from './actors.ts'
import { launchBrowser } from './browser.ts'
import { draw } from './pictures.ts'
import { states, type State } from './states/index.ts'

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
  ['administrator', '/staff/groups'],
  ['clerk', '/staff/danger'],
  ['supervisor', '/staff/duty'],
  ['supervisor', '/staff/call-backs'],
  ['safeguarding-lead', '/staff/vetting'],
  ['clerk', '/staff/sessions'],
  ['statistician', '/staff/indicators'],
  ['statistician', '/staff/indicators/needs-met-on-time'],
  ['statistician', '/staff/releases'],
]
const VOLUNTEER = ['/v', '/v/rest', '/v/address', '/v/group', '/v/sessions', '/v/visits/00000000-0000-7000-8000-000000000000/report']

/** Each page is opened once in a language, then seen in these: a window changes its size, an evening its light. */
const VIEWS = [
  ['light', 'phone', phone],
  ['light', 'desk', desk],
  ['dark', 'desk', desk],
  ['dark', 'phone', phone],
] as const

/** What is wrong with the page that is open, in each view: axe's findings, sideways scrolling. */
const faultsOf = async (page: Page, name: string): Promise<string[]> => {
  await settled(page)
  const faults: string[] = []
  for (const [theme, size, window] of VIEWS) {
    await page.setViewportSize(window)
    await page.emulateMedia({ colorScheme: theme })
    // What follows the window's size does so before the next picture is drawn.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    await draw(page, `${name} ${theme} ${size}`)
    faults.push(...(await found(page)).map((fault) => `${theme}, ${size}: ${fault}`))
  }
  return faults
}

const strangers = PUBLIC.map((path) => [undefined, path] as const)
const volunteers = VOLUNTEER.map((path) => ['volunteer', path] as const)

/** One page for each who, which goes from address to address: what is fetched once is there for the next. */
const visits = (browser: () => Browser, language: Language, options: OpenOptions) => {
  let stage: Stage
  const pages = new Map<string | undefined, Page>()
  beforeAll(async () => {
    stage = await openStage(browser(), origin, language)
  })
  afterAll(() => stage.close())
  return async ({ name, role, path, given, reach }: State): Promise<string[]> => {
    const before = stage.wrong().length
    const known = pages.get(role)
    const page = known ?? (await stage.open(role, path, { ...options, given }))
    pages.set(role, page)
    if (known !== undefined) {
      // An answer that is under way when its route goes would be given twice.
      await page.unrouteAll({ behavior: 'wait' })
      await page.setViewportSize(options.size ?? desk)
      await given?.(page)
      await page.goto(path)
      await settled(page)
    }
    await reach?.(page, language)
    return [...(await faultsOf(page, `${name} ${language}`)), ...stage.wrong().slice(before)]
  }
}

const asks = (browser: () => Browser, language: Language, pages: readonly (readonly [string | undefined, string])[]) => {
  const visit = visits(browser, language, { size: phone })
  it.each(pages.map(([role, path]) => ({ path, role, who: role ?? 'anybody' })))('is accessible, keeps to its width and asks no other host: $path, $who', async ({ path, role }) => {
    expect(await visit({ name: path === '/' ? 'home' : path, path, role })).toEqual([])
  })
}

describe.each(['fa', 'en'] as const)('a page, in %s', (language) => {
  asks(() => today, language, [...strangers, ...volunteers, ...STAFF])
})
describe('a page of the public and volunteer doors in the oldest browser that is promised', () => {
  asks(() => floor, 'fa', [...strangers, ...volunteers])
})

describe.each([['fa', 'phone', phone], ['en', 'desk', desk]] as const)('a page in a moment that is rare, in %s, reached on a %s', (language, _, size) => {
  const visit = visits(() => today, language, { size })
  it.each(states)('is accessible and keeps to its width: $name', async (state) => {
    expect(await visit(state)).toEqual([])
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
    await page.locator('[aria-current=true].inbox-row').waitFor()
    const first = await page.locator('.inbox-row--on').innerText()
    await page.keyboard.press('j')
    expect(await page.locator('.inbox-row--on').innerText()).not.toBe(first)
    await page.getByRole('radio').nth(4).waitFor()
    await page.keyboard.press('5')
    expect(await page.getByRole('radio').nth(4).isChecked()).toBe(true)
    await stage.close()
  })
})

const top = (page: Page) => page.evaluate(() => scrollY)
const focused = (page: Page) => page.evaluate(() => document.activeElement?.outerHTML)
const opened = (page: Page) => page.waitForURL((url) => url.searchParams.has('open'))

describe('a list on a phone', () => {
  it.each([
    ['liaison', '/staff/board', '.board-need', 'همهٔ نیازها'],
    ['clerk', '/staff/inbox', '.inbox-row', 'همهٔ درخواست‌ها'],
    ['safeguarding-lead', '/staff/vetting', '.vetting-group', 'همهٔ گروه‌ها'],
  ] as const)('of the %s at %s opens a line as a page of its own, and leads back to where it was left', async (role, path, lines, back) => {
    const stage = await openStage(today, origin, 'fa')
    const page = await stage.open(role, path, { size: phone })
    const line = page.locator(lines).last()
    const name = await line.locator('b').innerText()
    await line.scrollIntoViewIfNeeded()
    const left = await top(page)
    for (const stepBack of [() => page.goBack(), () => page.getByRole('link', { name: back }).click()]) {
      await line.click()
      await opened(page)
      await page.getByRole('heading', { level: 1, name }).waitFor()
      expect(await focused(page)).toContain('<h1')
      expect([await top(page), await page.locator(lines).count()]).toEqual([0, 0])
      await stepBack()
      await page.waitForFunction((y) => scrollY === y, left)
      expect(await focused(page)).toBe(await line.evaluate((element) => element.outerHTML))
    }
    await stage.close()
  })
})

describe('the needs board on a phone', () => {
  it('is walked and read by keys: to a need, on to the next, and in one step back to the list', async () => {
    const stage = await openStage(today, origin, 'en')
    const page = await stage.open('liaison', '/staff/board', { size: phone })
    await page.locator('.board-need').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await opened(page)
    const first = page.url()
    await page.keyboard.press('j')
    await page.waitForURL((url) => url.href !== first)
    expect(await focused(page)).toContain('<h1')
    await page.goBack()
    await page.locator('.board-need').first().waitFor()
    expect(await focused(page)).toBe(await page.locator('.board-need').nth(1).evaluate((element) => element.outerHTML))
    await stage.close()
  })
})

describe('the inbox on a phone', () => {
  it('goes on to the next request after a decision, to the list after the last, and takes a decision back', async () => {
    const stage = await openStage(today, origin, 'en')
    const page = await stage.open('clerk', '/staff/inbox', { size: phone })
    const lines = page.locator('.inbox-row')
    const title = page.getByRole('heading', { level: 1 })
    await lines.first().waitFor()
    const [first, second] = await lines.locator('b').allInnerTexts()
    const decide = async () => {
      await page.getByRole('radio').nth(4).waitFor()
      await page.keyboard.press('5')
      await page.getByRole('button', { name: 'Save and go to the next' }).click()
    }
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await opened(page)
    const before = page.url()
    await decide()
    await page.waitForURL((url) => url.href !== before)
    expect([await title.innerText(), await top(page)]).toEqual([second, 0])
    expect(await focused(page)).toContain('<h1')
    await page.goBack()
    await page.keyboard.press('z')
    await lines.filter({ hasText: first }).waitFor()
    expect(await focused(page)).toBe(await lines.filter({ hasText: second }).first().evaluate((element) => element.outerHTML))
    await page.getByRole('searchbox').fill(second ?? '')
    await lines.nth(1).waitFor({ state: 'detached' })
    await lines.first().click()
    await opened(page)
    await decide()
    await page.waitForURL((url) => !url.searchParams.has('open'))
    await page.locator('.empty', { hasText: 'No request is waiting' }).waitFor()
    await page.keyboard.press('z')
    await lines.filter({ hasText: second }).waitFor()
    await stage.close()
  })
})
