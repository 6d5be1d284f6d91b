import { countryPack } from '#countries/index.ts'
import { command, type ReadScope } from '#platform/command/index.ts'
import { Problem } from '#platform/problem/index.ts'
import { dueAt } from '#domains/desk/clock.ts'
import { type RequestId, type RequestState } from '#domains/desk/contract.ts'
import { raiseToDanger } from './contract.ts'
import { whyNotRaise } from '#domains/desk/lifecycle.ts'
import * as store from '#domains/desk/store.ts'
import { requireRequest } from './triage.ts'

const answerOf = ({ id, state }: store.RequestRecord, revision: number, due: Date) => ({
  id: id as RequestId,
  state: state as RequestState,
  revision,
  dueAt: due.toISOString(),
})

const reread = async (scope: ReadScope, id: string) => {
  const request = await requireRequest(scope, id, 'read')
  scope.audit(request.id, { home: request.home })
  return answerOf(request, request.revision, request.due_at)
}

/**
 * A clerk hears danger in what came as ordinary: from now on it has danger's own clock and rings along the duty list.
 * Somebody else may have asked and the person not have said yes yet: where a life is at stake that does not wait.
 */
export const raise = command(raiseToDanger, { reread }, async (scope, { params, body }) => {
  const { tx, audit, emit, now, country } = scope
  const request = await requireRequest(scope, params.request, 'for update')
  if (request.revision !== body.revision) throw new Problem('request.stale')
  const whyNot = whyNotRaise(request.state as RequestState, request.urgency)
  if (whyNot !== undefined) throw new Problem(whyNot, { state: request.state })
  const due_at = dueAt('danger', now, countryPack(country))
  audit(request.id, { home: request.home, from: request.urgency, to: 'danger' })
  store.saveRequest(tx, request, { state: 'received', urgency: 'danger', due_at })
  emit({ name: 'desk.danger', payload: { home: request.home, request: request.id, at: now.toISOString() } })
  return answerOf(request, request.revision + 1, due_at)
})
