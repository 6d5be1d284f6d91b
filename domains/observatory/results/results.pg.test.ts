import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { draftRelease, getRelease, signRelease } from '#domains/observatory/releases/contract.ts'
import { csvRows } from '#domains/observatory/releases/read-back.ts'
import { autumn, factsOf, record } from '#domains/observatory/releases/releases.fixture.ts'
import { getMap, getResult, listReleaseDays, listResults } from './contract.ts'

let house: TestHouse
let anybody: Visitor
let shiva: Visitor
let kian: Visitor

/** In minutes. It is 30 Aban: 40 days later autumn is over, and its numbers go out on 25 Dey. */
const DAY = 24 * 60
const AUTUMN = 'P1405-Q3'

const made = async (body: { plan: string; unscheduled?: { reason: { fa: string; en: string }; at: string } }) => {
  const { answer } = await shiva.send(draftRelease, { body })
  await house.jobs()
  return answer.release
}
const sign = async (release: Awaited<ReturnType<typeof made>>) => {
  const { revision } = (await shiva.send(getRelease, { params: { release } })).answer
  expect(await kian.send(signRelease, { params: { release }, body: { revision } })).toMatchObject({ status: 200 })
}
const listed = async (who = anybody) => (await who.send(listResults, {})).answer
const shown = async (query: Partial<Parameters<typeof anybody.send<typeof getResult>>[1]['query']> = {}) =>
  await anybody.send(getResult, { query: { dataset: 'NEEDS', indicator: 'needs-met', ...query } })

beforeAll(async () => {
  house = await openTestHouse()
  anybody = house.stranger()
  shiva = await house.as('statistician')
  kian = await house.as('otherStatistician')
  await record(house, factsOf(autumn))
  house.clock.advance(40 * DAY)
})
afterAll(() => house.close())

describe('before the first day of release', () => {
  it('says that nothing is out, and which day comes', async () => {
    expect(await listed()).toEqual({ releases: [], headline: null, indicators: [] })
    expect(await shown()).toMatchObject({ problem: 'record.not-found' })
    const { coming, past } = (await anybody.send(listReleaseDays, {})).answer
    expect(past).toEqual([])
    expect(coming[0]).toMatchObject({ plan: 'needs', period: AUTUMN, at: '2027-01-15T05:30:00.000Z', alsoRevised: 3 })
    expect(coming.map(({ at }) => at)).toEqual(coming.map(({ at }) => at).toSorted())
  })

  it('shows nobody a signed release early, and not those who signed it either', async () => {
    await sign(await made({ plan: 'needs' }))
    for (const who of [anybody, shiva, kian]) expect((await listed(who)).releases).toEqual([])
    expect((await kian.send(getResult, { query: { dataset: 'NEEDS', indicator: 'needs-met' } })).problem).toBe('record.not-found')
    house.clock.advance(20 * DAY)
    expect((await listed()).releases).toHaveLength(1)
  })
})

