import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asked } from '#apps/testing/chain.ts'
import { openTestHouse, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { getAbout } from '#domains/about/contract.ts'
import { dangerLine } from '#domains/about/index.ts'
import { ask, openFile, withdrawMine } from '#domains/desk/contract.ts'
import { getInbox, raiseToDanger, triage, untriage } from '#domains/desk/inbox/contract.ts'
import { saveDuty } from '#domains/duty/contract.ts'
import { createLog } from '#platform/log/index.ts'
import { acknowledge, answerAlarm, getAlarm, handOver, listAlarms } from './contract.ts'

const AGENCY_LINE = '+989990000077'
const [FIRST, SECOND] = ['+989990000071', '+989990000072']

let house: TestHouse
let sara: Visitor
let lead: Visitor
beforeAll(async () => {
  house = await openTestHouse(createLog('error'), { onCall: AGENCY_LINE })
  sara = await house.as('sara')
  lead = await house.as('safeguarding')
  const parvin = await house.as('parvin')
  const contacts = [
    { name: 'کشیک یک', phone: '۰۹۹۹ ۰۰۰ ۰۰۷۱' },
    { name: 'کشیک دو', phone: SECOND },
  ]
  await parvin.send(saveDuty, { body: { revision: 0, contacts } })
})
afterAll(() => house.close())
// Friday, two in the morning: nothing of danger waits for an office to open.
let week = Date.parse('2026-11-27T22:30:00.000Z')
beforeEach(() => {
  house.clock.set(new Date(week).toISOString())
  week += 7 * 24 * 3_600_000
})

afterEach(async () => {
  for (const { request, state } of (await lead.send(listAlarms, {})).answer.alarms)
    if (state === 'ringing') await lead.send(answerAlarm, { params: { request }, body: {} })
})

/** Somebody asks in danger; the alarm rings once. */
const inDanger = async (change: Partial<typeof asked> = {}) => {
  house.clock.advance(1)
  const person = house.stranger()
  const { answer } = await person.send(ask, { body: { ...asked, urgency: 'danger', ...change } })
  await house.jobs()
  const [row] = await house.look<{ id: string }>('select id from desk.request order by recorded_at desc, id desc limit 1')
  return { person, code: answer.code, params: { request: row!.id as never } }
}

const told = async (): Promise<string[]> => {
  const rows = await house.look<{ home: number; recipient: Buffer }>(`select home, recipient from messages.outbox where purpose = 'danger' order by at, id`)
  return rows.map(({ home, recipient }) => house.keys.open(home, recipient))
}

/** Telephones that were told while `work` ran. */
const toldBy = async (work: () => Promise<unknown>): Promise<string[]> => {
  const before = (await told()).length
  await work()
  return (await told()).slice(before)
}

const later = async (minutes: number) => {
  house.clock.advance(minutes)
  await house.jobs()
}

describe('an alarm', () => {
  it('rings at once, at night and on a day off, and goes from one on duty to the next until somebody answers', async () => {
    let alarm: Awaited<ReturnType<typeof inDanger>>
    expect(await toldBy(async () => (alarm = await inDanger()))).toEqual([FIRST])
    expect(await toldBy(() => later(4))).toEqual([])
    expect(await toldBy(() => later(1))).toEqual([SECOND])
    expect(await toldBy(() => later(5))).toEqual([AGENCY_LINE])
    expect(await toldBy(() => later(5))).toEqual([FIRST])
    // The second round waits twice as long.
    expect(await toldBy(() => later(5))).toEqual([])
    expect(await toldBy(() => later(5))).toEqual([SECOND])
    const { answer } = await sara.send(answerAlarm, { params: alarm!.params, body: {} })
    expect(answer).toMatchObject({ state: 'answered', answeredRole: 'clerk', rings: 5 })
    expect(await toldBy(() => later(600))).toEqual([])
  })

  it('says nothing of person, place or harm to a duty telephone', async () => {
    await inDanger()
    const [row] = await house.look<{ home: number; body: Buffer }>(`select home, body from messages.outbox where purpose = 'danger' order by at desc limit 1`)
    expect(house.keys.open(row!.home, row!.body)).not.toMatch(/مریم|بهاری|سرچشمه|خطر|کمک|9123456789/)
  })

  it('stops when the request is decided or the person stops it, and rings again when the decision is taken back', async () => {
    const { params } = await inDanger()
    const row = (await sara.send(getInbox, {})).answer.rows.find(({ id }) => id === params.request)!
    const decided = await sara.send(triage, { params, body: { revision: row.revision, decision: { decision: 'withdrawn' } } })
    expect(await toldBy(() => later(5))).toEqual([])
    await sara.send(untriage, { params, body: { revision: decided.answer.revision } })
    await house.jobs()
    expect((await lead.send(listAlarms, {})).answer.alarms.find(({ request }) => request === params.request)?.state).toBe('answered')

    const other = await inDanger({ familyName: 'دیگر' })
    await other.person.send(openFile, { body: { code: other.code, secret: asked.secret! } })
    await other.person.send(withdrawMine, { body: { revision: 1 } })
    expect(await toldBy(() => later(30))).toEqual([])
  })

  it('waits for a decision that is just being made, and does not ring for what somebody decided', async () => {
    await house.stranger().send(ask, { body: { ...asked, urgency: 'danger', familyName: 'همزمان' } })
    const [row] = await house.look<{ id: string }>('select id from desk.request order by recorded_at desc, id desc limit 1')
    await house.look('begin')
    await house.look(`update desk.request set state = 'withdrawn' where id = $1`, [row!.id])
    let isOver = false
    const raising = house.jobs().then(() => (isOver = true))
    const held = async () => (await house.look<{ all: number }>('select count(distinct pid)::int as all from pg_locks where not granted'))[0]!.all
    while (!isOver && (await held()) === 0) await new Promise((later) => setTimeout(later, 5))
    await house.look('commit')
    await raising
    expect(await house.look('select 1 from danger.alarm where request = $1', [row!.id])).toEqual([])
  })

  it('counts whether somebody answered in time', async () => {
    const { params } = await inDanger()
    house.clock.advance(31)
    expect((await sara.send(listAlarms, {})).answer.alarms.find(({ request }) => request === params.request)!.minutes).toBe(-1)
    await lead.send(answerAlarm, { params, body: {} })
    expect(await house.look(`select dimensions from facts.fact where kind = 'danger.answered' and source = $1`, [params.request])).toEqual([
      { dimensions: { onTime: 'no' } },
    ])
  })

  it('is answered once: the second hears that somebody is on it', async () => {
    const { params } = await inDanger()
    const [one, other] = await Promise.all([sara.send(answerAlarm, { params, body: {} }), lead.send(answerAlarm, { params, body: {} })])
    expect([one.problem, other.problem].filter((problem) => problem !== undefined)).toEqual(['danger.not-open'])
  })
})

describe('what came as ordinary and is danger', () => {
  const ordinary = async (change: Partial<typeof asked> = {}) => {
    const person = house.stranger()
    await person.send(ask, { body: { ...asked, ...change } })
    await house.jobs()
    const [row] = await house.look<{ id: string; revision: number }>('select id, revision from desk.request order by recorded_at desc, id desc limit 1')
    return { params: { request: row!.id as never }, body: { revision: row!.revision } }
  }

  it('rings as soon as a clerk says so, on a clock that begins then', async () => {
    const request = await ordinary()
    expect(await toldBy(() => later(30))).toEqual([])
    const raised = await sara.send(raiseToDanger, request)
    expect(raised.answer, raised.text).toMatchObject({ state: 'received', dueAt: new Date(house.clock.now().getTime() + 30 * 60_000).toISOString() })
    expect(await toldBy(() => house.jobs())).toEqual([FIRST])
    const alarm = (await lead.send(listAlarms, {})).answer.alarms.find((one) => one.request === request.params.request)
    expect(alarm).toMatchObject({ state: 'ringing', raisedAt: house.clock.now().toISOString(), minutes: 30 })
    expect((await sara.send(getInbox, {})).answer.rows.find(({ id }) => id === request.params.request)).toMatchObject({ urgency: 'danger' })
    const again = await sara.send(raiseToDanger, { ...request, body: { revision: raised.answer.revision } })
    expect(again.problem).toBe('desk.already-danger')
  })

  it('does not wait for the person’s own yes where somebody else asked', async () => {
    const request = await ordinary({ onBehalf: true, secret: null })
    expect((await sara.send(raiseToDanger, request)).status).toBe(200)
  })

  it('is refused once it is decided, by an old look, and to another centre', async () => {
    const request = await ordinary()
    expect((await sara.send(raiseToDanger, { ...request, body: { revision: 9 } })).problem).toBe('request.stale')
    expect((await (await house.as('clerkOfB')).send(raiseToDanger, request)).problem).toBe('record.not-found')
    expect((await (await house.as('mina')).send(raiseToDanger, request)).status).toBe(404)
    const decided = await sara.send(triage, { params: request.params, body: { ...request.body, decision: { decision: 'withdrawn' } } })
    const late = await sara.send(raiseToDanger, { ...request, body: { revision: decided.answer.revision } })
    expect(late.problem).toBe('desk.not-open')
  })
})

describe('who may', () => {
  it('opens words and telephone to the centre and to the safeguarding lead above it while the alarm is open', async () => {
    const { params } = await inDanger()
    expect((await lead.send(getAlarm, { params })).answer).toMatchObject({ familyName: asked.familyName, words: asked.words, phone: '+989123456789' })
    const row = (await sara.send(getInbox, {})).answer.rows.find(({ id }) => id === params.request)!
    await sara.send(triage, { params, body: { revision: row.revision, decision: { decision: 'withdrawn' } } })
    await house.jobs()
    expect((await lead.send(getAlarm, { params })).problem).toBe('record.not-found')
  })

  it('looks absent to another centre and to a role that has nothing to do with it', async () => {
    const { params } = await inDanger()
    for (const name of ['clerkOfB', 'supervisorOfC', 'mina', 'bahar'] as const) {
      const visitor = await house.as(name)
      expect((await visitor.send(getAlarm, { params })).problem, name).toBe('record.not-found')
      expect((await visitor.send(answerAlarm, { params, body: {} })).problem, name).toBe('record.not-found')
    }
    expect((await (await house.as('clerkOfB')).send(listAlarms, {})).answer.alarms).toEqual([])
  })
})

describe('a hand-over', () => {
  it('waits until somebody answered, names its basis, and stays open until its receipt', async () => {
    const { params } = await inDanger()
    const body = { receiver: 'health', basis: 'vital-interest' } as const
    expect((await sara.send(handOver, { params, body })).problem).toBe('danger.not-answered')
    await sara.send(answerAlarm, { params, body: {} })
    expect((await sara.send(handOver, { params, body: { ...body, receiver: 'army' } })).problem).toBe('danger.receiver-unknown')
    const { answer } = await sara.send(handOver, { params, body })
    const [handed] = answer.handOvers
    expect(handed).toMatchObject({ receiver: 'health', basis: 'vital-interest', receivedAt: null })

    const row = (await sara.send(getInbox, {})).answer.rows.find(({ id }) => id === params.request)!
    await sara.send(triage, { params, body: { revision: row.revision, decision: { decision: 'answer', answer: 'سپرده شد' } } })
    await house.jobs()
    const stillOpen = async () => (await lead.send(listAlarms, {})).answer.alarms.some(({ request }) => request === params.request)
    expect(await stillOpen()).toBe(true)

    const given = { handOver: handed!.id, receivedBy: 'پرستار کیفیت، شیفت شب', reference: '۱۱۵-۸۸۲' }
    const receipt = await lead.send(acknowledge, { params, body: given })
    expect(receipt.answer.handOvers[0]).toMatchObject({ receivedBy: given.receivedBy, reference: given.reference })
    expect(receipt.answer.handOvers[0]?.receivedAt).not.toBeNull()
    expect(await stillOpen()).toBe(false)
    expect((await lead.send(acknowledge, { params, body: given })).problem).toBe('danger.receipt-given')
    const kept = JSON.stringify(await house.look('select * from danger.hand_over'))
    expect(kept).not.toContain('کیفیت')
  })
})

describe('the duty list', () => {
  it('is written by the supervisor alone, sealed, and names every wrong number at once', async () => {
    const parvin = await house.as('parvin')
    const wrong = await parvin.send(saveDuty, { body: { revision: 1, contacts: [{ name: 'الف', phone: '12' }, { name: 'ب', phone: '34' }] } })
    expect(wrong.fields.map(({ field }) => field)).toEqual(['contacts.0.phone', 'contacts.1.phone'])
    expect((await sara.send(saveDuty, { body: { revision: 1, contacts: [] } })).problem).toBe('record.not-found')
    expect((await parvin.send(saveDuty, { body: { revision: 0, contacts: [] } })).problem).toBe('request.stale')
    expect(JSON.stringify(await house.look('select * from duty.list'))).not.toContain('9990000071')
  })
})

describe('the agency’s line', () => {
  it('is shown where the country pack names no number', async () => {
    expect(dangerLine({ dangerNumber: null }, AGENCY_LINE)).toBe(AGENCY_LINE)
    expect(dangerLine({ dangerNumber: null }, undefined)).toBeNull()
    expect((await house.stranger().send(getAbout, {})).answer.dangerNumber).not.toBe(AGENCY_LINE)
  })
})
