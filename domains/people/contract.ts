import { z } from 'zod'
import { operation } from '#platform/contract/index.ts'
import { idOf } from '#platform/ids/index.ts'

export const PersonId = idOf('PersonId')
export type PersonId = z.infer<typeof PersonId>

export const savePerson = operation({
  id: 'people.save',
  method: 'POST',
  path: '/api/people/:person',
  may: ['case-worker', 'supervisor'],
  params: z.object({ person: PersonId }),
  body: z.object({
    revision: z.int(),
    address: z.string().trim().max(300).nullable().optional(),
    quarter: z.string().trim().max(60).nullable().optional(),
    /** A secret word that the person chose in person: the second thing without which their file stays closed. */
    secret: z.string().trim().min(4).max(60).optional(),
  }),
  ok: z.object({ id: PersonId, revision: z.int() }),
  problems: ['record.not-found', 'request.stale'],
  offline: 'never',
  summary: 'Write down an address, a quarter, or the secret word that the person chose',
})
