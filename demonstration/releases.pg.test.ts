import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, people, type Name, type TestHouse } from '#apps/testing/index.ts'
import { appointmentOf } from '#apps/testing/world.ts'
import { needMet } from '#domains/casework/facts.ts'
import { findPlan, rebuildRelease, verifyRelease } from '#domains/observatory/index.ts'
import { draftRelease, listReleases } from '#domains/observatory/releases/contract.ts'
import { csvRows } from '#domains/observatory/releases/read-back.ts'
import { factsOf, record } from '#domains/observatory/releases/releases.fixture.ts'
import { listResults } from '#domains/observatory/results/contract.ts'
import type { Fact } from '#platform/facts/index.ts'
import { releaseDaysOf } from './release-days.ts'
import { goOnReleasing, SETTING, type ReleasesToMake } from './releases.ts'

const plan = findPlan('needs')!
const signing = (name: Name) => ({ account: people[name].account, appointment: appointmentOf(name) })

let house: TestHouse
let told: ReleasesToMake
beforeEach(async () => {
  house = await openTestHouse()
  const now = house.clock.now()
  const { days, mistake } = releaseDaysOf(plan, now, 'Asia/Tehran')
  told = { plan: plan.id, makes: signing('statistician'), signs: signing('otherStatistician'), days }
  house.clock.set('2026-06-20T08:00:00Z')
  await record(house, factsOf([
    { county: 'T-1-1', kind: 'company', many: 31, on: '2026-05-10' },
    { county: 'T-1-1', kind: 'shopping', many: 17, on: '2026-05-10' },
    { county: 'T-2-1', kind: 'company', many: 23, on: '2026-05-10' },
    { county: 'T-2-1', kind: 'shopping', many: 3, on: '2026-05-10' },
  ]))
  // Nine of them came late, as is found out when the numbers are out.
  house.clock.set(mistake.corrected)
  const wrong = await house.look<{ id: string; home: number; unit: string; place: string; subject: string; source: string; dimensions: Record<string, string> }>(
    `select id, home, unit, place, subject, source, dimensions from facts.fact where kind = 'casework.need-met' and dimensions ->> 'kind' = 'company' order by place, id limit 9`,
  )
  await record(house, wrong.flatMap(({ id, dimensions, ...fact }): Fact[] => {
    const base = { ...fact, kind: needMet, on: '2026-05-10', quantity: 1 }
    return [{ ...base, dimensions, reverses: id }, { ...base, dimensions: { ...dimensions, onTime: 'no' } }]
  }))
  house.clock.set('2026-09-10T08:00:00Z')
  await record(house, factsOf([
    { county: 'T-1-1', kind: 'company', many: 40, on: '2026-08-10' },
    { county: 'T-1-1', kind: 'shopping', many: 12, on: '2026-08-10' },
    { county: 'T-2-1', kind: 'company', many: 28, on: '2026-08-10' },
    { county: 'T-2-1', kind: 'shopping', many: 11, on: '2026-08-10' },
  ]))
  house.clock.set(now)
  await house.look(
    `insert into platform.setting values ('demonstration', 'true'), ('counted-since', '"2026-03-01"'), ($1, $2::jsonb)`, [SETTING, JSON.stringify(told)],
  )
})
afterEach(() => house.close())

const releases = async () => (await (await house.as('statistician')).send(listReleases, {})).answer.releases

const onTimeAsOf = async (moment?: string): Promise<string | undefined> => {
  const { body } = await house.server.inject({
    url: `/api/sdmx/data/dataflow/HAMYAR/NEEDS/*/*${moment === undefined ? '' : `?asOf=${encodeURIComponent(moment)}`}`,
    headers: { accept: 'application/vnd.sdmx.data+csv;version=2.1.0' },
  })
  const [header = [], ...rows] = csvRows(body)
  const at = (name: string) => header.indexOf(name)
  return rows.find((row) => ['INDICATOR', 'REF_AREA', 'KIND', 'PERIOD'].map((name) => row[at(name)]).join(' ') === 'needs-met-on-time T TOTAL P1405-Q1')?.[at('OBS_VALUE')]
}

describe('the demonstration’s releases', () => {
  it('are made and signed by its two statisticians, on days that were, with a correction that says why', async () => {
    await goOnReleasing(house.open.house)
    await house.jobs()
    const made = (await releases()).toReversed()
    expect(made.map(({ number, state, out, scheduled, periods, revises }) => ({ number, state, out, scheduled, periods, of: revises?.of }))).toEqual([
      { number: 1, state: 'released', out: true, scheduled: true, periods: ['P1405-Q1'], of: undefined },
      { number: 2, state: 'released', out: true, scheduled: false, periods: ['P1405-Q1'], of: 1 },
      { number: 3, state: 'released', out: true, scheduled: true, periods: ['P1405-Q1', 'P1405-Q2'], of: 2 },
    ])
    expect(made.map(({ releasesAt }) => releasesAt)).toEqual(told.days.map(({ out }) => out))
    const signed = await house.look<{ made: string; signed: string }>('select recorded_by as made, signed_by as signed from observatory.release')
    expect(new Set(signed.map((one) => `${one.made} ${one.signed}`))).toEqual(new Set([`${people.statistician.account} ${people.otherStatistician.account}`]))
    expect([await onTimeAsOf('2026-07-20T00:00:00Z'), await onTimeAsOf('2026-09-01T00:00:00Z'), await onTimeAsOf()]).toEqual(['74', '65', '65'])

    const { answer: shown } = await house.stranger().send(listResults, {})
    expect(shown.headline).toMatchObject({ period: 'P1405-Q2', onTime: { state: 'value', value: 91 } })
    expect(shown.releases[1]?.revises).toMatchObject({ number: 1, reasonFa: told.days[1]?.reason?.fa, size: [{ indicator: 'needs-met-on-time', period: 'P1405-Q1', before: 74, now: 65 }] })
    // Nobody wrote a reason for the third, and nothing of before moved: it does not say that something had come late.
    expect(shown.releases[0]?.revises).toMatchObject({ number: 2, reasonEn: 'A new period was added; no national number of an earlier one changed.', size: [] })
    for (const { release } of made) {
      expect(await verifyRelease(house.open.house, release)).toMatchObject({ faults: [] })
      expect(await rebuildRelease(house.open.house, release)).toMatchObject({ differ: [], sameHash: true })
    }
  })

  it('go on where they were cut off, and are made once', async () => {
    await goOnReleasing(house.open.house)
    await house.job('demonstration.release')
    await house.job('demonstration.release')
    expect(await releases()).toMatchObject([{ number: 1, state: 'draft' }])
    await house.jobs()
    await goOnReleasing(house.open.house)
    await house.jobs()
    expect((await releases()).map(({ number }) => number)).toEqual([3, 2, 1])
  })

  it('leave it to whoever has begun to release', async () => {
    house.clock.advance(40 * 24 * 60)
    const shiva = await house.as('statistician')
    expect(await shiva.send(draftRelease, { body: { plan: 'needs' } })).toMatchObject({ status: 200 })
    await goOnReleasing(house.open.house)
    await house.jobs()
    expect(await releases()).toMatchObject([{ number: 1, state: 'checked', mine: true }])
  })

  it('are none where the house is not a demonstration', async () => {
    await house.look('delete from platform.setting')
    await goOnReleasing(house.open.house)
    await house.job('demonstration.release')
    expect(await releases()).toEqual([])
  })
})
