import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { axe } from './browser.ts'

const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } } as const
const languages = ['fa', 'en'] as const
const themes = ['light', 'dark'] as const

export interface ScreensOptions {
  readonly browser: Browser
  readonly origin: string
  /** File name by path: `{ home: '/', ask: '/ask' }`. */
  readonly paths: Readonly<Record<string, string>>
  readonly sizes?: readonly (keyof typeof sizes)[]
  /** The whole page rather than the first screen. */
  readonly whole?: boolean
  /** Runs on every page before its picture: open a dialog, choose a row. */
  readonly prepare?: (page: Page, name: string) => Promise<void>
  /** Cookies of somebody who is signed in. */
  readonly cookies?: readonly { readonly name: string; readonly value: string }[]
  readonly folder?: string
}

/** What axe found, by picture. */
export type Found = Readonly<Record<string, readonly string[]>>

/**
 * Draws every path on phone and desk, in Persian and English, light and dark, into `test-results/screens`,
 * and gives what axe found, by picture. Pictures are there to be looked at.
 */
export async function drawScreens(options: ScreensOptions): Promise<Found> {
  const folder = options.folder ?? 'test-results/screens'
  await mkdir(folder, { recursive: true })
  const found: Record<string, readonly string[]> = {}
  for (const size of options.sizes ?? (['phone', 'desk'] as const)) {
    for (const language of languages) {
      for (const theme of themes) {
        const context = await options.browser.newContext({
          viewport: sizes[size],
          colorScheme: theme,
          reducedMotion: 'reduce',
          locale: language,
          deviceScaleFactor: size === 'phone' ? 2 : 1,
        })
        const lang = { name: 'lang', value: language }
        const cookies = [...(options.cookies ?? []), lang]
        await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: options.origin })))
        const page = await context.newPage()
        for (const [name, path] of Object.entries(options.paths)) {
          await page.goto(options.origin + path, { waitUntil: 'networkidle' })
          await page.evaluate(() => document.fonts.ready)
          await options.prepare?.(page, name)
          const picture = `${name}-${size}-${language}-${theme}`
          await page.screenshot({ path: join(folder, `${picture}.png`), fullPage: options.whole ?? false })
          const wrong = await axe(page)
          if (wrong.length > 0) found[picture] = wrong
        }
        await context.close()
      }
    }
  }
  return found
}