describe('what has been released', () => {
  it('begins with needs met on time as the person confirmed, and the share beside it', async () => {
    const { headline, indicators, releases } = await listed()
    expect(headline).toMatchObject({
      dataset: 'NEEDS',
      period: AUTUMN,
      onTime: { state: 'value', value: 119 },
      share: { state: 'value', value: 93 },
      before: { period: 'P1405-Q2', cell: { state: 'value', value: 0 } },
    })
    expect(indicators.map(({ indicator }) => indicator)).toEqual(['needs-met-on-time', 'needs-met', 'needs-recorded', 'needs-met-on-time-share'])
    expect(releases).toMatchObject([{ dataset: 'NEEDS', number: 1, scheduled: true, revises: null, synthetic: false }])
  })

  it('is told by period, place and group; a hidden cell has no number', async () => {
    const { answer } = await shown({ place: 'T-1' })
    expect(answer.within.map(({ code }) => code)).toEqual(['T'])
    const kinds = answer.groups.find(({ dimension }) => dimension === 'KIND')?.codes ?? []
    expect(kinds.find(({ code }) => code === 'repair')?.cell).toEqual({ state: 'hidden' })
    expect(kinds.find(({ code }) => code === 'lessons')?.cell).toEqual({ state: 'value', value: 0 })
    expect(answer.periods.at(-1)).toMatchObject({ period: AUTUMN, start: '2026-09-23', end: '2026-12-21', before: null })
    const nation = (await shown()).answer
    expect(nation.places.map(({ code, hasPlaces }) => [code, hasPlaces])).toEqual([['T-1', false], ['T-2', false]])
    expect(nation.periods.at(-1)?.completeness?.expected).toBeGreaterThan(0)
    expect((await shown({ group: 'KIND.repair', place: 'T-1' })).answer).toMatchObject({ group: { code: 'KIND.repair' }, periods: [{}, {}, {}, { cell: { state: 'hidden' } }] })
  })

  it('comes with the definition it was made by', async () => {
    expect((await shown()).answer).toMatchObject({ version: '1.0.0', unit: { id: 'NEED' }, definition: { share: null, reason: expect.any(String) } })
    expect((await shown({ indicator: 'needs-met-on-time-share' })).answer.definition.share).toMatchObject({
      partEn: 'Needs met on time, confirmed by the person',
      wholeEn: 'Needs met, confirmed by the person',
    })
  })

  it('is what the files and the call for programs say', async () => {
    const { answer } = await shown({ place: 'T-1' })
    expect(answer.files.length).toBe(12)
    for (const { address, size } of answer.files) expect((await house.server.inject(address)).rawPayload.length).toBe(size)
    const reply = await house.server.inject({ url: answer.call, headers: { accept: 'application/vnd.sdmx.data+csv;version=2.1.0' } })
    const [header = [], ...rows] = csvRows(reply.body)
    const at = (row: readonly string[], name: string) => row[header.indexOf(name)]
    const total = rows.find((row) => at(row, 'KIND') === 'TOTAL' && at(row, 'PERIOD') === AUTUMN) ?? []
    expect([at(total, 'INDICATOR'), at(total, 'REF_AREA'), at(total, 'OBS_VALUE')]).toEqual(['needs-met', 'T-1', String(answer.periods.at(-1)?.cell.state === 'value' ? 72 : '')])
  })

  it('names nothing that was not released', async () => {
    expect((await shown({ indicator: 'persons-helped' })).fields).toMatchObject([{ field: 'query.indicator', code: 'not-in-list' }])
    expect((await shown({ place: 'T-9' })).problem).toBe('observatory.result-unknown')
    expect((await shown({ vintage: 7 })).fields).toMatchObject([{ field: 'query.vintage', code: 'not-in-list' }])
    expect((await shown({ period: 'P1390-Q1' })).fields).toMatchObject([{ field: 'query.period', code: 'not-in-list' }])
    expect((await shown({ group: 'SEX.FEMALE' })).problem).toBe('observatory.result-unknown')
    expect((await shown({ group: 'KIND.nothing' })).problem).toBe('observatory.result-unknown')
  })
})

describe('a correction', () => {
  it('stands beside what was said before, with its reason; the vintage before stays', async () => {
    const [{ id }] = await house.look<{ id: string }>(`select id from facts.fact where kind = 'casework.need-met' and subject = 'T-1-1 shopping 3 0'`) as [{ id: string }]
    const [fact] = factsOf([{ county: 'T-1-1', kind: 'shopping', many: 1 }]).slice(1) as [ReturnType<typeof factsOf>[number]]
    await record(house, [{ ...fact, subject: 'T-1-1 shopping 3 0', reverses: id }])
    house.clock.advance(2 * DAY)
    const at = new Date(house.clock.now().getTime() + 3_600_000).toISOString()
    await sign(await made({ plan: 'needs', unscheduled: { reason: { fa: 'یک دیدار دوبار شمرده شده بود.', en: 'One visit had been counted twice.' }, at } }))
    house.clock.advance(61)

    const { answer } = await shown()
    expect(answer.periods.at(-1)).toMatchObject({ cell: { state: 'value', value: 127 }, before: { state: 'value', value: 128 } })
    expect(answer.vintages.map(({ number, scheduled, said }) => [number, scheduled, said.at(-1)?.cell])).toEqual([
      [2, false, { state: 'value', value: 127 }],
      [1, true, { state: 'value', value: 128 }],
    ])
    expect(answer.release.revises).toMatchObject({ number: 1, reasonEn: 'One visit had been counted twice.' })
    expect(answer.release.revises?.size).toContainEqual(expect.objectContaining({ indicator: 'needs-met', nameEn: 'Needs met, confirmed by the person', before: 128, now: 127 }))
    const first = (await shown({ vintage: 1 })).answer
    expect(first.periods.at(-1)).toMatchObject({ cell: { state: 'value', value: 128 }, before: null })
    expect((await listed()).releases.map(({ number }) => number)).toEqual([2, 1])
    const { past } = (await anybody.send(listReleaseDays, {})).answer
    expect(past.map(({ number, scheduled }) => [number, scheduled])).toEqual([[2, false], [1, true]])
  })
})

describe('the map', () => {
  it('draws what lies in a place from the points of its counties', async () => {
    const nation = (await anybody.send(getMap, { query: {} })).answer
    expect(nation.areas.map(({ code }) => code)).toEqual(['T-1', 'T-2'])
    expect(nation.areas.every(({ fill, edge }) => fill.startsWith('M') && edge.startsWith('M'))).toBe(true)
    const province = (await anybody.send(getMap, { query: { within: 'T-1' } })).answer
    expect(province.areas.map(({ code }) => code)).toEqual(['T-1-1'])
    expect((await anybody.send(getMap, { query: { within: 'T-1-1' } })).answer.areas).toEqual([])
    expect(await anybody.send(getMap, { query: { within: 'T-9' } })).toMatchObject({ problem: 'observatory.place-unknown' })
  })
})
