import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { eventually, openStage, phone } from './actors.ts'
import { launchBrowser } from './browser.ts'
import {
  acceptTwo, acceptVisit, addNeed, approve, askForHelp, confirm, confirmationCode, follow, needsMet, openCase, openFile, openOwnFile, recordConsent,
  refer, releaseToTwo, visit, writeAddress,
} from './scenes/index.ts'

const origin = inject('origin')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const asking = {
  givenName: 'ترنج', familyName: 'دوهمراه', phone: '0912 345 6711', secret: 'یاس سفید', said: 'تنها هستم و دلم می‌خواهد کسی پیشم بیاید.',
}
const address = 'کوچهٔ یاس، پلاک ۲۱'

describe('two who go together for the first time', () => {
  it('say yes each on their own phone, are approved at once, and the number moves by exactly one', async () => {
    // What one volunteer's journey looks at looks the same here.
    const stage = await openStage(browser, origin, 'fa', { kind: 'company', looksAt: (where) => where.includes('two') })
    const [nameOfOne, nameOfOther] = [stage.account('volunteer 2').name, stage.account('volunteer 3').name]
    const before = await needsMet(stage)
    const person = await stage.open(undefined, '/ask', { size: phone })
    const code = await askForHelp(stage, person, asking)
    await openCase(stage, await stage.open('clerk', '/staff/inbox'), asking.familyName)
    const casework = await stage.open('case-worker', '/staff/cases')
    await openFile(casework, asking.familyName)
    await addNeed(stage, casework)
    await writeAddress(stage, casework, address)
    await recordConsent(stage, casework)
    await refer(stage, casework)

    const proposal = await releaseToTwo(stage, await stage.open('liaison', '/staff/board'))
    const offer = await acceptTwo(stage, await stage.open('coordinator', '/staff/offers'))
    const one = await stage.open('volunteer 2', '/v', { size: phone })
    const other = await stage.open('volunteer 3', '/v', { size: phone })
    const onOne = await acceptVisit(stage, one)
    // One alone is nobody to approve.
    await follow(stage, person, code, 'looking')
    const onOther = await acceptVisit(stage, other)
    for (const said of [proposal, offer, onOne, onOther])
      for (const name of [asking.givenName, asking.familyName, address, asking.phone.slice(-4)]) expect(said).not.toContain(name)
    expect(onOne).not.toContain(nameOfOther)
    expect(onOther).not.toContain(nameOfOne)

    await follow(stage, person, code, 'approval')
    await openOwnFile(stage, person, asking.secret)
    const file = await person.getByRole('main').innerText()
    for (const name of [nameOfOne, nameOfOther]) expect(file).toContain(name)
    await stage.look(person, 'file, two to approve')
    await approve(stage, person)

    const lentToOne = await visit(stage, one, asking.familyName)
    // The other has not said yet how it went.
    await follow(stage, person, code, 'visit')
    const lentToOther = await visit(stage, other, asking.familyName)
    for (const lent of [lentToOne, lentToOther]) expect(lent).toContain(address)
    expect(lentToOne).toContain(nameOfOther)
    expect(lentToOther).toContain(nameOfOne)

    await follow(stage, person, code, 'confirm')
    expect((await needsMet(stage)) - before).toBe(0)
    await confirm(stage, person, await confirmationCode(stage, asking.phone.replaceAll(' ', '').slice(1)))
    await person.getByRole('heading', { name: 'این کار انجام شد.' }).waitFor()
    expect((await needsMet(stage)) - before).toBe(1)
    for (const page of [one, other]) await eventually(page, async () => !(await page.getByRole('main').innerText()).includes(address))
    expect(stage.wrong()).toEqual([])
    await stage.close()
  })
})
