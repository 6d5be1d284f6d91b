import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { inject } from 'vitest'
import { domainJobs } from '#apps/domains.ts'
import { openHouse, roleUrl, type OpenHouse } from '#apps/house.ts'
import { serverOf } from '#apps/server-parts.ts'
import type { DatabaseRole } from '#platform/db/bootstrap.ts'
import { changeUrl } from '#platform/db/url.ts'
import type { HandClock } from '#platform/clock/index.ts'
import type { Operation, OperationDefinition, ReceivedOf, SentOf } from '#platform/contract/index.ts'
import { SESSION_COOKIE } from '#platform/http/routes.ts'
import { runJob, type Payload } from '#platform/jobs/index.ts'
import { keyring, type Keyring } from '#platform/keys/index.ts'
import { createLog, type Log } from '#platform/log/index.ts'
import type { Threads } from '#platform/threads/index.ts'
import { testClock, testKeys } from './keys.ts'
import { appointmentOf, people, type Name } from './world.ts'

export { homes, people, phoneOf, units, volunteers, type Name } from './world.ts'

export interface Reply<A> {
  readonly status: number
  /** The parsed answer; undefined when it was refused. */
  readonly answer: A
  /** Code of the problem, when it was refused. */
  readonly problem: string | undefined
  readonly fields: readonly { field: string; code: string; message: string }[]
  readonly text: string
  readonly headers: Readonly<Record<string, unknown>>
}

type Sent<D> = { [K in keyof SentOf<D> as SentOf<D>[K] extends undefined ? never : K]: SentOf<D>[K] } & {
  /** Idempotency key. */
  readonly key?: string
}

/** Somebody at the front door: their calls go through HTTP like everybody's. */
export interface Visitor {
  send<D extends OperationDefinition>(operation: Operation<D>, sent: Sent<D>): Promise<Reply<ReceivedOf<D>>>
  /** The session cookie's value, kept between calls like a browser does. */
  cookie(): string | undefined
}

export interface TestHouse {
  readonly clock: HandClock
  readonly keys: Keyring
  readonly open: OpenHouse
  readonly server: FastifyInstance
  /** A named person of the world, signed in. */
  as(name: Name): Promise<Visitor>
  /** Somebody with no session. */
  stranger(): Visitor
  /** Whoever holds this session cookie. */
  visitor(token: string): Visitor
  /** Runs a job now, as the worker would. */
  job(task: string, payload?: Payload): Promise<void>
  /** Runs every job that is waiting in the queue and due by the test's clock, as the worker would. */
  jobs(): Promise<string[]>
  /** Connection string of one of the database's roles: for what somebody could do who got hold of it. */
  urlOf(role: DatabaseRole): string
  /** Rows past every wall, as a superuser: only to look, never to prepare what a person would do. */
  look<R>(sql: string, values?: readonly unknown[]): Promise<R[]>
  close(): Promise<void>
}

const fill = (path: string, params: Readonly<Record<string, string>>) =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

const visitorOf = (server: FastifyInstance, firstCookie?: string): Visitor => {
  let cookie = firstCookie
  return {
    cookie: () => cookie,
    send: async (operation, sent) => {
      const { params = {}, query = {}, body, key } = sent as {
        params?: Record<string, string>
        query?: Record<string, string>
        body?: unknown
        key?: string
      }
      const reply = await server.inject({
        method: operation.method,
        url: fill(operation.path, params),
        query: Object.fromEntries(
          Object.entries(query)
            .filter(([, value]) => value !== undefined)
            .map(([name, value]) => [name, String(value)]),
        ),
        headers: {
          'x-hamyar': '1',
          ...(cookie === undefined ? {} : { cookie: `${SESSION_COOKIE}=${cookie}` }),
          ...(key === undefined ? (operation.offline === 'queue' ? { 'idempotency-key': randomUUID() } : {}) : { 'idempotency-key': key }),
        },
        ...(operation.method === 'POST' ? { payload: body ?? {} } : {}),
      })
      const set = reply.cookies.find(({ name }) => name === SESSION_COOKIE)
      if (set !== undefined) cookie = set.value === '' ? undefined : set.value
      const parsed = (reply.body === '' ? {} : reply.json()) as { code?: string; fields?: Reply<unknown>['fields'] }
      const refused = reply.statusCode >= 400
      return {
        status: reply.statusCode,
        answer: (refused ? undefined : parsed) as never,
        problem: refused ? parsed.code : undefined,
        fields: refused ? (parsed.fields ?? []) : [],
        text: reply.body,
        headers: reply.headers,
      }
    },
  }
}

/** A whole Hamyar on its own clone of the world, with a clock that stands still until it is moved. */
export const openTestHouse = async (
  log: Log = createLog(process.env['HAMYAR_LOG'] ?? 'error'),
  settings: { readonly onCall?: string; readonly publicUrl?: string; readonly threads?: Threads } = {},
): Promise<TestHouse> => {
  const templateUrl = inject('templateUrl')
  const name = `t_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  const at = (database: string, user?: string, password?: string): string =>
    changeUrl(templateUrl, { database, user, password })
  const admin = new pg.Client({ connectionString: at('postgres') })
  await admin.connect()
  await admin.query(`create database ${name} template hamyar_template`)
  const clock = testClock()
  const keys = keyring(testKeys)
  const database = { adminUrl: at(name), urlOf: (user: string, password: string) => at(name, user, password) }
  const open = await openHouse({ database, keys, country: 'iran', poolSize: 4, clock, ...settings })
  const server = await serverOf(open, { log })
  const looker = new pg.Client({ connectionString: database.adminUrl })
  await looker.connect()
  const runNamed = async (task: string, payload: Payload = {}) => {
    const job = domainJobs.find((known) => known.task === task)
    if (job === undefined) throw new Error(`no job is called ${task}`)
    await runJob(open.house, job, payload)
  }
  return {
    clock,
    keys,
    open,
    server,
    as: async (who) => {
      const person = people[who]
      const { token } = await open.house.auth.sessions.start({
        kind: 'account',
        account: person.account,
        appointment: appointmentOf(who),
        home: person.home,
        strength: 'code+second',
        device: 'test',
        hours: 24 * 365,
      })
      return visitorOf(server, token)
    },
    stranger: () => visitorOf(server),
    urlOf: (role) => roleUrl(database, keys, role),
    visitor: (token) => visitorOf(server, token),
    job: runNamed,
    jobs: async () => {
      const done: string[] = []
      for (;;) {
        const { rows } = await looker.query<{ id: string; task: string; payload: Payload }>(
          `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
           where t.id = j.task_id and j.id = (select id from graphile_worker._private_jobs where run_at <= $1 order by run_at, id limit 1)
           returning j.id, t.identifier as task, j.payload`,
          [clock.now()],
        )
        const [next] = rows
        if (next === undefined) return done
        await runNamed(next.task, next.payload)
        done.push(next.task)
      }
    },
    look: async <R>(sql: string, values: readonly unknown[] = []) =>
      (await looker.query(sql, [...values])).rows as R[],
    close: async () => {
      await server.close()
      await open.close()
      await looker.end()
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}
