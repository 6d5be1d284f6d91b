import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asked } from '#apps/testing/chain.ts'
import { openTestHouse, people, type TestHouse } from '#apps/testing/index.ts'
import { ask, follow, getMyFile, openFile } from './contract.ts'
import { getInbox, getRequest, triage, untriage } from './inbox/contract.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const askAs = (change: Partial<typeof asked> = {}) => {
  house.clock.advance(1)
  return house.stranger().send(ask, { body: { ...asked, ...change } })
}

/** The newest request of centre A, as its clerk sees it. */
const newest = async () => {
  const sara = await house.as('sara')
  const { answer } = await sara.send(getInbox, {})
  const ids = await house.look<{ id: string }>('select id from desk.request order by recorded_at desc, id desc limit 1')
  return { sara, row: answer.rows.find(({ id }) => id === ids[0]?.id)! }
}

describe('asking for help', () => {
  it('gives the same code and leaves one request when the same intent is sent again', async () => {
    const key = randomUUID()
    const visitor = house.stranger()
    const one = await visitor.send(ask, { body: { ...asked, familyName: 'دوباره' }, key })
    const other = await visitor.send(ask, { body: { ...asked, familyName: 'دوباره' }, key })
    expect(other.answer).toEqual(one.answer)
    const rows = await house.look<{ n: number }>(`select count(*)::int as n from desk.request where family_name = 'دوباره'`)
    expect(rows).toEqual([{ n: 1 }])
  })

  it('refuses the same key with other words', async () => {
    const key = randomUUID()
    const visitor = house.stranger()
    await visitor.send(ask, { body: asked, key })
    expect((await visitor.send(ask, { body: { ...asked, words: 'چیز دیگر' }, key })).problem).toBe('request.repeated-differently')
  })

  it('names every wrong field at once, in the reader’s language, and changes nothing', async () => {
    const before = await house.look<{ n: number }>('select count(*)::int as n from desk.request')
    const reply = await askAs({ phone: '12', kinds: ['policing'] })
    expect(reply.problem).toBe('request.invalid')
    expect(reply.fields.map(({ field }) => field).sort()).toEqual(['kinds', 'phone'])
    expect(reply.fields[0]?.message).toMatch(/[آ-ی]/)
    expect(await house.look('select count(*)::int as n from desk.request')).toEqual(before)
  })

  it('keeps words, telephone and the code from whoever reads the database', async () => {
    const { answer } = await askAs({ words: 'رازی که نباید خوانده شود' })
    const [row] = await house.look<Record<string, unknown>>('select * from desk.request order by recorded_at desc, id desc limit 1')
    const text = JSON.stringify(row)
    expect(text).not.toContain('راز')
    expect(text).not.toContain('9123456789')
    expect(text).not.toContain(answer.code.replaceAll('-', ''))
  })

  it('takes danger off the working-day clock', async () => {
    const { answer } = await askAs({ urgency: 'danger' })
    expect(Date.parse(answer.dueAt) - house.clock.now().getTime()).toBe(30 * 60_000)
    const { row } = await newest()
    expect(row.urgency).toBe('danger')
  })

  it('forgets what somebody else asked on a person’s behalf when they do not confirm in 14 days', async () => {
    await askAs({ onBehalf: true, familyName: 'بی‌خبر' })
    house.clock.advance(14 * 24 * 60 + 1)
    await house.jobs()
    house.clock.advance(-(14 * 24 * 60 + 1))
    expect(await house.look(`select 1 from desk.request where family_name = 'بی‌خبر'`)).toEqual([])
  })
})

