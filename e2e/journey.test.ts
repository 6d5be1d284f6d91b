import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { say } from '#platform/words/index.ts'
import { words } from '#web/public/words.ts'
import { eventually, openStage, type Language, type OpenOptions } from './actors.ts'
import { launchBrowser } from './browser.ts'
import { address } from './scenes/until-accepted.ts'
import { approve, confirm, confirmationCode, follow, needsMet, openOwnFile, untilAccepted, visit, type Asking } from './scenes/index.ts'

const origin = inject('origin')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** From asking to the number, everybody on pages of their own. */
const journey = async (language: Language, asking: Asking, theme?: OpenOptions['theme']) => {
  const stage = await openStage(browser, origin, language)
  const t = say(words, language)
  const before = await needsMet(stage)
  const { code, person, volunteer, shown } = await untilAccepted(stage, asking, theme)
  expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
  const names = [asking.givenName, asking.familyName, address, asking.phone.slice(-4)]
  for (const said of Object.values(shown)) for (const name of names) expect(said).not.toContain(name)

  await follow(stage, person, code, 'approval')
  expect(await person.getByRole('main').innerText()).not.toContain(stage.account('volunteer').name)
  await openOwnFile(stage, person, asking.secret)
  await stage.look(person, 'file, a volunteer to approve')
  expect(await person.getByRole('main').innerText()).toContain(stage.account('volunteer').name)
  await approve(stage, person)

  const lent = await visit(stage, volunteer, asking.familyName)
  expect(lent).toContain(asking.familyName)
  expect(lent).toContain(address)
  await follow(stage, person, code, 'confirm')
  await stage.look(person, 'follow, to confirm')
  const confirmation = await confirmationCode(stage, asking.phone.replaceAll(' ', '').slice(1))
  await confirm(stage, person, confirmation === '123456' ? '654321' : '123456')
  await person.getByText(t.wrongCode).waitFor()
  expect((await needsMet(stage)) - before).toBe(0)
  await confirm(stage, person, confirmation)
  await person.getByRole('heading', { name: language === 'fa' ? 'این کار انجام شد.' : 'This was done.' }).waitFor()

  expect((await needsMet(stage)) - before).toBe(1)
  // What the phone still keeps gives way as soon as the server has answered.
  await eventually(volunteer, async () => !(await volunteer.getByRole('main').innerText()).includes(address))
  expect(stage.wrong()).toEqual([])
  await stage.close()
}

describe('from asking to the number', () => {
  it('six people play it in Persian, and the centre’s number moves by exactly one', async () => {
    await journey('fa', {
      givenName: 'ترمه',
      familyName: 'آزمونی',
      phone: '0912 345 6701',
      secret: 'گل نرگس',
      said: 'کسی را ندارم که همراهم تا درمانگاه بیاید.',
    })
  })

  it('and in English, in the dark', async () => {
    const asking = { givenName: 'Ada', familyName: 'Testful', phone: '0912 345 6702', secret: 'daffodil' }
    await journey('en', { ...asking, said: 'I have nobody to come to the clinic with me.' }, 'dark')
  })
})
