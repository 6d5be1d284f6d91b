import type { Actor } from '#platform/actor/index.ts'
import type { AnswerOf, BodyOf, Operation, OperationDefinition, ParamsOf, QueryOf } from '#platform/contract/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { inDeed, recordRefusal, type House } from './deed.ts'
import { claim, Replay, requestHash, settle } from './idempotency.ts'
import { isRefusedAttempt, mayRetry, problemOf, requireListed, type Conflicts } from './refusal.ts'
import type { ReadScope, WriteScope } from './scope.ts'

export type { House } from './deed.ts'
export { inDeed } from './deed.ts'
export type { ReadScope, Services, WriteScope } from './scope.ts'

/** What the door hands over, already parsed by the contract. */
export interface Call {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly idempotencyKey: string | undefined
  readonly door: Door
}

/** What a few handlers (sign-in, follow-up) need of the request itself. */
export interface Door {
  readonly address: string
  /** The caller's device in a few words, for the list of their sessions. */
  readonly device: string
  setSession(token: string, endsAt: Date): void
  clearSession(): void
}

/** An operation with the code that does it: what `routes.ts` lists. */
export interface Route<D extends OperationDefinition = OperationDefinition> {
  readonly operation: Operation<D>
  run(house: House, actor: Actor, call: Call): Promise<unknown>
}

export interface Input<D> {
  readonly params: ParamsOf<D>
  readonly query: QueryOf<D>
  readonly body: BodyOf<D>
  readonly door: Door
}

const MAY_NOT = new Problem('record.not-found')

/** The first question of every call, before any row is read. */
export const requireMay = (operation: Operation, actor: Actor): void => {
  const { may } = operation
  if (may === 'anyone') return
  if (actor.kind === 'anyone') throw new Problem('sign-in.required')
  if (may === 'signed-in') return
  // Not yours answers as not there: existence is itself private.
  if (actor.role === undefined || !may.includes(actor.role)) throw MAY_NOT
}

const recordOf = (params: unknown): string | null =>
  Object.values((params ?? {}) as Record<string, string>)[0] ?? null

/** Runs, translates what PostgreSQL refused, retries a deadlock once, and leaves a trail of refusals. */
export const guarded = async <T>(
  house: House,
  actor: Actor,
  operation: Operation,
  call: Call,
  conflicts: Conflicts,
  work: () => Promise<T>,
): Promise<T> => {
  try {
    requireMay(operation, actor)
    try {
      return await work()
    } catch (error) {
      if (!mayRetry(error)) throw error
      return await work()
    }
  } catch (error) {
    const problem = problemOf(error, conflicts)
    if (problem === undefined) throw error
    requireListed(problem, operation.problems, operation.id)
    if (isRefusedAttempt(problem))
      await recordRefusal(house, actor, operation.id, recordOf(call.params), problem.code)
    throw problem
  }
}

export interface CommandOptions<D> {
  /**
   * Reads the answer again for a repeated idempotency key, under the caller's present rights.
   * `record` is the one that the deed's first audit line named.
   */
  readonly reread: (scope: ReadScope, record: string, input: Input<D>) => Promise<AnswerOf<D>>
  /** Constraint name → Problem code, where a clash of two deeds means something to the caller. */
  readonly conflicts?: Conflicts
}

/**
 * A write. One life for all of them: may → transaction ▸ idempotency ▸ the handler's policy, lifecycle and
 * store ▸ facts, events, audit → commit → the answer.
 */
export const command = <D extends OperationDefinition>(
  operation: Operation<D>,
  { reread, conflicts = {} }: CommandOptions<D>,
  handle: (scope: WriteScope, input: Input<D>) => Promise<AnswerOf<D>>,
): Route<D> => ({
  operation,
  run: (house, actor, call) => {
    const input = call as unknown as Input<D>
    const key = call.idempotencyKey
    if (operation.offline === 'queue' && key === undefined)
      throw new Problem('request.invalid', {}, [{ field: 'idempotency-key', code: 'required' }])
    return guarded(house, actor, operation, call, conflicts, async () => {
      try {
        return await inDeed(house, actor, operation.id, { wait: true }, async (scope, tx, gathered) => {
          if (key !== undefined)
            tx.gate(claim(tx, actor, key, requestHash(operation.id, call.params, call.body), scope.now))
          const answer = await handle(scope, input)
          if (key !== undefined) settle(tx, actor, key, gathered.lines.find(isDeed(operation.id))?.record ?? null)
          return answer
        })
      } catch (error) {
        if (!(error instanceof Replay)) throw error
        return await inDeed(house, actor, `${operation.id}:repeated`, { wait: false }, async (scope) => {
          scope.audit(error.record)
          return await reread(scope, error.record, input)
        })
      }
    })
  },
})

const isDeed = (act: string) => (line: { act: string }) => line.act === act
