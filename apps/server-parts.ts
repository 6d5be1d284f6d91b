import type { FastifyInstance } from 'fastify'
import { domainRoutes, problemWords } from '#apps/domains.ts'
import type { OpenHouse } from '#apps/house.ts'
import { SESSION_COOKIE } from '#platform/http/routes.ts'
import { answerCatalogue, answerFile, answerSdmx, noisedFiles, releasedDatasets, releasedFiles } from '#domains/observatory/index.ts'
import { addDocuments } from '#platform/http/documents.ts'
import { createServer } from '#platform/http/index.ts'
import type { Log } from '#platform/log/index.ts'

export interface ServerOptions {
  readonly log: Log
  readonly secure?: boolean
  readonly development?: boolean
  readonly behindProxy?: boolean
}

/** What is released to everybody, at addresses that others have set. */
const addReleases = (server: FastifyInstance, { house }: OpenHouse): void => {
  const [registry, files] = [releasedDatasets(house), releasedFiles(house)]
  addDocuments(server, house.clock, [
    { path: '/api/sdmx', limit: { calls: 120, minutes: 1 }, answer: (request) => answerSdmx(registry, request) },
    { path: '/api/releases', limit: { calls: 120, minutes: 1 }, answer: (request) => (request.path === 'catalogue' ? answerCatalogue(house, request) : answerFile(files, request)) },
    { path: '/api/tables', limit: { calls: 60, minutes: 1 }, answer: noisedFiles(house) },
  ])
}

/** The server of an open house, with every operation of every domain. */
export const serverOf = async (open: OpenHouse, options: ServerOptions): Promise<FastifyInstance> => {
  const { house } = open
  const server = await createServer({
    house,
    routes: domainRoutes,
    problemWords,
    actorOf: (request) => house.auth.sessions.read(request.cookies[SESSION_COOKIE]),
    log: options.log,
    secure: options.secure ?? false,
    development: options.development ?? false,
    behindProxy: options.behindProxy ?? false,
  })
  addReleases(server, open)
  return server
}
