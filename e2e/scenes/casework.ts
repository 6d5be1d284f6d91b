import type { Page } from 'playwright-core'
import { instantOf, today } from '#engines/calendar/index.ts'
import { say } from '#platform/words/index.ts'
import { words as needWords } from '#domains/casework/words.ts'
import { words as deskWords } from '#domains/desk/words.ts'
import { latin, settled, type Stage } from '#e2e/actors.ts'
import { caseWords, inboxWords } from '#web/casework/words.ts'
import { centreWords } from '#web/observatory/words.ts'
import { words as uiWords } from '#web/ui/words.ts'
import { kindOf } from './kind.ts'

/** The clerk finds the request and opens a case for the worker who plays on. */
export const openCase = async (stage: Stage, page: Page, familyName: string): Promise<void> => {
  const t = say(inboxWords, stage.language)
  const worker = stage.account('case-worker').name
  await page.getByRole('searchbox', { name: t.filter }).fill(familyName)
  await page.getByRole('heading', { name: new RegExp(familyName) }).waitFor()
  await page.getByRole('radio', { name: say(deskWords, stage.language)['decision-open-case'] }).check()
  const workers = page.getByRole('combobox', { name: t.worker })
  // The list of workers arrives after the choice; read too early it has nobody.
  await workers.getByRole('option', { name: worker }).waitFor({ state: 'attached' })
  const label = (await workers.getByRole('option').allInnerTexts()).find((text) => text.includes(worker))
  await workers.selectOption({ label: label ?? worker })
  await stage.look(page, 'inbox, a request')
  await page.getByRole('button', { name: t.do }).click()
  await page.getByRole('status').filter({ hasText: familyName }).waitFor()
}

export const openFile = async (page: Page, familyName: string): Promise<void> => {
  await page.getByRole('link', { name: new RegExp(familyName) }).click()
  await page.getByRole('heading', { name: new RegExp(familyName) }).waitFor()
  await settled(page)
}

/** A window that opens at once: it begins within the hour, and lending begins two hours before. */
const windowOf = (timeZone: string) => {
  const minute = 60_000
  const from = new Date(Math.ceil((Date.now() + 50 * minute) / (5 * minute)) * 5 * minute)
  const day = today(from, timeZone)
  const clock = (at: Date) => {
    const minutes = Math.round((at.getTime() - instantOf(today(at, timeZone), 0, timeZone).getTime()) / minute)
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  }
  const isToday = day === today(new Date(), timeZone)
  return { isToday, from: clock(from), to: clock(new Date(from.getTime() + 60 * minute)) }
}

/** Who asked is a woman and wants a woman; nothing else is required that is rare, and nobody's need is more urgent. */
export const addNeed = async (stage: Stage, page: Page): Promise<void> => {
  const t = say(caseWords, stage.language)
  const { isToday, from, to } = windowOf(stage.timeZone)
  await page.getByRole('button', { name: t.addNeed }).first().click()
  const dialog = page.getByRole('dialog', { name: t.needTitle })
  await dialog.getByRole('combobox', { name: t.kind }).selectOption({ label: kindOf(stage) })
  await dialog.getByRole('button', { name: say(uiWords, stage.language).openCalendar }).click()
  await page.getByRole('grid').waitFor()
  // The month opens with the focus on today; tomorrow is one step on, in the direction of reading.
  if (!isToday) await page.keyboard.press(stage.language === 'fa' ? 'ArrowLeft' : 'ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByRole('grid').waitFor({ state: 'detached' })
  await dialog.getByLabel(t.from, { exact: true }).fill(from)
  await dialog.getByLabel(t.till, { exact: true }).fill(to)
  await dialog.getByRole('textbox', { name: t.minutes }).fill('45')
  await dialog.getByRole('radio', { name: say(needWords, stage.language)['same-sex-required'] }).check()
  await dialog.getByRole('combobox', { name: t.priority }).selectOption({ label: t.priority3 })
  await stage.look(page, 'dialog of a need')
  await dialog.getByRole('button', { name: t.save, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

export const writeAddress = async (stage: Stage, page: Page, address: string): Promise<void> => {
  const t = say(caseWords, stage.language)
  await page.getByRole('button', { name: t.editAddress }).click()
  await page.getByRole('textbox', { name: t.address }).fill(address)
  await page.getByRole('button', { name: t.save, exact: true }).click()
  await page.getByText(address).waitFor()
}

export const recordConsent = async (stage: Stage, page: Page): Promise<void> => {
  const t = say(caseWords, stage.language)
  await page.getByRole('button', { name: t.askConsent }).click()
  const dialog = page.getByRole('dialog', { name: t.consentTitle({ kind: kindOf(stage) }) })
  await dialog.getByRole('radio', { name: t.yes }).check()
  await stage.look(page, 'dialog of a consent')
  await dialog.getByRole('button', { name: t.save, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Hands the need over; gives all that the dialog showed on the way, where the whole card stands. */
export const refer = async (stage: Stage, page: Page): Promise<string> => {
  const t = say(caseWords, stage.language)
  await page.getByRole('button', { name: t.refer, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: t.referTitle({ kind: kindOf(stage) }) })
  const card = dialog.getByRole('region', { name: t.otherSide })
  await card.getByText(kindOf(stage)).waitFor()
  await stage.look(page, 'dialog of a referral')
  const shown: string[] = []
  for (const stageOfCard of [t.stageBefore, t.stageAccepted, t.stageVisit]) {
    await card.getByRole('radio', { name: stageOfCard }).check()
    shown.push(await dialog.innerText())
  }
  await dialog.getByRole('button', { name: t.sendReferral }).click()
  await dialog.waitFor({ state: 'detached' })
  return shown.join('\n')
}

/** The large figure of the centre's page, read as a member of its staff reads it. */
export const needsMet = async (stage: Stage): Promise<number> => {
  const page = await stage.open('case-worker', '/staff/centre')
  const t = say(centreWords, stage.language)
  await page.getByRole('heading', { name: t.title }).waitFor()
  const figure = await page.getByRole('main').getByRole('status').innerText()
  await page.context().close()
  return Number(/^\d+/.exec(latin(figure).replaceAll(/[٬,]/g, ''))?.[0])
}
