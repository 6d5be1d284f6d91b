import type { Page } from 'playwright-core'
import { clockIn, latin, type Language, type Stage } from './actors.ts'

/** What the screens say in each language, as far as the journeys need it. */
const said = {
  fa: {
    kind: 'همراهی تا درمانگاه', next: /^بعد/, words: /چه شده/, given: 'نام', family: 'نام خانوادگی', phone: 'شمارهٔ تلفن', about: 'دربارهٔ شما', woman: 'زن',
    secret: /رمز دوم/, send: 'فرستادن درخواست', worker: 'کارشناس', decide: 'ثبت و درخواست بعدی', addNeed: 'افزودن نیاز', kindLabel: 'نوع کمک', calendar: /تقویم/,
    from: 'از ساعت', to: 'تا ساعت', minutes: 'چند دقیقه', sameSex: 'حتماً هم‌جنس', save: 'ثبت', address: 'نشانی', writeAddress: 'نوشتن نشانی', consent: 'ثبت رضایت',
    yes: 'بله، رضایت دارد', refer: 'ارجاع نیاز', ready: /آماده برای یافتن/, compute: 'محاسبهٔ پیشنهادها', offerTo: /^پیشنهاد به/, unitAccept: 'می‌پذیریم', accept: 'می‌پذیرم',
    code: 'کد پیگیری', look: 'ببینم کجاست', openFile: 'باز کردن پرونده', approve: 'بله، بیاید', setOut: 'راه افتادم', arrived: 'رسیدم', done: 'انجام شد', report: 'ثبت گزارش',
    happened: 'بله', met: 'بله', personMet: 'کارم انجام شد', messageCode: 'رمز پیامک', confirm: 'ثبت نظر من', metSentence: 'این کار انجام شد.', withdraw: 'پس می‌گیرم', noOffers: /دیداری ندارید/,
  },
  en: {
    kind: /clinic/i, next: /^Next/, words: /What happened/, given: 'Given name', family: 'Family name', phone: 'Telephone', about: 'About you', woman: 'Woman',
    secret: /second secret/i, send: 'Send the request', worker: 'Case worker', decide: 'Save and go to the next', addNeed: 'Add a need', kindLabel: 'Kind of help', calendar: /calendar/i,
    from: 'From', to: 'To', minutes: 'Minutes', sameSex: 'Same sex required', save: 'Save', address: 'Address', writeAddress: 'Write the address', consent: 'Record consent',
    yes: 'Yes, agrees', refer: 'Refer the need', ready: /Ready for finding/, compute: /Compute/i, offerTo: /^Offer/, unitAccept: /accept/i, accept: 'I accept',
    code: 'Tracking code', look: 'See where it stands', openFile: 'Open my file', approve: 'Yes, let them come', setOut: 'On the way', arrived: 'I am here', done: 'Done', report: 'Save the report',
    happened: 'Yes', met: 'Yes', personMet: 'It was done', messageCode: 'Code of the message', confirm: 'Save my answer', metSentence: 'This was done.', withdraw: 'Withdraw', noOffers: /No visits yet/,
  },
} as const

export const wordsOf = (language: Language) => said[language]
type Words = (typeof said)[Language]

export interface Asking {
  readonly family: string
  readonly phone: string
  readonly secret: string
  /** The town of the demonstration's centre. */
  readonly town: string
}

/** The person asks, without an account, on a small phone; gives the tracking code. */
export const askForHelp = async (page: Page, w: Words, { family, phone, secret, town }: Asking): Promise<string> => {
  await page.locator('label').filter({ hasText: w.kind }).click()
  await page.getByRole('button', { name: w.next }).click()
  await page.getByLabel(w.words).fill('کسی را ندارم که همراهم تا درمانگاه بیاید.')
  await page.getByRole('button', { name: w.next }).click()
  await page.getByLabel(w.given, { exact: true }).fill('مریم')
  await page.getByLabel(w.family).fill(family)
  await page.getByLabel(w.phone).fill(phone)
  await page.getByRole('combobox').fill(town)
  await page.getByRole('option').first().click()
  await page.getByText(w.about).click()
  await page.locator('label.segment').filter({ hasText: w.woman }).click()
  await page.getByRole('button', { name: w.next }).click()
  await page.getByLabel(w.secret).fill(secret)
  await page.getByRole('button', { name: w.send }).click()
  return (await page.locator('.public-code').innerText()).trim()
}

/** The clerk finds the request in the inbox and opens a case for the worker whose account plays on. */
export const openCase = async (page: Page, w: Words, family: string, worker: string): Promise<void> => {
  await page.getByRole('searchbox').fill(family)
  await page.getByRole('heading', { name: new RegExp(family) }).waitFor()
  const workers = page.getByLabel(w.worker)
  const labels = await workers.locator('option').allInnerTexts()
  await workers.selectOption({ label: labels.find((label) => label.includes(worker)) ?? '' })
  await page.getByRole('button', { name: w.decide }).click()
  await page.getByRole('status').filter({ hasText: family }).waitFor()
}

