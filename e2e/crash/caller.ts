import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from '#demonstration/chance.ts'
import type { Operation, OperationDefinition, ReceivedOf, SentOf } from '#platform/contract/index.ts'

const SESSION = 'hamyar'
const msToGiveUp = 20_000
const msBetweenTries = 150
/** Between two writes of one writer: kills are what is tried here, and everything that was acknowledged is looked at after each. */
const msToThink = 40
/** How often an acknowledged write is sent once more at once, as by a phone that missed the answer. */
const impatience = 0.1

/** A write with its key, and what it was answered. */
export interface Deed {
  readonly operation: string
  readonly key: string
  readonly send: () => Promise<Answer | undefined>
  /** Absent until somebody acknowledged it. */
  answer?: Answer
}

export interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly text: string
}

/** What the writers did, in the order of asking. */
export interface Ledger {
  readonly deeds: Deed[]
  /** Answers that are neither done nor "try again": there should be none. */
  readonly wrong: string[]
  lost: number
  repeated: number
}

export const newLedger = (): Ledger => ({ deeds: [], wrong: [], lost: 0, repeated: 0 })

/** Where the house answers now; undefined once the writers may go home. */
export type Where = () => string | undefined

export class GoneHome extends Error {}

/** Only what the operation asks for, as in `SentOf`. */
type Sent<D> = { [K in keyof SentOf<D> as SentOf<D>[K] extends undefined ? never : K]: SentOf<D>[K] }

/** A client that keeps its session and its keys, and asks again until it is answered, as the pages do. */
export interface Caller {
  read<D extends OperationDefinition>(operation: Operation<D>, sent: Sent<D>): Promise<ReceivedOf<D>>
  write<D extends OperationDefinition>(operation: Operation<D>, sent: Sent<D>): Promise<ReceivedOf<D>>
}

const fill = (path: string, params: object): string =>
  Object.entries(params).reduce((filled, [name, value]) => filled.replace(`:${name}`, encodeURIComponent(String(value))), path)

/** Undefined when nobody answered, or the answer was "not now": then nothing is acknowledged. */
const acknowledged = async (reply: Promise<Response>): Promise<{ answer: Answer; cookie: string | undefined } | undefined> => {
  try {
    const response = await reply
    const text = await response.text()
    if (response.status === 503) return undefined
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith(`${SESSION}=`))?.split(';')[0]
    return { answer: { status: response.status, body: JSON.parse(text) as Answer['body'], text }, cookie }
  } catch {
    return undefined
  }
}

export const createCaller = (where: Where, ledger: Ledger, chance: Chance): Caller => {
  let cookie: string | undefined
  // Behind a proxy everybody has an address of their own: the door counts strangers by it.
  const address = () => `10.${chance.between(0, 255)}.${chance.between(0, 255)}.${chance.between(1, 254)}`

  const call = async (operation: Operation, sent: object, key?: string): Promise<Answer | undefined> => {
    const origin = where()
    if (origin === undefined) throw new GoneHome()
    const { params = {}, body } = sent as { params?: object; body?: object }
    const done = await acknowledged(
      fetch(origin + fill(operation.path, params), {
        method: operation.method,
        headers: {
          'x-hamyar': '1',
          'x-forwarded-for': address(),
          ...(cookie === undefined ? {} : { cookie }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
          ...(operation.method === 'POST' ? { 'content-type': 'application/json' } : {}),
        },
        ...(operation.method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
        signal: AbortSignal.timeout(msToGiveUp),
      }),
    )
    if (done?.cookie !== undefined) cookie = done.cookie
    return done?.answer
  }

  const insist = async (operation: string, send: () => Promise<Answer | undefined>): Promise<Answer> => {
    for (;;) {
      const answer = await send()
      if (answer === undefined) {
        ledger.lost += 1
        await pause(msBetweenTries)
        continue
      }
      if (answer.status < 300) return answer
      ledger.wrong.push(`${operation} ${answer.status} ${answer.text}`)
      throw new Error(`${operation} was answered ${answer.status}: ${answer.text}`)
    }
  }

  return {
    read: async (operation, sent) => (await insist(operation.id, () => call(operation as never, sent))).body as never,
    write: async (operation, sent) => {
      const key = randomUUID()
      const deed: Deed = { operation: operation.id, key, send: () => call(operation as never, sent, key) }
      ledger.deeds.push(deed)
      deed.answer = await insist(operation.id, deed.send)
      if (chance.is(impatience)) {
        ledger.repeated += 1
        await insist(operation.id, deed.send)
      }
      await pause(msToThink)
      return deed.answer.body as never
    },
  }
}
