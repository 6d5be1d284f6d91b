import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const folder = process.env.HAMYAR_PICTURES

/** Where `HAMYAR_PICTURES` names a folder, the whole page is drawn into it: pictures are there to be looked at. */
export const draw = async (page: Page, name: string): Promise<void> => {
  if (folder === undefined) return
  await mkdir(folder, { recursive: true })
  const file = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')}.png`
  await page.screenshot({ path: join(folder, file), fullPage: true })
}
