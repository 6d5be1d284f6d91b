import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { say } from '#platform/words/index.ts'
import { words as consentWords } from '#domains/consents/words.ts'
import { words as referralWords } from '#domains/referrals/words.ts'
import { words as visitStateWords } from '#domains/visits/words.ts'
import { caseWords } from '#web/casework/words.ts'
import { words as fileWords } from '#web/public/words.ts'
import { words as phoneWords } from '#web/volunteer/words.ts'
import { eventually, openStage, settled } from './actors.ts'
import { launchBrowser } from './browser.ts'
import { follow, kindOf, openOwnFile, untilAccepted } from './scenes/index.ts'

const origin = inject('origin')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe('consent that the person takes back in the middle', () => {
  it('stops everything at once, and nobody in the group is told why', async () => {
    const stage = await openStage(browser, origin, 'fa')
    const asking = { givenName: 'گلاره', familyName: 'پشیمانی', phone: '0912 345 6703', secret: 'گل مریم', said: '' }
    const { code, person, casework, coordinator, volunteer } = await untilAccepted(stage, asking)
    const waiting = volunteer.getByText(say(phoneWords, 'fa').waitingForPerson)
    const waitingBefore = await waiting.count()
    const accepted = coordinator.getByRole('article').filter({ hasText: say(visitStateWords, 'fa').accepted })
    await coordinator.reload()
    await settled(coordinator)
    const acceptedBefore = await accepted.count()

    await follow(stage, person, code, 'approval')
    await openOwnFile(stage, person, asking.secret)
    const t = say(fileWords, 'fa')
    await person.getByRole('button', { name: t.withdrawConsent }).click()
    await person.getByRole('status').filter({ hasText: t.consentWithdrawn }).waitFor()
    await person.getByRole('button', { name: t.approveYes }).waitFor({ state: 'detached' })

    // The wall closed with the withdrawal itself; what a phone still keeps gives way to the server's answer.
    await eventually(volunteer, async () => (await waiting.count()) === waitingBefore - 1)
    await coordinator.reload()
    await settled(coordinator)
    expect(await accepted.count()).toBe(acceptedBefore - 1)
    const group = [await volunteer.getByRole('main').innerText(), await coordinator.getByRole('main').innerText()]
    for (const said of group) expect(said).not.toMatch(/رضایت|پس گرفت|پشیمانی/)

    const c = say(caseWords, 'fa')
    const happened = casework.getByRole('region', { name: c.thread })
    const titles = [c.evWithdrawn({ kind: kindOf(stage) }), c.evReferral({ state: say(referralWords, 'fa').withdrawn })]
    const stopped = c.evVisit({ state: say(visitStateWords, 'fa').cancelled })
    for (const title of [...titles, stopped])
      await eventually(casework, async () => (await happened.innerText()).includes(title))
    const consents = casework.getByRole('region', { name: c.consents, exact: true })
    expect(await consents.innerText()).toContain(say(consentWords, 'fa').withdrawn)
    await stage.look(casework, 'case after a withdrawal')
    await follow(stage, person, code, 'need-open')
    expect(stage.wrong()).toEqual([])
    await stage.close()
  })
})
