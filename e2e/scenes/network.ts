import type { Locator, Page } from 'playwright-core'
import { say } from '#platform/words/index.ts'
import { eventually, settled, type Stage } from '#e2e/actors.ts'
import { boardWords } from '#web/coordination/board/words.ts'
import { offerWords } from '#web/coordination/offers/words.ts'
import { words as visitWords } from '#web/volunteer/words.ts'
import { kindOf } from './kind.ts'

// Every rejection brings the next best volunteer; the demonstration's own has no way to go.
const mostRejections = 12

interface Proposed {
  readonly pane: Locator
  readonly shown: string
}

/** The liaison desk has all needs matched and declines what is proposed for the newest until it is for these. */
const proposedTo = async (stage: Stage, page: Page, roles: readonly string[], before: string): Promise<Proposed> => {
  const t = say(boardWords, stage.language)
  const kind = kindOf(stage)
  const pane = page.getByRole('region', { name: t.proposalFor({ kind }) })
  const needs = page.getByRole('region', { name: t.needs, exact: true })
  for (let tried = 0; tried < mostRejections; tried++) {
    await page.getByRole('button', { name: t.compute }).click()
    await page.getByRole('status').filter({ hasText: t.nothingSent }).waitFor()
    // The longest wait stands first, so the newest is the last.
    await needs.getByRole('button', { name: kind }).last().click()
    await pane.getByRole('button', { name: t.reject }).waitFor()
    const shown = await pane.innerText()
    // Who is only next in line stands further down.
    const [proposed = ''] = shown.split(before)
    if (shown.includes(before) && roles.every((role) => proposed.includes(stage.account(role).name))) return { pane, shown }
    await reject(stage, page)
  }
  throw new Error(`Never proposed: ${roles.join(' and ')}.`)
}

const unitOf = (stage: Stage): string => stage.account('volunteer')[stage.language === 'fa' ? 'unitFa' : 'unitEn']

/** The liaison desk offers the newest need to the volunteer; gives what the page says of it. */
export const releaseOffer = async (stage: Stage, page: Page): Promise<string> => {
  const t = say(boardWords, stage.language)
  const unit = unitOf(stage)
  const { pane, shown } = await proposedTo(stage, page, ['volunteer'], unit)
  await stage.look(page, 'board')
  await pane.getByRole('button', { name: t.release({ unit }), exact: true }).click()
  await pane.getByText(t.offeredTo({ unit })).waitFor()
  return shown
}

/** The same to the two who go together. */
export const releaseToTwo = async (stage: Stage, page: Page): Promise<string> => {
  const t = say(boardWords, stage.language)
  const { pane, shown } = await proposedTo(stage, page, ['volunteer 2', 'volunteer 3'], t.whyTwo)
  await stage.look(page, 'board, two who go together')
  await pane.getByRole('button', { name: t.releaseTwo }).click()
  await pane.getByText(t.offeredTo({ unit: unitOf(stage) })).waitFor()
  return shown
}

const reject = async (stage: Stage, page: Page): Promise<void> => {
  const t = say(boardWords, stage.language)
  await page.getByRole('button', { name: t.reject }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: t['reject-better-known'] }).check()
  await dialog.getByRole('button', { name: t.rejectDo }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** The group's offer that waits for an answer the soonest: a visit within the hour. */
export const offerOf = (stage: Stage, page: Page) => {
  const t = say(offerWords, stage.language)
  return page.getByRole('article').filter({ has: page.getByRole('button', { name: t.accept }) }).first()
}

export const acceptOffer = async (stage: Stage, page: Page): Promise<string> => {
  const t = say(offerWords, stage.language)
  const offer = offerOf(stage, page)
  const shown = await offer.innerText()
  await stage.look(page, 'offers')
  await offer.getByRole('button', { name: t.accept }).click()
  await page.getByRole('status').filter({ hasText: t.accepted }).waitFor()
  return shown
}

/** The volunteer's phone shows the offer as soon as the job ran. */
export const acceptVisit = async (stage: Stage, page: Page): Promise<string> => {
  const t = say(visitWords, stage.language)
  const offer = page.getByRole('article').filter({ hasText: kindOf(stage) })
  const accept = offer.getByRole('button', { name: t.accept })
  const waiting = page.getByText(t.waitingForPerson).or(page.getByText(t.waitingForTwo))
  const before = await waiting.count()
  await eventually(page, () => accept.isVisible())
  await stage.look(page, 'volunteer, an offer')
  const shown = await page.getByRole('main').innerText()
  await accept.click()
  await eventually(page, async () => (await waiting.count()) === before + 1)
  return shown
}

/** The same need twice among the group's offers, once for each of the two: both are taken. Gives what one of them says. */
export const acceptTwo = async (stage: Stage, page: Page): Promise<string> => {
  const t = say(offerWords, stage.language)
  const open = page.getByRole('article').filter({ has: page.getByRole('button', { name: t.accept }) })
  const offers = open.filter({ hasText: kindOf(stage) }).filter({ hasText: t.two })
  const shown = await offers.first().innerText()
  await stage.look(page, 'offers, two who go together')
  const before = await offers.count()
  for (const left of [before - 1, before - 2]) {
    await offers.first().getByRole('button', { name: t.accept }).click()
    await offers.nth(left).waitFor({ state: 'detached' })
  }
  return shown
}

/** On the way to somebody, here, done; then the report in three taps. Gives what the card lent before setting out. */
export const visit = async (stage: Stage, page: Page, familyName: string): Promise<string> => {
  const t = say(visitWords, stage.language)
  await page.reload()
  await settled(page)
  const card = page.getByRole('article').filter({ hasText: familyName })
  const shown = await card.innerText()
  await stage.look(page, 'volunteer, a visit')
  await card.getByRole('button', { name: t.setOut }).click()
  await card.getByRole('button', { name: t.arrived }).click()
  await card.getByRole('link', { name: t.report }).click()
  const question = (name: string) => page.getByRole('group', { name })
  await question(t.happened).getByRole('radio', { name: t.yes }).check()
  await question(t.outcome).getByRole('radio', { name: t.met }).check()
  // Of two who went together each says whether the other came.
  const ofTwo = shown.includes(t.companion({ name: '' }))
  if (ofTwo) await question(t.companionCame).getByRole('radio', { name: t.companionYes, exact: true }).check()
  await stage.look(page, ofTwo ? 'volunteer, the report of one of two' : 'volunteer, the report')
  await page.getByRole('button', { name: t.save }).click()
  await page.waitForURL((url) => url.pathname === '/v')
  await page.getByText(t.reported).first().waitFor()
  return shown
}
