import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { draftRelease, getRelease, listHidden, listReleases, signRelease, withdrawRelease, type ReleaseId } from './contract.ts'
import { listReleaseDays } from '#domains/observatory/results/contract.ts'
import { autumn, factsOf, record, textOfFile } from './releases.fixture.ts'
import { csvRows } from './read-back.ts'
import { rebuildRelease, verifyRelease } from './verify.ts'
import { inThisThread, type Threads } from '#platform/threads/index.ts'
import { makeRelease } from './work.ts'

let house: TestHouse
let shiva: Visitor
let kian: Visitor
beforeEach(async () => {
  house = await openTestHouse()
  shiva = await house.as('statistician')
  kian = await house.as('otherStatistician')
})
afterEach(() => house.close())

/** In minutes. It is 30 Aban: 40 days later autumn is over, and its numbers go out on 25 Dey. */
const DAY = 24 * 60
const AUTUMN = 'P1405-Q3'

const draft = async (body: Parameters<typeof shiva.send<typeof draftRelease>>[1]['body'] = { plan: 'needs' }) => await shiva.send(draftRelease, { body })
const detail = async (release: ReleaseId) => (await shiva.send(getRelease, { params: { release } })).answer
const sign = async (release: ReleaseId, who = kian) => who.send(signRelease, { params: { release }, body: { revision: (await detail(release)).revision } })

const made = async () => {
  await record(house, factsOf(autumn))
  house.clock.advance(40 * DAY)
  const { answer } = await draft()
  await house.jobs()
  return answer.release
}
const out = async () => {
  const release = await made()
  expect(await sign(release)).toMatchObject({ status: 200 })
  house.clock.advance(30 * DAY)
  return release
}

const get = async (url: string, headers: Record<string, string> = {}) => await house.server.inject({ method: 'GET', url, headers })
const numbersOf = async (search = '') => {
  const { body, statusCode } = await get(`/api/sdmx/data/dataflow/HAMYAR/NEEDS/*/*${search}`, { accept: 'application/vnd.sdmx.data+csv;version=2.1.0' })
  expect(statusCode, body).toBe(200)
  const [header = [], ...rows] = csvRows(body)
  const at = (name: string) => header.indexOf(name)
  return Object.fromEntries(rows.map((row) => [['INDICATOR', 'REF_AREA', 'KIND', 'PERIOD'].map((name) => row[at(name)]).join(' '), row[at('CONF_STATUS')] === 'C' ? 'hidden' : row[at('OBS_VALUE')]]))
}

