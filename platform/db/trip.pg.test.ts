import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asked } from '#apps/testing/chain.ts'
import { openTestHouse, people, type TestHouse } from '#apps/testing/index.ts'
import { addNeed, getCase } from '#domains/casework/contract.ts'
import { ask } from '#domains/desk/contract.ts'
import { getInbox, triage } from '#domains/desk/inbox/contract.ts'
import { anyone } from '#platform/actor/index.ts'
import { createPool, inTransaction, Trip, wallOf, type OpenTransaction, type Pool } from '#platform/db/index.ts'
import { prepared, sql, statement } from '#platform/db/query.ts'

let house: TestHouse
/** One connection, so that what one transaction leaves on it meets the next one. */
let single: Pool
const trips: string[][] = []

const watch = (pool: Pool) =>
  pool.on('connect', (connection) => {
    const real = connection.query.bind(connection) as (sent: unknown) => unknown
    const query = (sent: unknown) => {
      if (sent instanceof Trip) trips.push(sent.statements.map(({ text }) => text))
      return real(sent)
    }
    Object.assign(connection, { query })
  })

beforeAll(async () => {
  house = await openTestHouse()
  single = createPool({ url: house.urlOf('app'), max: 1, name: 'trip test' })
  watch(single)
  watch(house.open.house.pool)
  // Connections made before were not watched.
  await Promise.all([...Array(4).keys()].map(async () => (await house.open.house.pool.connect()).release(true)))
})
afterAll(async () => {
  await single.end()
  await house.close()
})

const within = async <T>(work: (tx: OpenTransaction) => Promise<T>): Promise<T> => {
  trips.length = 0
  const wall = wallOf(anyone, house.clock.now())
  const { result } = await inTransaction(single, { wall, wait: true }, async (tx) => ({ result: await work(tx) }))
  return result
}

const divide = prepared(({ by }: { by: number }) => statement<{ result: number }>(sql`select 12 / ${by}::int as result`))

describe('a transaction', () => {
  it('makes one trip for all that is asked before anything is awaited, and one for what follows', async () => {
    const [one, two] = await within(async (tx) => {
      const both = await Promise.all([tx.first(divide({ by: 2 })), tx.all(divide({ by: 3 }))])
      tx.write(divide({ by: 4 }))
      return both
    })
    expect(one).toEqual({ result: 6 })
    expect(two).toEqual([{ result: 4 }])
    expect(trips.map((statements) => statements.length)).toEqual([4, 2])
  })

  it('that fails before anything is awaited leaves nothing that the next one on its connection could commit', async () => {
    const key = '0193f000-0000-7000-8000-000000000001'
    const leave = (tx: OpenTransaction) =>
      tx.write(statement(sql`insert into platform.idempotency (home, actor, key, request_hash, at) values (1, 'nobody', ${key}, '', now())`))
    const failing = within(async (tx) => {
      leave(tx)
      throw new Error('at once')
    })
    await expect(failing).rejects.toThrow('at once')
    await within((tx) => tx.first(divide({ by: 1 })))
    expect(await house.look('select from platform.idempotency where key = $1', [key])).toEqual([])
  })

  it('fails alone: a second statement that nobody waits for any more ends no process', async () => {
    const unhandled: unknown[] = []
    const note = (reason: unknown) => unhandled.push(reason)
    process.on('unhandledRejection', note)
    const failing = within(async (tx) => {
      const [one, other] = [tx.first(divide({ by: 0 })), tx.first(divide({ by: 1 }))]
      return [await one, await other]
    })
    await expect(failing).rejects.toMatchObject({ code: '22012' })
    await new Promise((resolve) => setTimeout(resolve, 20))
    process.off('unhandledRejection', note)
    expect(unhandled).toEqual([])
  })

  it('sends nothing that comes after its end', async () => {
    let late: OpenTransaction | undefined
    await within(async (tx) => {
      late = tx
      return await tx.first(divide({ by: 1 }))
    })
    await expect(late?.first(divide({ by: 2 }))).rejects.toThrow('the transaction is over')
  })

  it('fails by the first statement that failed, does nothing behind it, and leaves the connection whole', async () => {
    const done: unknown[] = []
    const failed = within(async (tx) => {
      const later = tx.first(divide({ by: 6 })).then((row) => done.push(row))
      await Promise.all([tx.first(divide({ by: 0 })), later])
    })
    await expect(failed).rejects.toMatchObject({ code: '22012' })
    // Both were asked in one trip, this one first.
    expect(done).toEqual([{ result: 2 }])
    const behind = within(async (tx) => {
      const first = tx.first(divide({ by: 0 }))
      await Promise.all([first, tx.first(divide({ by: 6 })).then((row) => done.push(row))])
    })
    await expect(behind).rejects.toMatchObject({ code: '22012' })
    expect(done.length).toBe(1)
    expect(await within((tx) => tx.first(divide({ by: 6 })))).toEqual({ result: 2 })
  })

  it('fails by a write that nobody waited for, and keeps nothing', async () => {
    const key = '00000000-0000-4000-8000-000000000001'
    const insert = statement(sql`insert into platform.idempotency (home, actor, key, request_hash, at)
      values (0, 'anyone', ${key}::uuid, ''::bytea, now())`)
    const failed = within(async (tx) => {
      tx.write(insert)
      tx.write(divide({ by: 0 }))
    })
    await expect(failed).rejects.toMatchObject({ code: '22012' })
    expect(await house.look('select from platform.idempotency where key = $1', [key])).toEqual([])
  })

  it('fails alone by a value that cannot be sent, and the next one sends nothing of it', async () => {
    const never = statement(sql`select ${'sent'}::text, ${new Date(Number.NaN)}::timestamptz`)
    await expect(within((tx) => tx.first(never))).rejects.toThrow('Invalid time value')
    expect(await within((tx) => tx.first(divide({ by: 6 })))).toEqual({ result: 2 })
  })

  it('sends what is larger than the place where messages are written', async () => {
    const large = 'س'.repeat(200_000)
    const read = statement<{ large: string; bytes: Buffer }>(sql`select ${large}::text as large, ${Buffer.alloc(300_000, 7)}::bytea as bytes`)
    const row = await within((tx) => tx.first(read))
    expect(row?.large === large).toBe(true)
    expect(row?.bytes.equals(Buffer.alloc(300_000, 7))).toBe(true)
    expect(await within((tx) => tx.first(divide({ by: 6 })))).toEqual({ result: 2 })
  })

  it('names the place that asked, not the socket on which the error came', async () => {
    const error = await within((tx) => tx.first(divide({ by: 0 }))).catch((failure: Error) => failure)
    expect((error as Error).stack).toContain('transaction.ts')
  })

  it('prepares a statement anew when its columns have changed', async () => {
    const read = statement(sql`select * from changing`)
    await within(async (tx) => {
      tx.write(statement(sql`create temporary table changing (one integer)`))
      tx.write(statement(sql`insert into changing values (1)`))
      expect(await tx.first(read)).toEqual({ one: 1 })
    })
    await within(async (tx) => tx.write(statement(sql`alter table changing add two text default 'b'`)))
    await expect(within((tx) => tx.first(read))).rejects.toMatchObject({ code: '0A000' })
    expect(await within((tx) => tx.first(read))).toEqual({ one: 1, two: 'b' })
  })

  it('ends with an error, not in silence, when the server goes away', async () => {
    const lost = within((tx) => tx.first(statement(sql`select pg_terminate_backend(pg_backend_pid())`)))
    await expect(lost).rejects.toThrow()
    expect(await within((tx) => tx.first(divide({ by: 6 })))).toEqual({ result: 2 })
  })
})

