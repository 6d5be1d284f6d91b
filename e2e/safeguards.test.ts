import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { say } from '#platform/words/index.ts'
import { dangerWords } from '#web/casework/danger/words.ts'
import { words } from '#web/public/words.ts'
import { words as uiWords } from '#web/ui/words.ts'
import { eventually, openStage, phone, settled, type Language, type Stage } from './actors.ts'
import { launchBrowser } from './browser.ts'
import { townOf } from './scenes/index.ts'

const origin = inject('origin')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const shots = process.env['HAMYAR_SCREENS']
const picture = async (page: Page, name: string): Promise<void> => {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}

/** Somebody of the shown centre's town asks, as the form sends it. */
const ask = async (stage: Stage, change: object): Promise<string> => {
  const found = await fetch(`${origin}/api/places?${new URLSearchParams({ text: townOf(stage) })}`)
  const { places } = (await found.json()) as { places: { code: string }[] }
  const body = {
    kinds: [], words: 'می‌ترسم. کسی پشت در است.', givenName: 'شبنم', familyName: 'آزمونی', phone: '0912 345 6702', sex: 'female',
    place: places[0]?.code, channel: 'web', ...change,
  }
  const reply = await fetch(`${origin}/api/desk/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hamyar': '1', 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  })
  expect(reply.status).toBe(201)
  return ((await reply.json()) as { code: string }).code
}

const newestText = async (purpose: string): Promise<string> => {
  const { messages } = (await (await fetch(`${origin}/api/outbox`)).json()) as { messages: { purpose: string; text: string }[] }
  return messages.find((message) => message.purpose === purpose)?.text ?? ''
}

describe('danger', () => {
  for (const [language, theme] of [['fa', 'light'], ['en', 'dark']] as const satisfies readonly (readonly [Language, 'light' | 'dark'])[])
    it(`stands apart, is answered, handed over and acknowledged: ${language}, ${theme}`, async () => {
      const stage = await openStage(browser, origin, language)
      const t = say(dangerWords, language)
      await ask(stage, { urgency: 'danger', familyName: `خطری ${language}` })
      const clerk = await stage.open('clerk', '/staff/inbox', { theme })
      await eventually(clerk, async () => (await clerk.locator('.danger-band').count()) > 0)
      await stage.look(clerk, 'inbox with danger')
      await picture(clerk, `inbox-danger-${language}-${theme}`)
      await clerk.getByRole('link', { name: t.open }).first().click()
      const card = clerk.getByRole('article').filter({ hasText: `خطری ${language}` })
      await card.getByRole('button', { name: t.iAmOnIt }).click()
      await card.getByText(t.handOvers).first().click()
      await card.getByRole('combobox').selectOption('health')
      await card.getByRole('radio', { name: t['basis-vital-interest'] }).check()
      await picture(clerk, `danger-${language}-${theme}`)
      await card.getByRole('button', { name: t.handOver, exact: true }).click()
      await card.getByText(t.noReceipt).waitFor()
      await stage.look(clerk, 'danger, handed over')
      await card.getByRole('textbox', { name: t.receivedBy }).fill('پرستار شیفت شب')
      await card.getByRole('button', { name: t.saveReceipt }).click()
      await card.getByText('پرستار شیفت شب').waitFor()
      const small = await stage.open('clerk', '/staff/danger', { theme, size: phone })
      await stage.look(small, 'danger on a phone')
      await picture(small, `danger-phone-${language}-${theme}`)
      const duty = await stage.open('supervisor', '/staff/duty', { theme })
      await picture(duty, `duty-${language}-${theme}`)
      expect(stage.wrong()).toEqual([])
      await stage.close()
    })
})

describe('asking for somebody else', () => {
  it('ends with the person’s own yes, by the code of a neutral message', async () => {
    const stage = await openStage(browser, origin, 'fa')
    const t = say(words, 'fa')
    const askers = await ask(stage, { onBehalf: true, familyName: 'همسایه' })
    const clerk = await stage.open('clerk', '/staff/inbox')
    await clerk.locator('.inbox-row', { hasText: 'همسایه' }).first().click()
    await stage.look(clerk, 'inbox, not confirmed')
    await picture(clerk, 'inbox-unconfirmed')
    const text = await newestText('own-word')
    const code = /([0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(text)?.[0] ?? ''
    const person = await stage.open(undefined, `/m#${code}`, { size: phone })
    await person.getByRole('button', { name: t.messageYes }).waitFor()
    expect(person.url()).toBe(`${origin}/m`)
    await stage.look(person, 'message')
    await picture(person, 'message')
    await person.getByRole('button', { name: t.messageYes }).click()
    await person.getByRole('heading', { name: t.messageYesTitle }).waitFor()
    await stage.look(person, 'message, yes')
    const asker = await stage.open(undefined, '/follow', { size: phone })
    await asker.getByRole('textbox', { name: t.code }).fill(askers)
    await asker.getByRole('button', { name: t.look }).click()
    await asker.locator('.field-error').waitFor()
    expect(await asker.getByRole('heading', { name: t.followTitle }).count()).toBe(1)
    expect(stage.wrong()).toEqual([])
    await stage.close()
  })
})

describe('a kiosk', () => {
  it('warns after a minute without a touch, then clears itself and keeps nothing', async () => {
    const stage = await openStage(browser, origin, 'fa')
    const [t, ui] = [say(words, 'fa'), say(uiWords, 'fa')]
    const page = await stage.open(undefined, '/ask?kiosk', { size: phone })
    await page.clock.install()
    await page.reload()
    await settled(page)
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: t.next({ question: t.wordsTitle }) }).click()
    await page.getByRole('textbox', { name: t.wordsLabel }).fill('رازی که نباید بماند')
    expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('draft:')))).toEqual([])
    await page.clock.runFor(62_000)
    await page.getByRole('alertdialog').waitFor()
    await stage.look(page, 'kiosk, warning')
    await picture(page, 'kiosk-warning')
    await page.getByRole('button', { name: ui.goOn }).click()
    expect(await page.getByRole('alertdialog').count()).toBe(0)
    await page.clock.runFor(82_000)
    await page.waitForURL(`${origin}/?kiosk`)
    // The next person finds the first step, and nothing of the one before, with the clock of their own minute.
    await page.goto(`${origin}/ask`)
    await settled(page)
    await page.getByRole('heading', { name: t.kindsTitle }).waitFor()
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0)
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('راز')
    expect(stage.wrong()).toEqual([])
    await stage.close()
  })
})
