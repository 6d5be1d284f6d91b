import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { problemWords } from '#apps/domains.ts'
import { asked } from '#apps/testing/chain.ts'
import { homes, openTestHouse, people, units, type TestHouse } from '#apps/testing/index.ts'
import { ask } from '#domains/desk/contract.ts'
import { getInbox, triage } from '#domains/desk/inbox/contract.ts'
import { verifyAudit } from '#platform/audit/verify.ts'
import { command, type WriteScope } from '#platform/command/index.ts'
import { operation } from '#platform/contract/index.ts'
import { sql, statement } from '#platform/db/query.ts'
import { factKind } from '#platform/facts/index.ts'
import { createServer } from '#platform/http/index.ts'
import { createLog } from '#platform/log/index.ts'
import { Problem } from '#platform/problem/index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
// Each test is an hour of its own: the door counts calls by the hour.
beforeEach(() => house.clock.set(new Date(house.clock.now().getTime() + 3_600_000).toISOString()))
afterAll(() => house.close())

const count = async (text: string, values: unknown[] = []): Promise<number> => {
  const [row] = await house.look<{ count: number }>(`select count(*)::int as count from ${text}`, values)
  return row!.count
}

const requestsNamed = (familyName: string) => count('desk.request where family_name = $1', [familyName])

const send = (familyName: string, key: string, words = asked.words) =>
  house.stranger().send(ask, { body: { ...asked, familyName, words }, key })

describe('a deed sent twice with one key', () => {
  it('is done once, and answered the same: a lost answer costs nobody their tracking code', async () => {
    const key = randomUUID()
    const first = await send('یک‌بار', key)
    const again = await send('یک‌بار', key)
    expect(first.status).toBe(201)
    expect(again.answer).toEqual(first.answer)
    expect(await requestsNamed('یک‌بار')).toBe(1)
  })

  it('is done once when twenty come at the same moment', async () => {
    const key = randomUUID()
    const replies = await Promise.all(Array.from({ length: 20 }, () => send('بیست‌بار', key)))
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201))
    expect(await requestsNamed('بیست‌بار')).toBe(1)
    expect(await count(`facts.fact f join desk.request r on r.id = f.source where r.family_name = 'بیست‌بار'`)).toBe(1)
  })

  it('opens one case, however impatient the clerk', async () => {
    await send('بی‌حوصله', randomUUID())
    const sara = await house.as('sara')
    const row = (await sara.send(getInbox, {})).answer.rows.find(({ familyName }) => familyName === 'بی‌حوصله')!
    const key = randomUUID()
    const decide = () =>
      sara.send(triage, {
        params: { request: row.id },
        body: { revision: row.revision, decision: { decision: 'open-case', worker: people.mina.account } },
        key,
      })
    const replies = await Promise.all(Array.from({ length: 8 }, decide))
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
    expect(new Set(replies.map(({ answer }) => answer.case)).size).toBe(1)
    expect(await count('casework.case where request = $1', [row.id])).toBe(1)
  })

  it('is refused when the second says something else', async () => {
    const key = randomUUID()
    await send('دوگونه', key)
    const other = await send('دوگونه', key, 'چیز دیگری گفته شد.')
    expect([other.status, other.problem]).toEqual([409, 'request.repeated-differently'])
    expect(await requestsNamed('دوگونه')).toBe(1)
  })

  it('may be sent anew when the first was refused: nothing of a refusal is kept', async () => {
    const key = randomUUID()
    const refused = await house.stranger().send(ask, { body: { ...asked, familyName: 'از‌نو', place: 'nowhere' }, key })
    expect(refused.problem).toBe('places.unknown')
    expect((await send('از‌نو', key)).status).toBe(201)
  })

  it('belongs to who sent it: the same key of somebody else is another deed', async () => {
    await send('کلید', randomUUID())
    const [sara, parvin] = await Promise.all([house.as('sara'), house.as('parvin')])
    const row = (await sara.send(getInbox, {})).answer.rows.find(({ familyName }) => familyName === 'کلید')!
    const key = randomUUID()
    const sent = { params: { request: row.id }, body: { revision: row.revision, decision: { decision: 'withdrawn' as const } }, key }
    expect((await sara.send(triage, sent)).status).toBe(200)
    expect((await parvin.send(triage, sent)).problem).toBe('request.stale')
  })
})

