import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { call, type Answer, type Args, type OperationId } from './client.ts'
import { useIntent } from './intent.ts'
import { asProblem, isUndecided, type ProblemError } from './problem.ts'

export interface Reading<Data> {
  readonly data: Data | undefined
  readonly problem: ProblemError | undefined
  readonly loading: boolean
  readonly reload: () => void
}

/** Reads an operation and reads again when its arguments change; `undefined` arguments wait. */
export function useRead<Id extends OperationId>(id: Id, args: Args<Id> | undefined): Reading<Answer<Id>> {
  const [state, setState] = useState<Omit<Reading<Answer<Id>>, 'reload'>>(nothingYet)
  const [round, setRound] = useState(0)
  const key = args === undefined ? undefined : JSON.stringify(args)
  useEffect(() => {
    if (key === undefined) return undefined
    const leaving = new AbortController()
    setState((before) => ({ ...before, loading: true }))
    call(id, JSON.parse(key) as Args<Id>, { signal: leaving.signal }).then(
      (data) => leaving.signal.aborted || setState({ data, problem: undefined, loading: false }),
      (reason: unknown) => {
        if (!leaving.signal.aborted) setState({ data: undefined, problem: asProblem(reason), loading: false })
      },
    )
    return () => leaving.abort()
  }, [id, key, round])
  const reload = useCallback(() => setRound((before) => before + 1), [])
  return { ...state, reload }
}

const nothingYet = { data: undefined, problem: undefined, loading: true } as const

export interface Writing<Id extends OperationId> {
  /** Gives the answer, or `undefined` with `problem` set. A second call while one runs is refused. */
  readonly write: (args: Args<Id>) => Promise<Answer<Id> | undefined>
  readonly problem: ProblemError | undefined
  /** Sentences by field of the last refusal; empty when there was none. */
  readonly fields: Readonly<Record<string, string>>
  readonly busy: boolean
  readonly reset: () => void
}

/** Does one deed per intent: pressing again after a broken line cannot do it twice. */
export function useWrite<Id extends OperationId>(id: Id): Writing<Id> {
  const intent = useIntent()
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemError>()
  const write = async (args: Args<Id>) => {
    if (running.current) return undefined
    running.current = true
    setBusy(true)
    setProblem(undefined)
    try {
      const answer = await call(id, args, { idempotencyKey: intent.keyFor(args) })
      intent.decided()
      return answer
    } catch (reason) {
      const refused = asProblem(reason)
      if (!isUndecided(refused)) intent.decided()
      setProblem(refused)
      return undefined
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { write, problem, fields: problem?.fields ?? none, busy, reset: () => setProblem(undefined) }
}

const none: Readonly<Record<string, string>> = {}

/** Whether the device believes it has a network. It can be wrong about yes, hardly about no. */
export const useOnline = () => useSyncExternalStore(subscribeToNetwork, () => navigator.onLine)

function subscribeToNetwork(listener: () => void) {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
