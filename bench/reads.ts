import Fastify from 'fastify'
import { createPool } from '#platform/db/index.ts'
import { openBenchHouse, poolSize } from './lib/house.ts'
import { compare, printRatios } from './lib/load.ts'
import { recordTrips, replaying, varyTrail, type RecordedTrip } from './lib/recorded.ts'

/**
 * A case with its person and needs, behind both walls and with its line in the trail, against bare Fastify with
 * one unprotected SELECT of the same row, and against bare Fastify with the identical statements.
 */
const main = async (): Promise<void> => {
  const house = await openBenchHouse()
  const { cookie, cases, address } = house
  let turn = 0
  const next = () => cases[(turn = (turn + 1) % cases.length)] ?? { home: 0, id: '' }
  const get = (id: string) => fetch(`${address}/api/cases/${id}`, { headers: { cookie } })

  const recordings: RecordedTrip[][] = []
  for (const { id } of cases) recordings.push(await recordTrips(house.open.house.pool, () => get(id)))
  const answer = await (await get(next().id)).text()
  const same = await replaying(house.open.house.pool.options.connectionString ?? '', poolSize, recordings, answer, varyTrail)

  const barePool = createPool({ url: house.adminUrl, max: poolSize, name: 'bench bare' })
  const bare = Fastify()
  bare.get('/:home/:id', async (request) => {
    const { home, id } = request.params as { home: string; id: string }
    const { rows } = await barePool.query('select * from casework.case where home = $1 and id = $2', [home, id])
    return rows[0]
  })
  const bareAddress = await bare.listen({ port: 0, host: '127.0.0.1' })

  const figures = await compare({
    'Hamyar: one case': { url: address, method: 'GET', next: () => ({ path: `/api/cases/${next().id}`, headers: { cookie } }) },
    'bare Fastify + one unprotected SELECT': {
      url: bareAddress,
      method: 'GET',
      next: () => {
        const { home, id } = next()
        return { path: `/${home}/${id}` }
      },
    },
    'bare Fastify + the identical statements': { url: same.address, method: 'GET', next: () => ({ path: '/' }) },
  }, house.postmaster)
  printRatios('Hamyar: one case', figures, {
    'bare Fastify + one unprotected SELECT': 0.4,
    'bare Fastify + the identical statements': 0.7,
  })
  await Promise.all([bare.close(), same.close()])
  await barePool.end()
  await house.close()
}

await main()
