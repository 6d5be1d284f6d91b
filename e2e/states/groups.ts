import type { Page } from 'playwright-core'
import { getClosing, getMyGroup, listGroups } from '#domains/network/closing/contract.ts'
import { countUnitAhead } from '#domains/visits/contract.ts'
import { say } from '#platform/words/index.ts'
import type { Language } from '#e2e/actors.ts'
import { groupWords } from '#web/admin/groups/words.ts'
import { answer, someId, type State } from './answer.ts'

const place = { placeFa: 'پیشوا', placeEn: 'Pishva' }
const own = { id: someId(701), nameFa: 'گروه محلی زنان پیشوا، نارون', nameEn: 'Women of Pishva, 1', ...place }
const other = { id: someId(702), nameFa: 'گروه محلی پیشوا، سپیدار', nameEn: 'Neighbours of Pishva, 2', ...place }
const third = { id: someId(703), nameFa: 'کانون تخصصی آموزگاران پیشوا، نارون', nameEn: 'Primary teachers of Pishva, 1', ...place }

const found = (page: Page) => answer(page, listGroups, () => ({ groups: [own], closed: [] }))

const closing = async (page: Page, hindrance: 'has-staff' | null, waits: boolean): Promise<void> => {
  await found(page)
  await answer(page, getClosing, () => ({
    ...own, revision: 1, hindrance, coordinators: waits ? 2 : 0, volunteers: waits ? 33 : 0, to: waits ? [{ ...other, takes: 30 }, { ...third, takes: 33 }] : [],
  }))
  await answer(page, countUnitAhead, () => (waits ? { offers: 3, ahead: 8, underWay: 1 } : { offers: 0, ahead: 0, underWay: 0 }))
}

const openDialog = async (page: Page, language: Language): Promise<void> => {
  const t = say(groupWords, language)
  await page.getByRole('button', { name: t.close }).first().click()
  await page.getByRole('dialog').getByRole('list').or(page.getByRole('dialog').locator('.notice')).first().waitFor()
}

const administrator = { role: 'administrator', path: '/staff/groups' } as const
const volunteer = { role: 'volunteer', path: '/v/group' } as const
const open = { phone: null, hours: null }
const choices = (page: Page, some: boolean) =>
  answer(page, getMyGroup, () => ({
    nameFa: own.nameFa,
    nameEn: own.nameEn,
    choices: some ? [{ ...other, kind: 'neighbourhood' as const, membership: 'mixed' as const, ...open }, { ...third, kind: 'professional' as const, membership: null, ...open }] : [],
  }))

/** A group that is closed, and its volunteers until they have another. */
export const groupStates: readonly State[] = [
  {
    ...administrator,
    name: 'groups, some still without one',
    given: (page) => answer(page, listGroups, () => ({ groups: [own, other], closed: [{ ...own, waiting: 7 }, { ...third, waiting: 1 }] })),
  },
  {
    ...administrator,
    name: 'groups, one is closed',
    given: (page) => closing(page, null, true),
    reach: async (page, language) => {
      await openDialog(page, language)
      await page.getByRole('dialog').getByRole('radio').first().check()
    },
  },
  { ...administrator, name: 'groups, nothing waits with it', given: (page) => closing(page, null, false), reach: openDialog },
  { ...administrator, name: 'groups, not to be closed yet', given: (page) => closing(page, 'has-staff', true), reach: openDialog },
  {
    ...administrator,
    name: 'groups, sent to another',
    given: async (page) => {
      await closing(page, null, true)
      await answer(page, listGroups, () => ({ groups: [], closed: [{ ...own, waiting: 33 }] }))
    },
    reach: async (page, language) => {
      await page.getByRole('button', { name: say(groupWords, language).move }).click()
      await page.getByRole('dialog').getByRole('combobox').selectOption({ index: 1 })
    },
  },
  {
    ...volunteer,
    name: 'volunteer, a new group to choose',
    given: (page) => choices(page, true),
    reach: async (page) => await page.getByRole('radio').first().check(),
  },
  { ...volunteer, name: 'volunteer, no group nearby', given: (page) => choices(page, false) },
  { ...volunteer, path: '/v', name: 'volunteer, the group was closed', given: (page) => choices(page, true) },
]
