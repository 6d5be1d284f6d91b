import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languageOf } from '#platform/http/index.ts'
import { doorFile, doorOf, inLanguage, type Door } from '#web/doors.ts'

const DOORS: readonly Door[] = ['public', 'volunteer', 'staff']

const send = (request: FastifyRequest, reply: FastifyReply, html: string) =>
  reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('vary', 'cookie, accept-language')
    .send(inLanguage(html, languageOf(request.cookies['lang'], request.headers['accept-language'])))

const isPage = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') &&
  !request.url.startsWith('/api/') &&
  !request.url.startsWith('/assets/')

/**
 * The built pages of the three doors. Assets carry a hash in their name and are kept for ever; documents are
 * never stored, so that nothing of a visit stays on a shared computer.
 */
export const addBuiltPages = async (server: FastifyInstance, folder: string): Promise<void> => {
  const html = Object.fromEntries(
    DOORS.map((door) => [door, readFileSync(join(folder, doorFile(door)), 'utf8')]),
  ) as Record<Door, string>
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    globIgnore: ['**/index.html', '**/manifest.json'],
    setHeaders: (reply, path) => {
      reply.setHeader(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  server.setNotFoundHandler(async (request, reply) => {
    if (!isPage(request)) return await reply.code(404).type('application/problem+json').send(NOT_THERE)
    return await send(request, reply, html[doorOf(request.url.split('?')[0] ?? '/')])
  })
}

const NOT_THERE = JSON.stringify({ type: '/problems/record.not-found', title: 'not found', status: 404, code: 'record.not-found', fields: [] })

/** The sources of `web/api` lie where the operations do; no operation ends like a module. */
const isModule = (url: string): boolean => /^\/api\/[\w-]+\.tsx?(?:$|\?)/.test(url)

/** The pages through Vite, with reload: only with HAMYAR_DEV=1. */
export const addDevelopmentPages = async (server: FastifyInstance): Promise<void> => {
  const { devMiddleware } = await import('#web/dev.ts')
  const vite = await devMiddleware(server.server)
  server.addHook('onClose', async () => vite.close())
  server.setNotFoundHandler(async (request, reply) => {
    if (request.url.startsWith('/api/') && !isModule(request.url)) return await reply.code(404).type('application/problem+json').send(NOT_THERE)
    const handled = await new Promise<boolean>((resolve) => {
      reply.raw.on('finish', () => resolve(true))
      vite.middlewares(request.raw, reply.raw, () => resolve(false))
    })
    if (handled) return reply.hijack()
    return await send(request, reply, await vite.html(request.url))
  })
}
