import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '#platform/actor/index.ts'
import { requireMay, type Door, type House, type Route } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import type { Limiter } from './limit.ts'
import { parseRequest } from './parse.ts'

/** Who is behind a request: from its session cookie, through the accounts' own pool. */
export type ActorOf = (request: FastifyRequest) => Promise<Actor>

// 128 random bits, with or without a UUID's dashes: old phones have no randomUUID.
const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i

const idempotencyKeyOf = (request: FastifyRequest): string | undefined => {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key === 'string' && UUID.test(key)) return key.toLowerCase()
  throw new Problem('request.invalid', {}, [{ field: 'idempotency-key', code: 'not-uuid' }])
}

/**
 * A page of another site can make a browser send a form, but not this header (and not JSON) without a
 * pre-flight, which is never answered.
 */
const requireOwnPage = (request: FastifyRequest): void => {
  if (request.headers['x-hamyar'] !== '1') throw new Problem('request.untrusted')
}

export const SESSION_COOKIE = 'hamyar'

// Each names the ones after it as well: Edge says Chrome and Safari, Android says Linux.
const BROWSERS = ['Edg', 'Firefox', 'Chrome', 'Safari']
const SYSTEMS = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS X', 'Linux']

const deviceOf = (request: FastifyRequest): string => {
  const agent = request.headers['user-agent'] ?? ''
  const said = (names: readonly string[]) => names.find((name) => agent.includes(name))
  return [said(BROWSERS)?.replace('Edg', 'Edge'), said(SYSTEMS)].filter(Boolean).join(' · ')
}

const doorOf = (request: FastifyRequest, reply: FastifyReply, secure: boolean): Door => ({
  // Few operations ask for these, and every call would pay for them.
  get address() {
    return request.ip
  },
  get device() {
    return deviceOf(request)
  },
  setSession: (token, endsAt) => {
    void reply.setCookie(SESSION_COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure,
      expires: endsAt,
    })
  },
  clearSession: () => {
    void reply.clearCookie(SESSION_COOKIE, { path: '/' })
  },
})

/** One Fastify route an operation; everything about it comes from its contract. */
export const addRoutes = (
  server: FastifyInstance,
  house: House,
  routes: readonly Route[],
  actorOf: ActorOf,
  limiter: Limiter,
  secure: boolean,
): void => {
  for (const route of routes) {
    const { operation } = route
    server.route({
      method: operation.method,
      url: operation.path,
      handler: async (request, reply) => {
        if (operation.method === 'POST') requireOwnPage(request)
        if (operation.limit !== undefined)
          limiter.count(operation.id, request.ip, operation.limit, house.clock.now().getTime())
        const actor = await actorOf(request)
        // Who may not call at all is told so before being told what is wrong with the fields.
        if (actor.kind === 'anyone') requireMay(operation, actor)
        const parsed = parseRequest(operation, request)
        const answer = await route.run(house, actor, {
          ...parsed,
          idempotencyKey: idempotencyKeyOf(request),
          door: doorOf(request, reply, secure),
        })
        return await reply.code(operation.status ?? 200).send(operation.ok.parse(answer))
      },
    })
  }
}