describe('a value', () => {
  it.each([
    ['text', 'text', `he said "no", o'clock \\ {a,b} سلام`],
    ['a list of texts', 'text[]', ['a', '', 'b,c', '"quoted"', 'back\\slash', '{braces}', 'null', 'فارسی']],
    ['a list with nothing in it', 'text[]', []],
    ['numbers in a list', 'integer[]', [1, -2, 3]],
    ['bytes', 'bytea', Buffer.from([0, 255, 92, 39])],
    ['JSON', 'jsonb', { a: [1, null, 'x"y'] }],
    ['a truth', 'boolean', true],
    ['nothing', 'text', null],
    ['an instant', 'timestamptz', new Date('2026-03-20T22:00:00.123Z')],
    ['a large number', 'bigint', 9_007_199_254_740_991],
    ['a fraction', 'double precision', 35.6892],
  ])('comes back as it went: %s', async (_, type, value) => {
    const row = await within((tx) => tx.first(statement(sql`select ${value}::${sql.raw(type)} as value`)))
    expect(row).toEqual({ value })
  })
})

describe('a prepared statement', () => {
  it('cannot look at its arguments: they are filled in later', () => {
    const wrong = prepared(({ id }: { id: string }) => statement(sql`select ${`case:${id}`}`))
    expect(() => wrong({ id: 'x' }).compile()).toThrow(/only placed/)
  })
})

describe('the life of a call', () => {
  it('is two trips, for a case with its person and needs and for a need that is added', async () => {
    const [sara, mina] = [await house.as('sara'), await house.as('mina')]
    await house.stranger().send(ask, { body: asked })
    const row = (await sara.send(getInbox, {})).answer.rows[0]!
    const decision = { decision: 'open-case', worker: people.mina.account } as const
    const { answer } = await sara.send(triage, { params: { request: row.id }, body: { revision: row.revision, decision } })
    const params = { case: answer.case! }
    trips.length = 0
    expect((await mina.send(getCase, { params })).status).toBe(200)
    expect(trips.length).toBe(2)
    trips.length = 0
    const added = await mina.send(addNeed, {
      params,
      key: '00000000-0000-4000-8000-000000000002',
      body: {
        kind: 'clinic',
        requires: { skills: [], vetting: true, sameSex: 'none', languages: [] },
        minutes: 60,
        from: '2027-01-01T08:00:00.000Z',
        to: '2027-01-01T10:00:00.000Z',
        priority: 1,
      },
    })
    expect(added.status, added.text).toBe(201)
    expect(trips.length).toBe(2)
  })
})
