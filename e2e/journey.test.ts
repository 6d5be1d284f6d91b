import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openStage, phone, type Language, type Stage } from './actors.ts'
import { launchBrowser } from './browser.ts'
import { askForHelp, carryOut, confirm, confirmationCode, openCase, openOwnFile, referNeed, releaseOffer, wordsOf } from './scenes.ts'

const origin = inject('origin')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const about = async () => (await (await fetch(`${origin}/api/about`)).json()) as { timeZone: string }

const townOf = (stage: Stage, language: Language): string => {
  const centre = stage.accounts.find(({ role }) => role === 'clerk')
  return language === 'fa' ? (centre?.unitFa.split(' ').slice(2).join(' ') ?? '') : (centre?.unitEn.split(' Centre')[0] ?? '')
}

const needsMet = async (stage: Stage): Promise<number> => {
  const page = await stage.open('case-worker', '/staff/centre')
  const reply = await page.request.get(`${origin}/api/observatory/centre`)
  const { counts } = (await reply.json()) as { counts: { needsMet: number } }
  await page.close()
  return counts.needsMet
}

/** Up to the volunteer's yes: five people, each with a page of their own. */
const untilAccepted = async (stage: Stage, language: Language, family: string, number: string) => {
  const w = wordsOf(language)
  const secret = 'گل نرگس'
  const worker = stage.accounts.find(({ role }) => role === 'case-worker')!
  const person = await stage.open(undefined, '/ask', { size: phone })
  const code = await askForHelp(person, w, { family, phone: number, secret, town: townOf(stage, language) })
  await openCase(await stage.open('clerk', '/staff/inbox'), w, family, worker.name)
  const { timeZone } = await about()
  const casework = await stage.open('case-worker', '/staff/cases')
  const card = await referNeed(casework, w, family, timeZone)
  expect(card).not.toMatch(new RegExp(`مریم|${family}|نارون`))
  const proposal = await releaseOffer(await stage.open('liaison', '/staff/board'), w)
  expect(proposal).not.toContain(family)
  const coordinator = await stage.open('coordinator', '/staff/offers')
  const offer = coordinator.locator('.offers-list').first()
  expect(await offer.innerText()).not.toMatch(new RegExp(`مریم|${family}|نارون`))
  await coordinator.getByRole('button', { name: w.unitAccept }).first().click()
  const volunteer = await stage.open('volunteer', '/v', { size: phone })
  const accept = volunteer.getByRole('button', { name: w.accept })
  for (let tried = 0; tried < 20 && !(await accept.isVisible()); tried++) {
    await volunteer.waitForTimeout(500)
    await volunteer.reload()
    await volunteer.getByRole('main').waitFor()
    await volunteer.waitForTimeout(300)
  }
  expect(await volunteer.getByRole('main').innerText()).not.toContain(family)
  await accept.click()
  await accept.waitFor({ state: 'detached' })
  return { w, code, secret, person, casework, coordinator, volunteer }
}

const journey = async (language: Language, family: string, number: string) => {
  const stage = await openStage(browser, origin, language)
  const before = await needsMet(stage)
  const { w, code, secret, person, volunteer } = await untilAccepted(stage, language, family, number)
  await openOwnFile(person, origin, w, code, secret)
  await person.getByRole('button', { name: w.approve }).click()
  await person.getByRole('button', { name: w.approve }).waitFor({ state: 'detached' })
  const visit = await carryOut(volunteer, w)
  expect(visit).toContain('مریم')
  await confirm(person, origin, w, code, await confirmationCode(stage))
  expect((await needsMet(stage)) - before).toBe(1)
  expect(stage.wrong()).toEqual([])
  await stage.close()
}

describe('from asking to the number', () => {
  it('runs through six people in Persian, and the centre’s number moves by exactly one', async () => {
    await journey('fa', 'آزمونی', '0912 345 6701')
  })

  it('runs through six people in English', async () => {
    await journey('en', 'Testful', '0912 345 6702')
  })

  it('stops everywhere when the person withdraws their consent midway', async () => {
    const stage = await openStage(browser, origin, 'fa')
    const { w, code, secret, person, coordinator, volunteer } = await untilAccepted(stage, 'fa', 'پشیمانی', '0912 345 6703')
    await openOwnFile(person, origin, w, code, secret)
    await person.getByRole('button', { name: w.withdraw }).click()
    await person.getByRole('button', { name: w.withdraw }).waitFor({ state: 'detached' })
    const reply = await volunteer.request.get(`${origin}/api/visits/mine`)
    const { visits } = (await reply.json()) as { visits: { state: string }[] }
    expect(visits.filter(({ state }) => state === 'accepted' || state === 'offered')).toEqual([])
    const offers = (await (await coordinator.request.get(`${origin}/api/referrals/offers`)).json()) as { offers: { state: string; card: { from: string } }[] }
    expect(offers.offers.filter(({ card }) => Math.abs(Date.parse(card.from) - Date.now()) < 3_600_000 && Date.parse(card.from) > Date.now())).toEqual([])
    expect(stage.wrong()).toEqual([])
    await stage.close()
  })
})