describe('two deeds on one record at the same moment', () => {
  it('one wins and the other is told that what it saw is old', async () => {
    const [sara, parvin] = await Promise.all([house.as('sara'), house.as('parvin')])
    for (let round = 0; round < 8; round++) {
      await send(`نوبت ${round}`, randomUUID())
      const row = (await sara.send(getInbox, {})).answer.rows.find(({ familyName }) => familyName === `نوبت ${round}`)!
      const params = { request: row.id }
      const [one, other] = await Promise.all([
        sara.send(triage, { params, body: { revision: row.revision, decision: { decision: 'withdrawn' } } }),
        parvin.send(triage, { params, body: { revision: row.revision, decision: { decision: 'answer', answer: 'پاسخ' } } }),
      ])
      expect([one.status, other.status].sort()).toEqual([200, 409])
      expect([one.problem, other.problem]).toContain('request.stale')
      expect(await count('facts.fact where source = $1 and kind = $2', [row.id, 'desk.request-decided'])).toBe(1)
    }
  })
})

const planted = operation({
  id: 'planted.deed',
  method: 'POST',
  path: '/api/planted',
  may: 'anyone',
  body: z.object({ how: z.string() }),
  ok: z.object({ done: z.boolean() }),
  problems: ['planted.listed'],
  offline: 'never',
  summary: 'A deed of this test',
})

const plantedKind = factKind({
  id: 'planted.fact',
  version: 1,
  measure: 'deed',
  dimensions: [],
  name: { fa: 'آزمایشی', en: 'planted' },
})

/** Everything that a deed can leave behind. */
const leaveTraces = ({ tx, audit, fact, emit, newId, now }: WriteScope) => {
  audit('planted')
  emit({ name: 'planted.happened', payload: { planted: true } })
  fact({ kind: plantedKind, home: homes.a, on: '2026-11-21', unit: units.centreA, place: 'T-1-1-1', quantity: 1, dimensions: {}, source: newId() })
  tx.write(
    statement(sql`insert into messages.outbox (home, id, at, channel, purpose, recipient, body)
      values (${homes.a}, ${newId()}, ${now}, 'sms', 'planted', '', '')`),
  )
}

const traces = async () => ({
  trail: await count(`audit.entry where act = 'planted.deed' and not refused`),
  facts: await count(`facts.fact where kind = 'planted.fact'`),
  messages: await count(`messages.outbox where purpose = 'planted'`),
  jobs: await count(`graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'planted.job'`),
  keys: await count('platform.idempotency where key = $1', [KEY]),
})
const NOTHING = { trail: 0, facts: 0, messages: 0, jobs: 0, keys: 0 }
const KEY = randomUUID()

