import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asked, textOf } from '#apps/testing/chain.ts'
import { openTestHouse, people, type TestHouse, type Visitor } from '#apps/testing/index.ts'
import { createLog } from '#platform/log/index.ts'
import { ask, follow, getMyFile, openFile, type Ask } from '#domains/desk/contract.ts'
import { getInbox, getRequest, triage, untriage } from '#domains/desk/inbox/contract.ts'
import { answerMessage, confirmOnBehalf, lookAtMessage } from './contract.ts'

const LINK = 'https://hamyar.example.org'
const DAY = 24 * 60

let house: TestHouse
let sara: Visitor
beforeAll(async () => {
  house = await openTestHouse(createLog('error'), { publicUrl: LINK })
  sara = await house.as('sara')
})
afterAll(() => house.close())
beforeEach(() => house.clock.advance(60))

/** A neighbour asks for Maryam. */
const onBehalf = async (change: Partial<Ask> = {}) => {
  const key = randomUUID()
  const body = { ...asked, onBehalf: true, familyName: 'همسایه', ...change }
  const { answer } = await house.stranger().send(ask, { body, key })
  const [row] = await house.look<{ id: string }>('select id from desk.request order by recorded_at desc, id desc limit 1')
  const text = await textOf(house, 'own-word')
  return { askersCode: answer.code, answer, key, body, id: row!.id, params: { request: row!.id as never }, text, code: /#(\S+)/.exec(text)![1]! }
}

const rowOf = async (id: string) => (await sara.send(getInbox, {})).answer.rows.find((row) => row.id === id)!

describe('asking on somebody’s behalf', () => {
  it('asks the person concerned on their own telephone, in words that say nothing', async () => {
    const { text, answer } = await onBehalf()
    expect(answer.onBehalf).toBe(true)
    expect(text).toContain(`${LINK}/m#`)
    expect(text).not.toMatch(/کمک|درخواست|پرونده|مرکز|رفاه|help|welfare|case|request/)
  })

  it('lets nobody do more than call: no case, no answer, no passing on', async () => {
    const { id, params } = await onBehalf()
    const { revision, unconfirmed } = await rowOf(id)
    expect(unconfirmed).toBe(true)
    for (const decision of [
      { decision: 'open-case', worker: people.mina.account },
      { decision: 'answer', answer: 'پاسخ' },
      { decision: 'pass-on', to: 'دستگاه دیگر', answer: '' },
      { decision: 'duplicate', of: randomUUID() },
    ] as const)
      expect((await sara.send(triage, { params, body: { revision, decision } })).problem, decision.decision).toBe('desk.not-confirmed')
  })

  it('takes no second secret from whoever asks: they could open the file by it', async () => {
    const { askersCode } = await onBehalf({ secret: 'رمز همسایه' })
    expect((await house.stranger().send(openFile, { body: { code: askersCode, secret: 'رمز همسایه' } })).problem).toBe('desk.file-refused')
    expect((await house.stranger().send(follow, { body: { code: askersCode } })).answer).toMatchObject({ step: 'to-confirm', hasSecret: false })
  })
})

describe('the person concerned', () => {
  it('learns by the code of the message which office wishes to call, and nothing of what was written', async () => {
    const { code } = await onBehalf({ words: 'رازی دربارهٔ او' })
    const reply = await house.stranger().send(lookAtMessage, { body: { code } })
    expect(reply.answer.officeEn).toBe('Firuzedasht Centre 1')
    expect(reply.text).not.toMatch(/راز|مریم|همسایه|clinic|9123456789/)
  })

  it('says yes: the request is theirs by a code and a secret of their own, and the asker follows no more', async () => {
    const { code, askersCode, id, params } = await onBehalf()
    house.clock.advance(3 * DAY)
    const theirs = house.stranger()
    const key = randomUUID()
    const said = await theirs.send(answerMessage, { body: { code, answer: 'yes', secret: 'گل یخ' }, key })
    expect((await theirs.send(answerMessage, { body: { code, answer: 'yes', secret: 'گل یخ' }, key })).answer).toEqual(said.answer)
    expect((await house.stranger().send(follow, { body: { code: askersCode } })).problem).toBe('desk.code-unknown')
    expect((await theirs.send(openFile, { body: { code: said.answer.code!, secret: 'گل یخ' } })).status).toBe(200)
    expect((await theirs.send(getMyFile, {})).answer).toMatchObject({ givenName: 'مریم', step: 'received' })

    const { revision, unconfirmed, dueAt } = await rowOf(id)
    expect(unconfirmed).toBe(false)
    // The clock of working days begins with their word.
    expect(Date.parse(dueAt)).toBeGreaterThan(house.clock.now().getTime())
    const body = { revision, decision: { decision: 'open-case', worker: people.mina.account } } as const
    expect((await sara.send(triage, { params, body })).answer.state).toBe('case-opened')
    house.clock.advance(12 * DAY)
    await house.jobs()
    expect((await house.look<{ family_name: string }>('select family_name from desk.request where id = $1', [id]))[0]?.family_name).toBe('همسایه')
  })

  it('can use the code of the message once', async () => {
    const { code } = await onBehalf()
    await house.stranger().send(answerMessage, { body: { code, answer: 'yes' } })
    expect((await house.stranger().send(answerMessage, { body: { code, answer: 'no' } })).problem).toBe('desk.message-unknown')
    expect((await house.stranger().send(lookAtMessage, { body: { code } })).problem).toBe('desk.message-unknown')
  })

  it('confirms in person through the clerk, who hands them a code of their own', async () => {
    const { id, params, askersCode, code } = await onBehalf()
    const { revision } = await rowOf(id)
    const other = await house.as('clerkOfB')
    expect((await other.send(confirmOnBehalf, { params, body: { revision, how: 'in-person' } })).problem).toBe('record.not-found')
    const done = await sara.send(confirmOnBehalf, { params, body: { revision, how: 'in-person' } })
    expect((await house.stranger().send(follow, { body: { code: done.answer.code } })).answer.step).toBe('received')
    expect((await house.stranger().send(follow, { body: { code: askersCode } })).problem).toBe('desk.code-unknown')
    expect((await house.stranger().send(lookAtMessage, { body: { code } })).problem).toBe('desk.message-unknown')
    const again = { params, body: { revision: done.answer.revision, how: 'in-person' as const } }
    expect((await sara.send(confirmOnBehalf, again)).problem).toBe('desk.nothing-to-confirm')
  })
})

/** Everything that could still say something of the person. */
const copies = async (id: string, key: string) => ({
  request: await house.look<Record<string, unknown>>(
    `select given_name, family_name, birth_year, sex, quarter, secret_hash, unwanted, phone_digest, name_token, octet_length(words) as words
     from desk.request where id = $1`,
    [id],
  ),
  confirmations: await house.look('select 1 from desk.confirmation where request = $1', [id]),
  messages: await house.look('select 1 from messages.outbox where about = $1', [id]),
  digests: await house.look('select 1 from platform.idempotency where key = $1', [key]),
})

const nothingLeft = {
  request: [
    {
      given_name: '—', family_name: '—', birth_year: null, sex: null, quarter: null, secret_hash: null, unwanted: null,
      phone_digest: null, name_token: null, words: expect.any(Number) as number,
    },
  ],
  confirmations: [],
  messages: [],
  digests: [],
}

describe('erasing', () => {
  it.each([
    ['after 14 days without a word', async () => {
      house.clock.advance(14 * DAY + 1)
      await house.jobs()
    }],
    ['at once when they say no', async ({ code }: { code: string }) => {
      expect((await house.stranger().send(answerMessage, { body: { code, answer: 'no' } })).answer).toEqual({ answer: 'no', code: null, dueAt: null })
    }],
    ['at once when they tell the clerk that they do not want it', async ({ id, params }: { id: string; params: { request: never } }) => {
      const { revision } = await rowOf(id)
      const decided = await sara.send(triage, { params, body: { revision, decision: { decision: 'withdrawn' } } })
      expect(decided.answer.state).toBe('withdrawn')
      expect((await sara.send(untriage, { params, body: { revision: decided.answer.revision } })).problem).toBe('desk.too-late-to-undo')
    }],
  ])('reaches every copy %s, and looks to the asker like a yes', async (_, end) => {
    const asking = await onBehalf()
    expect((await copies(asking.id, asking.key)).messages).toHaveLength(1)
    await end(asking)
    expect(await copies(asking.id, asking.key)).toEqual(nothingLeft)
    const [{ words, home }] = (await house.look<{ words: Buffer; home: number }>('select words, home from desk.request where id = $1', [asking.id])) as [{ words: Buffer; home: number }]
    expect(house.keys.open(home, words)).toBe('')
    expect((await house.stranger().send(follow, { body: { code: asking.askersCode } })).problem).toBe('desk.code-unknown')
    expect((await sara.send(getRequest, { params: asking.params })).answer).toMatchObject({ words: '', phone: null, state: 'withdrawn' })
  })
})
