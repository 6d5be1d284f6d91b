import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { House } from '#platform/command/index.ts'

/** `/health/live` (the process answers), `/health/ready` (requests can be served), `/metrics` (Prometheus text). */
export const addHealth = (server: FastifyInstance, house: House, isReady: () => boolean): void => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'hamyar_request_seconds',
    help: 'Time from request to answer by operation path',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3],
    registers: [registry],
  })
  const failures = new Counter({
    name: 'hamyar_failures_total',
    help: 'Requests that ended in a bug of ours',
    registers: [registry],
  })
  new Gauge({
    name: 'hamyar_pool_waiting',
    help: 'Requests that wait for a database connection',
    registers: [registry],
    collect() {
      this.set(house.pool.waitingCount)
    },
  })
  server.addHook('onResponse', async (request, reply) => {
    seconds.observe({ route: request.routeOptions.url ?? 'page', status: reply.statusCode }, reply.elapsedTime / 1000)
    if (reply.statusCode === 500) failures.inc()
  })
  server.get('/health/live', async () => ({ live: true }))
  server.get('/health/ready', async (_request, reply) => {
    const answers = await house.pool.query('select 1').then(
      () => true,
      () => false,
    )
    const ready = answers && isReady()
    return await reply.code(ready ? 200 : 503).send({ ready })
  })
  server.get('/metrics', async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )
}
