import type { Browser, Page } from 'playwright-core'
import { collectForeignRequests } from './browser.ts'

export const phone = { width: 360, height: 740 }
export const desk = { width: 1280, height: 800 }

export type Language = 'fa' | 'en'

interface Account {
  readonly account: string
  readonly name: string
  readonly role: string
  readonly unitFa: string
  readonly unitEn: string
}

/** Everybody who plays in a journey: each opens pages of their own, in a browser of their own. */
export interface Stage {
  readonly accounts: readonly Account[]
  /** A page for somebody with an account of the demonstration, or for a stranger. */
  open(role: string | undefined, path: string, options?: { size?: typeof desk; theme?: 'light' | 'dark' }): Promise<Page>
  /** What went wrong in any page so far: script errors, and requests that left for another host. */
  wrong(): string[]
  close(): Promise<void>
}

export const openStage = async (browser: Browser, origin: string, language: Language): Promise<Stage> => {
  const { accounts } = (await (await fetch(`${origin}/api/demonstration`)).json()) as { accounts: Account[] }
  const wrong: string[] = []
  const contexts: { close(): Promise<void> }[] = []
  const foreign: (readonly string[])[] = []
  return {
    accounts,
    wrong: () => [...wrong, ...foreign.flat()],
    open: async (role, path, { size = desk, theme = 'light' } = {}) => {
      const context = await browser.newContext({ viewport: size, colorScheme: theme, reducedMotion: 'reduce', locale: language })
      contexts.push(context)
      await context.addCookies([{ name: 'lang', value: language, url: origin }])
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      page.on('pageerror', (error) => wrong.push(`${path}: ${error.message}`))
      foreign.push(collectForeignRequests(page, origin))
      if (role !== undefined) await enter(page, origin, accounts, role)
      await page.goto(origin + path)
      await page.getByRole('main').waitFor()
      return page
    },
    close: async () => {
      for (const context of contexts) await context.close()
    },
  }
}

/** Signs in the way a visitor of the demonstration does: by the list on the sign-in page. */
const enter = async (page: Page, origin: string, accounts: readonly Account[], role: string): Promise<void> => {
  const account = accounts.find((one) => one.role === role)
  if (account === undefined) throw new Error(`the demonstration has no ${role}`)
  await page.goto(`${origin}/sign-in`)
  await page.getByRole('button', { name: new RegExp(account.name) }).first().click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

const two = (n: number) => String(n).padStart(2, '0')

/** The wall clock of a zone some minutes from now, as `HH:MM`. */
export const clockIn = (minutes: number, timeZone: string): string => {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(
    new Date(Date.now() + minutes * 60_000),
  )
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  return `${two(part('hour'))}:${two(part('minute'))}`
}

export const latin = (text: string): string => text.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