describe('a deed that does not come to its end', () => {
  let server: FastifyInstance
  let handle: (scope: WriteScope, how: string) => Promise<void> = async () => {}

  beforeAll(async () => {
    await house.look(`insert into jobs.subscription values ('planted.happened', 'planted.job')`)
    const deed = command(
      planted,
      {
        reread: async ({ audit }, record) => {
          audit(record)
          return { done: true }
        },
      },
      async (scope, { body }) => {
        await handle(scope, body.how)
        return { done: true }
      },
    )
    server = await createServer({
      house: house.open.house,
      routes: [deed as never],
      actorOf: (request) => house.open.house.auth.sessions.read(request.cookies['hamyar']),
      problemWords,
      log: createLog('silent'),
      secure: false,
      development: false,
      behindProxy: false,
    })
  })
  afterAll(() => server.close())

  const run = async (work: typeof handle, how = '') => {
    handle = work
    const { statusCode, body } = await server.inject({
      method: 'POST',
      url: '/api/planted',
      headers: { 'x-hamyar': '1', 'idempotency-key': KEY },
      payload: { how },
    })
    return { status: statusCode, code: (JSON.parse(body) as { code?: string }).code }
  }

  it.each([
    ['throws at its end', async (scope: WriteScope) => {
      leaveTraces(scope)
      throw new Error('a bug')
    }, 500, 'server.failed'],
    ['meets a row that the database refuses', async (scope: WriteScope) => {
      leaveTraces(scope)
      scope.tx.write(statement(sql`insert into messages.outbox (home, id, at, channel, purpose, recipient, body)
        values (1, ${scope.newId()}, now(), 'pigeon', 'planted', '', '')`))
    }, 500, 'server.failed'],
    ['reaches for a row behind the wall', async (scope: WriteScope) => {
      leaveTraces(scope)
      scope.tx.write(statement(sql`insert into people.exclusion (home, id, person, kind, recorded_at, recorded_by)
        values (1, ${scope.newId()}, ${scope.newId()}, 'phone', now(), 'x')`))
    }, 404, 'record.not-found'],
    ['answers a Problem of its contract', async (scope: WriteScope) => {
      leaveTraces(scope)
      throw new Problem('planted.listed')
    }, 409, 'planted.listed'],
    ['answers a Problem that its contract does not list', async (scope: WriteScope) => {
      leaveTraces(scope)
      throw new Problem('planted.unlisted')
    }, 500, 'server.failed'],
    ['counts half a thing', async (scope: WriteScope) => {
      leaveTraces(scope)
      scope.fact({ kind: plantedKind, home: homes.a, on: '2026-11-21', unit: units.centreA, place: 'T', quantity: 0.5, dimensions: {}, source: scope.newId() })
    }, 500, 'server.failed'],
  ])('leaves nothing behind when it %s', async (_, work, status, code) => {
    expect(await run(work)).toEqual({ status, code })
    expect(await traces()).toEqual(NOTHING)
  })

  it('fails without a trail: an operation that forgot its audit line does nothing at all', async () => {
    const forgetful = async (scope: WriteScope) => leaveTraces({ ...scope, audit: () => {} })
    expect(await run(forgetful)).toEqual({ status: 500, code: 'server.failed' })
    expect(await traces()).toEqual(NOTHING)
  })

  it('is tried again after a deadlock, once each, and then both are done', async () => {
    let tries = 0
    let waiting: (() => void)[] = []
    // Each holds one lock when it asks for the other's; only the first two tries meet.
    const meet = () =>
      new Promise<void>((go) => {
        if (tries > 2) return go()
        waiting.push(go)
        if (waiting.length === 2) {
          for (const each of waiting) each()
          waiting = []
        }
      })
    const lock = (scope: WriteScope, number: number) => scope.tx.first(statement(sql`select pg_advisory_xact_lock(${number}::int)`))
    handle = async (scope, how) => {
      tries += 1
      const [mine, other] = how === 'one' ? [71, 72] : [72, 71]
      await lock(scope, mine)
      await meet()
      await lock(scope, other)
      scope.audit(how)
    }
    const replies = await Promise.all(
      ['one', 'two'].map((how) =>
        server.inject({ method: 'POST', url: '/api/planted', headers: { 'x-hamyar': '1' }, payload: { how } }),
      ),
    )
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect(tries).toBe(3)
    expect(await count(`audit.entry where act = 'planted.deed' and record in ('one', 'two')`)).toBe(2)
  })

  it('leaves everything behind when it does come to its end', async () => {
    const before = await traces()
    expect(await run(async (scope) => leaveTraces(scope))).toEqual({ status: 200, code: undefined })
    expect(await traces()).toEqual({ ...before, trail: before.trail + 1, facts: 1, messages: 1, jobs: 1, keys: 1 })
  })
})

describe('the trail after all of this', () => {
  it('has no gap: what was rolled back never stood in a chain', async () => {
    const verdict = await verifyAudit({ query: async <R>(text: string, values: unknown[] = []) => ({ rows: await house.look<R>(text, values) }) })
    expect(verdict.faults).toEqual([])
    expect(verdict.entries).toBeGreaterThan(50)
  })
})
