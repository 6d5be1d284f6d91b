import type { Page } from 'playwright-core'
import { getRun, type Trial, type WideTrial } from '#domains/matching/runs/contract.ts'
import { getStandingRule } from '#domains/matching/standing/contract.ts'
import { getWeights } from '#domains/matching/weights/contract.ts'
import type { ReceivedOf } from '#platform/contract/index.ts'
import { say } from '#platform/words/index.ts'
import { standingWords } from '#web/coordination/standing-words.ts'
import { weightsWords } from '#web/coordination/weights-words.ts'
import { answer, minutesOn, someId, type State } from './answer.ts'

type Weights = ReceivedOf<typeof getWeights>
type Draft = Weights['drafts'][number]
type Run = ReceivedOf<typeof getRun>

const trial: Trial = {
  needs: 42,
  differ: 9,
  now: {
    matched: 31, waitingDays: 88, travelKm: 96,
    unmatched: [{ reason: 'same-sex', needs: 5 }, { reason: 'availability', needs: 6 }],
    after: [{ carried: 0, volunteers: 40 }, { carried: 1, volunteers: 52 }, { carried: 2, volunteers: 19 }, { carried: 3, volunteers: 2 }],
  },
  draft: {
    matched: 33, waitingDays: 71, travelKm: 118,
    unmatched: [{ reason: 'same-sex', needs: 5 }, { reason: 'availability', needs: 4 }],
    after: [{ carried: 0, volunteers: 31 }, { carried: 1, volunteers: 68 }, { carried: 2, volunteers: 14 }],
  },
}

const side = (own: Trial['now'], idle: number) => ({ matched: own.matched, waitingDays: own.waitingDays, travelKm: own.travelKm, unmatched: own.unmatched, idle })
const told: WideTrial = { needs: 42, differ: 9, now: side(trial.now, 40), draft: side(trial.draft, 31) }

const draftOf = ({ inForce }: Weights, change: Partial<Draft>): Draft => ({
  id: someId(1),
  revision: 3,
  state: 'draft',
  weights: { ...inForce.weights, waitingPerDay: inForce.weights.waitingPerDay + 3, loadStep: inForce.weights.loadStep + 12 },
  reason: 'آن‌هایی که بیش از یک ماه منتظرند باید زودتر همیار بیابند',
  recordedAt: minutesOn(-300),
  proposedAt: null,
  areaFa: 'شهر نمونه',
  areaEn: 'Sample Town',
  trial: null,
  told: null,
  own: true,
  ...change,
})

const runOf = (change: Partial<Run>): Run => ({
  id: someId(2), revision: 2, how: 'trial', form: 'tasks', state: 'done', areaFa: 'شهر نمونه', areaEn: 'Sample Town',
  recordedAt: minutesOn(-60), startedAt: minutesOn(-60), endedAt: minutesOn(-59), regions: 1, regionsDone: 1, regionsFailed: 0, percent: 100,
  secondsLeft: null, mayStop: false,
  weights: { version: 1, travelPerKm: 10, waitingPerDay: 5, waitingDaysMost: 90, priorityStep: 100, newFace: 60, preferredSex: 80, loadStep: 8, unmatched: 10_000 },
  draftWeights: null, trial, own: null, wider: false, wide: null,
  ...change,
})

const weights = (name: string, role: string, change: (real: Weights) => Partial<Weights>, run?: Partial<Run>): State => ({
  name: `weights, ${name}`,
  role,
  path: '/staff/weights',
  given: async (page: Page) => {
    await answer(page, getWeights, (real) => ({ ...real, ...change(real) }))
    if (run !== undefined) await answer(page, getRun, () => runOf(run))
  },
})

const drafted = (name: string, change: Partial<Draft>, run?: Partial<Run>): State => weights(name, 'liaison', (real) => ({ drafts: [draftOf(real, change)] }), run)

const decided = weights('to be decided', 'administrator', (real) => ({
  drafts: [draftOf(real, { state: 'proposed', proposedAt: minutesOn(-50), told, own: false }), draftOf(real, { id: someId(4), state: 'proposed', proposedAt: minutesOn(-20), own: true })],
}))

const rule = {
  id: someId(6), revision: 1, name: 'بهزاد کریمی', recordedAt: minutesOn(-4_000), kinds: ['company', 'clinic'], withinKm: 5, until: minutesOn(20_000), sent: 7, lastAt: minutesOn(-90),
}

export const weightStates: readonly State[] = [
  drafted('a draft', {}),
  drafted('a trial under way', { trial: { run: someId(2), over: false } }, { state: 'running', regionsDone: 0, percent: 0, secondsLeft: 40, trial: null, endedAt: null }),
  drafted('a draft that was tried', { trial: { run: someId(2), over: true } }, {}),
  drafted('a draft that waits', { state: 'proposed', proposedAt: minutesOn(-50), trial: { run: someId(2), over: true }, told }, {}),
  weights('refused, and earlier ones', 'liaison', ({ inForce }) => ({
    drafts: [],
    refused: { reason: 'راه همیاران روستا دو برابر می‌شود', at: minutesOn(-2_000) },
    past: [{ ...inForce, since: minutesOn(-90_000), until: minutesOn(-9_000), reason: 'نیازهای قدیمی' }],
  })),
  decided,
  {
    ...decided,
    name: 'weights, why they are refused',
    reach: async (page, language) => {
      await page.getByRole('button', { name: say(weightsWords, language).refuse }).first().click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'standing rule, set',
    role: 'liaison',
    path: '/staff/nightly',
    given: (page) => answer(page, getStandingRule, (real) => ({ ...real, rule: null })),
    reach: async (page, language) => {
      await page.getByRole('button', { name: say(standingWords, language).set }).click()
      await page.getByRole('dialog').getByRole('checkbox').first().check()
    },
  },
  {
    name: 'standing rule, holds',
    role: 'liaison',
    path: '/staff/nightly',
    given: (page) => answer(page, getStandingRule, (real) => ({ ...real, rule })),
  },
]
