import type { Page } from 'playwright-core'
import { say } from '#platform/words/index.ts'
import { words as deskWords } from '#domains/desk/words.ts'
import { latin, settled, type Stage } from '#e2e/actors.ts'
import { words as partWords } from '#web/parts/words.ts'
import { words } from '#web/public/words.ts'
import { kindOf } from './kind.ts'

export interface Asking {
  readonly givenName: string
  readonly familyName: string
  readonly phone: string
  readonly secret: string
  readonly said: string
}

/** Four steps on the public form, the person a woman of the shown centre's town; gives the tracking code. */
export const askForHelp = async (stage: Stage, page: Page, asking: Asking): Promise<string> => {
  const t = say(words, stage.language)
  const next = (title: string) => page.getByRole('button', { name: t.next({ question: title }) }).click()
  await page.getByRole('checkbox', { name: kindOf(stage) }).check()
  await stage.look(page, 'ask, step 1')
  await next(t.wordsTitle)
  await page.getByRole('textbox', { name: t.wordsLabel }).fill(asking.said)
  await stage.look(page, 'ask, step 2')
  await next(t.whoTitle)
  await page.getByRole('textbox', { name: t.givenName, exact: true }).fill(asking.givenName)
  await page.getByRole('textbox', { name: t.familyName }).fill(asking.familyName)
  await page.getByRole('textbox', { name: t.phone }).fill(asking.phone)
  await page.getByRole('combobox', { name: say(partWords, stage.language).place }).fill(townOf(stage))
  await page.getByRole('option').first().click()
  await page.getByText(t.about).click()
  await page.getByRole('radio', { name: t.female }).check()
  await stage.look(page, 'ask, step 3')
  await next(t.safetyTitle)
  await page.getByRole('textbox', { name: t.secret }).fill(asking.secret)
  await stage.look(page, 'ask, step 4')
  await page.getByRole('button', { name: t.send }).click()
  await page.getByRole('heading', { name: t.doneTitle }).waitFor()
  await stage.look(page, 'ask, done')
  const code = page.getByRole('region', { name: t.yourCode }).or(page.locator('section', { hasText: t.yourCode }))
  return /[0-9A-Z]{4}(-[0-9A-Z]{2,4})+/.exec(await code.innerText())?.[0] ?? ''
}

/** «مرکز X» and "X Centre": a centre is named after its town. */
export const townOf = (stage: Stage): string => {
  const { unitFa, unitEn } = stage.account('clerk')
  return stage.language === 'fa' ? unitFa.split(' ').slice(1).join(' ') : (unitEn.split(' Centre')[0] ?? '')
}

/** By code alone: where it stands, and nothing else. */
export const follow = async (stage: Stage, page: Page, code: string, step: 'looking' | 'approval' | 'visit' | 'confirm' | 'need-open'): Promise<void> => {
  const t = say(words, stage.language)
  await page.goto(`${stage.origin}/follow`)
  await page.getByRole('textbox', { name: t.code }).fill(code)
  await page.getByRole('button', { name: t.look }).click()
  await page.getByRole('heading', { name: say(deskWords, stage.language)[`sentence-${step}`] }).waitFor()
}

export const openOwnFile = async (stage: Stage, page: Page, secret: string): Promise<void> => {
  const t = say(words, stage.language)
  await page.getByLabel(t.secret).fill(secret)
  await stage.look(page, 'follow')
  await page.getByRole('button', { name: t.open }).click()
  await page.waitForURL((url) => url.pathname === '/file')
  await settled(page)
}

export const approve = async (stage: Stage, page: Page): Promise<void> => {
  const t = say(words, stage.language)
  await page.getByRole('button', { name: t.approveYes }).or(page.getByRole('button', { name: t.approveYesTwo })).click()
  await page.getByRole('status').filter({ hasText: t.approved }).waitFor()
}

/** Nobody sends anything in the demonstration: the six digits wait on the outbox page, newest first. */
export const confirmationCode = async (stage: Stage, phone: string): Promise<string> => {
  const page = await stage.open(undefined, '/outbox')
  for (let tried = 0; tried < 20; tried++) {
    const last = latin(await page.getByRole('listitem').filter({ hasText: phone }).first().innerText())
    const [, code] = /: (\d{6})$/m.exec(last) ?? []
    if (code !== undefined) return code
    await page.waitForTimeout(500)
    await page.reload()
    await settled(page)
  }
  throw new Error('no confirmation code was sent')
}

export const confirm = async (stage: Stage, page: Page, confirmation: string): Promise<void> => {
  const t = say(words, stage.language)
  await page.getByRole('radio', { name: t.met }).check()
  await page.getByRole('textbox', { name: t.confirmCode }).fill(confirmation)
  await page.getByRole('button', { name: t.confirm }).click()
}
