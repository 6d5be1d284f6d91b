import type { Page } from 'playwright-core'
import { getRun, listLeft, listRuns, type Summary } from '#domains/matching/runs/contract.ts'
import { say } from '#platform/words/index.ts'
import type { ReceivedOf } from '#platform/contract/index.ts'
import { boardWords } from '#web/coordination/board/words.ts'
import { nightlyWords } from '#web/coordination/nightly-words.ts'
import { answer, minutesOn, someId, type State } from './answer.ts'

type Run = ReceivedOf<typeof getRun>

const own: Summary = {
  needs: 42,
  matched: 31,
  left: 0,
  unmatched: [{ reason: 'same-sex', needs: 5 }, { reason: 'availability', needs: 3 }, { reason: 'second', needs: 2 }, { reason: 'nobody', needs: 1 }],
  primal: 130_204,
  dual: 130_204,
  before: [{ carried: 0, volunteers: 61 }, { carried: 1, volunteers: 40 }, { carried: 2, volunteers: 12 }, { carried: 4, volunteers: 2 }],
  after: [{ carried: 0, volunteers: 40 }, { carried: 1, volunteers: 52 }, { carried: 2, volunteers: 19 }, { carried: 3, volunteers: 2 }, { carried: 4, volunteers: 2 }],
  ours: { matched: 31, waitingDays: 88, travelKm: 96 },
  greedy: { matched: 27, waitingDays: 145, travelKm: 71 },
  same: 17,
  newly: 9,
  changed: 4,
  dropped: 1,
}

const done = (): Run => ({
  id: someId(1),
  revision: 2,
  how: 'night',
  form: 'tasks',
  state: 'done',
  areaFa: 'سرزمین نمونه',
  areaEn: 'Sample Land',
  recordedAt: minutesOn(-420),
  startedAt: minutesOn(-420),
  endedAt: minutesOn(-409),
  regions: 31,
  regionsDone: 31,
  regionsFailed: 0,
  percent: 100,
  secondsLeft: null,
  mayStop: false,
  weights: { version: 1, travelPerKm: 10, waitingPerDay: 5, waitingDaysMost: 90, priorityStep: 100, newFace: 60, preferredSex: 80, loadStep: 8, unmatched: 10_000 },
  draftWeights: null,
  trial: null,
  own,
  wider: true,
  wide: { needs: 4_210, matched: 3_977, unmatched: [{ reason: 'capacity', needs: 140 }, { reason: 'travel', needs: 61 }, { reason: 'other', needs: 32 }], proven: true, newly: 900, changed: 310, dropped: null },
})

const runsAre = async (page: Page, change: Partial<Run>): Promise<void> => {
  const run = { ...done(), ...change }
  const before = (['cancelled', 'done', 'failed'] as const).map((state, at) => ({ ...done(), id: someId(at + 2), state, startedAt: minutesOn(-1_440 * (at + 1)) }))
  await answer(page, listRuns, (real) => ({ ...real, runs: [run, ...before] }))
  await answer(page, getRun, () => run)
  const place = { areaFa: 'شهر نمونه', areaEn: 'Sample Town', from: minutesOn(2_880) }
  await answer(page, listLeft, () => ({
    left: [
      { ...place, kind: 'home-visit', pair: false, short: false, relax: { requirements: ['same-sex'], candidates: 4 } },
      { ...place, kind: 'home-visit', pair: true, short: true, relax: { requirements: ['availability', 'travel'], candidates: 1 } },
      { ...place, kind: 'home-visit', pair: false, short: false, relax: null },
    ],
    more: 8,
  }))
}

const nightly = (name: string, change: Partial<Run>): State => ({
  name: `nightly, ${name}`,
  role: 'liaison',
  path: '/staff/nightly',
  given: (page) => runsAre(page, change),
})

export const nightlyStates: readonly State[] = [
  nightly('done', {}),
  nightly('running', { state: 'running', regionsDone: 12, percent: 40, secondsLeft: 260, mayStop: true, wide: null, endedAt: null }),
  nightly('planned', { state: 'planned', regionsDone: 0, percent: 0, own: null, wider: false, wide: null, startedAt: null, endedAt: null }),
  nightly('cancelled', { state: 'cancelled', regionsDone: 3, wide: null }),
  nightly('failed', { state: 'failed', regionsFailed: 1 }),
  nightly('lost', { state: 'failed', own: null, wider: false, wide: null }),
  {
    name: 'nightly, nothing yet',
    role: 'liaison',
    path: '/staff/nightly',
    given: async (page) => await answer(page, listRuns, (real) => ({ ...real, runs: [] })),
  },
  {
    name: 'nightly, several to release',
    role: 'liaison',
    path: '/staff/board',
    reach: async (page, language) => {
      const [board, t] = [say(boardWords, language), say(nightlyWords, language)]
      await page.getByRole('button', { name: board.compute }).click()
      await page.getByRole('status').filter({ hasText: board.nothingSent }).waitFor()
      await page.getByRole('link', { name: t.tab }).first().click()
      const ready = page.getByRole('group', { name: t.ready })
      await ready.getByRole('checkbox').first().waitFor()
      await ready.getByRole('checkbox').first().check()
      await ready.getByRole('checkbox').nth(1).check()
    },
  },
]
