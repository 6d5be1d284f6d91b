import type { ReceivedOf, SentOf } from '#platform/contract/index.ts'
import { operations, type Operations } from './operations.ts'
import { NetworkProblem, ProblemError, type ProblemDocument } from './problem.ts'

/** An operation of some contract, by its id: `referrals.accept`. */
export type OperationId = keyof Operations & keyof typeof operations

/** What it answers. */
export type Answer<Id extends OperationId> = ReceivedOf<Operations[Id]>

type Sent<Id extends OperationId> = SentOf<Operations[Id]>
type Given<Parts> = { [Part in keyof Parts as undefined extends Parts[Part] ? never : Part]: Parts[Part] }
type Missing<Parts> = { [Part in keyof Parts as undefined extends Parts[Part] ? Part : never]?: Parts[Part] }

/** `{ params, query, body }`, each there exactly when the contract has it. */
export type Args<Id extends OperationId> = Given<Sent<Id>> & Missing<Sent<Id>>

export interface CallOptions {
  /** One key for one intent of a person, however often the line breaks; `useWrite` brings its own. */
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
  /** Goes out even though the page is being left. */
  readonly keepalive?: boolean
}

/** How long an answer may take before we say that the network is the trouble. */
const msToWait = 30_000

type Parts = { readonly params?: object; readonly query?: object; readonly body?: unknown }

/** Calls an operation of the contracts. Throws a `ProblemError` and nothing else. */
export async function call<Id extends OperationId>(
  id: Id,
  args: Args<Id>,
  options: CallOptions = {},
): Promise<Answer<Id>> {
  const [method] = operations[id]
  const response = await send(addressOf(id, args), {
    method,
    headers: headersOf(method, options),
    body: method === 'GET' ? undefined : JSON.stringify((args as Parts).body ?? {}),
    signal: options.signal ?? AbortSignal.timeout(msToWait),
    credentials: 'same-origin',
    ...(options.keepalive === true ? { keepalive: true } : {}),
  })
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as Answer<Id>
}

/** The address of a GET, for links and downloads. */
export function addressOf<Id extends OperationId>(id: Id, args: Args<Id>): string {
  const { params = {}, query = {} } = args as Parts
  const path = operations[id][1].replace(/:(\w+)/g, (_, name: string) => segmentOf(params, name))
  const search = searchOf(query)
  return search === '' ? path : `${path}?${search}`
}

const segmentOf = (params: object, name: string) =>
  encodeURIComponent(String((params as Readonly<Record<string, unknown>>)[name]))

/** Lists repeat their name; what is undefined or null is left away. */
function searchOf(query: object): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) search.append(name, String(one))
    }
  }
  return search.toString()
}

function headersOf(method: string, { idempotencyKey }: CallOptions): Record<string, string> {
  const language = document.documentElement.lang
  const shared = { accept: 'application/json, application/problem+json', 'accept-language': language }
  if (method === 'GET') return shared
  return {
    ...shared,
    'content-type': 'application/json',
    // A form on another site cannot send it: the server refuses writes without.
    'x-hamyar': '1',
    'idempotency-key': idempotencyKey ?? newKey(),
  }
}

async function send(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request)
  } catch (reason) {
    if (reason instanceof DOMException && reason.name === 'AbortError') throw reason
    throw new NetworkProblem()
  }
}

async function problemOf(response: Response): Promise<ProblemError> {
  try {
    return new ProblemError(response.status, (await response.json()) as ProblemDocument)
  } catch {
    return new ProblemError(response.status, { code: 'server.failed' })
  }
}

/** Random, also where `crypto.randomUUID` is missing: an old phone, or a page that is not on https. */
export function newKey(): string {
  const bytes = Array.from(crypto.getRandomValues(new Uint8Array(16)))
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
