import { guarded, inDeed, type Input, type ReadScope, type Route } from '#platform/command/index.ts'
import type { AnswerOf, Operation, OperationDefinition } from '#platform/contract/index.ts'

/**
 * A read. Like a write it runs behind both walls and leaves its line in the trail (`audit(null)` where it
 * touched no person's data), but its commit does not wait for the disk.
 */
export const query = <D extends OperationDefinition>(
  operation: Operation<D>,
  handle: (scope: ReadScope, input: Input<D>) => Promise<AnswerOf<D>>,
): Route<D> => ({
  operation,
  run: (house, actor, call) =>
    guarded(house, actor, operation, call, {}, () =>
      inDeed(house, actor, operation.id, { wait: false }, (scope) => handle(scope, call as unknown as Input<D>)),
    ),
})

/** A read of published, nobody's data (places, words, the catalogue): no transaction wall is needed, no trail kept. */
export const openQuery = <D extends OperationDefinition>(
  operation: Operation<D>,
  handle: (scope: ReadScope, input: Input<D>) => Promise<AnswerOf<D>>,
): Route<D> => query(operation, async (scope, input) => {
  scope.audit(null)
  return await handle(scope, input)
})