/** The case worker writes need and address down, records consent, and hands the need over. */
export const referNeed = async (page: Page, w: Words, family: string, timeZone: string): Promise<string> => {
  await page.getByRole('link', { name: new RegExp(family) }).first().click()
  await page.getByRole('button', { name: w.addNeed }).first().click()
  const dialog = page.getByRole('dialog')
  const kinds = await dialog.getByLabel(w.kindLabel).locator('option').allInnerTexts()
  await dialog.getByLabel(w.kindLabel).selectOption({ label: kinds.find((label) => label.match(w.kind)) ?? '' })
  await dialog.getByRole('button', { name: w.calendar }).click()
  await page.locator('.date-day[data-today]').click()
  await dialog.getByLabel(w.from, { exact: true }).fill(clockIn(20, timeZone))
  await dialog.getByLabel(w.to, { exact: true }).fill(clockIn(100, timeZone))
  await dialog.getByLabel(w.minutes).fill('60')
  await dialog.locator('label').filter({ hasText: w.sameSex }).click()
  await dialog.getByRole('button', { name: w.save, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: w.writeAddress }).click()
  await page.getByLabel(w.address).fill('کوچهٔ نارون، پلاک ۱۲')
  await page.getByRole('button', { name: w.save, exact: true }).click()
  await page.getByText('کوچهٔ نارون').waitFor()
  await page.getByRole('button', { name: w.consent }).click()
  await dialog.locator('label').filter({ hasText: w.yes }).click()
  await dialog.getByRole('button', { name: w.save, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: w.refer }).click()
  const card = dialog.locator('.card--chosen')
  await card.waitFor()
  const shown = await card.innerText()
  await dialog.getByRole('button', { name: w.ready }).click()
  await dialog.waitFor({ state: 'detached' })
  return shown
}

/** The liaison desk has everything matched and releases the offer for the newest waiting need. */
export const releaseOffer = async (page: Page, w: Words): Promise<string> => {
  await page.getByRole('button', { name: w.compute }).click()
  const pane = page.locator('.staff-end')
  await page.locator('.staff-start').getByText(w.kind).last().click()
  const offer = pane.getByRole('button', { name: w.offerTo })
  await offer.waitFor()
  const shown = await pane.innerText()
  await offer.click()
  await page.getByRole('status').filter({ hasText: /./ }).first().waitFor()
  return shown
}

/** The person types code and secret and lands in their own file. */
export const openOwnFile = async (page: Page, origin: string, w: Words, code: string, secret: string): Promise<void> => {
  await page.goto(`${origin}/follow`)
  await page.getByLabel(w.code).fill(code)
  await page.getByRole('button', { name: w.look }).click()
  await page.getByLabel(w.secret).fill(secret)
  await page.getByRole('button', { name: w.openFile }).click()
}

/** The volunteer goes and reports in three taps. */
export const carryOut = async (page: Page, w: Words): Promise<string> => {
  await page.reload()
  const card = page.locator('article').first()
  await card.getByText('پلاک ۱۲').waitFor()
  const shown = await card.innerText()
  await card.getByRole('button', { name: w.setOut }).click()
  await card.getByRole('button', { name: w.arrived }).click()
  await card.getByRole('link', { name: w.done }).click()
  const groups = page.getByRole('group')
  await groups.first().locator('label').filter({ hasText: w.happened }).first().click()
  await groups.nth(1).locator('label').filter({ hasText: w.met }).first().click()
  await page.getByRole('button', { name: w.report }).click()
  await page.waitForURL((url) => url.pathname === '/v')
  return shown
}

/** The six digits that were sent to the person: nobody sends anything in the demonstration, so they wait on the outbox page. */
export const confirmationCode = async (stage: Stage): Promise<string> => {
  const page = await stage.open(undefined, '/outbox')
  for (let tried = 0; tried < 20; tried++) {
    const found = /(?:رمز شما|Your code): (\d{6})/.exec(latin(await page.getByRole('main').innerText()))
    if (found?.[1] !== undefined) return found[1]
    await page.waitForTimeout(500)
    await page.reload()
    await page.getByRole('main').waitFor()
  }
  throw new Error('no confirmation code was sent')
}

export const confirm = async (page: Page, origin: string, w: Words, code: string, confirmation: string): Promise<void> => {
  await page.goto(`${origin}/follow`)
  await page.getByLabel(w.code).fill(code)
  await page.getByRole('button', { name: w.look }).click()
  await page.locator('label').filter({ hasText: w.personMet }).click()
  await page.getByLabel(w.messageCode).fill(confirmation)
  await page.getByRole('button', { name: w.confirm }).click()
  await page.getByRole('heading', { name: w.metSentence }).waitFor()
}
