import { listVetting, listVettingUnits } from '#domains/network/vetting/contract.ts'
import type { Page } from 'playwright-core'
import { say } from '#platform/words/index.ts'
import { vettingWords } from '#web/casework/vetting/words.ts'
import { answer, type State } from './answer.ts'

/** On a phone a group is a page of its own; on a desk it stands beside the list. */
const openFirst = (page: Page) => page.locator('.vetting-group').first().click()

const lead = { role: 'safeguarding-lead', path: '/staff/vetting' } as const

export const vettingStates: readonly State[] = [
  {
    ...lead,
    name: 'vetting, what was seen',
    reach: async (page, language) => {
      const t = say(vettingWords, language)
      await openFirst(page)
      await page.getByRole('button', { name: t.record }).first().click()
      await page.getByRole('dialog').getByRole('checkbox', { name: t['purpose-children'] }).check()
    },
  },
  {
    ...lead,
    name: 'vetting, one is ended',
    reach: async (page, language) => {
      const t = say(vettingWords, language)
      await openFirst(page)
      await page.getByRole('button', { name: t.end }).first().click()
      await page.getByRole('dialog').getByRole('radio').first().check()
    },
  },
  {
    ...lead,
    name: 'vetting, one’s own group',
    reach: async (page, language) => {
      await openFirst(page)
      await page.getByText(say(vettingWords, language).own).waitFor()
    },
    given: (page) =>
      answer(page, listVetting, (real) => ({
        ...real,
        own: true,
        volunteers: real.volunteers.map((one) => ({ ...one, standing: 'none' as const, until: null, purposes: [], ended: { reason: 'concern' as const, at: '2026-11-20T08:00:00.000Z' } })),
      })),
  },
  { ...lead, name: 'vetting, nothing to do', given: (page) => answer(page, listVettingUnits, () => ({ units: [], more: 0, without: 0, soon: 0 })) },
]