describe('a release', () => {
  it('is protected, attacked, proven and written, and says so in counts', async () => {
    const release = await made()
    const told = await detail(release)
    expect(told.failure).toBeNull()
    expect(told).toMatchObject({ state: 'checked', number: 1, scheduled: true, releasesAt: '2027-01-15T05:30:00.000Z', out: false, notSigned: 'own', mayWithdraw: true })
    expect(told.parts.every(({ attack }) => attack !== null && attack.unsafe === 0)).toBe(true)
    expect(told.parts.reduce((sum, { attack }) => sum + (attack?.targets ?? 0), 0)).toBeGreaterThan(3)
    const { answer: hidden } = await shiva.send(listHidden, { params: { release }, query: {} })
    expect(hidden.total).toBe(told.parts.reduce((sum, { few, wholeRows, cover, earlier }) => sum + few + wholeRows + cover + earlier, 0))
    expect(hidden.cells).toContainEqual(expect.objectContaining({ placeEn: 'Province One', groupEn: 'Small repairs at home', period: AUTUMN, measureEn: 'Needs met, confirmed by the person', why: 'few' }))
    const { answer: covers } = await shiva.send(listHidden, { params: { release }, query: { why: 'cover' } })
    expect(covers.total).toBe(told.parts.reduce((sum, { cover }) => sum + cover, 0))
    const provinces = told.lost.find(({ measureEn, level, apart }) => measureEn === 'Needs met, confirmed by the person' && level === 'province' && apart)
    expect(provinces).toMatchObject({ hidden: expect.any(Number) as number, permille: expect.any(Number) as number })
    expect(told.lost.find(({ level, apart }) => level === 'country' && !apart)).toMatchObject({ hidden: 0, permille: 0 })
    expect(told.files.map(({ name }) => name.replace(/^.*-r1-[0-9a-f]{12}/, ''))).toEqual([
      '.fa.xlsx', '.fa.csv', '.fa.csv-metadata.json', '.fa.json-stat.json', '.en.xlsx', '.en.csv', '.en.csv-metadata.json', '.en.json-stat.json', '.parquet', '.sdmx.json', '.sdmx-structure.json', '.sdmx.csv',
    ])
  })

  it('is nobody’s before its moment and everybody’s from then on', async () => {
    const release = await made()
    const { files } = await detail(release)
    const closed = async () => {
      expect((await get('/api/sdmx/data/dataflow/HAMYAR/NEEDS/*/*')).statusCode).toBe(404)
      for (const name of [...files.map((file) => file.name), 'catalogue']) expect((await get(`/api/releases/${name}`)).statusCode).toBe(404)
    }
    await closed()
    expect(await sign(release)).toMatchObject({ status: 200 })
    await closed()
    house.clock.advance(30 * DAY)
    for (const { name, size } of files) expect((await get(`/api/releases/${name}`)).rawPayload.length).toBe(size)
    const catalogue = await get('/api/releases/catalogue')
    expect(catalogue.statusCode).toBe(200)
    for (const { name, sha256 } of files) expect([catalogue.body.includes(`/api/releases/${name}`), catalogue.body.includes(sha256)]).toEqual([true, true])
    const numbers = await numbersOf()
    expect(numbers).toMatchObject({ [`needs-met T TOTAL ${AUTUMN}`]: '128', [`needs-met-on-time T TOTAL ${AUTUMN}`]: '119', [`needs-met-on-time-share T TOTAL ${AUTUMN}`]: '93.0' })
    expect(numbers[`needs-met T-1 repair ${AUTUMN}`]).toBe('hidden')
    expect(numbers[`needs-met T-2 clinic ${AUTUMN}`]).toBe('hidden')
    expect(numbers[`needs-met T-1 lessons ${AUTUMN}`]).toBe('0')
  })
})

describe('checking again', () => {
  it('finds every hash and proof in order, and makes the same bytes from the facts', async () => {
    const release = await out()
    const verified = await verifyRelease(house.open.house, release)
    expect(verified).toMatchObject({ faults: [], files: 12 })
    expect(await rebuildRelease(house.open.house, release)).toMatchObject({ differ: [], files: 12, sameHash: true })
  })
})

describe('whoever is alone behind a number', () => {
  it('knows it, and can still not tell the number of their neighbours', async () => {
    // Ten of the nation in all: six of one person here, four people there. Each hides the other, but not from that one person.
    await record(house, factsOf([
      { county: 'T-1-1', kind: 'legal', many: 6, by: 'one' },
      { county: 'T-2-1', kind: 'legal', many: 4 },
    ]))
    const release = await out()
    const told = await detail(release)
    expect(told.failure).toBeNull()
    expect(told.parts.some(({ attack }) => (attack?.insiders ?? 0) > 0)).toBe(true)
    expect((await numbersOf())[`needs-recorded T legal ${AUTUMN}`]).toBe('hidden')
  })
})

