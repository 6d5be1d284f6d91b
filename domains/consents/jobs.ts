import type { WriteScope } from '#platform/command/index.ts'
import type { Job, Payload } from '#platform/jobs/index.ts'
import * as store from './store.ts'

/** Another worker answers for the case: they see the consents and what was lent, whoever recorded them. */
const onHandedOver = async (scope: WriteScope, payload: Payload): Promise<void> => {
  const [person, from, to] = [String(payload['person']), String(payload['from']), String(payload['worker'])]
  store.moveToWorker(scope.tx, person, from, to)
  scope.audit(String(payload['case']), { home: Number(payload['home']), person, from, to })
}

export const jobs: readonly Job[] = [
  { task: 'consents.handed-over', on: ['casework.handed-over'], keys: ({ person }) => [`person:${person}`], run: onHandedOver },
]
