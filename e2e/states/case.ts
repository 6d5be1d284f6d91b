import type { Page } from 'playwright-core'
import { getCase, type Case, type Need } from '#domains/casework/contract.ts'
import { listConsents } from '#domains/consents/contract.ts'
import { listReferrals } from '#domains/referrals/contract.ts'
import { listCaseVisits } from '#domains/visits/contract.ts'
import { say } from '#platform/words/index.ts'
import { settled } from '#e2e/actors.ts'
import { caseWords } from '#web/casework/words.ts'
import { answer, minutesOn, someId, type State } from './answer.ts'

const need = (change: Partial<Need>): Need => ({
  id: someId(1),
  revision: 2,
  case: someId(9),
  kind: 'company',
  requires: { skills: [], vetting: true, sameSex: 'preferred', languages: [] },
  pair: 'first-visit',
  minutes: 60,
  from: minutesOn(1_440),
  to: minutesOn(1_560),
  place: 'x',
  placeFa: 'پیشوا',
  placeEn: 'Pishva',
  quarter: null,
  priority: 1,
  since: minutesOn(-4_320),
  state: 'open',
  byStaff: false,
  reason: null,
  outcome: null,
  endedAt: null,
  ...change,
})

const caseIs = async (page: Page, change: (real: Case) => Partial<Case>): Promise<void> => {
  await answer(page, getCase, (real) => ({ ...real, state: 'open' as const, closedAt: null, ...change(real) }))
  await answer(page, listConsents, () => ({
    consents: [
      {
        id: someId(3), revision: 1, need: someId(1), state: 'refused' as const, notice: 'volunteer-visit', noticeVersion: 1, purpose: 'volunteer-visit',
        categories: [], recipients: 'unit', until: minutesOn(100_000), how: 'witnessed-speech', recordedAt: minutesOn(-4_000), endedAt: null,
      },
    ],
  }))
  await answer(page, listReferrals, () => ({ referrals: [] }))
  await answer(page, listCaseVisits, () => ({ visits: [] }))
}

const firstCase = async (page: Page): Promise<void> => {
  await page.locator('main a[href^="/staff/cases/"]').first().click()
  await page.locator('#case-thread').waitFor()
  await settled(page)
}

export const caseStates: readonly State[] = [
  {
    name: 'case, who lives with them',
    role: 'case-worker',
    path: '/staff/cases',
    given: (page) =>
      caseIs(page, ({ person }) => ({
        person: { ...person, household: [{ ageGroup: '0-17', sex: 'female', count: 2 }, { ageGroup: '60+', sex: 'male', count: 1 }] },
        needs: [need({})],
      })),
    reach: async (page, language) => {
      await firstCase(page)
      await page.getByRole('button', { name: say(caseWords, language).housematesEdit }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'case, a plain no',
    role: 'case-worker',
    path: '/staff/cases',
    given: (page) => caseIs(page, () => ({ needs: [need({})] })),
    reach: firstCase,
  },
  {
    name: 'case, taken by staff after a no',
    role: 'case-worker',
    path: '/staff/cases',
    given: (page) => caseIs(page, () => ({ needs: [need({ byStaff: true })] })),
    reach: async (page, language) => {
      await firstCase(page)
      await page.getByRole('radio', { name: say(caseWords, language)['staffOutcome-partly'] }).check()
    },
  },
  {
    name: 'case, handed over twice',
    role: 'case-worker',
    path: '/staff/cases',
    given: (page) =>
      caseIs(page, ({ worker }) => ({
        needs: [need({ state: 'met', outcome: 'met', endedAt: minutesOn(-60) })],
        handovers: [
          { id: someId(5), at: minutesOn(-20_000), to: someId(6), reason: 'duty-ended' },
          { id: someId(7), at: minutesOn(-10_000), to: worker, reason: 'duty-ended' },
        ],
      })),
    reach: firstCase,
  },
]