describe('following', () => {
  it('tells by code alone where it stands and which office, and nothing of the person', async () => {
    const { answer } = await askAs()
    const reply = await house.stranger().send(follow, { body: { code: answer.code } })
    expect(reply.answer).toMatchObject({ step: 'received', hasSecret: true })
    expect(reply.text).not.toMatch(/مریم|بهاری|درمانگاه بیاید|9123456789/)
  })

  it('opens the file with the second secret, whatever keyboard wrote it', async () => {
    const { answer } = await askAs()
    const person = house.stranger()
    expect((await person.send(openFile, { body: { code: answer.code, secret: 'گل‌نرگس' } })).status).toBe(200)
    expect((await person.send(getMyFile, {})).answer.givenName).toBe('مریم')
  })

  it('answers a wrong code, a wrong secret and a missing secret alike', async () => {
    const { answer: with_ } = await askAs()
    const { answer: without } = await askAs({ secret: null })
    const replies = await Promise.all([
      house.stranger().send(openFile, { body: { code: '2222-2222-2222-2222', secret: 'گل نرگس' } }),
      house.stranger().send(openFile, { body: { code: with_.code, secret: 'اشتباه' } }),
      house.stranger().send(openFile, { body: { code: without.code, secret: 'گل نرگس' } }),
    ])
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(replies[0]?.problem).toBe('desk.file-refused')
  })

  it('locks a code after eight wrong secrets, for the right one too', async () => {
    const { answer } = await askAs()
    for (let tried = 0; tried < 8; tried++) await house.stranger().send(openFile, { body: { code: answer.code, secret: 'غلط' } })
    const reply = await house.stranger().send(openFile, { body: { code: answer.code, secret: 'گل نرگس' } })
    expect(reply.problem).toBe('rate.limited')
  })
})

describe('triage', () => {
  it('looks absent to the clerk of another centre', async () => {
    await askAs()
    const { row } = await newest()
    const other = await house.as('clerkOfB')
    expect((await other.send(getRequest, { params: { request: row.id } })).problem).toBe('record.not-found')
    const decided = await other.send(triage, { params: { request: row.id }, body: { revision: row.revision, decision: { decision: 'withdrawn' } } })
    expect(decided.problem).toBe('record.not-found')
  })

  it('refuses a decision on a request that somebody decided meanwhile', async () => {
    await askAs()
    const { sara, row } = await newest()
    const body = { revision: row.revision, decision: { decision: 'answer' as const, answer: 'پاسخ داده شد' } }
    expect((await sara.send(triage, { params: { request: row.id }, body })).answer.state).toBe('answered')
    expect((await sara.send(triage, { params: { request: row.id }, body })).problem).toBe('request.stale')
  })

  it('can be taken back for ten minutes, but not once a case was opened', async () => {
    await askAs()
    const { sara, row } = await newest()
    const decided = await sara.send(triage, { params: { request: row.id }, body: { revision: row.revision, decision: { decision: 'withdrawn' } } })
    const undone = await sara.send(untriage, { params: { request: row.id }, body: { revision: decided.answer.revision } })
    expect(undone.answer.state).toBe('received')
    const opened = await sara.send(triage, {
      params: { request: row.id },
      body: { revision: undone.answer.revision, decision: { decision: 'open-case', worker: people.mina.account } },
    })
    expect(opened.answer.state).toBe('case-opened')
    const late = await sara.send(untriage, { params: { request: row.id }, body: { revision: opened.answer.revision } })
    expect(late.problem).toBe('desk.too-late-to-undo')
  })

  it('hands a case only to a case worker of the centre', async () => {
    await askAs()
    const { sara, row } = await newest()
    const reply = await sara.send(triage, {
      params: { request: row.id },
      body: { revision: row.revision, decision: { decision: 'open-case', worker: people.workerOfC.account } },
    })
    expect(reply).toMatchObject({ problem: 'desk.worker-unknown', fields: [{ field: 'decision.worker' }] })
  })

  it('proposes a request with the same telephone as a duplicate', async () => {
    await askAs({ phone: '0912 111 2233', familyName: 'نخست' })
    await askAs({ phone: '۰۹۱۲۱۱۱۲۲۳۳', familyName: 'دوم' })
    const { sara, row } = await newest()
    const { answer } = await sara.send(getRequest, { params: { request: row.id } })
    expect(answer.duplicateOf).not.toBeNull()
  })
})
