import type { Browser, BrowserContext, Page } from 'playwright-core'
import { say } from '#platform/words/index.ts'
import { words as accountWords } from '#domains/accounts/words.ts'
import { axe, collectFaults } from './browser.ts'

export const phone = { width: 360, height: 740 }
export const desk = { width: 1280, height: 800 }

export type Language = 'fa' | 'en'
export type Size = typeof desk

interface Account {
  readonly account: string
  readonly name: string
  readonly role: string
  readonly unitFa: string
  readonly unitEn: string
}

export interface OpenOptions {
  readonly size?: Size
  readonly theme?: 'light' | 'dark'
  /** Sets what the server answers, before the page is asked for. */
  readonly given?: ((page: Page) => Promise<void>) | undefined
}

export interface StageOptions {
  /** Code of the kind of help that is asked for; it requires no skill. */
  readonly kind?: string
  /** Whether a moment is one to look at: what another journey looks at need not be looked at again. */
  readonly looksAt?: (where: string) => boolean
}

/** Everybody who plays in a journey: each opens pages of their own, in a browser of their own. */
export interface Stage {
  readonly origin: string
  readonly language: Language
  /** Of the country that is shown: everybody in it reads the same clock. */
  readonly timeZone: string
  readonly kind: string
  /** `volunteer 2` is the second of that role. */
  account(role: string): Account
  /** A page for somebody with an account of the demonstration, or for a stranger. */
  open(role: string | undefined, path: string, options?: OpenOptions): Promise<Page>
  /** Notes what axe finds in the page as it stands, and whether it scrolls sideways. */
  look(page: Page, where: string): Promise<void>
  /** What was noted so far, with script errors and requests that left for another host. */
  wrong(): string[]
  close(): Promise<void>
}

export const openStage = async (browser: Browser, origin: string, language: Language, options: StageOptions = {}): Promise<Stage> => {
  const { kind = 'clinic', looksAt = () => true } = options
  const { accounts } = await jsonOf<{ accounts: Account[] }>(`${origin}/api/demonstration`)
  const { timeZone } = await jsonOf<{ timeZone: string }>(`${origin}/api/about`)
  const wrong: string[] = []
  const contexts: BrowserContext[] = []
  const faults: (readonly string[])[] = []
  const signedIn = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>()

  const account = (role: string): Account => {
    const [named, number = '1'] = role.split(' ')
    const found = accounts.filter((one) => one.role === named)[Number(number) - 1]
    if (found === undefined) throw new Error(`The demonstration has no ${role}.`)
    return found
  }
  /** The way a visitor of the demonstration does: by the list on the sign-in page, once a role. */
  const enter = async (page: Page, role: string): Promise<void> => {
    if (signedIn.has(role)) return
    await page.goto(`${origin}/sign-in`)
    const list = page.getByRole('region', { name: say(accountWords, language).demonstration })
    await list.getByRole('button', { name: new RegExp(account(role).name) }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
    signedIn.set(role, await page.context().storageState())
  }
  return {
    origin,
    language,
    kind,
    timeZone,
    account,
    open: async (role, path, { size = desk, theme = 'light', given } = {}) => {
      const context = await browser.newContext({
        baseURL: origin,
        viewport: size,
        colorScheme: theme,
        reducedMotion: 'reduce',
        locale: language,
        timezoneId: timeZone,
        storageState: role === undefined ? undefined : signedIn.get(role),
      })
      contexts.push(context)
      context.setDefaultTimeout(30_000)
      await context.addCookies([{ name: 'lang', value: language, url: origin }])
      const page = await context.newPage()
      faults.push(collectFaults(page, origin))
      if (role !== undefined) await enter(page, role)
      await given?.(page)
      await page.goto(origin + path)
      await settled(page)
      return page
    },
    look: async (page, where) => {
      if (!looksAt(where)) return
      wrong.push(...(await found(page)).map((fault) => `${where}, ${language}: ${fault}`))
    },
    wrong: () => [...wrong, ...faults.flat()],
    close: async () => {
      for (const context of contexts) {
        for (const page of context.pages()) await page.unrouteAll({ behavior: 'wait' })
        await context.close()
      }
    },
  }
}

const jsonOf = async <Shape>(address: string): Promise<Shape> => (await (await fetch(address)).json()) as Shape

/** There is a page, nothing in it waits for the server, and its letters are drawn. */
export const settled = async (page: Page): Promise<void> => {
  await page.getByRole('main').waitFor()
  await page.waitForFunction(() => document.querySelector('main .skeleton') === null)
  await page.evaluate(() => document.fonts.ready)
}

/** What axe finds, by how much the page is wider than its window, and, where columns scroll on their own, longer. */
export const found = async (page: Page, rules?: readonly string[]): Promise<string[]> => {
  const { sideways, below } = await page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
    const door = document.querySelector('.staff-door')
    const isWhole = door !== null && getComputedStyle(door).overflowY === 'hidden'
    return { sideways: scrollWidth - clientWidth, below: isWhole ? scrollHeight - clientHeight : 0 }
  })
  return [...(await axe(page, rules)), ...(sideways > 1 ? [`scrolls sideways by ${sideways} px`] : []), ...(below > 1 ? [`goes on below its columns for ${below} px`] : [])]
}

/** Looks again until it is there: what another person did reaches a page by a job, then by a reload. */
export const eventually = async (page: Page, what: () => Promise<boolean>): Promise<void> => {
  for (let tried = 0; tried < 40; tried++) {
    await settled(page)
    if (await what()) return
    await page.waitForTimeout(500)
    await page.reload()
  }
  throw new Error(`It never came: ${what.toString()}`)
}

export const latin = (text: string): string => text.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
