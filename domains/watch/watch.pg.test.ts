import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ADDRESS, approve, arrange, company, offerToTwo, offerToVolunteer, VISIT_FROM } from '#apps/testing/chain.ts'
import { openTestHouse, phoneOf, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { saveDuty } from '#domains/duty/contract.ts'
import { arrive, reportVisit } from '#domains/visits/contract.ts'
import { createLog } from '#platform/log/index.ts'
import { allRight, listOverdue, reached } from './contract.ts'

const AGENCY_LINE = '+989990000077'
const ON_DUTY = '+989990000071'

let house: TestHouse

interface Visit {
  readonly mehri: Visitor
  readonly bahar: Visitor
  readonly sara: Visitor
  readonly params: { readonly visit: never }
}
let visit: Visit

const minutesAfterStart = (minutes: number) => house.clock.set(new Date(Date.parse(VISIT_FROM) + minutes * 60_000).toISOString())

/** A visit of three hours, arranged, on a fresh house. */
const arranged = async (): Promise<Visit> => {
  house = await openTestHouse(createLog('error'), { onCall: AGENCY_LINE })
  const parvin = await house.as('parvin')
  await parvin.send(saveDuty, { body: { revision: 0, contacts: [{ name: 'کشیک', phone: ON_DUTY }] } })
  const walked = await arrange(house)
  const taken = await offerToVolunteer(house, walked.behzad)
  await approve(house, walked.person, walked.code)
  return { mehri: taken.mehri, bahar: taken.bahar, sara: walked.sara, params: { visit: taken.visit.id as never } }
}

const told = async (): Promise<string[]> => {
  const rows = await house.look<{ home: number; recipient: Buffer }>(`select home, recipient from messages.outbox where purpose = 'watch' order by at, id`)
  return rows.map(({ home, recipient }) => house.keys.open(home, recipient))
}

const toldBy = async (work: () => Promise<unknown>): Promise<string[]> => {
  const before = (await told()).length
  await work()
  // At one instant they have no order of their own.
  return (await told()).slice(before).sort()
}

const at = (minutes: number) => async () => {
  minutesAfterStart(minutes)
  await house.jobs()
}

const overdueOf = async (visitor: Visitor) => (await visitor.send(listOverdue, {})).answer.overdue

describe('a volunteer who checked in at a door and is not heard of', () => {
  beforeAll(async () => {
    visit = await arranged()
    minutesAfterStart(10)
    await visit.mehri.send(arrive, { params: visit.params, body: {} })
    await house.jobs()
  })
  afterAll(() => house.close())

  it('is left in peace for the planned length of the visit and its grace', async () => {
    // Arrived ten minutes late: three hours, and twenty minutes of grace.
    expect(await toldBy(at(10 + 180 + 19))).toEqual([])
    expect(await overdueOf(visit.bahar)).toEqual([])
  })

  it('is asked, and the group’s coordinator is told', async () => {
    expect(await toldBy(at(10 + 180 + 20))).toEqual([phoneOf('bahar'), phoneOf('mehri')])
    expect(await overdueOf(visit.bahar)).toMatchObject([{ volunteerName: 'مهری سلیمی', volunteerPhone: phoneOf('mehri'), stage: 'buddy' }])
  })

  it('shows the centre who is overdue, without the address while it may be nothing', async () => {
    expect(await overdueOf(visit.sara)).toMatchObject([{ stage: 'buddy', address: null, personPhone: null }])
    expect(await overdueOf(await house.as('clerkOfB'))).toEqual([])
    expect(await overdueOf(await house.as('nasrin'))).toEqual([])
  })

  it('then whoever is on duty is told, and the address opens to the centre with a line in the trail, never to the group', async () => {
    expect(await toldBy(at(10 + 180 + 35))).toEqual([phoneOf('bahar'), ON_DUTY])
    expect(await overdueOf(visit.sara)).toMatchObject([{ stage: 'duty', address: ADDRESS }])
    expect(await overdueOf(visit.bahar)).toMatchObject([{ stage: 'duty', address: null, personPhone: null }])
    const trail = await house.look(`select 1 from audit.entry where act = 'watch.overdue' and details->>'opened' = 'address' and person is not null`)
    expect(trail).toHaveLength(1)
  })

  it('then the emergency plan begins, along the duty list until somebody reached them', async () => {
    expect(await toldBy(at(10 + 180 + 50))).toEqual([ON_DUTY])
    expect(await toldBy(at(10 + 180 + 65))).toEqual([AGENCY_LINE])
    expect((await visit.sara.send(listOverdue, {})).answer.plan.length).toBeGreaterThan(2)
    const stranger = await house.as('nasrin')
    expect((await stranger.send(reached, { params: visit.params, body: {} })).problem).toBe('record.not-found')
    expect((await visit.bahar.send(reached, { params: visit.params, body: {} })).answer.ended).toBe(true)
    expect(await toldBy(at(10 + 180 + 300))).toEqual([])
    expect(await overdueOf(visit.sara)).toEqual([])
  })

  it('is named in no message, nor the person they visit, and no position is kept anywhere', async () => {
    const rows = await house.look<{ home: number; body: Buffer }>(`select home, body from messages.outbox where purpose = 'watch'`)
    for (const { home, body } of rows) expect(house.keys.open(home, body)).not.toMatch(/مهری|سلیمی|مریم|بهاری|سرچشمه|نارون|درمانگاه/)
    const columns = await house.look<{ name: string }>(`select column_name as name from information_schema.columns where table_schema = 'watch'`)
    expect(columns.map(({ name }) => name).filter((name) => /lat|lon|point|place/.test(name))).toEqual([])
  })
})

describe('two who go together', () => {
  afterAll(() => house.close())

  it('are each other’s buddy: the one is told of the other, before the coordinator', async () => {
    house = await openTestHouse()
    const walked = await arrange(house, {}, { need: company })
    const { mehri, visits } = await offerToTwo(house, walked.behzad)
    await approve(house, walked.person, walked.code)
    minutesAfterStart(0)
    await mehri.send(arrive, { params: { visit: visits.mehri.id }, body: {} })
    await house.jobs()
    expect(await toldBy(at(visits.mehri.card.minutes + 20))).toEqual([phoneOf('mehri'), phoneOf('kaveh')].sort())
    expect(await toldBy(at(visits.mehri.card.minutes + 35))).toEqual([phoneOf('bahar')])
  })
})

describe('of two who checked in, one of whom nothing is heard', () => {
  let [mehri, kaveh]: Visitor[] = []
  let visits: Awaited<ReturnType<typeof offerToTwo>>['visits']
  const report = (visit: { readonly id: string }, body: object) => ({ params: { visit: visit.id as never }, body: { happened: 'yes' as const, outcome: 'met' as const, ...body } })
  const names = async () => (await overdueOf(await house.as('sara'))).map(({ volunteerName }) => volunteerName)

  beforeEach(async () => {
    house = await openTestHouse(createLog('error'), { onCall: AGENCY_LINE })
    const walked = await arrange(house, {}, { need: company })
    const taken = await offerToTwo(house, walked.behzad)
    ;[mehri, kaveh, visits] = [taken.mehri, taken.kaveh, taken.visits]
    await approve(house, walked.person, walked.code)
    minutesAfterStart(0)
    for (const [who, visit] of [[mehri, visits.mehri], [kaveh, visits.kaveh]] as const) await who.send(arrive, { params: { visit: visit.id }, body: {} })
    await house.jobs()
    minutesAfterStart(visits.mehri.card.minutes)
  })
  afterEach(() => house.close())

  it('keeps their timer, and their own word, when the other says that they did not come', async () => {
    expect((await mehri!.send(reportVisit, report(visits.mehri, { companion: 'did-not-come' }))).status).toBe(200)
    await house.jobs()
    expect(await toldBy(at(visits.mehri.card.minutes + 20))).toContain(phoneOf('kaveh'))
    expect(await names()).toEqual(['کاوه شریفی'])
    expect((await kaveh!.send(reportVisit, report(visits.kaveh, { companion: 'came' }))).status).toBe(200)
    expect(await names()).toEqual([])
  })

  it('keeps it when the other says that nobody was there', async () => {
    await mehri!.send(reportVisit, { params: { visit: visits.mehri.id }, body: { happened: 'nobody-there' } })
    await house.jobs()
    expect(await toldBy(at(visits.mehri.card.minutes + 20))).toContain(phoneOf('kaveh'))
    expect(await names()).toEqual(['کاوه شریفی'])
  })

  it('is looked for until somebody spoke with them, also after their visit was closed for want of a report', async () => {
    await mehri!.send(reportVisit, report(visits.mehri, { companion: 'came' }))
    await house.jobs()
    await at(visits.mehri.card.minutes + 20)()
    minutesAfterStart(30 * 60)
    expect(await house.jobs()).toContain('visits.end-unreported')
    expect(await names()).toEqual(['کاوه شریفی'])
    const sara = await house.as('sara')
    expect(await toldBy(at(31 * 60))).toEqual([AGENCY_LINE])
    expect((await sara.send(reached, { params: { visit: visits.kaveh.id }, body: {} })).answer.ended).toBe(true)
    expect(await toldBy(at(40 * 60))).toEqual([])
  })
})

describe('a volunteer who says that they are all right', () => {
  beforeAll(async () => {
    visit = await arranged()
    minutesAfterStart(0)
    await visit.mehri.send(arrive, { params: visit.params, body: {} })
    await house.jobs()
  })
  afterAll(() => house.close())

  it('before the time puts the timer off, and does not switch it off', async () => {
    minutesAfterStart(190)
    const said = await visit.mehri.send(allRight, { params: visit.params, body: {} })
    expect(said.answer).toMatchObject({ ended: false, overdueAt: new Date(Date.parse(VISIT_FROM) + 210 * 60_000).toISOString() })
    expect(await toldBy(at(205))).toEqual([])
    expect(await toldBy(at(210))).toEqual([phoneOf('bahar'), phoneOf('mehri')])
  })

  it('ends it with one tap once it is overdue, also late and more than once from the phone’s outbox', async () => {
    const tap = { params: visit.params, body: { at: new Date(Date.parse(VISIT_FROM) + 211 * 60_000).toISOString() } }
    minutesAfterStart(220)
    expect((await visit.mehri.send(allRight, tap)).answer.ended).toBe(true)
    expect((await visit.mehri.send(allRight, tap)).answer.ended).toBe(true)
    expect(await toldBy(at(400))).toEqual([])
    expect(await overdueOf(visit.bahar)).toEqual([])
  })

  it('says it for themself only', async () => {
    const kaveh = await house.as('kaveh')
    expect((await kaveh.send(allRight, { params: visit.params, body: {} })).problem).toBe('record.not-found')
  })
})

describe('a phone that was dead and wakes up', () => {
  beforeAll(async () => {
    visit = await arranged()
  })
  afterAll(() => house.close())

  it('tells nobody when check-in and report come together, however late', async () => {
    const start = Date.parse(VISIT_FROM)
    minutesAfterStart(600)
    const quiet = await toldBy(async () => {
      await visit.mehri.send(arrive, { params: visit.params, body: { at: new Date(start).toISOString() } })
      await house.jobs()
      await visit.mehri.send(reportVisit, {
        params: visit.params,
        body: { happened: 'yes', outcome: 'met', at: new Date(start + 170 * 60_000).toISOString() },
      })
      await house.jobs()
      await at(700)()
    })
    expect(quiet).toEqual([])
    expect(await overdueOf(visit.bahar)).toEqual([])
  })
})
