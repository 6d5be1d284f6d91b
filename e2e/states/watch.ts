import { say } from '#platform/words/index.ts'
import { listMyVisits, type MyVisit } from '#domains/visits/contract.ts'
import { listOverdue, type Overdue } from '#domains/watch/contract.ts'
import { inboxWords } from '#web/casework/words.ts'
import { answer, minutesOn, someId, type State } from './answer.ts'

const overdue = (change: Partial<Overdue>): Overdue => ({
  visit: someId(1),
  volunteerName: 'مهری سلیمی',
  volunteerPhone: '+989990000011',
  unitFa: 'گروه محلی زنان سرچشمه',
  unitEn: 'Women of Sarcheshmeh',
  arrivedAt: minutesOn(-230),
  overdueAt: minutesOn(-30),
  stage: 'buddy',
  nextAt: minutesOn(6),
  areaFa: 'سرچشمه',
  areaEn: 'Sarcheshmeh',
  address: null,
  personPhone: null,
  ...change,
})

const opened = { stage: 'plan', address: 'خیابان سرچشمه، کوچهٔ نارون، پلاک ۱۲، واحد ۳', personPhone: '+989990000012' } as const

const watched = (role: string, path: string): State => ({
  name: `overdue, ${role}`,
  role,
  path,
  given: (page) =>
    answer(page, listOverdue, (real) => ({
      ...real,
      overdue: [overdue(role === 'coordinator' ? { stage: 'plan' } : opened), overdue({ visit: someId(2), volunteerName: 'کاوه شریفی', volunteerPhone: null })],
    })),
})

const underWay = (): MyVisit => ({
  id: someId(1),
  revision: 3,
  state: 'under-way',
  card: { kind: 'company', from: minutesOn(-40), to: minutesOn(80), minutes: 60, areaFa: 'سرچشمه', areaEn: 'Sarcheshmeh', sameSex: 'none', helper: null, languages: [], pair: true },
  from: minutesOn(-40),
  to: minutesOn(80),
  answerBy: minutesOn(-900),
  onWayAt: minutesOn(-60),
  arrivedAt: minutesOn(-38),
  lent: [
    { field: 'callName', value: 'خانم بهاری' },
    { field: 'address', value: opened.address },
    { field: 'phone', value: opened.personPhone },
  ],
  lentUntil: minutesOn(110),
  opensAt: null,
  companion: 'کاوه شریفی',
})

export const watchStates: readonly State[] = [
  {
    name: 'inbox, is it danger',
    role: 'clerk',
    path: '/staff/inbox',
    reach: async (page, language) => {
      const t = say(inboxWords, language)
      // The last is never one of those that are danger already.
      await page.locator('.inbox-row').last().click()
      await page.getByText(t.isDanger).click()
      await page.getByRole('button', { name: t.raise }).waitFor()
    },
  },
  watched('clerk', '/staff/inbox'),
  watched('coordinator', '/staff/offers'),
  {
    name: 'volunteer at a door',
    role: 'volunteer',
    path: '/v',
    given: (page) => answer(page, listMyVisits, (real) => ({ ...real, visits: [underWay()] })),
  },
]
