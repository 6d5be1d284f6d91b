import { describe, expect, it } from 'vitest'
import { breaches, breachesOf, habits } from './habits.ts'
import { root } from './planted.ts'

const wrong: readonly (readonly [habit: string, file: string, text: string])[] = [
  ['time is injected', 'domains/visits/commands.ts', 'const now = new Date()'],
  ['time is injected', 'platform/jobs/index.ts', 'const late = due < Date.now()'],
  ['only its pack knows a country', 'domains/network/queries.ts', "const zone = 'Asia/Tehran'"],
  ['only its pack knows a country', 'web/public/ask.tsx', '<p>در سراسر ایران</p>'],
  ['only its pack knows a country', 'platform/messages/carry.ts', "const to = '+98' + number"],
  ['a rule is obeyed or changed, not switched off', 'domains/visits/store.ts', '// oxlint-disable-next-line no-console'],
]

const right: readonly (readonly [file: string, text: string])[] = [
  ['domains/visits/commands.ts', 'const from = new Date(visit.from)'],
  ['platform/clock/index.ts', 'export const systemClock = { now: () => new Date() }'],
  ['engines/calendar/zone.ts', '// In Iran the clock went from 24:00 to 1:00 until 1401.'],
  ['countries/iran/index.ts', "export const zone = 'Asia/Tehran'"],
  ['domains/visits/visits.pg.test.ts', "const place = 'Tehran'"],
]

describe('the habits of the house', () => {
  it.each(wrong)('%s: seen in %s', (habit, file, text) => {
    expect(breaches(file, `\n${text}\n`)).toEqual([`${file}:2 ${habit}`])
  })

  it.each(right)('%s may say %s', (file, text) => {
    expect(breaches(file, text)).toEqual([])
  })

  it('has no habit that was not seen to bite', () => {
    expect(habits.map(({ name }) => name).filter((name) => !wrong.some(([habit]) => habit === name))).toEqual([])
  })

  it('are kept everywhere', () => {
    expect(breachesOf(root)).toEqual([])
  })
})
