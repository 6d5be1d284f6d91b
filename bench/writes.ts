import { randomUUID } from 'node:crypto'
import Fastify from 'fastify'
import { createPool } from '#platform/db/index.ts'
import { openBenchHouse, poolSize } from './lib/house.ts'
import { compare, printRatios } from './lib/load.ts'
import { recordTrips, replaying, varyTrail, type RecordedTrip, type Vary } from './lib/recorded.ts'

/** Where a statement's values hold the idempotency key of the call. */
const KEY_AT: Readonly<Record<string, number>> = {
  'insert into platform.idempotency': 2,
  'update platform.idempotency': 2,
}

/** Where they hold an id that must be new each time. */
const NEW_ID_AT: Readonly<Record<string, number>> = {
  'insert into facts.fact': 1,
  'insert into "casework"."need"': 1,
}

const varyWrites: Vary = (statement, turn) => {
  const values = varyTrail(statement, turn)
  const placeIn = (places: Readonly<Record<string, number>>) =>
    Object.entries(places).find(([start]) => statement.text.startsWith(start))?.[1]
  const [keyAt, idAt] = [placeIn(KEY_AT), placeIn(NEW_ID_AT)]
  return values.map((value, at) => (at === keyAt ? turn.key : at === idAt ? randomUUID() : value))
}

/**
 * Adding a need: policy, lifecycle, idempotency, a row, a change, a fact and the trail in one transaction, against
 * bare Fastify with one bare UPDATE, and against bare Fastify with the identical statements. fsync is on.
 */
const main = async (): Promise<void> => {
  const house = await openBenchHouse()
  const { cookie, cases, address } = house
  let turn = 0
  const next = () => cases[(turn = (turn + 1) % cases.length)] ?? { home: 0, id: '' }
  const from = new Date(Date.now() + 48 * 3_600_000)
  const body = JSON.stringify({
    kind: 'company',
    requires: { skills: [], vetting: true, sameSex: 'none', languages: [] },
    minutes: 60,
    from: from.toISOString(),
    to: new Date(from.getTime() + 2 * 3_600_000).toISOString(),
    priority: 1,
  })
  const headers = () => ({ cookie, 'x-hamyar': '1', 'content-type': 'application/json', 'idempotency-key': randomUUID() })
  const add = (id: string) => fetch(`${address}/api/cases/${id}/needs`, { method: 'POST', headers: headers(), body })

  const answer = await (await add(next().id)).text()
  const recordings: RecordedTrip[][] = []
  for (const { id } of cases) recordings.push(await recordTrips(house.open.house.pool, () => add(id)))
  const same = await replaying(house.open.house.pool.options.connectionString ?? '', poolSize, recordings, answer, varyWrites)

  const barePool = createPool({ url: house.adminUrl, max: poolSize, name: 'bench bare' })
  const bare = Fastify()
  bare.post('/:home/:id', async (request) => {
    const { home, id } = request.params as { home: string; id: string }
    await barePool.query('update casework.case set revision = revision + 1 where home = $1 and id = $2', [home, id])
    return { done: true }
  })
  const bareAddress = await bare.listen({ port: 0, host: '127.0.0.1' })

  const figures = await compare({
    'Hamyar: add a need': { url: address, method: 'POST', next: () => ({ path: `/api/cases/${next().id}/needs`, headers: headers(), body }) },
    'bare Fastify + one bare UPDATE': {
      url: bareAddress,
      method: 'POST',
      next: () => {
        const { home, id } = next()
        return { path: `/${home}/${id}`, headers: { 'content-type': 'application/json' }, body: '{}' }
      },
    },
    'bare Fastify + the identical statements': { url: same.address, method: 'POST', next: () => ({ path: '/', headers: { 'content-type': 'application/json' }, body: '{}' }) },
  }, house.postmaster)
  printRatios('Hamyar: add a need', figures, {
    'bare Fastify + one bare UPDATE': 0.3,
    'bare Fastify + the identical statements': 0.7,
  })
  await Promise.all([bare.close(), same.close()])
  await barePool.end()
  await house.close()
}

await main()
