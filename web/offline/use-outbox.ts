import { useState, useSyncExternalStore } from 'react'
import { call, newKey, type Args, type OperationId, type ProblemError } from '#web/api/index.ts'
import { asProblem } from '#web/api/problem.ts'
import { keep, outbox, subscribeOutbox, type Outbox } from './outbox.ts'

export const useOutbox = (): Outbox => useSyncExternalStore(subscribeOutbox, outbox)

/** `sent`: the server has it; `queued`: the phone keeps it for a network; `refused`: see `problem`. */
export type Fate = 'sent' | 'queued' | 'refused'

/** A deed that may wait: tried at once, kept in the phone when there is no network. */
export function useQueuedWrite<Id extends OperationId>(operation: Id, onDone: () => void = () => undefined) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemError>()
  const write = async (record: string, args: Args<Id>): Promise<Fate> => {
    setBusy(true)
    setProblem(undefined)
    // The same key in the phone: when the answer was lost on the way, the deed is not done again.
    const key = newKey()
    try {
      await call(operation, args, { idempotencyKey: key })
      onDone()
      return 'sent'
    } catch (reason) {
      const refused = asProblem(reason)
      if (refused.status !== 0) {
        setProblem(refused)
        return 'refused'
      }
      return await keep(key, operation, record, args).then(
        () => 'queued' as const,
        () => {
          setProblem(refused)
          return 'refused' as const
        },
      )
    } finally {
      setBusy(false)
    }
  }
  return { write, busy, problem }
}
