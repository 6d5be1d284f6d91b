import { call, type Args, type OperationId } from '#web/api/index.ts'
import { asProblem, isUndecided } from '#web/api/problem.ts'
import { openStore, type Waiting } from './store.ts'

export interface Outbox {
  readonly waiting: readonly Waiting[]
  /** How many were sent since the page opened. */
  readonly sent: number
  /** The records of those that the server would not have: a visit that had changed meanwhile. */
  readonly refused: ReadonlySet<string>
}

let present: Outbox = { waiting: [], sent: 0, refused: new Set() }
let loaded: Promise<void> | undefined
let flushing: Promise<void> | undefined
const listeners = new Set<() => void>()

const change = (next: Outbox) => {
  present = next
  for (const listener of listeners) listener()
}

const load = () => {
  loaded ??= openStore()
    .then((store) => store.all())
    .then((waiting) => change({ ...present, waiting }))
    // A browser that forbids storage has no outbox; everything else still works.
    .catch(() => undefined)
  return loaded
}

export const subscribeOutbox = (listener: () => void) => {
  listeners.add(listener)
  void load().then(flush)
  return () => void listeners.delete(listener)
}
export const outbox = () => present

/** Puts a deed into the phone. It is acknowledged to the volunteer only once it is really kept. */
export const keep = async <Id extends OperationId>(
  key: string,
  operation: Id,
  record: string,
  args: Args<Id>,
): Promise<void> => {
  await load()
  const waiting: Waiting = { key, operation, record, args, at: new Date().toISOString() }
  await (await openStore()).put(waiting)
  change({ ...present, waiting: [...present.waiting, waiting] })
  tryLater()
}

const drop = async ({ key, record }: Waiting, wasRefused: boolean): Promise<void> => {
  await (await openStore()).drop(key)
  const waiting = present.waiting.filter((one) => one.key !== key)
  const refused = wasRefused ? new Set([...present.refused, record]) : present.refused
  change({ waiting, sent: present.sent + 1, refused })
}

const sendAll = async (): Promise<void> => {
  for (const one of [...present.waiting]) {
    const { key, operation, args } = one
    let wasRefused = false
    try {
      await call(operation, args as Args<typeof operation>, { idempotencyKey: key })
    } catch (reason) {
      const problem = asProblem(reason)
      // No network, a busy server, or signed out: it stays, in its order. What was refused for good is dropped, and said.
      if (isUndecided(problem) || problem.code === 'sign-in.required') return
      wasRefused = true
    }
    await drop(one, wasRefused)
  }
}

/** Some phones never say that they are connected again. */
const msBetweenTries = 30_000
let nextTry: ReturnType<typeof setTimeout> | undefined

const tryLater = () => {
  clearTimeout(nextTry)
  if (present.waiting.length > 0) nextTry = setTimeout(() => void flush(), msBetweenTries)
}

/** Sends what waits, oldest first, one at a time. */
export const flush = (): Promise<void> => {
  flushing ??= sendAll().finally(() => {
    flushing = undefined
    tryLater()
  })
  return flushing
}

/** How many visits something waits for. */
export const visitsWaiting = ({ waiting }: Outbox): number => new Set(waiting.map(({ record }) => record)).size

/** Gone with the sign-out: nothing of a volunteer stays on a phone that changes hands, nor the last list of visits. */
export const emptyPhone = async (): Promise<void> => {
  await (await openStore()).clear()
  change({ ...present, waiting: [] })
}

if (typeof document !== 'undefined') {
  addEventListener('online', () => void flush())
  document.addEventListener('visibilitychange', () => void (document.hidden || flush()))
}
