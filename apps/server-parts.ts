import type { FastifyInstance } from 'fastify'
import { domainRoutes, problemWords } from '#apps/domains.ts'
import type { OpenHouse } from '#apps/house.ts'
import { SESSION_COOKIE } from '#platform/http/routes.ts'
import { createServer } from '#platform/http/index.ts'
import type { Log } from '#platform/log/index.ts'

export interface ServerOptions {
  readonly log: Log
  readonly secure?: boolean
  readonly development?: boolean
  readonly behindProxy?: boolean
}

/** The server of an open house, with every operation of every domain. */
export const serverOf = ({ house }: OpenHouse, options: ServerOptions): Promise<FastifyInstance> =>
  createServer({
    house,
    routes: domainRoutes,
    problemWords,
    actorOf: (request) => house.auth.sessions.read(request.cookies[SESSION_COOKIE]),
    log: options.log,
    secure: options.secure ?? false,
    development: options.development ?? false,
    behindProxy: options.behindProxy ?? false,
  })
