import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance } from 'fastify'
import type { House, Route } from '#platform/command/index.ts'
import { isAway } from '#platform/db/away.ts'
import { NotCommitted } from '#platform/db/index.ts'
import type { Log } from '#platform/log/index.ts'
import { Problem, statusOf } from '#platform/problem/index.ts'
import { createLimiter } from './limit.ts'
import { languageOf, problemDocument, type ProblemWords } from './problem-document.ts'
import { addRoutes, type ActorOf } from './routes.ts'
import { addSecurityHeaders } from './security.ts'

export interface ServerParts {
  readonly house: House
  readonly routes: readonly Route[]
  readonly actorOf: ActorOf
  readonly problemWords: ProblemWords
  readonly log: Log
  readonly secure: boolean
  readonly development: boolean
  readonly behindProxy: boolean
}

interface ServerFault {
  readonly code?: string
  readonly statusCode?: number
}

/** What Fastify itself refuses (size, media type, malformed JSON) as a Problem; undefined for a bug. */
const doorProblem = (error: ServerFault): Problem | undefined => {
  if (error.statusCode === 413) return new Problem('body.too-large')
  if (error.code?.startsWith('FST_ERR_CTP') === true || (error.statusCode === 400 && error.code === undefined))
    return new Problem('request.invalid')
  return undefined
}

/** The database is away, so nothing of the deed is known to have happened: the caller may try again. */
const mayTryAgain = (error: Error): boolean => error instanceof NotCommitted || isAway(error)

/** The web server without its pages: every operation of the contracts, problems as RFC 9457 documents. */
export const createServer = async (parts: ServerParts): Promise<FastifyInstance> => {
  const { log, house } = parts
  const server = Fastify({
    logger: false,
    bodyLimit: 256 * 1024,
    trustProxy: parts.behindProxy,
    routerOptions: { maxParamLength: 100 },
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
  })
  await server.register(cookie)
  addSecurityHeaders(server, parts.secure, parts.development)
  server.setErrorHandler(async (error: Error & ServerFault, request, reply) => {
    const known = error instanceof Problem ? error : doorProblem(error)
    const away = known === undefined && mayTryAgain(error)
    // Every call fails while it is away: a line each, and no stack, which would name the same place each time.
    if (away) log.warn({ code: error.code, route: request.routeOptions.url }, 'the database is away')
    else if (known === undefined) log.error({ err: error, route: request.routeOptions.url }, 'a request failed')
    const problem = known ?? new Problem(away ? 'server.busy' : 'server.failed')
    const status = problem.code === 'server.failed' ? 500 : statusOf(problem.code)
    const language = languageOf(request.cookies['lang'], request.headers['accept-language'])
    if (problem.code === 'rate.limited') reply.header('retry-after', String(problem.details['seconds'] ?? 60))
    return await reply
      .code(status)
      .type('application/problem+json')
      .send(JSON.stringify({ ...problemDocument(problem, language, parts.problemWords), status }))
  })
  server.addHook('onResponse', (request, reply, done) => {
    log.info({ route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request')
    done()
  })
  addRoutes(server, house, parts.routes, parts.actorOf, createLimiter(), parts.secure)
  return server
}
