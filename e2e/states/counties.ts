import type { Page } from 'playwright-core'
import { listCounties, type County } from '#domains/matching/counties/contract.ts'
import { say } from '#platform/words/index.ts'
import { countiesWords } from '#web/coordination/counties-words.ts'
import { answer, minutesOn, type State } from './answer.ts'

type Figures = NonNullable<County['figures']>

const skill = (code: string, needs: number, unmatched: number | null, price: number, how: 'recruit' | 'train'): Figures['lacks'][number] => ({ what: 'skill', code, needs, unmatched, price, how })

const figuresOf = (at: number, code: string): Figures => ({
  at: minutesOn(-400),
  loads: [0, 1, 2, 3, 4].map((carried) => ({ carried, count: carried > 2 && at % 2 === 1 ? null : Math.round((180 - 9 * at) / (1 + carried)) })),
  idle: [{ skill: code, count: 12 + at }, { skill: 'none', count: at % 3 === 0 ? null : 40 + at }],
  waiting: at % 4 === 0 ? null : 8 + 3 * at,
  longestDays: at % 4 === 0 ? null : 21 + at,
  lacks: at > 6 ? [] : [skill(code, 30 - at, at === 2 ? null : 9 - at, 30_000 - 4_000 * at, at % 3 === 1 ? 'train' : 'recruit'), { ...skill('company', 12, 0, 900 - 50 * at, 'recruit'), what: 'kind' }],
})

const afterARun = (page: Page): Promise<void> =>
  answer(page, listCounties, ({ counties, skills }) => ({
    skills,
    counties: counties.map((county, at) => ({ ...county, figures: at % 3 === 0 && at < 36 ? figuresOf(at / 3, skills[(at / 3) % skills.length]?.code ?? 'none') : null })),
  }))

const view = (name: string, word?: 'viewLoads' | 'viewIdle' | 'viewWaits'): State => ({
  name: `counties, ${name}`,
  role: 'liaison',
  path: '/staff/counties',
  given: afterARun,
  reach: async (page, language) => {
    if (word !== undefined) await page.getByText(say(countiesWords, language)[word], { exact: true }).click()
  },
})

export const countyStates: readonly State[] = [
  view('where to recruit'),
  view('load', 'viewLoads'),
  view('who is idle', 'viewIdle'),
  view('waits', 'viewWaits'),
  {
    name: 'counties, no run yet',
    role: 'liaison',
    path: '/staff/counties',
    given: (page) => answer(page, listCounties, (real) => ({ ...real, counties: real.counties.map((county) => ({ ...county, figures: null })) })),
  },
  {
    name: 'counties, nothing is lacking',
    role: 'director',
    path: '/staff/counties',
    given: (page) => answer(page, listCounties, (real) => ({ ...real, counties: real.counties.map((county, at) => ({ ...county, figures: { ...figuresOf(at, 'none'), lacks: [] } })) })),
  },
]
