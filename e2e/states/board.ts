import { say } from '#platform/words/index.ts'
import { boardWords } from '#web/coordination/board/words.ts'
import { offerWords } from '#web/coordination/offers/words.ts'
import { getBoard, type Cost, type WaitingNeed } from '#domains/matching/contract.ts'
import { answer, minutesOn, someId, type State } from './answer.ts'

const cost = (change: Partial<Cost>): Cost => ({
  travel: 21, waiting: -15, priority: -100, continuity: 0, preferences: 0, load: 8, total: -86, km: 2.1, carried: 1, offered: 3, ...change,
})

const group = { unitFa: 'گروه محلی زنان پیشوا، نارون', unitEn: 'Women of Pishva, 1' }
const other = { unitFa: 'کانون تخصصی آموزگاران پیشوا، نارون', unitEn: 'Primary teachers of Pishva, 1' }

const waiting = (change: Partial<WaitingNeed>): WaitingNeed => ({
  referral: 'a',
  referralState: 'ready',
  attempt: 1,
  card: { kind: 'company', from: minutesOn(2_880), to: minutesOn(3_000), minutes: 60, areaFa: 'سرچشمه', areaEn: 'Sarcheshmeh', sameSex: 'preferred', helper: 'female', languages: [], pair: false },
  since: minutesOn(-4_320),
  waitingDays: 3,
  priority: 1,
  answerBy: null,
  unitFa: null,
  unitEn: null,
  beside: null,
  proposal: null,
  suggestion: null,
  vettingEnded: false,
  groupClosed: false,
  byRule: null,
  ...change,
})

const suggested = () =>
  waiting({
    referralState: 'offered',
    answerBy: minutesOn(1_300),
    ...group,
    suggestion: {
      id: 's',
      revision: 1,
      name: 'رویا مهرجو',
      cost: cost({ travel: 34, load: 0, total: -81, km: 3.4, carried: 0 }),
      instead: { name: 'کتایون سرمدی', cost: cost({}) },
      recordedAt: minutesOn(-20),
    },
  })

const two = () => {
  const need = waiting({})
  return {
    ...need,
    card: { ...need.card, pair: true },
    proposal: {
      id: someId(3),
      revision: 1,
      volunteer: { name: 'رویا مهرجو', ...group },
      cost: cost({}),
      companion: { name: 'حسین دشتبان', ...other, cost: cost({ travel: 34, waiting: 0, priority: 0, load: 0, total: 34, km: 3.4, carried: 0 }) },
      short: false,
      met: ['vetting', 'travel', 'availability', 'unrelated'],
      runnersUp: [
        { name: 'شهره راد', total: 40, difference: 12, lacks: [] },
        { name: 'نرگس حکیمی', total: 90, difference: 62, lacks: [{ requirement: 'travel', detail: '6.2' }] },
      ],
      relax: null,
      weightsVersion: 1,
      expiresAt: minutesOn(4_000),
    },
  }
}

const board = (name: string, needs: () => readonly WaitingNeed[], reach?: State['reach']): State => ({
  name: `board, ${name}`,
  role: 'liaison',
  path: '/staff/board',
  given: (page) => answer(page, getBoard, (real) => ({ ...real, needs: [...needs()] })),
  reach,
})

/** As a phone shows it: by its address, which on a desk shows it beside the list. */
const opened = (name: string, needs: () => readonly WaitingNeed[], reach?: State['reach'], need = 'a'): State => ({
  ...board(name, needs, reach), path: `/staff/board?open=${need}`,
})

const expiring = (minutes: number) => {
  const need = two()
  return { ...need, proposal: { ...need.proposal, expiresAt: minutesOn(minutes) } }
}

export const boardStates: readonly State[] = [
  {
    name: 'offers, who is related to whom',
    role: 'coordinator',
    path: '/staff/offers',
    reach: async (page, language) => {
      const t = say(offerWords, language)
      await page.getByRole('button', { name: t.relatedNone }).first().click()
      await page.getByRole('dialog').getByRole('checkbox').first().check()
    },
  },
  board('the group suggests somebody else', () => [suggested()]),
  board('two who go together', () => [two()]),
  opened('two who go together, opened', () => [two()]),
  opened('another volunteer is suggested, opened', () => [suggested()]),
  opened('an opened need that is gone', () => [two()], undefined, 'z'),
  opened('the proposal before fell with a vetting', () => [{ ...two(), attempt: 2, vettingEnded: true }]),
  opened('the group of the proposal before was closed', () => [{ ...two(), attempt: 2, groupClosed: true }]),
  opened('a second one is looked for', () => [{ ...two(), beside: { name: 'حسین دشتبان', ...other }, attempt: 2 }]),
  opened('a proposal that runs out within the hour', () => [expiring(40)], (page) => page.locator('.board-act .badge').waitFor()),
  opened('a proposal that has run out', () => [expiring(-40)], (page, language) => page.getByText(say(boardWords, language).expired).first().waitFor()),
  opened('nobody can be asked', () => [waiting({ proposal: { ...two().proposal, volunteer: null, cost: null, companion: null, met: [], runnersUp: [], relax: { requirements: ['availability', 'travel'], candidates: 3 } } })]),
  opened('its time has passed', () => {
    const need = two()
    return [{ ...need, card: { ...need.card, from: minutesOn(-300), to: minutesOn(-180) } }]
  }),
]
