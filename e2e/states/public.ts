import { finishSignIn, startSignIn } from '#domains/accounts/contract.ts'
import { words as accountWords } from '#domains/accounts/words.ts'
import { say } from '#platform/words/index.ts'
import { words } from '#web/public/words.ts'
import { answer, minutesOn, someId, type State } from './answer.ts'

export const publicStates: readonly State[] = [
  {
    name: 'asking for somebody else',
    role: undefined,
    path: '/ask',
    reach: async (page, language) => {
      const t = say(words, language)
      await page.getByRole('checkbox').first().check()
      await page.getByRole('button', { name: t.next({ question: t.wordsTitle }) }).click()
      await page.getByRole('button', { name: t.next({ question: t.whoTitle }) }).click()
      await page.getByRole('radio', { name: t.forOther }).check()
      await page.getByText(t.safe).click()
      await page.getByRole('checkbox', { name: t.onlyThem }).waitFor()
    },
  },
  {
    name: 'sign-in, the authenticator is set up',
    role: undefined,
    path: '/sign-in',
    given: async (page) => {
      await answer(page, startSignIn, () => ({ challenge: someId(1), endsAt: minutesOn(5) }))
      await answer(page, finishSignIn, () => ({
        step: 'set-up' as const,
        secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
        address: 'otpauth://totp/Hamyar:%2B989990000011?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Hamyar',
      }))
    },
    reach: async (page, language) => {
      const t = say(accountWords, language)
      await page.getByRole('textbox', { name: t.contact }).fill('0999 000 0011')
      await page.getByRole('button', { name: t.sendCode }).click()
      await page.getByRole('textbox', { name: t.code }).fill('123456')
      await page.getByRole('button', { name: t.next, exact: true }).click()
      await page.getByRole('img', { name: t.setUpPicture }).waitFor()
    },
  },
]