describe('a long release', () => {
  it('is reckoned apart, so that the server goes on answering', async () => {
    await record(house, factsOf(autumn))
    house.clock.advance(40 * DAY)
    const { answer } = await draft()
    const asked = new Set<string>()
    const threads: Threads = {
      ...inThisThread,
      run: (task, given) => {
        asked.add(task.name)
        return inThisThread.run(task, given)
      },
    }
    await makeRelease({ ...house.open.house, threads }, answer.release)
    expect(await detail(answer.release)).toMatchObject({ state: 'checked' })
    expect([...asked].sort()).toEqual(['observatory.attack-part', 'observatory.protect-part', 'observatory.tell-part', 'observatory.write-release'])
  })

  it('that breaks says so and waits for nobody', async () => {
    await record(house, factsOf(autumn))
    house.clock.advance(40 * DAY)
    const { answer } = await draft()
    const threads: Threads = { ...inThisThread, run: () => Promise.reject(new TypeError('not a number')) }
    await expect(makeRelease({ ...house.open.house, threads }, answer.release)).rejects.toThrow('observatory.protect-part broke')
    expect(await detail(answer.release)).toMatchObject({ failure: { what: 'broken', cells: [] }, mayWithdraw: true })
  })
})

describe('a number that stays hidden', () => {
  it('is in no file, no answer and no manifest', async () => {
    // One person with 7919 needs: too few people behind it, and a number that stands nowhere else.
    await record(house, factsOf([{ county: 'T-2-1', kind: 'legal', many: 1, by: 'one' }]).map((fact) => ({ ...fact, quantity: 7919 })))
    const release = await out()
    const { files } = await detail(release)
    const texts = await Promise.all(files.map(async ({ name }) => textOfFile(name, (await get(`/api/releases/${name}`)).rawPayload)))
    texts.push((await get('/api/sdmx/data/dataflow/HAMYAR/NEEDS/*/*')).body, JSON.stringify(await house.look('select manifest, content from observatory.release')))
    for (const text of texts) expect(text).not.toContain('7919')
    expect((await numbersOf())[`needs-met T-2 legal ${AUTUMN}`]).toBe('hidden')
    expect(await verifyRelease(house.open.house, release)).toMatchObject({ faults: [] })
  })
})

describe('a correction', () => {
  const correct = async () => {
    const [{ id }] = await house.look<{ id: string }>(`select id from facts.fact where kind = 'casework.need-met' and subject = 'T-1-1 shopping 3 0'`) as [{ id: string }]
    const [fact] = factsOf([{ county: 'T-1-1', kind: 'shopping', many: 1 }]).slice(1) as [ReturnType<typeof factsOf>[number]]
    await record(house, [{ ...fact, subject: 'T-1-1 shopping 3 0', reverses: id }])
    house.clock.advance(2 * DAY)
    const at = new Date(house.clock.now().getTime() + 3_600_000).toISOString()
    const { answer } = await draft({ plan: 'needs', unscheduled: { reason: { fa: 'یک دیدار دوبار شمرده شده بود.', en: 'One visit had been counted twice.' }, at } })
    await house.jobs()
    return { release: answer.release, at }
  }

  it('is a second vintage with its reason and size; the first stays as it was', async () => {
    const first = await out()
    const before = await numbersOf()
    const { release, at } = await correct()
    const told = await detail(release)
    expect(told.failure).toBeNull()
    expect(told).toMatchObject({ number: 2, scheduled: false, state: 'checked', changes: { of: 1, nowHidden: 0 } })
    expect(told.changes?.size).toContainEqual(expect.objectContaining({ measure: 'needs-met', measureEn: 'Needs met, confirmed by the person', period: AUTUMN, before: 128, now: 127 }))
    expect(await sign(release)).toMatchObject({ status: 200 })
    expect(await numbersOf()).toEqual(before)
    house.clock.advance(61)
    const after = await numbersOf()
    expect(after[`needs-met T-1 shopping ${AUTUMN}`]).toBe(before[`needs-met T-1 shopping ${AUTUMN}`] === 'hidden' ? 'hidden' : '16')
    expect(after[`needs-met T TOTAL ${AUTUMN}`]).toBe('127')
    const hidden = (numbers: Record<string, string | undefined>) => Object.keys(numbers).filter((name) => numbers[name] === 'hidden').sort()
    expect(hidden(after)).toEqual(hidden(before))
    expect(await numbersOf(`?asOf=${new Date(Date.parse(at) - 1000).toISOString().slice(0, 19)}Z`)).toEqual(before)
    for (const one of [first, release]) {
      expect(await verifyRelease(house.open.house, one)).toMatchObject({ faults: [] })
      expect(await rebuildRelease(house.open.house, one)).toMatchObject({ differ: [], sameHash: true })
    }
  })
})

