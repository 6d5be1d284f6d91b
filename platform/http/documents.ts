import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '#platform/clock/index.ts'
import type { Conditions } from './caching.ts'
import { createLimiter } from './limit.ts'

/** What a document's door reads of a request: nothing about who asks. */
export interface DocumentRequest extends Conditions {
  /** What follows the door's own path, as it was sent. */
  readonly path: string
  /** Without the `?`. */
  readonly search: string
  readonly accept?: string | undefined
  readonly acceptLanguage?: string | undefined
}

export interface DocumentAnswer {
  readonly status: 200 | 204 | 304
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/**
 * Public documents in forms that others have set: the address is theirs, the answer is not JSON of a contract. Only for what
 * is released to everybody: nobody's rights are looked at.
 */
export interface DocumentDoor {
  /** `/api/…`; everything below it belongs to the door. */
  readonly path: string
  /** Most calls from one address in so many minutes: anybody may knock, and an answer may be long to make. */
  readonly limit: { readonly calls: number; readonly minutes: number }
  answer(request: DocumentRequest): Promise<DocumentAnswer>
}

const one = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header.join(', ') : header)

const requestOf = ({ url, headers }: FastifyRequest, door: DocumentDoor): DocumentRequest => {
  const at = url.indexOf('?')
  return {
    path: (at === -1 ? url : url.slice(0, at)).slice(door.path.length + 1),
    search: at === -1 ? '' : url.slice(at + 1),
    accept: headers.accept,
    acceptLanguage: headers['accept-language'],
    ifNoneMatch: one(headers['if-none-match']),
    ifModifiedSince: headers['if-modified-since'],
  }
}

/** As bytes: Fastify would write the media type of a text its own way, and readers compare it as it stands. */
const bytesOf = (body: string | Uint8Array): Buffer =>
  typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength)

const send = async (reply: FastifyReply, { status, headers, body }: DocumentAnswer): Promise<FastifyReply> =>
  await reply.code(status).headers(headers).send(body === undefined ? undefined : bytesOf(body))

/** A route below each door's path. What it throws is answered like any other operation's. */
export const addDocuments = (server: FastifyInstance, clock: Clock, doors: readonly DocumentDoor[]): void => {
  const limiter = createLimiter()
  for (const door of doors)
    server.get(`${door.path}/*`, async (request, reply) => {
      limiter.count(door.path, request.ip, door.limit, clock.now().getTime())
      return await send(reply, await door.answer(requestOf(request, door)))
    })
}