describe('signing', () => {
  it('takes a second person', async () => {
    const release = await made()
    expect(await sign(release, shiva)).toMatchObject({ problem: 'observatory.release-own' })
    expect(await sign(release, kian)).toMatchObject({ status: 200 })
    expect(await sign(release, kian)).toMatchObject({ problem: 'observatory.release-not-checked' })
  })

  it('is too late on the moment itself', async () => {
    const release = await made()
    house.clock.advance(20 * DAY)
    expect(await sign(release)).toMatchObject({ problem: 'observatory.release-day-passed' })
  })

  it('comes after checking, never before', async () => {
    house.clock.advance(40 * DAY)
    const { answer } = await draft()
    expect(await sign(answer.release)).toMatchObject({ problem: 'observatory.release-not-checked' })
  })
})

describe('the calendar of releases', () => {
  it('refuses a release off its day, and a second one beside it', async () => {
    expect(await draft()).toMatchObject({ problem: 'observatory.release-off-its-day' })
    expect(await draft({ plan: 'nothing' })).toMatchObject({ problem: 'observatory.plan-unknown' })
    house.clock.advance(40 * DAY)
    expect(await draft()).toMatchObject({ status: 200 })
    expect(await draft()).toMatchObject({ problem: 'observatory.release-in-work' })
  })

  it('leaves out what was not counted from its first day', async () => {
    await house.look(`insert into platform.setting values ('counted-since', '"2026-06-22"')`)
    const release = await made()
    expect((await detail(release)).periods).toEqual(['P1405-Q2', AUTUMN])
    const { answer } = await house.stranger().send(listReleaseDays, {})
    expect(answer.coming[0]).toMatchObject({ period: AUTUMN, alsoRevised: 1 })
  })

  it('begins with the first period that is counted whole', async () => {
    await house.look(`insert into platform.setting values ('counted-since', '"2026-10-01"')`)
    house.clock.advance(40 * DAY)
    expect(await draft()).toMatchObject({ problem: 'observatory.release-not-counted' })
    const { answer } = await shiva.send(listReleases, {})
    expect(answer.plans[0]?.coming[0]).toMatchObject({ period: 'P1405-Q4', start: '2026-12-22' })
    expect((await house.stranger().send(listReleaseDays, {})).answer.coming[0]).toMatchObject({ period: 'P1405-Q4', alsoRevised: 0 })
  })

  it('says of a demonstration’s numbers, and of no others, that nobody is behind them', async () => {
    const isSynthetic = async (release: string) =>
      (await house.look<{ frozen: { synthetic: boolean } }>('select frozen from observatory.release where id = $1', [release]))[0]?.frozen.synthetic
    await house.look(`insert into platform.setting values ('demonstration', 'false')`)
    house.clock.advance(40 * DAY)
    const { answer: real } = await draft()
    expect(await isSynthetic(real.release)).toBe(false)
    await shiva.send(withdrawRelease, { params: { release: real.release }, body: { revision: (await detail(real.release)).revision } })
    await house.look(`update platform.setting set value = 'true' where name = 'demonstration'`)
    expect(await isSynthetic((await draft()).answer.release)).toBe(true)
  })

  it('lets go before its moment and not after', async () => {
    const release = await made()
    await sign(release)
    const withdraw = async () => shiva.send(withdrawRelease, { params: { release }, body: { revision: (await detail(release)).revision } })
    house.clock.advance(30 * DAY)
    expect(await withdraw()).toMatchObject({ problem: 'observatory.release-out' })
    const { answer } = await shiva.send(listReleases, {})
    expect(answer.releases).toMatchObject([{ state: 'released', out: true }])
  })
})
